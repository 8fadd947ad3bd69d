import { personsValue, type TableMaker } from "./table.ts";

/** Published readings and projections of the bases. */
export const basesTable: TableMaker = (run) => ({
  id: "bases",
  title: "Bases: published readings and projections",
  columns: [
    { key: "base", type: "string", describe: "Base id" },
    { key: "date", type: "date", describe: "Reference date" },
    { key: "persons", type: "integer", describe: "Persons who could be covered" },
    { key: "status", type: "string", describe: "actual, estimate, derived or projection" },
    { key: "variant", type: "string", describe: "Line of a projection; empty for a reading" },
    { key: "regime", type: "string", describe: "Which definition of the base" },
    { key: "published", type: "date", describe: "Publication date; empty where none is shown" },
    { key: "sources", type: "string", describe: "Source ids, joined by +" },
    { key: "note", type: "string", describe: "What the data say of it" },
  ],
  rows: run.data.bases.map((b) => ({
    base: b.base,
    date: b.date,
    persons: personsValue(b.persons),
    status: b.status,
    variant: b.variant,
    regime: b.regime,
    published: b.published,
    sources: b.sources.join("+"),
    note: b.note,
  })),
});
