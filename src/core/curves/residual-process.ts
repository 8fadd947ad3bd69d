/**
 * What is believed of the yearly noise of z before a history is seen: a standard deviation of `sd`, with the weight of
 * `readings` readings (a scaled inverse chi-square; Gelman et al. 2013, Bayesian Data Analysis, 2.6). National coverage
 * series move by some 0.02 to 0.5 a year around a steady drift on the logit, so that a handful of quiet readings is
 * luck as much as calm. The weight is whole, so that degrees of freedom stay whole.
 */
export const NOISE_PRIOR = { sd: 0.1, readings: 2 } as const;
/** What is believed of the yearly memory of residuals, with the weight of so many pairs of readings. */
export const MEMORY_PRIOR = { rho: 0.5, pairs: 5 } as const;
/** What an error counts for its variance beside the one a reading later: noise changes, and old calm or unrest fades. */
const NOISE_RECENCY = 0.85;
/** Fewest degrees of freedom: below 3 a t distribution has no variance, and one draw in twenty would be absurd. */
const FEWEST = 3;

/** Residual process of one fitted curve. */
export interface Noise {
  /** Standard deviation of a year's innovation on z, prior included. */
  readonly sigma: number;
  /** Whole, 3 or more. */
  readonly degreesOfFreedom: number;
  /** Small-sample Akaike criterion of the one-step predictions; null if the readings are too few for it. */
  readonly aicc: number | null;
}

/**
 * Estimates the noise of one-step prediction errors. Error i has the variance sigma^2 length[i] + rounding[i]^2.
 * `spent` counts the errors that the fit of parameters has used up, `parameters` what the criterion charges for; sigma
 * is charged for besides.
 */
export function estimateNoise(
  errors: ArrayLike<number>,
  length: ArrayLike<number>,
  rounding: ArrayLike<number>,
  spent: number,
  parameters: number,
): Noise {
  const n = errors.length;
  let heard = 0;
  let squares = 0;
  for (let i = 0, weight = 1; i < n; i++, weight *= NOISE_RECENCY) {
    heard += weight;
    squares += weight * weight;
  }
  // Weighted errors tell as much as so many equal ones (Kish 1965), less what the fit of parameters has used up.
  const known = n > spent ? ((heard * heard) / squares) * (1 - spent / n) : 0;
  const scale = heard / squares;
  let variance = NOISE_PRIOR.sd ** 2;
  // Two rounds settle the share of an error's square that rounding explains.
  for (let round = 0; round < 2; round++) {
    let sum = 0;
    // With as many parameters as errors the errors say nothing of the noise.
    for (let i = known > 0 ? n - 1 : -1, weight = 1; i >= 0; i--, weight *= NOISE_RECENCY) {
      sum += (weight * errors[i] * errors[i]) / (length[i] + (rounding[i] * rounding[i]) / variance);
    }
    variance = (NOISE_PRIOR.readings * NOISE_PRIOR.sd ** 2 + scale * sum) / (NOISE_PRIOR.readings + known);
  }
  let deviance = 0;
  for (let i = 0; i < n; i++) {
    const spread = variance * length[i] + rounding[i] ** 2;
    deviance += errors[i] ** 2 / spread + Math.log(2 * Math.PI * spread);
  }
  const k = parameters + 1;
  const spare = n - k - 1;
  return {
    sigma: Math.sqrt(variance),
    degreesOfFreedom: Math.max(FEWEST, Math.round(known + NOISE_PRIOR.readings)),
    aicc: spare > 0 ? deviance + 2 * k + (2 * k * (k + 1)) / spare : null,
  };
}

/** Variance that `years` of AR(1) noise of unit innovations gather: (1 - rho^(2 years)) / (1 - rho^2); years if rho = 1. */
export function gatheredVariance(rho: number, years: number): number {
  return rho >= 1 ? years : (1 - rho ** (2 * years)) / (1 - rho * rho);
}

/** Longest memory: with more, a curve could hardly be told from a random walk. */
const LONGEST = 0.95;

/**
 * Estimates the yearly memory of residuals at times `t` (unequal steps allowed) by least squares of
 * e(t) - rho^step e(t - step) over a grid. A curve with `spent` parameters takes a part of the memory for itself, which is
 * given back: (spent + (spent + 2) rho) / n (Kendall 1954 for a mean, Tanaka 1984 for a line). Drawn towards 0.5 with the
 * weight of five pairs.
 */
export function estimateMemory(t: ArrayLike<number>, residuals: ArrayLike<number>, spent: number): number {
  const pairs = t.length - 1;
  let best: number = MEMORY_PRIOR.rho;
  let least = Number.POSITIVE_INFINITY;
  for (let rho = 0; rho < 0.96; rho += 0.05) {
    let sum = 0;
    for (let i = 1; i <= pairs; i++) {
      const step = t[i] - t[i - 1];
      sum += (residuals[i] - rho ** step * residuals[i - 1]) ** 2 / gatheredVariance(rho, step);
    }
    if (sum < least) {
      least = sum;
      best = rho;
    }
  }
  best = Math.min(LONGEST, best + (spent + (spent + 2) * best) / (pairs + 1));
  return (pairs * best + MEMORY_PRIOR.pairs * MEMORY_PRIOR.rho) / (pairs + MEMORY_PRIOR.pairs);
}
