import type { BaseSeries, HistoryPoint, Observation, Pin, Scheme } from "../domain.ts";
import { addDays } from "./calendar.ts";
import { baseOf, type LinkedBase } from "./link-bases.ts";
import { agrees, impliedBase, type Measure, measuredOn, SAME_BASE } from "./measured-on.ts";
import { type Choice, pinsFigure, prefer } from "./prefer.ts";
import { type Dated, isFact } from "./vintage.ts";

/** Why a year end has no point although something was published for it. */
export type NoPoint = "only-projections" | "only-other-measures" | "no-base";

/** How one point was reached, before rivals and sources are noted. */
interface Made extends Pick<HistoryPoint, "coverage" | "participants" | "rounding" | "status" | "derivation"> {
  /** The figures that make its numbers. */
  readonly from: readonly Dated<Observation>[];
}

/**
 * Makes one year-end point of a scheme from all figures published for that 31 December, or tells why it cannot.
 *
 * Coverage is the preferred rate on today's definition of the base, else the preferred count over the base series, else
 * a rate on an older definition over its link. Participants are the preferred count if it agrees with coverage x base,
 * else coverage x base; a count printed coarser than 1 % says less than that product and yields to it. Projections,
 * and rates on a base of another kind, never make a point.
 */
export function yearEndPoint(
  scheme: Scheme,
  year: number,
  figures: readonly Dated<Observation>[],
  base: LinkedBase,
  pins: readonly Pin[],
): HistoryPoint | NoPoint {
  const facts = figures.filter((figure) => isFact(figure));
  if (facts.length === 0) return "only-projections";
  const baseYear = year - scheme.baseLagYears;
  const persons = baseOf(base.series, baseYear);
  const measures = new Map<Dated<Observation>, Measure>(
    facts
      .filter(({ row }) => row.coverage !== null && row.base === scheme.base)
      .map((figure) => [figure, measuredOn(figure, facts, persons, base.linked)]),
  );
  const rates = (today: boolean) =>
    prefer(
      [...measures.keys()].filter((figure) => measures.get(figure)!.today === today),
      "coverage",
      pins,
    );
  const [onToday, onOlder] = [rates(true), rates(false)];
  const count = prefer(facts, "participants", pins);
  if (!onToday.used && !onOlder.used && !count.used) return "only-other-measures";

  const overruled = onOlder.pin !== null && onToday.pin === null;
  const made =
    onToday.used && !overruled
      ? fromRate(onToday.used, facts, persons, pins)
      : persons === null
        ? null
        : fromOlder(count.used, onOlder.used, measures, base.series, baseYear, persons);
  if (made === null) return "no-base";
  const shown = overruled ? onOlder : onToday.used ? onToday : onOlder;
  return toPoint(year, made, shown, [shown, count], figures);
}

/** A rate on today's definition, with the count that agrees with it or the people that it means. */
function fromRate(
  rate: Dated<Observation>,
  facts: readonly Dated<Observation>[],
  persons: number | null,
  pins: readonly Pin[],
): Made | null {
  const { coverage, coverageRounding, status } = rate.row;
  const fine = facts.filter(
    ({ row }) =>
      row.participantsRounding <= SAME_BASE * (row.participants ?? 0) || pins.some((p) => pinsFigure(p, row)),
  );
  const count = prefer(persons === null ? facts : fine, "participants", pins).used;
  const implied = count && impliedBase(count.row, rate.row);
  const made = { coverage: coverage!, rounding: coverageRounding, status, derivation: "published" as const };
  if (count && implied && (persons === null || agrees(implied, persons)))
    return { ...made, participants: count.row.participants!, from: [rate, count] };
  return persons === null ? null : { ...made, participants: coverage! * persons, from: [rate] };
}

/**
 * A count over the base series; or a rate on an older definition over its link, where there is no count or where the
 * base of the year is only held from a later reading, which tells less than what the rate was printed on.
 */
function fromOlder(
  count: Dated<Observation> | null,
  rate: Dated<Observation> | null,
  measures: ReadonlyMap<Dated<Observation>, Measure>,
  { years, how }: BaseSeries,
  baseYear: number,
  persons: number,
): Made | null {
  const measure = rate && measures.get(rate)!;
  const factor = measure && !measure.today ? measure.factor : null;
  if (count && (factor === null || how[years.indexOf(baseYear)] !== "held")) {
    const { participants, participantsRounding, status } = count.row;
    return {
      coverage: participants! / persons,
      participants: participants!,
      rounding: participantsRounding / persons,
      status,
      derivation: isLinked(years, how, baseYear) ? "linked" : "participants/base",
      from: [count],
    };
  }
  if (rate === null || factor === null) return null;
  const coverage = rate.row.coverage! / factor;
  return {
    coverage,
    participants: count?.row.participants ?? coverage * persons,
    rounding: rate.row.coverageRounding / factor,
    status: rate.row.status,
    derivation: "linked",
    from: count ? [rate, count] : [rate],
  };
}

function toPoint(
  year: number,
  { from, ...numbers }: Made,
  shown: Choice,
  choices: readonly Choice[],
  figures: readonly Dated<Observation>[],
): HistoryPoint {
  const used = figures.filter((figure) => from.includes(figure) || figure === shown.used);
  const reasons = choices.flatMap(({ pin, used: chosen }) =>
    pin && chosen && used.includes(chosen) ? [pin.reason] : [],
  );
  return {
    year,
    ...numbers,
    base: numbers.participants / numbers.coverage,
    published: shown.used?.row.coverage ?? null,
    publishedOn: from.map(({ row, published }) => published ?? addDays(row.date, 30)).sort()[from.length - 1],
    sources: [...new Set(used.flatMap(({ row }) => row.sources))],
    note: [...new Set([...reasons, ...used.map(({ row }) => row.note)])].filter((note) => note !== "").join("; "),
    used: used.map(({ index }) => index),
    rivals: figures.filter((figure) => !used.includes(figure)).map(({ index }) => index),
  };
}

/** Tells whether a base value rests on an older definition: linked itself, or bridged from a linked neighbour. */
function isLinked(years: BaseSeries["years"], how: BaseSeries["how"], year: number): boolean {
  const nearest = years
    .map((y, i) => ({ apart: Math.abs(y - year), how: how[i] }))
    .filter((value) => value.how === "reading" || value.how === "linked")
    .sort((a, b) => a.apart - b.apart)[0];
  return nearest?.how === "linked";
}
