/** A number as printed, with half a unit of its last printed digit. */
export interface PrintedNumber {
  readonly value: number;
  readonly rounding: number;
}

/**
 * Reads a rate in percent as printed: `39.35` is 0.3935, give or take 0.00005.
 *
 * Returns null for anything but digits with at most one point.
 */
export function readPrintedPercent(text: string): PrintedNumber | null {
  if (!/^-?\d{1,9}(\.\d{1,9})?$/.test(text)) return null;
  const decimals = text.split(".")[1]?.length ?? 0;
  // The decimal exponent is handed to the number parser, since 39.35 / 100 would not give the double nearest 0.3935.
  return { value: Number(`${text}e-2`), rounding: Number(`5e-${decimals + 3}`) };
}

/**
 * Reads a count as printed: the zeros at its end are taken as rounding, so that 18300000 is known to 50000.
 *
 * Two leading digits always count as printed: 20000000 is 20 million to half a million, not to five. Returns null for
 * anything but digits.
 */
export function readPrintedCount(text: string): PrintedNumber | null {
  if (!/^-?\d{1,15}$/.test(text)) return null;
  const digits = text.replace(/^-?0*/, "");
  const zeros = Math.min(/0*$/.exec(digits)?.[0].length ?? 0, Math.max(0, digits.length - 2));
  return { value: Number(text), rounding: 10 ** zeros / 2 };
}
