import type { FittedCurve, FittedTrend } from "../domain.ts";
import { invariant } from "../errors.ts";
import { expit, insideCeiling, logit } from "../units.ts";
import { combine, disagreement } from "./combine.ts";
import { curveOf } from "./index.ts";

/**
 * How far outcomes stray from a combined forecast, in shares of the scale's limit K, from several hundred coverage
 * series of many countries (docs/methods.md): spread = scale x own^own x (apart + floor)^disagreement x years^horizon,
 * narrowed towards the limits by (c / 0.5)^edge below and ((1 - c) / 0.5)^edge above the forecast c, and wider above
 * than below by the square of `upward`: setbacks are mended more often than gains are lost.
 */
const SPREAD = {
  scale: 0.32,
  own: 0.38,
  disagreement: 0.23,
  floor: 0.002,
  horizon: 0.42,
  edge: 0.45,
  upward: 1.21,
  nearest: 0.01,
} as const;
/** An ordinary history errs by so much a year, as a share of K; calibration is 1 there. */
const ORDINARY_ERROR = 0.02;
/** Degrees of freedom of the t distribution on both sides. */
export const OUTLOOK_FREEDOM = 3;

/** What is foretold of one year: the share is `outlookShare` of x, which is t-distributed. */
export interface Outlook {
  readonly centre: number;
  /** Width of either side, in shares. */
  readonly lower: number;
  readonly upper: number;
  /** Upper limit of shares. */
  readonly ceiling: number;
}

/**
 * Returns the share that lies `x` widths from the centre: nearly a straight line in x until most of the room to the limit
 * is used, and never beyond: room r / (1 + r^4)^(1/4), r = distance / room.
 */
export function outlookShare({ centre, lower, upper, ceiling }: Outlook, x: number): number {
  const room = x < 0 ? centre : ceiling - centre;
  const distance = x < 0 ? -x * lower : x * upper;
  if (!(room > 0)) return centre;
  const ratio = distance / room;
  // The fourth root as two square roots: many millions of draws pass here, and a power takes ten times as long.
  const squared = ratio * ratio;
  const used = ratio > 1e3 ? room : distance / Math.sqrt(Math.sqrt(1 + squared * squared));
  return x < 0 ? centre - used : centre + used;
}

/** Returns the calibration factor of a history whose combined forecasts have erred by `ownError` a year. */
export function calibrationFactor(ownError: number): number {
  return (ownError / ORDINARY_ERROR) ** SPREAD.own;
}

/** Foretells the share `h` years (0 or more) after the last reading, which at 0 is known. */
export function outlook(trend: FittedTrend, h: number): Outlook {
  const members = trend.curves.filter((c) => c.status === "ok" && c.weight > 0);
  invariant(members.length > 0, `the trend of ${trend.scheme} has no curve`);
  const last = logit(insideCeiling(trend.originShare, trend.ceiling), trend.ceiling);
  const shares = members.map((member) => locate(member, last, h, trend.ceiling));
  return spreadAround(
    shares,
    members.map((m) => m.weight),
    trend.calibration,
    h,
    trend.ceiling,
  );
}

/** Returns the share that one curve foretells: its value, and what is left of the last reading's distance from it. */
function locate(member: FittedCurve, last: number, h: number, ceiling: number): number {
  const curve = curveOf(member);
  const theta = member.parameters.map((p) => p.estimate);
  const { rho } = member;
  const z = curve.value(theta, h, ceiling) + rho ** h * (last - curve.value(theta, 0, ceiling));
  return expit(z, ceiling);
}

function spreadAround(
  shares: readonly number[],
  weights: readonly number[],
  calibration: number,
  h: number,
  ceiling: number,
): Outlook {
  const centre = combine(shares, weights);
  const apart = disagreement(shares, weights) / ceiling;
  const spread =
    ceiling *
    SPREAD.scale *
    ORDINARY_ERROR ** SPREAD.own *
    calibration *
    (apart + SPREAD.floor) ** SPREAD.disagreement *
    h ** SPREAD.horizon;
  const below = Math.max(SPREAD.nearest, centre / ceiling) / 0.5;
  const above = Math.max(SPREAD.nearest, 1 - centre / ceiling) / 0.5;
  return {
    centre,
    ceiling,
    lower: (spread / SPREAD.upward) * below ** SPREAD.edge,
    upper: spread * SPREAD.upward * above ** SPREAD.edge,
  };
}
