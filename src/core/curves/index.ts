import type { FittedCurve } from "../domain.ts";
import { invariant } from "../errors.ts";
import { angularDrift } from "./angular-drift.ts";
import { bass } from "./bass.ts";
import { constantHazard } from "./constant-hazard.ts";
import type { Curve } from "./curve.ts";
import { dampedAngle } from "./damped-angle.ts";
import { dampedLogit } from "./damped-logit.ts";
import { dampedShare } from "./damped-share.ts";
import { drift } from "./drift.ts";
import { exponential } from "./exponential.ts";
import { gompertz } from "./gompertz.ts";
import { lastPace } from "./last-pace.ts";
import { logisticCurve } from "./logistic.ts";
import { logitLinear } from "./logit-linear.ts";
import { medianPace } from "./median-pace.ts";
import { naive } from "./naive.ts";
import { richards } from "./richards.ts";
import { shareLine } from "./share-line.ts";
import { theta } from "./theta.ts";
import { userCurve } from "./user-curve.ts";

/** Every curve there is, in the order in which reports list them: those of every combination first. */
export const curves: readonly Curve[] = [
  dampedAngle,
  dampedShare,
  medianPace,
  theta,
  angularDrift,
  naive,
  dampedLogit,
  drift,
  lastPace,
  constantHazard,
  logitLinear,
  logisticCurve,
  gompertz,
  richards,
  bass,
  exponential,
  shareLine,
];

/** Curves that are fitted to all readings at once by least squares, besides those that a workspace defines. */
const regressions: ReadonlySet<string> = new Set(
  [logitLinear, logisticCurve, gompertz, richards, bass, exponential, shareLine].map(({ id }) => id),
);

/** Tells whether a curve is a regression through all readings; a workspace's own always is. */
export function isRegression(curve: Curve): boolean {
  return regressions.has(curve.id) || !curves.includes(curve);
}

/** Finds a curve by its id; only a fitted trend that some other program made can hold an unknown one. */
export function curveById(id: string): Curve {
  const found = curves.find((curve) => curve.id === id);
  invariant(found, `no curve is called ${id}`);
  return found;
}

/** Finds the curve of a fitted one: a workspace's own by the formula that it carries, else by its id. */
export function curveOf({ curve, definition }: Pick<FittedCurve, "curve" | "definition">): Curve {
  return definition === undefined ? curveById(curve) : userCurve(definition);
}
