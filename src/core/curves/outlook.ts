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
  // Room without end, as counts have, leaves the distance as it is.
  const used = ratio > USED_UP ? room : distance / rootOf(ratio);
  return x < 0 ? centre - used : centre + used;
}

/** Of distances longer than so many times the room, all but 3e-13 of the room is used. */
const USED_UP = 1e3;

/** (1 + r^4)^(1/4), as two square roots: many millions of draws pass here, and a power takes ten times as long. */
function rootOf(ratio: number): number {
  const squared = ratio * ratio;
  return Math.sqrt(Math.sqrt(1 + squared * squared));
}

/**
 * Turns x of every draw into the share `outlookShare` says, in place, on a scale that ends; shares are kept as far inside
 * the limits as `insideCeiling` does. The same but for the last digits, in half the time: which side a draw lies on is
 * worked out, not asked, since no processor foretells it.
 */
export function toShares({ centre, lower, upper, ceiling }: Outlook, x: Float64Array): void {
  const least = insideCeiling(0, ceiling);
  const most = insideCeiling(ceiling, ceiling);
  // Less room than a thousandth of what is kept clear shows nowhere; none at all could not be divided by.
  const below = Math.max(centre, 1e-3 * least);
  const above = Math.max(ceiling - centre, 1e-3 * least);
  // a x + b |x| is x times one factor above zero and times another below.
  const ratioBelow = lower / below;
  const ratioAbove = upper / above;
  const ratio = (ratioAbove + ratioBelow) / 2;
  const ratioTilt = (ratioAbove - ratioBelow) / 2;
  const room = (above + below) / 2;
  const roomTilt = (above - below) / 2;
  for (let i = 0; i < x.length; i++) {
    const r = Math.min(USED_UP, Math.max(-USED_UP, ratio * x[i] + ratioTilt * Math.abs(x[i])));
    const used = r / rootOf(r);
    x[i] = Math.min(most, Math.max(least, centre + room * used + roomTilt * Math.abs(used)));
  }
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

/** Returns the share that the combination foretells `h` years after the last reading, and that of each of its curves. */
export function outlookCentres(
  trend: FittedTrend,
  h: number,
): { readonly centre: number; readonly members: readonly { readonly member: FittedCurve; readonly share: number }[] } {
  const last = logit(insideCeiling(trend.originShare, trend.ceiling), trend.ceiling);
  const members = trend.curves
    .filter((c) => c.status === "ok" && c.weight > 0)
    .map((member) => ({ member, share: locate(member, last, h, trend.ceiling) }));
  const [shares, weights] = [members.map((m) => m.share), members.map((m) => m.member.weight)];
  return { centre: combine(shares, weights), members };
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
