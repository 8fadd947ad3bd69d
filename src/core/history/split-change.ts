/** A share as people over a base. */
export interface ShareParts {
  readonly participants: number;
  readonly base: number;
}

/** What a change of coverage is made of, in fractions of the base: the two sum to the whole. */
export interface ChangeSplit {
  readonly change: number;
  /** What more or fewer people did. */
  readonly people: number;
  /** What the base did: above zero where it shrank. */
  readonly base: number;
}

/**
 * Splits a change of coverage into what people and what the base did, exactly and alike in both directions of time:
 * with c = n / b and the logarithmic mean L of the two shares, c1 - c0 = L ln(n1 / n0) - L ln(b1 / b0) (additive LMDI-I:
 * Ang, Zhang and Choi 1998; Ang 2004). From or to nobody at all, everything is the people's doing.
 */
export function splitChange(before: ShareParts, after: ShareParts): ChangeSplit {
  const [c0, c1] = [before.participants / before.base, after.participants / after.base];
  const change = c1 - c0;
  if (c0 <= 0 || c1 <= 0) return { change, people: change, base: 0 };
  const base = -logarithmicMean(c0, c1) * Math.log(after.base / before.base);
  return { change, people: change - base, base };
}

/** (b - a) / ln(b / a), and a where the two are one; both above zero. */
function logarithmicMean(a: number, b: number): number {
  const ratio = Math.log(b / a);
  // Near one another the quotient is all rounding; the series is exact to 1e-15 there.
  return Math.abs(ratio) < 1e-4 ? Math.sqrt(a * b) * (1 + ratio ** 2 / 24) : (b - a) / ratio;
}
