import type { Comparator, Goal } from "../../core/domain.ts";
import type { CsvRow } from "../csv.ts";
import type { Problems } from "../problems.ts";
import { idPattern } from "../schema/shape.ts";
import { Cells } from "./cells.ts";
import { localCells } from "./local-columns.ts";

export const goalColumns = [
  "id",
  "scheme",
  "year",
  "measure",
  "value",
  "comparator",
  "base",
  "instrument",
  "adopted",
  "source",
  "note",
] as const;

/** Ids that a goal may name. */
export interface GoalNames {
  readonly schemes: ReadonlySet<string>;
  readonly bases: ReadonlySet<string> | null;
  readonly sources: ReadonlySet<string> | null;
}

/** Reads the table of goals; ids are unique. */
export function readGoals(
  rows: readonly CsvRow<(typeof goalColumns)[number]>[],
  names: GoalNames,
  problems: Problems,
): Goal[] {
  const seen = new Map<string, number>();
  return rows.flatMap((row) => {
    const cells = new Cells(row, problems);
    const id = cells.required("id");
    const first = seen.get(id);
    if (first !== undefined)
      cells.refuse(
        "id",
        "duplicate-id",
        `the goal ${id} stands twice, first in line ${first}`,
        "give each goal an id of its own",
      );
    else if (id !== "" && !idPattern.test(id))
      cells.refuse("id", "bad-id", `id is ${id}, expected lower-case letters, digits and hyphens`, "write si-2030");
    seen.set(id, first ?? row.at("id").line);
    const measure = cells.choice("measure", ["coverage_pct", "participants"]);
    const value = measure === "participants" ? cells.count("value") : cells.percent("value");
    if (cells.text("value") === "") cells.refuse("value", "empty-cell", "value is empty", "fill it in");
    if (value?.value === 0)
      cells.refuse("value", "no-goal", "value is 0", "a goal of nothing is met by nobody's doing");
    if (measure === "coverage_pct" && value && value.value > 0 && value.value < 0.01)
      problems.warn(
        "data/share-for-percent",
        row.at("value"),
        `value is ${cells.text("value")} percent, which is hardly anybody`,
        {
          path: "value",
          hint: `write ${Number((value.value * 1e4).toPrecision(9))} if that share of one is meant`,
        },
      );
    if (cells.text("base") !== "") cells.name("base", "base", names.bases);
    const goal: Goal = {
      id,
      scheme: cells.name("scheme", "scheme", names.schemes),
      year: cells.year("year"),
      measure: measure === "participants" ? "participants" : "coverage",
      value: value?.value ?? 0,
      comparator: cells.choice("comparator", ["at_least", "more_than", "about"]).replace("_", "-") as Comparator,
      instrument: cells.text("instrument"),
      ...(Object.keys(localCells(row.cells, "instrument")).length > 0 && {
        instrumentIn: localCells(row.cells, "instrument"),
      }),
      adopted: cells.optionalDate("adopted"),
      sources: cells.sources("source", names.sources),
      note: cells.text("note"),
      place: row.at("id"),
    };
    return cells.broken ? [] : [goal];
  });
}
