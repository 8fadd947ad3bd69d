/**
 * A scale between 0 and 1 on which a local method follows a share. Shares are of the limit of the scale K, so that 1 is
 * as far as they go.
 */
export interface Scale {
  /** Puts z = ln(s / (1 - s)) onto the scale. */
  from(z: number): number;
  /** Brings a value back to z, held far enough inside the limits for a finite z. */
  toLogit(value: number): number;
  /** Slope of `toLogit`. */
  slope(value: number): number;
}

/** Nearest to its limits that a value on a scale is brought back from. */
const MARGIN = 1e-4;

/** The share itself: a steady gain of so many points a year is a line. */
export const shareScale: Scale = {
  from: (z) => 1 / (1 + Math.exp(-z)),
  toLogit(value) {
    const share = Math.min(1 - MARGIN, Math.max(MARGIN, value));
    return Math.log(share / (1 - share));
  },
  slope(value) {
    const share = Math.min(1 - MARGIN, Math.max(MARGIN, value));
    return 1 / (share * (1 - share));
  },
};

const LARGEST = Math.PI / 2 - Math.sqrt(MARGIN);

/**
 * The angle arcsin(sqrt(s)), which lies between share and logit: growth slows down towards both limits, yet a path
 * reaches them in finite time (Fisher's angular transformation; Bartlett 1947). ln(s / (1 - s)) = 2 ln tan(angle).
 */
export const angularScale: Scale = {
  from: (z) => Math.atan(Math.exp(z / 2)),
  toLogit: (value) => 2 * Math.log(Math.tan(Math.min(LARGEST, Math.max(Math.sqrt(MARGIN), value)))),
  slope(value) {
    const angle = Math.min(LARGEST, Math.max(Math.sqrt(MARGIN), value));
    return 4 / Math.sin(2 * angle);
  },
};
