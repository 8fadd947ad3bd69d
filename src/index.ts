/**
 * The library: figures in, projections out, with no file, clock or network behind it.
 *
 *     import { buildHistories, prepare, project } from "covercast";
 *
 *     const { histories, bases } = buildHistories({ workspace, data, asOf: null });
 *     const input = prepare({ workspace, scenario, histories, bases, goals, outcomes: [], run, asOf: null });
 *     const { assessments } = project(input);
 *
 * A ProjectionInput is plain JSON: the file `run.json` that `covercast run` writes holds one for each scenario.
 */

export type { Curve, CurveData, CurveFit, CurveParameter } from "./core/curves/curve.ts";
export { curves } from "./core/curves/index.ts";
export type * from "./core/domain.ts";
export { type Checked, CovercastError, type Diagnostic, type Place } from "./core/errors.ts";
export { fitTrend, type TrendRequest } from "./core/fit/fit-trend.ts";
export { assess, meets } from "./core/goals/assess.ts";
export { likelihoodOf } from "./core/goals/likelihood.ts";
export { audit } from "./core/history/audit.ts";
export { type BuildRequest, buildHistories } from "./core/history/build-history.ts";
export { goalOutcomes } from "./core/history/outcomes.ts";
export { type LedgerRequest, scoreLedger } from "./core/ledger.ts";
export { leverKinds } from "./core/levers/index.ts";
export type { LeverKind, LeverParameter } from "./core/levers/lever.ts";
export { type NowcastRequest, nowcast } from "./core/nowcast.ts";
export { type Compiled, compileExpression, type Expression } from "./core/numeric/expression.ts";
export { type LeastSquaresFit, type LeastSquaresProblem, leastSquares } from "./core/numeric/least-squares.ts";
export { type PrepareRequest, prepare } from "./core/prepare.ts";
export { type PathCache, project } from "./core/project.ts";
export { simulate } from "./core/simulate/simulate.ts";
export { summarize } from "./core/simulate/summarize.ts";
export { expit, logit, yearFraction } from "./core/units.ts";
