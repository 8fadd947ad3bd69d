import { levels } from "../backtest/score.ts";
import type { Goal, Nowcast, Scheme } from "../domain.ts";
import { studentCdf, studentQuantile } from "../numeric/student-t.ts";
import { angleOf, shareAt } from "./angle.ts";
import { combineTwo, type Estimate } from "./combine-two.ts";
import { baseAhead, type Moment } from "./moment.ts";
import { seasonalSpread } from "./seasonal-spread.ts";
import type { TrendAhead } from "./trend-ahead.ts";
import { typicalChange } from "./typical-change.ts";

/** Degrees of freedom of the t distribution on the angle: spreads rest on about as many years. */
const FREEDOM = 10;

/**
 * Foretells the year end after the latest reading of a scheme, from the reading, what usually happens from that time of the year on, and the
 * trend, each weighing by its precision. Null where no reading lies after the last year end, or its base is not known.
 */
export function nowcastScheme(
  scheme: Scheme,
  moment: Moment,
  ahead: TrendAhead,
  goals: readonly Goal[],
): Nowcast | null {
  const last = moment.histories.find((h) => h.scheme === scheme.id)?.points.at(-1);
  const reading = moment.readings.filter((r) => r.scheme === scheme.id).at(-1);
  if (last === undefined || reading === undefined || reading.year <= last.year) return null;
  const { year, toGo, participants, date, figure } = reading;
  const series = moment.bases.find(({ base }) => base === scheme.base);
  const base = series ? baseAhead(series, year - scheme.baseLagYears) : null;
  if (base === null) return null;

  const share = Math.min(1, participants / base);
  const typical = typicalChange(moment.pairs, scheme.id, toGo);
  const seasonal: Estimate = {
    middle: angleOf(share) + (typical?.change ?? 0),
    sd: seasonalSpread(moment.pairs, scheme.id, toGo),
  };
  const trend = ahead.judged(moment, scheme.id, year);
  const { middle, sd, weight } = trend === null ? { ...seasonal, weight: 1 } : combineTwo(seasonal, trend);
  /** Probability of ending below a share. */
  const below = (value: number) =>
    value >= 1 ? 1 : value <= 0 ? 0 : studentCdf((angleOf(value) - middle) / sd, FREEDOM);
  return {
    scheme: scheme.id,
    year,
    lastYearEnd: last.year,
    reading: {
      date,
      participants,
      coverage: share,
      status: figure.row.status,
      published: figure.published,
      assumed: figure.assumed,
      sources: figure.row.sources,
    },
    toGo,
    base,
    seasonal: { coverage: shareAt(seasonal.middle), own: typical?.own ?? 0, all: typical?.all ?? 0 },
    trend: trend && shareAt(trend.middle),
    weight,
    quantiles: levels.map((level) => shareAt(middle + sd * studentQuantile(level, FREEDOM))),
    goals: goals
      .filter((goal) => goal.scheme === scheme.id && goal.year === year)
      .map((goal) => ({
        goal: goal.id,
        probability: 1 - below(goal.measure === "coverage" ? goal.value : goal.value / base),
      })),
  };
}
