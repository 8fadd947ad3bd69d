import { expit, insideCeiling, logit } from "../units.ts";

/** The scale on which one scheme's trend grows: K its limit, and the last reading, from which growth is bent. */
export interface BentScale {
  readonly limit: number;
  readonly lastShare: number;
}

/**
 * Returns the share after a gain g on z = ln(p / (K - p)) since the last reading p(T).
 *
 * Below the last reading z is the scale. Above it growth is followed on the logit that ends at the ceiling k, its pace
 * matched so that it leaves p(T) with the slope that was fitted: g k (K - p(T)) / (K (k - p(T))). For k = K that is z.
 */
export function bentShare(gain: number, { limit, lastShare }: BentScale, k: number): number {
  if (gain <= 0) return expit(logit(lastShare, limit) + gain, limit);
  const pace = (k * (limit - lastShare)) / (limit * (k - lastShare));
  return expit(logit(lastShare, k) + pace * gain, k);
}

/** Inverts `bentShare`: the gain on z that leads to a share inside (0, k). */
export function unbentGain(share: number, { limit, lastShare }: BentScale, k: number): number {
  if (share <= lastShare) return logit(share, limit) - logit(lastShare, limit);
  const pace = (k * (limit - lastShare)) / (limit * (k - lastShare));
  return (logit(share, k) - logit(lastShare, k)) / pace;
}

/**
 * Moves a share by a gain on z below a ceiling k that may have moved since. A ceiling at or below the share keeps it from
 * rising and takes nobody out; falls are never bent.
 */
export function moveShare(share: number, gain: number, scale: BentScale, k: number): number {
  if (gain === 0) return share;
  const inside = insideCeiling(share, scale.limit);
  if (share >= insideCeiling(k, k) || k <= scale.lastShare) {
    const free = expit(logit(inside, scale.limit) + gain, scale.limit);
    return gain < 0 ? free : Math.min(free, Math.max(share, k));
  }
  return bentShare(unbentGain(insideCeiling(share, k), scale, k) + gain, scale, k);
}
