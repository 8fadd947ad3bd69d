import { distance } from "fastest-levenshtein";

/** How many known names a hint lists. */
const LISTED = 12;
/** How many where one of them was probably meant. */
const FEW = 5;

/** Returns the known names, the nearest in spelling first; names equally near keep their order. */
function nearestFirst(name: string, known: readonly string[]): string[] {
  const rank = new Map(known.map((k) => [k, difference(name, k)]));
  return [...rank.keys()].sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0));
}

/**
 * Returns the known name that `name` was probably meant to be, or null.
 *
 * At most a third of its letters may differ, in words of four letters and more always two, in shorter ones one: `titel`
 * finds `title`, `goal` does not find `base`.
 */
export function nearest(name: string, known: readonly string[]): string | null {
  const first = nearestFirst(name, known)[0];
  if (first === undefined) return null;
  const letters = Math.max(name.length, first.length);
  return difference(name, first) <= Math.max(letters > 3 ? 2 : 1, letters / 3) ? first : null;
}

/** Letters that must change, whatever their case; of a name without end only the beginning counts. */
function difference(a: string, b: string): number {
  return distance(a.slice(0, 100).toLowerCase(), b.slice(0, 100).toLowerCase());
}

/** Words the hint for an unknown name: the one that was probably meant, then the known ones, nearest first. */
export function didYouMean(name: string, known: readonly string[]): string {
  if (known.length === 0) return "none is known";
  const guess = nearest(name, known);
  // Names that are not like it stand in the order in which they are explained elsewhere.
  const ordered = guess === null ? known : nearestFirst(name, known);
  const length = guess === null ? LISTED : FEW;
  const listed = ordered.slice(0, length).join(", ");
  const rest = ordered.length > length ? ` and ${ordered.length - length} more` : "";
  return `${guess === null ? "" : `did you mean ${guess}? `}known: ${listed}${rest}`;
}
