import { percentValue, personsValue, type TableMaker } from "./table.ts";

/** Every published figure as it was published, with what the histories made of it. */
export const observationsTable: TableMaker = (run) => {
  const uses = new Map<number, "used" | "rival">();
  for (const { rivals } of run.histories.flatMap(({ points }) => points)) for (const i of rivals) uses.set(i, "rival");
  for (const { used } of run.histories.flatMap(({ points }) => points)) for (const i of used) uses.set(i, "used");
  return {
    id: "observations",
    title: "Published figures, as published",
    columns: [
      { key: "scheme", type: "string", describe: "Scheme id" },
      { key: "date", type: "date", describe: "Reference date" },
      { key: "participants", type: "integer", describe: "Persons; empty where only a rate was published" },
      { key: "coverage_pct", type: "number", describe: "Rate as printed, percent; empty where only a count was" },
      { key: "base", type: "string", describe: "The base that the publication divides by" },
      { key: "status", type: "string", describe: "actual, estimate, derived or projection" },
      { key: "published", type: "date", describe: "Publication date; empty where none is shown" },
      { key: "use", type: "string", describe: "used in a year-end reading, rival of one, or empty" },
      { key: "sources", type: "string", describe: "Source ids, joined by +" },
      { key: "file", type: "string", describe: "File it was read from" },
      { key: "line", type: "integer", describe: "Line of that file" },
      { key: "note", type: "string", describe: "What the data say of it" },
    ],
    rows: run.data.observations.map((o, i) => ({
      scheme: o.scheme,
      date: o.date,
      participants: personsValue(o.participants),
      coverage_pct: percentValue(o.coverage),
      base: o.base,
      status: o.status,
      published: o.published,
      use: uses.get(i) ?? "",
      sources: o.sources.join("+"),
      file: o.place.file,
      line: o.place.line,
      note: o.note,
    })),
  };
};
