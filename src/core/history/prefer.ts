import type { Observation, Pin, Status } from "../domain.ts";
import type { Dated } from "./vintage.ts";

/** Order of preference among statuses, best first. */
export const STATUS_ORDER: readonly Status[] = ["actual", "estimate", "derived", "projection"];

export type Quantity = "participants" | "coverage";

/** The figure that is used of one quantity at one date, and those that lost. */
export interface Choice {
  readonly used: Dated<Observation> | null;
  readonly rivals: readonly Dated<Observation>[];
  /** The pin that decided, where one did. */
  readonly pin: Pin | null;
}

/**
 * Chooses one figure of a quantity among rivals of the same scheme and date.
 *
 * A pin beats the rule. The rule: actual before estimate before derived before projection; then the later publication,
 * where a date that is only assumed loses to one that is shown; then the more finely printed; then the order in the
 * file. One exception: where a finer figure of the same status, rounded or cut to fewer digits, gives the one that the
 * rule prefers, the two are one figure and the finer print is used, so that a later article that says "over 15 million"
 * does not beat 15,033,644. Figures that lack the quantity take no part.
 */
export function prefer(figures: readonly Dated<Observation>[], quantity: Quantity, pins: readonly Pin[]): Choice {
  const standing = figures.filter(({ row }) => row[quantity] !== null).sort(byRule(quantity));
  const pinned = standing
    .map((figure) => ({ figure, pin: pins.find((pin) => pinsFigure(pin, figure.row)) }))
    .find(({ pin }) => pin !== undefined);
  const used = pinned?.figure ?? finerPrint(standing, quantity);
  return { used, rivals: standing.filter((figure) => figure !== used), pin: pinned?.pin ?? null };
}

/** Tells whether a pin names a figure: same scheme and date, and its source among the figure's. */
export function pinsFigure(pin: Pin, row: Observation): boolean {
  return pin.scheme === row.scheme && pin.date === row.date && row.sources.includes(pin.source);
}

/** Returns the first figure, or the finest print of it: within one unit of its last digit, and of like status. */
function finerPrint(ranked: readonly Dated<Observation>[], quantity: Quantity): Dated<Observation> | null {
  const rounding = roundingOf(quantity);
  const [first] = ranked;
  if (!first) return null;
  const unit = 2 * first.row[rounding];
  const prints = ranked.filter(
    ({ row }) => row.status === first.row.status && Math.abs(row[quantity]! - first.row[quantity]!) < unit * (1 - 1e-9),
  );
  const finest = Math.min(...prints.map(({ row }) => row[rounding]), first.row[rounding]);
  return finest < first.row[rounding] ? prints.find(({ row }) => row[rounding] === finest)! : first;
}

function roundingOf(quantity: Quantity): "participantsRounding" | "coverageRounding" {
  return quantity === "participants" ? "participantsRounding" : "coverageRounding";
}

function byRule(quantity: Quantity): (a: Dated<Observation>, b: Dated<Observation>) => number {
  const rounding = roundingOf(quantity);
  const shown = ({ published, assumed }: Dated<Observation>) => (assumed ? "" : (published ?? ""));
  return (a, b) =>
    STATUS_ORDER.indexOf(a.row.status) - STATUS_ORDER.indexOf(b.row.status) ||
    compare(shown(b), shown(a)) ||
    a.row[rounding] - b.row[rounding] ||
    a.index - b.index;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
