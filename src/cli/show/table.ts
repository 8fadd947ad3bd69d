import Table from "cli-table3";
import stringWidth from "string-width";

/** Spaces between columns. */
const GUTTER = 2;
/** A column is never squeezed below this. */
const NARROWEST = 12;

/**
 * Lays out rows under a head; columns whose positions are in `right` are flush right.
 *
 * Widths count what a terminal shows, so that Vietnamese letters and colours do not push columns apart. Where the table
 * is wider than `width`, its widest column wraps.
 */
export function layOutTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  right: readonly number[],
  width: number,
): string {
  const widths = head.map((_, column) =>
    Math.max(...[head, ...rows].flatMap((row) => (row[column] ?? "").split("\n").map((line) => stringWidth(line)))),
  );
  const excess = widths.reduce((sum, w) => sum + w + GUTTER, 0) - width;
  const widest = widths.indexOf(Math.max(...widths));
  if (excess > 0) widths[widest] = Math.max(NARROWEST, widths[widest] - excess);
  const table = new Table({
    colWidths: widths.map((w) => w + GUTTER),
    colAligns: head.map((_, column) => (right.includes(column) ? "right" : "left")),
    wordWrap: true,
    chars: noLines,
    style: { head: [], border: [], "padding-left": 0, "padding-right": GUTTER },
  });
  table.push(
    [...head],
    widths.map((w) => "─".repeat(w)),
    ...rows.map((row) => [...row]),
  );
  return table
    .toString()
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n");
}

const noLines = Object.fromEntries(
  [
    ...["top", "top-mid", "top-left", "top-right", "bottom", "bottom-mid", "bottom-left", "bottom-right"],
    ...["left", "left-mid", "mid", "mid-mid", "right", "right-mid", "middle"],
  ].map((name) => [name, ""]),
);
