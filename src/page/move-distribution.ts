import type { Distribution } from "../core/domain.ts";
import type { LeverParameter } from "../core/levers/lever.ts";
import { distributionQuantile } from "../core/numeric/distribution.ts";
import { expit, logit } from "../core/units.ts";
import { writeTypedNumber } from "../input/typed-number.ts";
import type { Raw } from "./variant.ts";

/** 95th percentile of the standard normal distribution (NIST handbook, table of critical values). */
const z95 = 1.6448536269514722;
/** Digits that are written: what a slider sets is read back from the text, so that a saved file gives the same figures. */
const digits = 6;

type Limited = Pick<LeverParameter, "unit" | "min" | "max">;

/** Returns the value that a slider stands at: the most likely one where there is such a one, else the middle. */
export function centreOf(distribution: Distribution): number {
  switch (distribution.kind) {
    case "fixed":
      return distribution.value;
    case "triangle":
    case "pert":
      return distribution.mode;
    case "normal":
      return distribution.mean;
    case "uniform":
      return (distribution.low + distribution.high) / 2;
    default:
      return distributionQuantile(distribution, 0.5);
  }
}

/**
 * Writes a distribution moved to another centre, as a scenario file would have it. The spread stays in proportion: of the
 * value itself, of the odds for a share's range, and in its own width for a normal distribution.
 */
export function movedTo(distribution: Distribution, { unit, min, max }: Limited, to: number): Raw {
  const write = (value: number) =>
    writeTypedNumber(unit, Number(Math.min(max, Math.max(min, value)).toPrecision(digits)));
  const free = (value: number) => writeTypedNumber(unit, Number(value.toPrecision(digits)));
  const centre = centreOf(distribution);
  const scaled = (value: number) => (centre === 0 ? to + value : (value * to) / centre);
  const inOrder = (low: number, high: number) =>
    low <= high ? { low: write(low), high: write(high) } : { low: write(high), high: write(low) };
  switch (distribution.kind) {
    case "triangle":
    case "pert": {
      const { low, high } = inOrder(scaled(distribution.low), scaled(distribution.high));
      const moved = { low, mode: write(to), high };
      return distribution.kind === "pert" ? { pert: moved } : moved;
    }
    case "uniform":
      return { uniform: inOrder(scaled(distribution.low), scaled(distribution.high)) };
    case "normal":
      return { normal: { mean: write(to), sd: free(distribution.sd) } };
    case "lognormal":
      if (to <= 0) return write(to);
      return { lognormal: { median: write(to), p95: write(to * Math.exp(z95 * distribution.sigma)) } };
    case "logitnormal": {
      if (to <= 0 || to >= 1) return write(to);
      const end = (z: number) => expit(logit(to) + z * distribution.sigma);
      return { p5: write(end(-z95)), p95: write(end(z95)) };
    }
    case "beta": {
      const weight = distribution.alpha + distribution.beta;
      if (to <= 0 || to >= 1) return write(to);
      return {
        beta: {
          alpha: Number((weight * to).toPrecision(digits)),
          beta: Number((weight * (1 - to)).toPrecision(digits)),
        },
      };
    }
    case "discrete":
      return { values: distribution.values.map((value) => write(scaled(value))), weights: distribution.weights };
    case "fixed":
      return write(to);
  }
}
