import type { CurveData, CurveParameter } from "./curve.ts";

/** Cells of the numeric integral over the ceiling; finer cells change the mean by less than a tenth of its sd. */
const CELLS = 48;

/** The parameter that curves with a ceiling of their own share. */
export const ceilingParameter: CurveParameter = {
  name: "ceiling",
  describe: "ln(c / (1 - c)) of the curve's own ceiling c, as a share of the scale's",
  low: -12,
  high: 12,
};

/**
 * Returns mean and standard deviation of ln(c / (1 - c)), c the curve's own ceiling as a share of the scale's: the
 * prior on the ceiling, cut off below the last reading and above 1. A prior that lies wholly below the last reading
 * leaves what of its tail reaches above it.
 */
export function ceilingPrior(data: CurveData): { readonly mean: number; readonly sd: number } {
  const last = 1 / (1 + Math.exp(-data.z[data.z.length - 1]));
  const mean = data.ceilingPrior.mean / data.ceiling;
  const sd = Math.max(1e-3, data.ceilingPrior.sd / data.ceiling);
  const cell = (1 - last) / CELLS;
  const nearest = Math.min(1, Math.max(last, mean));
  const top = ((nearest - mean) / sd) ** 2;
  let total = 0;
  let first = 0;
  let second = 0;
  for (let i = 0; i < CELLS; i++) {
    const share = last + (i + 0.5) * cell;
    const weight = Math.exp(-0.5 * (((share - mean) / sd) ** 2 - top));
    const x = Math.log(share / ((CELLS - i - 0.5) * cell));
    total += weight;
    first += weight * x;
    second += weight * x * x;
  }
  // All cells may lie far out in the tail of a narrow prior: then the ceiling is just above the last reading.
  if (!(total > 0)) return { mean: Math.min(11, data.z[data.z.length - 1] + 0.1), sd: 0.1 };
  const centre = first / total;
  return {
    mean: Math.min(11, Math.max(-11, centre)),
    sd: Math.max(0.05, Math.sqrt(Math.max(0, second / total - centre * centre))),
  };
}
