/** A number of some 31 digits: the unevaluated sum of two doubles, the second below half a unit of the first's last digit. */
export type DoubleDouble = readonly [high: number, low: number];

/** Splits 53 bits into two halves whose products are exact. */
const SPLITTER = 2 ** 27 + 1;
/** Beyond, splitting overflows: such numbers keep the digits of one double. */
const LARGE = 1e290;
const LN2: DoubleDouble = [Math.LN2, 2.319046813846299e-17];
/** e^r is summed for r / 2^9, in so many terms, and squared nine times. */
const HALVINGS = 9;
const TERMS = 9;

/** Adds two doubles exactly (Knuth 1969). */
export function exactSum(a: number, b: number): DoubleDouble {
  const sum = a + b;
  const other = sum - a;
  return [sum, a - (sum - other) + (b - other)];
}

/** Multiplies two doubles exactly (Dekker 1971). */
function exactProduct(a: number, b: number): DoubleDouble {
  const product = a * b;
  if (!(Math.abs(product) < LARGE && Math.abs(a) < LARGE && Math.abs(b) < LARGE)) return [product, 0];
  const [ah, bh] = [a * SPLITTER - (a * SPLITTER - a), b * SPLITTER - (b * SPLITTER - b)];
  const [al, bl] = [a - ah, b - bh];
  return [product, ah * bh - product + ah * bl + al * bh + al * bl];
}

/** Puts the digits in order; infinities and what is no number have none beyond the first part. */
function settle(high: number, low: number): DoubleDouble {
  const sum = high + low;
  return Number.isFinite(sum) ? [sum, low - (sum - high)] : [high, 0];
}

export function add(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const [sum, error] = exactSum(a[0], b[0]);
  return settle(sum, error + a[1] + b[1]);
}

export const negate = (a: DoubleDouble): DoubleDouble => [-a[0], -a[1]];
export const subtract = (a: DoubleDouble, b: DoubleDouble): DoubleDouble => add(a, negate(b));

export function multiply(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const [product, error] = exactProduct(a[0], b[0]);
  return settle(product, error + (a[0] * b[1] + a[1] * b[0]));
}

export function divide(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const first = a[0] / b[0];
  const rest = subtract(a, multiply([first, 0], b));
  return settle(first, (rest[0] + rest[1]) / b[0]);
}

export function squareRoot(a: DoubleDouble): DoubleDouble {
  const first = Math.sqrt(a[0]);
  if (!(first > 0)) return [first, 0];
  const rest = subtract(a, multiply([first, 0], [first, 0]));
  return settle(first, (rest[0] + rest[1]) / (2 * first));
}

export function exponential(a: DoubleDouble): DoubleDouble {
  const rough = Math.exp(a[0]);
  // Beside 0 and infinity there are no digits to win.
  if (!(rough > 1e-290 && rough < LARGE)) return [rough, 0];
  const twos = Math.round(a[0] / Math.LN2);
  const [high, low] = subtract(a, multiply([twos, 0], LN2));
  const r: DoubleDouble = [high / 2 ** HALVINGS, low / 2 ** HALVINGS];
  let sum: DoubleDouble = r;
  let term: DoubleDouble = r;
  for (let i = 2; i <= TERMS; i++) {
    term = divide(multiply(term, r), [i, 0]);
    sum = add(sum, term);
  }
  // (1 + s)^2 = 1 + (2 s + s^2): squared as it is, without the 1, so that no digits are lost.
  for (let i = 0; i < HALVINGS; i++) sum = add([2 * sum[0], 2 * sum[1]], multiply(sum, sum));
  const [whole, part] = add(sum, [1, 0]);
  return [whole * 2 ** twos, part * 2 ** twos];
}

export function logarithm(a: DoubleDouble): DoubleDouble {
  const rough = Math.log(a[0]);
  if (!Number.isFinite(rough)) return [rough, 0];
  // One Newton step on e^x = a doubles the digits.
  return add([rough, 0], subtract(multiply(a, exponential([-rough, 0])), [1, 0]));
}

export function power(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const whole = b[1] === 0 && Number.isInteger(b[0]) && Math.abs(b[0]) <= 64;
  if (!whole) return a[0] > 0 ? exponential(multiply(b, logarithm(a))) : [a[0] ** b[0], 0];
  let result: DoubleDouble = [1, 0];
  for (let i = Math.abs(b[0]); i > 0; i--) result = multiply(result, a);
  return b[0] < 0 ? divide([1, 0], result) : result;
}

/**
 * Returns what a decimal number is beyond the double that stands for it: 0.1 is a little less than its double. The
 * decimal is the shortest one that reads as that double, which is what was written if it had 15 digits or fewer.
 */
export function asWritten(value: number): DoubleDouble {
  if (value === 0 || !(Math.abs(value) > 1e-30 && Math.abs(value) < 1e30)) return [value, 0];
  const [, sign, whole, fraction = "", exponent = "0"] = /^(-?)(\d+)(?:\.(\d+))?(?:e(.+))?$/.exec(String(value)) ?? [];
  if (whole === undefined) return [value, 0];
  const tens = fraction.length - Number(exponent);
  const digits = BigInt(`${sign}${whole}${fraction}`);
  // value = bits x 2^-twos, exactly.
  let bits = value;
  let twos = 0;
  while (!Number.isInteger(bits)) {
    bits *= 2;
    twos++;
  }
  const [up, down] = [10n ** BigInt(Math.max(0, tens)), 10n ** BigInt(Math.max(0, -tens))];
  const rest = digits * down * 2n ** BigInt(twos) - BigInt(bits) * up;
  // Far below both: their ratio is that of their leading digits.
  return [value, Number(rest) / (Number(up) * 2 ** twos)];
}
