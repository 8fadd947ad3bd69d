import type { Score } from "../../core/domain.ts";
import { percentValue, type TableMaker } from "./table.ts";

/** How good past forecasts were: all of them, by scheme and by years ahead. */
export const pastScoresTable: TableMaker = ({ backtest }) => ({
  id: "past-scores",
  title: "How good past forecasts were",
  columns: [
    { key: "scheme", type: "string", describe: "Scheme id; empty: all" },
    { key: "years_ahead", type: "integer", describe: "Years ahead; empty: all" },
    { key: "forecasts", type: "integer", describe: "Number of forecasts" },
    { key: "origins", type: "integer", describe: "Pairs of scheme and origin; forecasts from one err together" },
    { key: "mae_points", type: "number", describe: "Mean absolute error of the median, percentage points" },
    { key: "bias_points", type: "number", describe: "Mean of median less outcome, percentage points" },
    { key: "mase", type: "number", describe: "Mean absolute scaled error; empty where it is not defined" },
    { key: "wis_points", type: "number", describe: "Mean weighted interval score, percentage points" },
    { key: "crps_points", type: "number", describe: "Mean continuous ranked probability score, percentage points" },
    { key: "held80", type: "integer", describe: "Outcomes within their 80 % interval" },
    { key: "held95", type: "integer", describe: "Outcomes within their 95 % interval" },
  ],
  rows: backtest
    ? [
        ...(backtest.all ? [row("", null, backtest.all)] : []),
        ...backtest.byScheme.map(({ scheme, score }) => row(scheme, null, score)),
        ...backtest.byYearsAhead.map(({ years, score }) => row("", years, score)),
      ]
    : [],
});

function row(scheme: string, years: number | null, score: Score) {
  const held = (level: number) => score.intervals.find((i) => Math.abs(i.level - level) < 1e-9)?.held ?? null;
  return {
    scheme,
    years_ahead: years,
    forecasts: score.forecasts,
    origins: score.origins,
    mae_points: percentValue(score.mae),
    bias_points: percentValue(score.bias),
    mase: score.mase,
    wis_points: percentValue(score.wis),
    crps_points: percentValue(score.crps),
    held80: held(0.8),
    held95: held(0.95),
  };
}
