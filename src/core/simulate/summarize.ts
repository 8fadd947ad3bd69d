import type { Draws, SchemeSummary, Summary } from "../domain.ts";
import { quantiles } from "../numeric/quantiles.ts";
import { type PathCache, remember } from "./path-cache.ts";

/** Turns central intervals (0.8) into ascending probability levels (0.1, 0.5, 0.9); 0.1 and 0.9 always stand. */
export function levelsOf(bands: readonly number[]): number[] {
  const levels = new Set([0.1, 0.5, 0.9]);
  for (const band of bands) {
    // Twelve digits: 1 - 0.9 and (1 - 0.8) / 2 must come out as the same level.
    levels.add(Number(((1 - band) / 2).toFixed(12)));
    levels.add(Number(((1 + band) / 2).toFixed(12)));
  }
  return [...levels].sort((a, b) => a - b);
}

/** Returns coverage of every draw of one scheme: `years x draws`, fractions. */
export function coverageDraws(draws: Draws, scheme: number): Float64Array {
  const size = draws.years.length * draws.draws;
  const from = scheme * size;
  const coverage = new Float64Array(size);
  for (let i = 0; i < size; i++) coverage[i] = draws.participants[from + i] / draws.base[from + i];
  return coverage;
}

/**
 * Summarizes draws by exact quantiles (type 7) for every scheme and year. `keys` say by scheme what its draws came from,
 * so that scenarios which leave a scheme alone share its summary.
 */
export function summarize(
  draws: Draws,
  bands: readonly number[],
  keys: ReadonlyMap<string, string> = new Map(),
  cache: PathCache = new Map(),
): Summary {
  const levels = levelsOf(bands);
  const n = draws.draws;
  const byYear = (values: Float64Array, offset: number, wanted: readonly number[]) => {
    const rows = draws.years.map((_, y) => quantiles(values, offset + y * n, n, wanted));
    return wanted.map((_, l) => rows.map((row) => row[l]));
  };
  const summarizeScheme = (scheme: string, s: number): SchemeSummary => {
    const offset = s * draws.years.length * n;
    const coverage = coverageDraws(draws, s);
    return {
      scheme,
      coverage: byYear(coverage, 0, levels),
      participants: byYear(draws.participants, offset, levels),
      base: byYear(draws.base, offset, [0.5])[0],
      meanCoverage: draws.years.map((_, y) => {
        let sum = 0;
        for (let i = y * n; i < (y + 1) * n; i++) sum += coverage[i];
        return sum / n;
      }),
    };
  };
  const schemes = draws.schemes.map((scheme, s) =>
    remember(cache, JSON.stringify(["summary", levels, keys.get(scheme) ?? s]), () => summarizeScheme(scheme, s)),
  );
  return { years: draws.years, levels, schemes };
}
