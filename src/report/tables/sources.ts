import type { TableMaker } from "./table.ts";

/** Where every figure comes from. */
export const sourcesTable: TableMaker = (run) => ({
  id: "sources",
  title: "Sources",
  columns: [
    { key: "id", type: "string", describe: "Id that other tables name" },
    { key: "title", type: "string", describe: "Title" },
    { key: "publisher", type: "string", describe: "Publisher" },
    { key: "published", type: "date", describe: "Date of publication; empty where none is shown" },
    { key: "url", type: "string", describe: "Address" },
  ],
  rows: run.data.sources.map((s) => ({
    id: s.id,
    title: s.title,
    publisher: s.publisher,
    published: s.published,
    url: s.url,
  })),
});
