const steps = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20];
const most = 6;

/** Returns ticks in percentage points that hold all values, zero among them, at most seven. */
export function pointTicks(values: readonly number[]): number[] {
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const step = steps.find((s) => Math.ceil(high / s - 1e-9) - Math.floor(low / s + 1e-9) <= most) ?? 50;
  const first = Math.floor(low / step + 1e-9);
  const last = Math.max(first + 1, Math.ceil(high / step - 1e-9));
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toFixed(6)));
}
