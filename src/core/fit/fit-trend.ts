import type { Curve, CurveData, CurveFit } from "../curves/curve.ts";
import { isRegression, curves as ownCurves } from "../curves/index.ts";
import { naive } from "../curves/naive.ts";
import { calibrationFactor } from "../curves/outlook.ts";
import { userCurve } from "../curves/user-curve.ts";
import type { CurveDefinition, FittedCurve, FittedTrend, TrendSettings } from "../domain.ts";
import { invariant } from "../errors.ts";
import { curveData, readShare } from "./curve-data.ts";
import { ownError } from "./own-error.ts";
import { rollingForecasts } from "./rolling-forecasts.ts";
import { scaleLimit } from "./scale-limit.ts";
import { trendWarnings } from "./trend-warnings.ts";
import { rollingErrors, weighCurves } from "./weigh-curves.ts";

/** One history to fit: parallel arrays, years ascending and distinct, shares and their rounding as fractions. */
export interface TrendRequest {
  readonly scheme: string;
  readonly years: readonly number[];
  readonly shares: readonly number[];
  readonly rounding: readonly number[];
  readonly settings: TrendSettings;
  /** Curves that the workspace defines, for `settings.curves` to name; absent: none. */
  readonly definitions?: readonly CurveDefinition[];
  /** Upper limit K of the scale; absent: what the prior on the ceiling leaves possible (see `scaleLimit`). */
  readonly ceilingOfScale?: number;
}

/** Readings that tell position, pace and ceiling of a growth curve: four for each. */
const READINGS_FOR_CEILING = 12;

/** What curves with a ceiling of their own start from where nobody states one; it binds no other curve. */
const UNSTATED_CEILING = { mean: 0.9, sd: 0.1 } as const;

/**
 * Fits the curves of the combination (or those asked for), weighs them, and tells how far this history errs beside others.
 *
 * Needs two readings or more inside the window. Readings outside the window and excluded years are left out; shares at 0
 * and at the limit are read as far inside as their rounding allows, and stand so in the result.
 */
export function fitTrend(request: TrendRequest): FittedTrend {
  const { settings } = request;
  const prior = settings.ceiling ?? UNSTATED_CEILING;
  const ceiling = request.ceilingOfScale ?? scaleLimit(prior, request.shares);
  const { years, shares, rounding } = chosen(request, ceiling);
  invariant(years.length >= 2, `the trend of ${request.scheme} has fewer than two readings`);
  const data = {
    ...curveData(years, shares, rounding, ceiling, prior),
    regression: { huber: settings.loss === "huber", halfLife: settings.halfLife ?? null },
  };

  const definitions = new Map((request.definitions ?? []).map((d) => [userCurve(d), d]));
  const asked = [...ownCurves, ...definitions.keys()].filter((curve) =>
    settings.curves.length === 0 ? !curve.optional : settings.curves.includes(curve.id),
  );
  const askedFits = asked.map((curve) => fitOrReason(curve, data));
  // Where none of the curves asked for can be fitted, the last value, which always can, stands in.
  const lost = !askedFits.some((fit) => fit.status === "ok");
  const candidates = lost ? [...asked, naive] : asked;
  const fits = lost ? [...askedFits, naive.fit(data)] : askedFits;
  const usable = candidates.filter((_, c) => fits[c].status === "ok");
  const forecasts = rollingForecasts(usable, data);
  const errors = rollingErrors(data, forecasts, usable.length);
  const weights = weighCurves(errors, new Set(forecasts.map((f) => f.origin)).size);

  return {
    scheme: request.scheme,
    ceiling,
    years,
    shares,
    origin: years[years.length - 1],
    originShare: shares[shares.length - 1],
    curves: candidates.map((curve, c) => {
      const place = usable.indexOf(curve);
      const definition = definitions.get(curve);
      return {
        ...fittedCurve(curve, fits[c], data, place < 0 ? 0 : weights[place], place < 0 ? null : errors[place]),
        ...(definition && { definition }),
      };
    }),
    calibration: calibrationFactor(ownError(data, forecasts, weights)),
    calibrationForecasts: forecasts.length,
    warnings: trendWarnings(
      data,
      forecasts.length,
      ceilingAssumed(settings.ceiling !== null, candidates, fits, years.length),
      asksForWeights(settings) && !usable.some(isRegression),
    ),
  };
}

/** Tells whether the settings ask for other than plain squares, which regressions alone minimise. */
function asksForWeights({ loss, halfLife }: TrendSettings): boolean {
  return loss === "huber" || halfLife !== undefined;
}

function chosen(request: TrendRequest, ceiling: number) {
  const { window, exclude } = request.settings;
  const kept = request.years.flatMap((year, i) =>
    (window.from === null || year >= window.from) &&
    (window.to === null || year <= window.to) &&
    !exclude.some((e) => e.year === year)
      ? [i]
      : [],
  );
  return {
    years: kept.map((i) => request.years[i]),
    shares: kept.map((i) => readShare(request.shares[i], request.rounding[i] ?? 0, ceiling)),
    rounding: kept.map((i) => request.rounding[i] ?? 0),
  };
}

function fitOrReason(curve: Curve, data: CurveData): CurveFit {
  const n = data.t.length;
  if (n >= curve.minimumPoints) return curve.fit(data);
  return { status: "not-applicable", reason: `needs ${curve.minimumPoints} readings, there are ${n}` };
}

/**
 * A ceiling is assumed where one is stated, or needed by a curve that was asked for, and the readings are fewer than four
 * for each parameter of a curve with a ceiling.
 */
function ceilingAssumed(stated: boolean, candidates: readonly Curve[], fits: readonly CurveFit[], n: number): boolean {
  const needed = candidates.some((c, i) => fits[i].status === "ok" && c.parameters.some((p) => p.name === "ceiling"));
  return (stated || needed) && n < READINGS_FOR_CEILING;
}

function fittedCurve(
  curve: Curve,
  fit: CurveFit,
  data: CurveData,
  weight: number,
  rollingError: number | null,
): FittedCurve {
  if (fit.status !== "ok") {
    return {
      curve: curve.id,
      status: fit.status,
      reason: fit.reason,
      parameters: [],
      covarianceRoot: [],
      degreesOfFreedom: 0,
      rho: 0,
      sigma: 0,
      atOrigin: 0,
      weight: 0,
      aicc: null,
      rollingError: null,
      residuals: [],
    };
  }
  const k = curve.parameters.length;
  return {
    curve: curve.id,
    status: "ok",
    reason: "fitted",
    parameters: curve.parameters.map(({ name }, i) => ({
      name,
      estimate: plain(fit.parameters[i]),
      standardError: Math.hypot(...fit.covarianceRoot.slice(i * k, i * k + i + 1)),
    })),
    covarianceRoot: fit.covarianceRoot.map(plain),
    degreesOfFreedom: fit.degreesOfFreedom,
    rho: fit.rho,
    sigma: fit.sigma,
    atOrigin: plain(curve.value(fit.parameters, 0, data.ceiling)),
    weight,
    aicc: fit.aicc,
    rollingError,
    residuals: fit.residuals.map(plain),
  };
}

/** Minus zero is not told from zero in JSON, so that a trend read back would not be the same. */
function plain(value: number): number {
  return value + 0;
}
