import { OUTLOOK_FREEDOM, outlook, outlookShare } from "../curves/outlook.ts";
import type { FittedTrend } from "../domain.ts";
import { studentQuantile } from "../numeric/student-t.ts";

/**
 * Returns the share below which the projected share lies with probability `level` (0 < level < 1), `h` years after the
 * last reading. The same as what simulated draws tend to.
 */
export function mixtureQuantile(trend: FittedTrend, h: number, level: number): number {
  return mixtureQuantiles(trend, h, [level])[0];
}

/** Returns `mixtureQuantile` at several levels, for less work. */
export function mixtureQuantiles(trend: FittedTrend, h: number, levels: readonly number[]): number[] {
  const foreseen = outlook(trend, h);
  return levels.map((level) => outlookShare(foreseen, studentQuantile(level, OUTLOOK_FREEDOM)));
}
