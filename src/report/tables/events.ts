import type { TableMaker } from "./table.ts";

/** Laws, campaigns and shocks. */
export const eventsTable: TableMaker = (run, language) => ({
  id: "events",
  title: "Laws, campaigns and shocks",
  columns: [
    { key: "date", type: "date", describe: "When it took effect" },
    { key: "scheme", type: "string", describe: "Scheme or base id, or all" },
    { key: "title", type: "string", describe: "What it was" },
    { key: "direction", type: "string", describe: "Which way it moved coverage, as the data have it" },
    { key: "sources", type: "string", describe: "Source ids, joined by +" },
    { key: "note", type: "string", describe: "What the data say of it" },
  ],
  rows: run.data.events.map((e) => ({
    date: e.date,
    scheme: e.scheme,
    title: language.local(e.title),
    direction: e.direction,
    sources: e.sources.join("+"),
    note: e.note,
  })),
});
