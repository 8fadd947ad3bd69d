import { backtestErrors } from "./backtest.ts";
import { backtestPit } from "./backtest-pit.ts";
import { baseXray } from "./base-xray.ts";
import type { Chart } from "./chart.ts";
import { dataQuality } from "./data-quality.ts";
import { difference } from "./difference.ts";
import { fan } from "./fan.ts";
import { firstYearMet } from "./first-year-met.ts";
import { fitResiduals } from "./fit-residuals.ts";
import { frontier } from "./frontier.ts";
import { goalProbability } from "./goal-probability.ts";
import { influence } from "./influence.ts";
import { probabilityMap } from "./probability-map.ts";
import { scenarioComparison } from "./scenario-comparison.ts";
import { scenarioMultiples } from "./scenario-multiples.ts";
import { seasonalProfile } from "./seasonal-profile.ts";
import { sobol } from "./sobol.ts";
import { spread } from "./spread.ts";
import { tornado } from "./tornado.ts";
import { waterfall } from "./waterfall.ts";

/** Every kind of chart, in the order in which a section shows them. */
export const charts: readonly Chart[] = [
  firstYearMet,
  waterfall,
  frontier,
  difference,
  fan,
  scenarioMultiples,
  scenarioComparison,
  goalProbability,
  spread,
  tornado,
  probabilityMap,
  influence,
  sobol,
  seasonalProfile,
  backtestErrors,
  backtestPit,
  dataQuality,
  baseXray,
  fitResiduals,
];
