import type { HistoryPoint, Observation, Pin, Scheme } from "../domain.ts";
import { addDays } from "./calendar.ts";
import { baseOf, type LinkedBase } from "./link-bases.ts";
import { type Measure, measuredOn } from "./measured-on.ts";
import { fromOlder, fromRate, type PointNumbers } from "./point-numbers.ts";
import { type Choice, prefer } from "./prefer.ts";
import { type Dated, isFact } from "./vintage.ts";

/** Why a year end has no point although something was published for it. */
export type NoPoint = "only-projections" | "only-other-measures" | "no-base";

/**
 * Makes one year-end point of a scheme from all figures published for that 31 December, or tells why it cannot.
 *
 * Coverage is the preferred rate on today's definition of the base, else the preferred count over the base series, else
 * a rate on an older definition over its link; a pinned rate on an older definition comes before the first. Projections,
 * and rates on a base of another kind, never make a point. Figures that made no number of it are its rivals.
 */
export function yearEndPoint(
  scheme: Scheme,
  year: number,
  figures: readonly Dated<Observation>[],
  linkedBase: LinkedBase,
  pins: readonly Pin[],
): HistoryPoint | NoPoint {
  const facts = figures.filter((figure) => isFact(figure));
  if (facts.length === 0) return "only-projections";
  const base = baseOf(linkedBase.series, year - scheme.baseLagYears);
  const measures = new Map<Dated<Observation>, Measure>(
    facts
      .filter(({ row }) => row.coverage !== null && row.base === scheme.base)
      .map((figure) => [figure, measuredOn(figure, facts, base?.persons ?? null, linkedBase.linked)]),
  );
  const rates = (today: boolean) => {
    const such = [...measures].filter(([, measure]) => measure.today === today).map(([figure]) => figure);
    return prefer(such, "coverage", pins);
  };
  const [onToday, onOlder] = [rates(true), rates(false)];
  const count = prefer(facts, "participants", pins);
  if (!onToday.used && !onOlder.used && !count.used) return "only-other-measures";

  const overruled = onOlder.pin !== null && onToday.pin === null;
  const rate = onToday.used && !overruled ? onToday : onOlder;
  const older = () => base && fromOlder(count.used, onOlder.used, measures.get(onOlder.used!) ?? null, base);
  const numbers = rate === onToday ? fromRate(rate.used!, facts, base, pins) : older();
  // Nobody covered says nothing of the people who could be.
  const people = numbers && (numbers.coverage > 0 ? numbers.participants / numbers.coverage : (base?.persons ?? null));
  return numbers === null || people === null ? "no-base" : toPoint(year, people, numbers, rate, count, figures);
}

function toPoint(
  year: number,
  base: number,
  { from, ...numbers }: PointNumbers,
  rate: Choice,
  count: Choice,
  figures: readonly Dated<Observation>[],
): HistoryPoint {
  // A rate on an older base is shown as printed even where a count makes the numbers.
  const used = figures.filter((figure) => from.includes(figure) || figure === rate.used);
  const reasons = [rate, count].flatMap((choice) =>
    choice.pin && choice.used && used.includes(choice.used) ? [choice.pin.reason] : [],
  );
  return {
    year,
    ...numbers,
    base,
    published: rate.used?.row.coverage ?? null,
    publishedOn: from.map(({ row, published }) => published ?? addDays(row.date, 30)).sort()[from.length - 1],
    sources: [...new Set(used.flatMap(({ row }) => row.sources))],
    note: [...new Set([...reasons, ...used.map(({ row }) => row.note)])].filter((note) => note !== "").join("; "),
    used: used.map(({ index }) => index),
    rivals: figures.filter((figure) => !used.includes(figure)).map(({ index }) => index),
  };
}
