import type { Source } from "../../core/domain.ts";
import type { CsvRow } from "../csv.ts";
import type { Problems } from "../problems.ts";
import { Cells } from "./cells.ts";

export const sourceColumns = ["id", "title", "publisher", "published", "url"] as const;

/** Reads the table of sources; ids are unique and hold no `+`, which joins them elsewhere. */
export function readSources(rows: readonly CsvRow<(typeof sourceColumns)[number]>[], problems: Problems): Source[] {
  const seen = new Map<string, number>();
  return rows.flatMap((row) => {
    const cells = new Cells(row, problems);
    const id = cells.required("id");
    const first = seen.get(id);
    if (first !== undefined)
      cells.refuse(
        "id",
        "duplicate-id",
        `the source ${id} stands twice, first in line ${first}`,
        "give each source one row",
      );
    else if (/[+\s]/.test(id))
      cells.refuse("id", "bad-id", `the id ${id} holds a + or a space`, "write letters, digits, - and _");
    seen.set(id, first ?? row.at("id").line);
    const url = cells.text("url");
    // Reports link to it, so nothing but the web may stand here.
    if (url !== "" && !/^https?:\/\/\S+$/.test(url))
      cells.refuse("url", "bad-url", "url is not a web address", "write https://...");
    const source = {
      id,
      title: cells.required("title"),
      publisher: cells.text("publisher"),
      published: cells.optionalDate("published"),
      url: url || null,
    };
    return cells.broken ? [] : [source];
  });
}
