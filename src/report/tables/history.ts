import { percentValue, personsValue, type TableMaker } from "./table.ts";

/** Year-end readings on one base, later ones of a replay included. */
export const historyTable: TableMaker = (run) => ({
  id: "history",
  title: "Year-end readings on one consistent base",
  columns: [
    { key: "scheme", type: "string", describe: "Scheme id" },
    { key: "year", type: "integer", describe: "Reading of 31 December of this year" },
    { key: "coverage_pct", type: "number", describe: "Share of the base, percent" },
    { key: "participants", type: "integer", describe: "Persons" },
    { key: "base", type: "integer", describe: "Persons who could be covered" },
    { key: "published_pct", type: "number", describe: "Rate as printed, on the base of its day, percent" },
    { key: "rounding_pct", type: "number", describe: "Half-width that rounding leaves on the share, percent" },
    { key: "status", type: "string", describe: "actual, estimate, derived or projection" },
    { key: "derivation", type: "string", describe: "How the point was made" },
    { key: "published", type: "date", describe: "Date of publication, known or assumed" },
    { key: "sources", type: "string", describe: "Source ids, joined by +" },
    { key: "rivals", type: "integer", describe: "How many other figures were published for the same date" },
    { key: "note", type: "string", describe: "What the data say of it" },
  ],
  rows: run.histories.flatMap((history) =>
    history.points.map((p) => ({
      scheme: history.scheme,
      year: p.year,
      coverage_pct: percentValue(p.coverage),
      participants: personsValue(p.participants),
      base: personsValue(p.base),
      published_pct: percentValue(p.published),
      rounding_pct: percentValue(p.rounding),
      status: p.status,
      derivation: p.derivation,
      published: p.publishedOn,
      sources: p.sources.join("+"),
      rivals: p.rivals.length,
      note: p.note,
    })),
  ),
});
