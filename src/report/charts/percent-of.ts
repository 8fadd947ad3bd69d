/** Turns a share into percent, or a difference of shares into points, to ten digits: 0.5336 becomes 53.36. */
export function percentOf(share: number | null): number | null {
  return share === null || !Number.isFinite(share) ? null : Number((100 * share).toPrecision(10));
}
