import type { Distribution } from "../domain.ts";
import { expit } from "../units.ts";
import { betaQuantile } from "./beta.ts";
import { normalQuantile } from "./normal.ts";

/** Returns the quantile of a distribution at probability u in (0, 1): its sample for a uniform u. */
export function distributionQuantile(d: Distribution, u: number): number {
  switch (d.kind) {
    case "fixed":
      return d.value;
    case "uniform":
      return d.low + u * (d.high - d.low);
    case "triangle": {
      const width = d.high - d.low;
      if (width === 0) return d.mode;
      const split = (d.mode - d.low) / width;
      return u < split
        ? d.low + Math.sqrt(u * width * (d.mode - d.low))
        : d.high - Math.sqrt((1 - u) * width * (d.high - d.mode));
    }
    case "normal":
      return d.mean + d.sd * normalQuantile(u);
    case "lognormal":
      return Math.exp(d.mu + d.sigma * normalQuantile(u));
    case "logitnormal":
      return expit(d.mu + d.sigma * normalQuantile(u));
    case "beta":
      return betaQuantile(u, d.alpha, d.beta);
    case "pert": {
      // Malcolm, Roseboom, Clark and Fazar (1959): mean (low + 4 mode + high) / 6, the beta that has it.
      const width = d.high - d.low;
      if (width === 0) return d.mode;
      const rise = (4 * (d.mode - d.low)) / width;
      return d.low + width * betaQuantile(u, 1 + rise, 5 - rise);
    }
    case "discrete": {
      let reached = 0;
      for (let i = 0; i < d.values.length - 1; i++) {
        reached += d.weights[i];
        if (u < reached) return d.values[i];
      }
      return d.values[d.values.length - 1];
    }
  }
}

/** Returns the median of a distribution. */
export function distributionMedian(d: Distribution): number {
  return distributionQuantile(d, 0.5);
}
