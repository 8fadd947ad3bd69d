import type { HistoryPoint, Scheme } from "../domain.ts";

/** Points of each scheme by year. */
export type Points = Map<string, Map<number, HistoryPoint>>;

/**
 * Fills year ends by total = sum of parts, in place: a total from all its parts, or the one missing part from its total
 * and the others. What is filled is marked by its derivation and status, and its rounding is the sum of the roundings it rests on.
 * `rivals` names the figures of a scheme and year that made no point.
 */
export function completeSums(
  schemes: readonly Scheme[],
  points: Points,
  rivals: (scheme: string, year: number) => readonly number[],
): void {
  const totals = schemes.filter(({ sumOf }) => sumOf.length > 0);
  let filled = true;
  while (filled) {
    filled = false;
    for (const total of totals) {
      const family = [total.id, ...total.sumOf];
      const years = new Set(family.flatMap((id) => [...(points.get(id)?.keys() ?? [])]));
      for (const year of years) {
        const missing = family.filter((id) => !points.get(id)?.has(year));
        if (missing.length !== 1) continue;
        const [id] = missing;
        const known = family.filter((other) => other !== id).map((other) => points.get(other)!.get(year)!);
        const point = id === total.id ? sum(year, known) : difference(year, known[0], known.slice(1));
        if (point === null) continue;
        points.get(id)?.set(year, { ...point, rivals: rivals(id, year) });
        filled = true;
      }
    }
  }
}

function sum(year: number, parts: readonly HistoryPoint[]): HistoryPoint {
  const coverage = total(parts, (part) => part.coverage);
  const participants = total(parts, (part) => part.participants);
  return {
    ...combined(year, parts),
    coverage,
    participants,
    base: coverage > 0 ? participants / coverage : parts[0].base,
    derivation: "sum-of-parts",
  };
}

/** Returns null where the others already exceed the total: that is for the audit, not for a history. */
function difference(year: number, whole: HistoryPoint, others: readonly HistoryPoint[]): HistoryPoint | null {
  const coverage = whole.coverage - total(others, (part) => part.coverage);
  if (coverage <= 0) return null;
  const participants = coverage * whole.base;
  return { ...combined(year, [whole, ...others]), coverage, participants, base: whole.base, derivation: "total-parts" };
}

function combined(year: number, from: readonly HistoryPoint[]) {
  return {
    year,
    status: "derived" as const,
    published: null,
    rounding: total(from, (point) => point.rounding),
    publishedOn: from.map((point) => point.publishedOn).sort()[from.length - 1],
    sources: [...new Set(from.flatMap((point) => point.sources))],
    note: "",
    used: [...new Set(from.flatMap((point) => point.used))].sort((a, b) => a - b),
    rivals: [],
  };
}

function total(points: readonly HistoryPoint[], of: (point: HistoryPoint) => number): number {
  return points.reduce((sum, point) => sum + of(point), 0);
}
