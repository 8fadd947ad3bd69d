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
 * At most a third of its letters may differ, in words of five letters and more always two, in shorter ones one, or their
 * order: `titel` finds `title`, `knid` finds `kind`, `goal` does not find `base`. Of dotted keys every part must be near.
 */
export function nearest(name: string, known: readonly string[]): string | null {
  return nearestFirst(name, known).find((other) => isNear(name, other)) ?? null;
}

/** Tells whether one name can be a slip of the other; of names with points, part by part. */
function isNear(name: string, other: string): boolean {
  const [a, b] = [name.split("."), other.split(".")];
  if (a.length > 1 && a.length === b.length) return a.every((part, i) => isNear(part, b[i]));
  const letters = Math.max(name.length, other.length);
  const few = letters > 4 ? 2 : letters > 2 ? 1 : 0;
  return difference(name, other) <= Math.max(few, letters / 3) || sorted(name) === sorted(other);
}

/** The letters of a name in one order: two names with the same letters were mistyped for each other. */
const sorted = (name: string) => [...name.slice(0, 100).toLowerCase()].sort().join("");

/** Letters that must change, whatever their case; of a name without end only the beginning counts. */
function difference(a: string, b: string): number {
  return distance(a.slice(0, 100).toLowerCase(), b.slice(0, 100).toLowerCase());
}

/** Words the hint for an unknown name: the one that was probably meant, then the known ones, nearest first. */
export function didYouMean(name: string, known: readonly string[]): string {
  if (known.length === 0) return "none is known";
  const whole = name.includes(".") ? [] : known.filter((other) => other.endsWith(`.${name}`));
  if (whole.length > 0) return `write ${whole.slice(0, FEW).join(" or ")}`;
  // `Pension insurance` for pension: a title in the place of an id.
  const words = name.slice(0, 100).toLowerCase().split(/\s+/);
  const said = words.length > 1 ? known.find((other) => words.includes(other.toLowerCase())) : undefined;
  const guess = nearest(name, known) ?? said ?? null;
  // Names that are not like it stand in the order in which they are explained elsewhere.
  const ordered = guess === null ? known : nearestFirst(name, known);
  const length = guess === null ? LISTED : FEW;
  const listed = ordered.slice(0, length).join(", ");
  const rest = ordered.length > length ? ` and ${ordered.length - length} more` : "";
  return `${guess === null ? "" : `did you mean ${guess}? `}known: ${listed}${rest}`;
}
