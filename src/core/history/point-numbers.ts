import type { HistoryPoint, Observation, Pin } from "../domain.ts";
import type { YearBase } from "./link-bases.ts";
import { agrees, impliedBase, type Measure, SAME_BASE } from "./measured-on.ts";
import { pinsFigure, prefer, STATUS_ORDER } from "./prefer.ts";
import type { Dated } from "./vintage.ts";

/** The numbers of a point and the figures that make them. */
export interface PointNumbers
  extends Pick<HistoryPoint, "coverage" | "participants" | "rounding" | "status" | "derivation"> {
  readonly from: readonly Dated<Observation>[];
}

/**
 * Makes a point from a rate on today's definition, with the preferred count where the two agree, else with
 * coverage x base; null where neither is to be had.
 *
 * A count agrees when the base that it implies lies within 1 % of the series. One of a lesser status than the rate must
 * agree within rounding with a base that was read: a preliminary count beside a final rate says less than their product
 * with the base. A count printed coarser than 1 % never says more than that product, unless it is pinned.
 */
export function fromRate(
  rate: Dated<Observation>,
  facts: readonly Dated<Observation>[],
  base: YearBase | null,
  pins: readonly Pin[],
): PointNumbers | null {
  const { coverage, coverageRounding, status } = rate.row;
  const made = { coverage: coverage!, rounding: coverageRounding, status, derivation: "published" as const };
  const pinned = (row: Observation) => pins.some((pin) => pinsFigure(pin, row));
  const fine = facts.filter(
    ({ row }) => pinned(row) || row.participantsRounding <= SAME_BASE * (row.participants ?? 0),
  );
  const count = prefer(base === null ? facts : fine, "participants", pins).used;
  const implied = count && impliedBase(count.row, rate.row);
  if (base === null && !implied) return null;
  if (count && implied && (base === null || pinned(count.row) || belongs(count, implied)))
    return { ...made, participants: count.row.participants!, from: [rate, count] };
  return { ...made, participants: coverage! * base!.persons, from: [rate] };

  function belongs(
    one: Dated<Observation>,
    { low, high, value }: NonNullable<ReturnType<typeof impliedBase>>,
  ): boolean {
    const lesser = STATUS_ORDER.indexOf(one.row.status) > STATUS_ORDER.indexOf(status);
    const read = base!.how === "reading" || base!.how === "linked";
    if (lesser && read) return low <= base!.persons && base!.persons <= high;
    return agrees({ low, high, value }, base!.persons);
  }
}

/**
 * Makes a point from a count over the base; or from a rate on an older definition over its link, where there is no
 * count or where the base is only held from another year, which tells less than what the rate was printed on.
 */
export function fromOlder(
  count: Dated<Observation> | null,
  rate: Dated<Observation> | null,
  measure: Measure | null,
  base: YearBase,
): PointNumbers | null {
  const factor = measure && !measure.today ? measure.factor : null;
  if (count && (factor === null || base.how !== "held")) {
    const { participants, participantsRounding, status } = count.row;
    return {
      coverage: participants! / base.persons,
      participants: participants!,
      rounding: participantsRounding / base.persons,
      status,
      derivation: base.older ? "linked" : "participants/base",
      from: [count],
    };
  }
  if (rate === null || factor === null) return null;
  const coverage = rate.row.coverage! / factor;
  return {
    coverage,
    participants: count?.row.participants ?? coverage * base.persons,
    rounding: rate.row.coverageRounding / factor,
    status: rate.row.status,
    derivation: "linked",
    from: count ? [rate, count] : [rate],
  };
}
