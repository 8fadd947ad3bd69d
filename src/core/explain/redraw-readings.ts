import type { History, HistoryPoint, Observation } from "../domain.ts";
import { Stream } from "../numeric/stream.ts";

/** How likely the figure that was used is to be the right one where rivals were published. */
const USED = 0.5;

/**
 * Draws the readings of histories anew as they may have been: where rival counts were published, the one used holds with
 * probability 1/2 and each rival with an equal part of the rest; then the rate moves evenly within its rounding. Rivals
 * without a count are passed over, since their rate may have another base. `index` numbers the redraw.
 */
export function redrawReadings(
  histories: readonly History[],
  observations: readonly Observation[],
  seed: number,
  index: number,
): History[] {
  return histories.map((history) => {
    const stream = new Stream(seed, `explain/data/${history.scheme}`);
    return {
      ...history,
      points: history.points.map((point): HistoryPoint => {
        const chosen = choose(point, observations, stream.uniform(index, 2 * point.year));
        const moved = chosen + point.rounding * (2 * stream.uniform(index, 2 * point.year + 1) - 1);
        const coverage = Math.min(1, Math.max(0, moved));
        return { ...point, coverage, participants: coverage * point.base };
      }),
    };
  });
}

function choose(point: HistoryPoint, observations: readonly Observation[], u: number): number {
  const rivals = point.rivals.flatMap((i) => observations[i]?.participants ?? []);
  if (rivals.length === 0 || u < USED) return point.coverage;
  return rivals[Math.floor(((u - USED) / (1 - USED)) * rivals.length)] / point.base;
}
