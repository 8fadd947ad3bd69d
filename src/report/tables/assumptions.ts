import type { TableMaker } from "./table.ts";

/** Every assumption of every scenario, with the line that set it and the reference's value. */
export const assumptionsTable: TableMaker = (run) => ({
  id: "assumptions",
  title: "Assumptions of each scenario",
  columns: [
    { key: "scenario", type: "string", describe: "Scenario id" },
    { key: "key", type: "string", describe: "What is set" },
    {
      key: "group",
      type: "string",
      describe: "world: nobody decides it; decision: somebody does; trend: how the past is read",
    },
    { key: "drawn", type: "boolean", describe: "Whether its number is drawn anew in every simulated future" },
    { key: "value", type: "string", describe: "As written" },
    { key: "reference", type: "string", describe: "Value in the reference scenario, empty where it has none" },
    { key: "differs", type: "boolean", describe: "Whether the two differ" },
    { key: "inherited", type: "boolean", describe: "Set by a parent file" },
    { key: "file", type: "string", describe: "File that sets it" },
    { key: "line", type: "integer", describe: "Line in that file, from 1" },
  ],
  rows: run.projections.flatMap((projection) =>
    projection.input.scenario.assumptions.map((a) => ({
      scenario: projection.input.scenario.id,
      key: a.key,
      group: a.group,
      drawn: a.drawn,
      value: a.value,
      reference: a.reference,
      differs: a.differs,
      inherited: a.inherited,
      file: a.file,
      line: a.line,
    })),
  ),
});
