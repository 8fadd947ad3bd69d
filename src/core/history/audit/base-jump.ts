import type { Finding, Observation } from "../../domain.ts";
import { yearsBetween } from "../calendar.ts";
import { groupBy } from "../group-by.ts";
import { impliedBase } from "../measured-on.ts";
import { say } from "../say.ts";
import type { Dated } from "../vintage.ts";
import { type AuditRule, factsOf, findingAt } from "./rule.ts";

/** Relative change of an implied base beyond which it is no longer rounding or growth, at once and by the year. */
const JUMP = 0.02;
const GROWTH_A_YEAR = 0.015;

interface Implied {
  readonly figure: Dated<Observation>;
  readonly low: number;
  readonly value: number;
  readonly high: number;
}

/**
 * Finds implied bases (count / rate of one row) that jump: two on one day, or from one reading of a scheme to its next.
 *
 * A base that moves and stays is a change of definition; one that stands alone is a count and a rate that do not belong
 * together.
 */
export const baseJump: AuditRule = (context) => {
  const implied = context.workspace.schemes.map((scheme) => ({
    scheme,
    pairs: factsOf(context, scheme).flatMap((figure): Implied[] => {
      const base = impliedBase(figure.row, figure.row);
      return base ? [{ figure, ...base }] : [];
    }),
  }));
  const sameDay = [
    ...groupBy(
      implied.flatMap(({ pairs }) => pairs),
      ({ figure }) => `${figure.row.base} ${figure.row.date}`,
    ).values(),
  ].flatMap((pairs) => onOneDay(pairs));
  const overTime = implied.flatMap(({ scheme, pairs }) =>
    [...groupBy(pairs, ({ figure }) => figure.row.base).values()].flatMap((same) =>
      alongTime(same).map((jump): Finding => {
        const { from, to, stays } = jump;
        const change = to.value / from.value - 1;
        return findingAt(
          to.figure,
          "audit/base-jump",
          "warning",
          stays
            ? say(
                (w) =>
                  `${w.name(scheme)}: count and rate imply a base of ${w.people(from.value)} on ${from.figure.row.date} and of ${w.people(to.value)} on ${to.figure.row.date} (${w.percent(change, 1)}): the definition changed, rates before and after do not compare`,
                (w) =>
                  `${w.name(scheme)}: số người và tỷ lệ cho thấy mẫu số ${w.people(from.value)} ngày ${from.figure.row.date} và ${w.people(to.value)} ngày ${to.figure.row.date} (${w.percent(change, 1)}): định nghĩa đã đổi, không so sánh được tỷ lệ trước và sau`,
              )
            : say(
                (w) =>
                  `${w.name(scheme)}: ${w.people(to.figure.row.participants!)} and ${w.percent(to.figure.row.coverage!)} on ${to.figure.row.date} imply a base of ${w.people(to.value)}, where the readings around it imply ${w.people(from.value)}: count and rate do not belong together`,
                (w) =>
                  `${w.name(scheme)}: ${w.people(to.figure.row.participants!)} và ${w.percent(to.figure.row.coverage!)} ngày ${to.figure.row.date} cho mẫu số ${w.people(to.value)}, trong khi các số liệu lân cận cho ${w.people(from.value)}: số người và tỷ lệ không khớp nhau`,
              ),
        );
      }),
    ),
  );
  return [...sameDay, ...overTime];
};

function onOneDay(pairs: readonly Implied[]): Finding[] {
  const sorted = [...pairs].sort((a, b) => a.value - b.value);
  const [least, most] = [sorted[0], sorted[sorted.length - 1]];
  if (least.high >= most.low || Math.log(most.value / least.value) <= JUMP) return [];
  const { date, base } = least.figure.row;
  const first = least.figure.index < most.figure.index ? least.figure : most.figure;
  const rate = ({ figure }: Implied, percent: (x: number) => string) =>
    `${percent(figure.row.coverage!)} [${figure.row.sources.join("+")}]`;
  return [
    findingAt(
      first,
      "audit/base-jump",
      "warning",
      say(
        (w) =>
          `on ${date} "${base}" is implied as ${w.people(most.value)} (${rate(most, w.percent)}) and as ${w.people(least.value)} (${rate(least, w.percent)}): the same day was published on two bases`,
        (w) =>
          `ngày ${date} mẫu số "${base}" được suy ra là ${w.people(most.value)} (${rate(most, w.percent)}) và ${w.people(least.value)} (${rate(least, w.percent)}): cùng một ngày công bố trên hai mẫu số`,
      ),
    ),
  ];
}

/** Walks the implied bases of a scheme; of several on a day the one nearest to the last is followed. */
function alongTime(pairs: readonly Implied[]): { from: Implied; to: Implied; stays: boolean }[] {
  const days = [...groupBy(pairs, ({ figure }) => figure.row.date).values()];
  const jumps: { from: Implied; to: Implied; stays: boolean }[] = [];
  let last = days[0]?.[0];
  for (let i = 1; i < days.length; i++) {
    const to = nearest(last, days[i]);
    if (!jumped(last, to)) {
      last = to;
      continue;
    }
    const returns = days[i + 1] !== undefined && !jumped(last, nearest(last, days[i + 1]));
    jumps.push({ from: last, to, stays: !returns });
    if (!returns) last = to;
  }
  return jumps;
}

function nearest(last: Implied, candidates: readonly Implied[]): Implied {
  const apart = ({ value }: Implied) => Math.abs(Math.log(value / last.value));
  return candidates.reduce((best, one) => (apart(one) < apart(best) ? one : best));
}

function jumped(from: Implied, to: Implied): boolean {
  const years = yearsBetween(from.figure.row.date, to.figure.row.date);
  const disjoint = from.high < to.low || to.high < from.low;
  return disjoint && Math.abs(Math.log(to.value / from.value)) > JUMP + GROWTH_A_YEAR * years;
}
