/** An axis for any number: round ends, few ticks, each with its printed text. */
export interface NumberAxis {
  readonly min: number;
  readonly max: number;
  readonly ticks: readonly number[];
  /** Texts of the ticks, joined by `|`: a chart's parameters are numbers and texts. */
  readonly labels: string;
}

const mostIntervals = 5;

/** Returns the axis that holds some values, its ends on round numbers. */
export function numberAxis(values: readonly number[], print: (value: number) => string): NumberAxis {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const span = high > low ? high - low : Math.abs(high) || 1;
  const step = roundStep(span / mostIntervals);
  const first = Math.floor(low / step + 1e-9);
  const last = Math.max(first + 1, Math.ceil(high / step - 1e-9));
  const ticks = Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
  return labelled(ticks[0], ticks[ticks.length - 1], ticks, print);
}

/** Returns the axis with its ticks on given values, thinned where there are many. */
export function valueAxis(values: readonly number[], print: (value: number) => string): NumberAxis {
  const every = Math.ceil((values.length - 1) / 6) || 1;
  const ticks = values.filter((_, i) => i % every === 0);
  return labelled(Math.min(...values), Math.max(...values), ticks, print);
}

function labelled(min: number, max: number, ticks: readonly number[], print: (value: number) => string): NumberAxis {
  return { min, max, ticks, labels: ticks.map(print).join("|") };
}

/** The next of 1, 2, 5 times a power of ten. */
function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  return power * ([1, 2, 5, 10].find((factor) => factor * power >= rough * (1 - 1e-9)) ?? 10);
}
