import type { Event } from "../../core/domain.ts";
import type { CsvRow } from "../csv.ts";
import type { Problems } from "../problems.ts";
import { Cells } from "./cells.ts";
import { localCells } from "./local-columns.ts";

export const eventColumns = ["date", "scheme", "title", "direction", "effect", "unit", "source", "note"] as const;

/** Ids that an event may name. */
export interface EventNames {
  readonly schemes: ReadonlySet<string>;
  readonly bases: ReadonlySet<string> | null;
  readonly sources: ReadonlySet<string> | null;
}

/** Reads the table of events: of a scheme, of a base, or of `all`. */
export function readEvents(
  rows: readonly CsvRow<(typeof eventColumns)[number]>[],
  names: EventNames,
  problems: Problems,
): Event[] {
  const subjects = names.bases && new Set(["all", ...names.schemes, ...names.bases]);
  return rows.flatMap((row) => {
    const cells = new Cells(row, problems);
    const event: Event = {
      date: cells.date("date"),
      scheme: cells.name("scheme", "scheme", subjects),
      title: { ...localCells(row.cells, "title"), en: cells.required("title") },
      direction: cells.text("direction"),
      sources: cells.sources("source", names.sources),
      note: cells.text("note"),
    };
    return cells.broken ? [] : [event];
  });
}
