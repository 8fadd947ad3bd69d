import type { Event } from "../../core/domain.ts";
import type { CsvRow } from "../csv.ts";
import type { Problems } from "../problems.ts";
import { Cells } from "./cells.ts";

/** A title in another language than English, by the language's subtag: `title_vi`. */
const titleIn = /^title_([a-z]{2,3})$/;

/** Returns the columns that the table must have: those of every such table, and the languages of titles that it names. */
export function eventColumns(named: readonly string[]): readonly string[] {
  const titles = named.filter((name) => titleIn.test(name));
  return ["date", "scheme", "title", ...titles, "direction", "effect", "unit", "source", "note"];
}

/** Ids that an event may name. */
export interface EventNames {
  readonly schemes: ReadonlySet<string>;
  readonly bases: ReadonlySet<string> | null;
  readonly sources: ReadonlySet<string> | null;
}

/** Reads the table of events: of a scheme, of a base, or of `all`. */
export function readEvents(rows: readonly CsvRow<string>[], names: EventNames, problems: Problems): Event[] {
  const subjects = names.bases && new Set(["all", ...names.schemes, ...names.bases]);
  return rows.flatMap((row) => {
    const cells = new Cells(row, problems);
    const others = Object.entries(row.cells).flatMap(([column, text]) => {
      const language = titleIn.exec(column)?.[1];
      return language !== undefined && text !== "" ? [[language, text] as const] : [];
    });
    const event: Event = {
      date: cells.date("date"),
      scheme: cells.name("scheme", "scheme", subjects),
      title: { ...Object.fromEntries(others), en: cells.required("title") },
      direction: cells.text("direction"),
      sources: cells.sources("source", names.sources),
      note: cells.text("note"),
    };
    return cells.broken ? [] : [event];
  });
}
