import { normalQuantile } from "../numeric/normal.ts";
import type { SeriesForecast, SeriesRequest } from "./forecast-series.ts";

/** Share of the pace that is left a year later. */
const DAMPING = 0.9;

/**
 * Foretells a positive series without an upper limit on the logarithm: the average pace, dying away, with random-walk
 * noise.
 */
export function forecastUnbounded(request: SeriesRequest): SeriesForecast[] {
  const { years, values, horizon, levels } = request;
  const n = values.length;
  const smallest = values.reduce((least, v) => (v > 0 ? Math.min(least, v) : least), Number.POSITIVE_INFINITY);
  const floor = Number.isFinite(smallest) ? smallest / 2 : 1e-9;
  const logs = values.map((v) => Math.log(Math.max(v, floor)));
  const span = years[n - 1] - years[0];
  const pace = (logs[n - 1] - logs[0]) / span;
  let sum = 0;
  for (let i = 1; i < n; i++) {
    const step = years[i] - years[i - 1];
    sum += (logs[i] - logs[i - 1] - pace * step) ** 2 / step;
  }
  const sigma = Math.sqrt((sum + 2 * 0.05 ** 2) / (n + 1));
  let gain = 0;
  return Array.from({ length: horizon }, (_, i) => {
    gain += pace * DAMPING ** (i + 1);
    const centre = logs[n - 1] + gain;
    const spread = sigma * Math.sqrt(i + 1 + (i + 1) ** 2 / span);
    return {
      mean: Math.exp(centre + spread ** 2 / 2),
      median: Math.exp(centre),
      quantiles: levels.map((level) => Math.exp(centre + spread * normalQuantile(level))),
    };
  });
}
