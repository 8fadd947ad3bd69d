import { invariant } from "../errors.ts";
import { constantHazard } from "./constant-hazard.ts";
import type { Curve } from "./curve.ts";
import { dampedLogit } from "./damped-logit.ts";
import { drift } from "./drift.ts";
import { gompertz } from "./gompertz.ts";
import { lastPace } from "./last-pace.ts";
import { logisticCurve } from "./logistic.ts";
import { logitLinear } from "./logit-linear.ts";
import { naive } from "./naive.ts";
import { theta } from "./theta.ts";

/** Every curve that may enter the mixture, in the order in which reports list them. */
export const curves: readonly Curve[] = [
  logitLinear,
  logisticCurve,
  gompertz,
  constantHazard,
  dampedLogit,
  theta,
  drift,
  lastPace,
  naive,
];

/** Finds a curve by its id; only a fitted trend that some other program made can hold an unknown one. */
export function curveById(id: string): Curve {
  const found = curves.find((curve) => curve.id === id);
  invariant(found, `no curve is called ${id}`);
  return found;
}
