import type { Place } from "../../core/errors.ts";
import { didYouMean } from "../nearest.ts";
import type { Problems } from "../problems.ts";
import type { StreamedRow } from "./stream-rows.ts";

/**
 * Finds columns of a table by name, others may stand beside them: positions, -1 for an optional one that is not there.
 * A missing column and one that stands twice are told.
 */
export function findColumns(
  header: StreamedRow,
  required: readonly string[],
  optional: readonly string[],
  problems: Problems,
): number[] {
  const names = header.cells;
  const top: Place = header.at(0);
  for (const name of required)
    if (!names.includes(name))
      problems.error("csv/missing-column", top, `the column ${name} is missing`, {
        hint: didYouMean(
          name,
          names.filter((other) => !required.includes(other) && !optional.includes(other)),
        ),
      });
  return [...required, ...optional].map((name) => {
    const index = names.indexOf(name);
    const again = names.indexOf(name, index + 1);
    if (index >= 0 && again > 0)
      problems.error("csv/duplicate-column", header.at(again), `the column ${name} stands twice`, {
        hint: "take one of them out",
      });
    return index;
  });
}
