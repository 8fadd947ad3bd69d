import type { ReadingInfluence } from "../../core/explain/influence.ts";
import type { Language } from "../../report/language.ts";
import { layOutTable } from "./table.ts";
import type { Terminal } from "./terminal.ts";

/** Characters of the longest bar on either side. */
const REACH = 8;
/** A reading that moves the forecast by more than so many times the median reading does is pointed out. */
const OUTSTANDING = 3;

/** Prints each reading with its surprise, as a figure and a bar, and with what the forecast would be without it. */
export function showInfluence(
  readings: readonly ReadingInfluence[],
  year: number,
  language: Language,
  { paint, print, width }: Terminal,
): void {
  const errors = readings.map(({ share, foretold }) => (foretold === null ? 0 : share - foretold));
  const largest = Math.max(...errors.map(Math.abs), Number.MIN_VALUE);
  const moves = readings.flatMap(({ withoutIt }) => (withoutIt === null ? [] : [Math.abs(withoutIt)]));
  const usual = [...moves].sort((a, b) => a - b)[moves.length >> 1] ?? 0;
  const rows = readings.map((reading, i) => {
    const { share, foretold, withoutIt } = reading;
    const stands = withoutIt !== null && Math.abs(withoutIt) > Math.max(OUTSTANDING * usual, 0.005);
    return [
      String(reading.year),
      language.percent(share, 2),
      foretold === null ? "–" : language.percent(foretold, 2),
      foretold === null ? "" : language.points(errors[i]),
      bar(errors[i] / largest),
      withoutIt === null ? "–" : (stands ? paint.yellow : String)(language.points(withoutIt)),
      stands ? "carries much" : "",
    ];
  });
  const head = ["Year", "Reading", "Foretold", "Surprise", "", `Without it, ${year}`, ""];
  print(layOutTable(head, rows, [0, 1, 2, 3, 5], width - 2).replace(/^/gm, "  "));
  print(`  Foretold: from the readings before it alone. Without it: change of the median in ${year}, in points.`);
  print("");
}

/** A bar to the left of a line for values below zero, to its right above; `value` is from -1 to 1. */
function bar(value: number): string {
  const length = Math.round(Math.abs(value) * REACH);
  const blocks = "▪".repeat(length);
  return value < 0 ? `${blocks.padStart(REACH)}│` : `${" ".repeat(REACH)}│${blocks}`;
}
