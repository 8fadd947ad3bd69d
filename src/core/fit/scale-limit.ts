/** Standard deviations of the prior on the ceiling above its mean at which the scale ends. */
const REACH = 3;
/** Readings beyond so many of them contradict the prior, which then does not bind. */
const CONTRADICTION = 2;

/**
 * Returns the upper limit K of the scale for a prior on the ceiling: mean + 3 sd, or 1 where that lies above 1 or where
 * the readings themselves come near it. Without it, curves that know no ceiling of their own would let a voluntary
 * scheme whose ceiling is believed to be 25 % wander to 100 %.
 */
export function scaleLimit(prior: { readonly mean: number; readonly sd: number }, shares: readonly number[]): number {
  const limit = prior.mean + REACH * prior.sd;
  const highest = shares.reduce((most, share) => Math.max(most, share), 0);
  return limit < 1 && highest < prior.mean + CONTRADICTION * prior.sd ? limit : 1;
}
