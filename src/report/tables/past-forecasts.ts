import { percentValue, type TableMaker } from "./table.ts";

/** Every forecast that the method would have made in the past, beside what came. */
export const pastForecastsTable: TableMaker = (run) => ({
  id: "past-forecasts",
  title: "Past forecasts beside what came",
  columns: [
    { key: "scheme", type: "string", describe: "Scheme id" },
    { key: "origin", type: "integer", describe: "Last year known" },
    { key: "year", type: "integer", describe: "Year foretold" },
    { key: "outcome_pct", type: "number", describe: "What came, percent of the base" },
    { key: "p10_pct", type: "number", describe: "10th percentile foretold, percent" },
    { key: "p50_pct", type: "number", describe: "Median foretold, percent" },
    { key: "p90_pct", type: "number", describe: "90th percentile foretold, percent" },
    { key: "pit", type: "number", describe: "Share of futures below the outcome, 0 to 1" },
    { key: "crps_pct", type: "number", describe: "Continuous ranked probability score, percent" },
    { key: "wis_pct", type: "number", describe: "Weighted interval score, percent" },
  ],
  rows: (run.backtest?.forecasts ?? []).map((f) => {
    const at = (level: number) => percentValue(f.quantiles[run.backtest!.levels.indexOf(level)] ?? null);
    return {
      scheme: f.scheme,
      origin: f.origin,
      year: f.year,
      outcome_pct: percentValue(f.outcome),
      p10_pct: at(0.1),
      p50_pct: at(0.5),
      p90_pct: at(0.9),
      pit: f.pit,
      crps_pct: percentValue(f.crps),
      wis_pct: percentValue(f.wis),
    };
  }),
});
