import type { TableMaker } from "./table.ts";

/** What the audit found, with the line it concerns. */
export const findingsTable: TableMaker = (run, language) => ({
  id: "findings",
  title: "Findings of the audit",
  columns: [
    { key: "code", type: "string", describe: "Stable code of the check" },
    { key: "severity", type: "string", describe: "error, warning or note" },
    { key: "scheme", type: "string", describe: "Scheme id, where it concerns one" },
    { key: "date", type: "date", describe: "Reference date, where it concerns one" },
    { key: "message", type: "string", describe: "What was found" },
    { key: "file", type: "string", describe: "File" },
    { key: "line", type: "integer", describe: "Line, from 1" },
  ],
  rows: run.findings.map((f) => ({
    code: f.code,
    severity: f.severity,
    scheme: f.scheme,
    date: f.date,
    message: language.local(f.message),
    file: f.place?.file ?? null,
    line: f.place?.line ?? null,
  })),
});
