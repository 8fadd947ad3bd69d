import type { BaseReading } from "../../core/domain.ts";
import type { CsvRow } from "../csv.ts";
import { nearest } from "../nearest.ts";
import type { Problems } from "../problems.ts";
import { idPattern } from "../schema/shape.ts";
import { Cells } from "./cells.ts";
import { statuses } from "./statuses.ts";

export const baseColumns = [
  "base",
  "date",
  "persons",
  "status",
  "variant",
  "regime",
  "published",
  "source",
  "note",
] as const;

/**
 * Reads the table of bases. It may hold bases that no scheme is a share of, since observations name them; one that
 * looks like a slip of the pen for a base of the workspace is warned of.
 */
export function readBases(
  rows: readonly CsvRow<(typeof baseColumns)[number]>[],
  defined: readonly string[],
  sources: ReadonlySet<string> | null,
  problems: Problems,
): BaseReading[] {
  return rows.flatMap((row) => {
    const cells = new Cells(row, problems);
    const base = cells.required("base");
    if (base !== "" && !idPattern.test(base))
      cells.refuse(
        "base",
        "bad-id",
        `base is ${base}, expected an id of lower-case letters, digits and hyphens`,
        "write working-age-labour-force",
      );
    const meant = cells.broken || defined.includes(base) ? null : nearest(base, defined);
    if (meant !== null)
      problems.warn("data/unknown-base", row.at("base"), `the workspace has no base ${base}`, {
        path: "base",
        hint: `did you mean ${meant}?`,
      });
    const persons = cells.count("persons");
    if (persons === null)
      cells.refuse("persons", "empty-cell", "persons is empty", "a base without people says nothing; take the row out");
    else if (persons.value === 0)
      cells.refuse("persons", "no-people", "persons is 0", "coverage is a share of the base; it cannot be empty");
    const reading: BaseReading = {
      base,
      date: cells.date("date"),
      persons: persons?.value ?? 0,
      status: cells.choice("status", statuses),
      variant: cells.text("variant"),
      regime: cells.text("regime"),
      published: cells.optionalDate("published"),
      sources: cells.sources("source", sources),
      note: cells.text("note"),
      place: row.at("base"),
    };
    return cells.broken ? [] : [reading];
  });
}
