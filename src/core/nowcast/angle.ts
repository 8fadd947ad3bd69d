/**
 * Returns the angle arcsin(sqrt(p)) of a share p in 0..1, from 0 to pi / 2: changes of small, middling and large shares
 * are about alike on it (Anscombe 1948), so that schemes of all sizes can be pooled.
 */
export function angleOf(share: number): number {
  return Math.asin(Math.sqrt(Math.min(1, Math.max(0, share))));
}

/** Inverts `angleOf`; angles beyond its ends give the ends, so that a share never leaves 0..1. */
export function shareAt(angle: number): number {
  return Math.sin(Math.min(Math.PI / 2, Math.max(0, angle))) ** 2;
}
