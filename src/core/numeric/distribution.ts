import type { Distribution } from "../domain.ts";
import { expit } from "../units.ts";
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
  }
}

/** Returns the median of a distribution. */
export function distributionMedian(d: Distribution): number {
  return distributionQuantile(d, 0.5);
}
