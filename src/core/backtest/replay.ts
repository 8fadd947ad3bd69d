import type { Draws, Scenario, Scheme, SchemeInput, TrendSettings, Workspace } from "../domain.ts";
import { type FitCache, prepare, readingsOf } from "../prepare.ts";
import { simulate } from "../simulate/simulate.ts";
import type { Cut } from "./cuts.ts";

/** Fewest readings before an origin. */
export const READINGS = 4;

export interface ReplayRequest {
  readonly workspace: Workspace;
  /** Its trend settings and world count; its levers do not. */
  readonly scenario: Scenario;
  readonly draws: number;
  readonly seed: number;
}

/**
 * Fits and simulates up to `horizon` what was known at a moment, levers left out: the schemes that had four readings or
 * more. Null if none had, or if the horizon lies behind what was known.
 */
export function replay(
  { workspace, scenario, draws, seed }: ReplayRequest,
  cut: Pick<Cut, "histories" | "bases">,
  horizon: number,
  fits: FitCache = new Map(),
): { readonly schemes: readonly SchemeInput[]; readonly draws: Draws } | null {
  const counted = workspace.schemes.filter((s) => cut.bases.some(({ base }) => base === s.base));
  const schemes = fittable(counted, scenario, cut.histories);
  const fitted = cut.histories.filter((h) => schemes.some((s) => s.id === h.scheme));
  const lastKnown = Math.max(...fitted.flatMap(({ points }) => points.at(-1)?.year ?? []));
  if (schemes.length === 0 || horizon <= lastKnown) return null;
  const request = {
    workspace: { ...workspace, schemes },
    scenario: { ...scenario, levers: [] },
    histories: cut.histories,
    bases: cut.bases,
    goals: [],
    outcomes: [],
    run: { ...workspace.run, horizon, draws, seed },
    asOf: null,
  };
  const input = prepare(request, fits);
  return { schemes: input.schemes, draws: simulate(input).draws };
}

/** Keeps schemes with readings enough, and with them everything that they are a part or a share of. */
function fittable(schemes: readonly Scheme[], scenario: Scenario, histories: Cut["histories"]): Scheme[] {
  const enough = (scheme: Scheme): boolean => {
    const settings: TrendSettings = { ...scheme.trend, ...scenario.trend[scheme.id] };
    const all = (ids: readonly string[]) => ids.every((id) => schemes.some((s) => s.id === id && enough(s)));
    if (scheme.sumOf.length > 0) return all(scheme.sumOf);
    if (scheme.within !== null && !all([scheme.within])) return false;
    const total = schemes.find((s) => s.sumOf.includes(scheme.id));
    if (!all(total?.sumOf.slice(0, total.sumOf.indexOf(scheme.id)) ?? [])) return false;
    return readingsOf(scheme, schemes, histories, settings).length >= READINGS;
  };
  return schemes.filter(enough);
}

/** Returns coverage of every draw of one scheme in one year, fractions. */
export function coverageOf(scheme: string, year: number, draws: Draws): Float64Array {
  const from = start(scheme, year, draws);
  return Float64Array.from({ length: draws.draws }, (_, i) => draws.participants[from + i] / draws.base[from + i]);
}

/** Returns persons of every draw of one scheme in one year. */
export function peopleOf(scheme: string, year: number, draws: Draws): Float64Array {
  const from = start(scheme, year, draws);
  return draws.participants.slice(from, from + draws.draws);
}

function start(scheme: string, year: number, { schemes, years, draws }: Draws): number {
  return (schemes.indexOf(scheme) * years.length + years.indexOf(year)) * draws;
}
