/** An axis for shares: round ends, few ticks. */
export interface AxisRange {
  readonly min: number;
  readonly max: number;
  readonly ticks: readonly number[];
  /** d3-format of its labels. */
  readonly format: string;
}

const steps = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.25];
const mostIntervals = 5;

/** Returns the axis that holds the values: from zero, or from just below the lowest of them. */
export function axisRange(values: readonly number[], fromZero: boolean): AxisRange {
  const known = values.filter(Number.isFinite);
  const low = fromZero || known.length === 0 ? 0 : Math.min(...known);
  const high = known.length === 0 ? 1 : Math.max(...known);
  const step = steps.find((s) => high / s - Math.floor(low / s) <= mostIntervals) ?? 0.25;
  const first = Math.floor(low / step + 1e-9);
  const last = Math.max(first + 1, Math.ceil(high / step - 1e-9));
  const ticks = Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toFixed(6)));
  return { min: ticks[0]!, max: ticks.at(-1)!, ticks, format: step < 0.01 ? ".1%" : ".0%" };
}
