import type { Observation } from "../domain.ts";
import { yearsBetween } from "./calendar.ts";
import type { LinkedCells } from "./link-regimes.ts";
import type { Dated } from "./vintage.ts";

/** What a published rate divides by: today's definition of the base, or an older one with its link where there is one. */
export type Measure = { readonly today: true } | { readonly today: false; readonly factor: number | null };

/**
 * Relative distance up to which a base implied by a rate and its count still is the base it is held against: three
 * printed digits of each leave a third of a percent, and officials read their base a little earlier or later than we.
 */
export const SAME_BASE = 0.01;

/** A regime still read this many years after today's began runs beside it and is nobody's older definition. */
const PARALLEL_YEARS = 1;

/** Returns the interval of bases that a printed count and a printed rate leave, in persons; null unless both are there. */
export function impliedBase(
  participants: Pick<Observation, "participants" | "participantsRounding">,
  coverage: Pick<Observation, "coverage" | "coverageRounding">,
): { readonly low: number; readonly value: number; readonly high: number } | null {
  const { participants: count, participantsRounding: countHalf } = participants;
  const { coverage: rate, coverageRounding: rateHalf } = coverage;
  if (count === null || rate === null || rate <= rateHalf) return null;
  return {
    low: (count - countHalf) / (rate + rateHalf),
    value: count / rate,
    high: (count + countHalf) / (rate - rateHalf),
  };
}

/** Tells whether an implied base agrees with a base: within rounding, or within 1 %. */
export function agrees(implied: { low: number; value: number; high: number }, base: number): boolean {
  return (implied.low <= base && base <= implied.high) || Math.abs(Math.log(implied.value / base)) <= SAME_BASE;
}

/**
 * Decides which definition of the base a published rate is a share of.
 *
 * Where the same source gives a count for the same date, the base that the two imply decides: it is today's if it
 * agrees with `base`. Else the date decides: before the first reading of today's regime a rate belongs to the nearest
 * regime that today's replaced. `factor` is null where a rate is on another base that the readings do not know.
 */
export function measuredOn(
  rate: Dated<Observation>,
  sameDate: readonly Dated<Observation>[],
  base: number | null,
  linked: LinkedCells,
): Measure {
  const implied = ownCount(rate, sameDate);
  if (implied !== null && base !== null) {
    if (agrees(implied, base)) return { today: true };
    const older = linked.links.find(({ factor }) => agrees(implied, base / factor));
    return { today: false, factor: older?.factor ?? null };
  }
  const { date } = rate.row;
  const today = linked.spans.find(({ regime }) => regime === linked.regime);
  if (!today || date >= today.first) return { today: true };
  const replaced = linked.spans
    .filter((span) => span !== today && yearsBetween(today.first, span.last) <= PARALLEL_YEARS)
    .sort((a, b) => distance(a, date) - distance(b, date))[0];
  if (!replaced) return { today: true };
  return { today: false, factor: linked.links.find(({ regime }) => regime === replaced.regime)?.factor ?? null };
}

function ownCount(rate: Dated<Observation>, sameDate: readonly Dated<Observation>[]) {
  if (rate.row.participants !== null) return impliedBase(rate.row, rate.row);
  const own = sameDate.find(
    ({ row }) => row.participants !== null && row.sources.join("+") === rate.row.sources.join("+"),
  );
  return own ? impliedBase(own.row, rate.row) : null;
}

function distance(span: { first: string; last: string }, date: string): number {
  return Math.max(0, yearsBetween(date, span.first), yearsBetween(span.last, date));
}
