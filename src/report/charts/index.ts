import { backtestErrors } from "./backtest.ts";
import { backtestPit } from "./backtest-pit.ts";
import type { Chart } from "./chart.ts";
import { fan } from "./fan.ts";
import { firstYearMet } from "./first-year-met.ts";
import { goalProbability } from "./goal-probability.ts";
import { leverEffect } from "./lever-effect.ts";
import { scenarioComparison } from "./scenario-comparison.ts";

/** Every kind of chart, in the order in which a section shows them. */
export const charts: readonly Chart[] = [
  firstYearMet,
  leverEffect,
  fan,
  scenarioComparison,
  goalProbability,
  backtestErrors,
  backtestPit,
];
