import type { CurveData } from "../curves/curve.ts";
import { logit } from "../units.ts";

/** Nearest to 0 and to the limit that a share without stated rounding is read: one in a thousand of the scale. */
const MARGIN = 0.001;
/** Half-width, in shares of the scale, of the error that every reading is granted besides what it prints. */
const COARSE = 0.005;

/**
 * Keeps a share so far inside 0..K that its logit is finite and no finer than its digits: a printed 100 % with half a
 * point of rounding is read as 99.75 %, the middle of what it may have been.
 */
export function readShare(share: number, rounding: number, ceiling: number): number {
  const margin = Math.min(0.25 * ceiling, Math.max(MARGIN * ceiling, rounding / 2));
  return Math.min(ceiling - margin, Math.max(margin, share));
}

/**
 * Puts shares on the logit, dated from the last one. The standard deviation that rounding leaves is that of a uniform
 * error of half-width `rounding`, by the delta method: sd(z) = K sd(p) / (p (K - p)).
 */
export function curveData(
  years: ArrayLike<number>,
  shares: ArrayLike<number>,
  rounding: ArrayLike<number>,
  ceiling: number,
  ceilingPrior: CurveData["ceilingPrior"],
): CurveData {
  const n = years.length;
  const granted = COARSE * Array.from(shares).reduce((a, b) => Math.max(a, b), 0);
  return {
    t: Float64Array.from(years, (year) => year - years[n - 1]),
    z: Float64Array.from(shares, (share) => logit(share, ceiling)),
    sd: Float64Array.from(
      shares,
      (share, i) => (ceiling * Math.max(granted, rounding[i])) / Math.sqrt(3) / (share * (ceiling - share)),
    ),
    ceiling,
    ceilingPrior,
  };
}

/** Returns what was known at reading `last`: the first `last + 1` readings, dated from it. */
export function dataUntil(data: CurveData, last: number): CurveData {
  const t = data.t.slice(0, last + 1);
  const origin = t[last];
  for (let i = 0; i <= last; i++) t[i] -= origin;
  return { ...data, t, z: data.z.subarray(0, last + 1), sd: data.sd.subarray(0, last + 1) };
}
