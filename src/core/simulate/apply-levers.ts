import { type FormulaClock, type FormulaState, formulaClock, readyFormula } from "../levers/formula.ts";
import { emptyStep, type LeverClock, type LeverStep } from "../levers/lever.ts";
import { leverClock } from "../levers/ramp.ts";
import { insideCeiling } from "../units.ts";
import { type BentScale, moveShare, unbentGain } from "./bend.ts";
import type { ReadyLever } from "./lever-values.ts";

/** A path of one scheme that levers act on; arrays are `years x draws` unless said otherwise. */
export interface LeverScene {
  readonly years: readonly number[];
  readonly draws: number;
  /** Share of the pool without levers; left untouched. */
  readonly share: Float64Array;
  /** Share at the last reading: that of the 31 December before the first year, and the one from which growth is bent. */
  readonly shareBefore: number;
  /** Last year of history: levers act only after it, since the history already holds what they did. */
  readonly origin: number;
  readonly ceiling: number;
  /** The ceiling below which each draw's trend grows; K where none is stated. */
  readonly ownCeilings: Float64Array;
  /** Share of participants who leave in a year, by draw. */
  readonly exitRate: Float64Array;
  /** Persons who could be in the scheme. */
  readonly pool: Float64Array;
  /** The base that percentage points are counted on. */
  readonly base: Float64Array;
  /** Coverage and base at the last reading: the state from which a formula begins. */
  readonly reading: { readonly coverage: number; readonly base: number };
}

export interface LeverOutcome {
  readonly share: Float64Array;
  /** Share of draws in which a lever was cut because nobody was left to enrol. */
  readonly cut: number;
  /** By lever: the share of draws in which its formula gave no number, or one outside what it may be, and was held. */
  readonly held: ReadonlyMap<string, number>;
}

/**
 * Applies levers to one scheme's shares; docs/simulation.md derives the recursion.
 *
 * With p0 the path without levers, d exits, `lost` the part of its yearly gain that levers stand in for (never more
 * than they bring),
 * h0 = (p0' - lost - p0 (1 - d)) / (K - p0) the hazard on the uncovered that is left, `added` the sum of inflows from
 * outside the trend, delta = p - p0 and u = K - p - added the uncovered, a year moves delta to
 *   delta (1 - d - h0) + (h - h0) u + d (1 - exitsKept) p - lost,  1 - h = (1 - h0) missed,
 * and the share is p0 + delta + added. Levers on the trend itself (pace, ceiling) give p0 another path from the first
 * year in which one acts: its gain of each year on z, times the pace, followed below the ceiling as moved. What is
 * reported is mixed with stated shares, moved by ln odds ratios and multiplied by levels, in this order. Without an active lever delta and added stay exactly zero and the path is the
 * trend to the last bit. Results stay in 0..K.
 */
export function applyLevers(scene: LeverScene, levers: readonly ReadyLever[]): LeverOutcome {
  const { years, draws, share, ceiling } = scene;
  const formulas = levers.map(({ lever }) => readyFormula(lever));
  const clocks = levers.map(({ lever }, l) => {
    const formula = formulas[l];
    return years.map((year): LeverClock | FormulaClock => {
      const clock = leverClock(lever, year);
      return formula ? formulaClock(clock, formula) : clock;
    });
  });
  const speaking = formulas.flatMap((formula, l) => (formula ? [{ formula, l, lever: levers[l], last: 0 }] : []));
  const held = new Map(speaking.map(({ lever }) => [lever.lever.id, 0]));
  const state: Mutable<FormulaState> = { ...noState };
  const result = new Float64Array(share.length);
  const buffers = levers.map(({ count }) => new Float64Array(count));
  const step: LeverStep = emptyStep();
  const scale: BentScale = { limit: ceiling, lastShare: insideCeiling(scene.shareBefore, ceiling) };
  const gained = (from: number, to: number, k: number) =>
    unbentGain(insideCeiling(to, k), scale, k) - unbentGain(insideCeiling(from, k), scale, k);
  let cut = 0;
  const heldNow = new Set<string>();
  /** Evaluates every formula for one year of one draw, and writes what it gives into the clocks. */
  const speak = (y: number, at: number) => {
    const first = years[y] === scene.origin + 1;
    const before = at - draws;
    state.trend = share[at] / step.sharePerPoint;
    state.base = first ? scene.reading.base : scene.base[before];
    state.participants = first ? scene.reading.coverage * state.base : result[before] * scene.pool[before];
    state.coverage = state.participants / state.base;
    state.uncovered = Math.max(0, state.base - state.participants);
    for (const one of speaking) {
      const { formula, l, lever } = one;
      const { reading, elapsedBefore, elapsedAfter } = clocks[l][y] as FormulaClock;
      reading.before = reading.after = 0;
      if (elapsedAfter === 0) continue;
      const { min, max } = lever.kind.tables?.[formula.table] ?? { min: 0, max: 0 };
      const share = lever.kind.tables?.[formula.table].unit === "share";
      const high = share ? Math.min(max, ceiling / step.sharePerPoint) : max;
      state.factor = buffers[l][0];
      if (Number.isNaN(one.last)) {
        // What a lever did up to the last reading is in the history already.
        state.year = years[y] - 1;
        state.t = elapsedBefore;
        const otherwise = share ? state.coverage : 0;
        one.last = elapsedBefore > 0 ? formula.value(state, min, high, otherwise).value : 0;
      }
      state.year = years[y];
      state.t = elapsedAfter;
      const found = formula.value(state, min, high, share ? state.coverage : one.last);
      reading.before = one.last;
      reading.after = found.value;
      one.last = found.value;
      if (found.held) heldNow.add(lever.lever.id);
    }
  };
  for (let draw = 0; draw < draws; draw++) {
    const d = scene.exitRate[draw];
    const k = scene.ownCeilings[draw];
    for (let l = 0; l < levers.length; l++) {
      const { values, count } = levers[l];
      for (let p = 0; p < count; p++) buffers[l][p] = values[draw * count + p];
    }
    let delta = 0;
    let added = 0;
    let wasCut = false;
    let before = scene.shareBefore;
    let trendBefore = scene.shareBefore;
    let diverged = false;
    for (const one of speaking) one.last = Number.NaN;
    heldNow.clear();
    for (let y = 0; y < years.length; y++) {
      const at = y * draws + draw;
      const trendNext = share[at];
      if (years[y] <= scene.origin) {
        result[at] = trendNext;
        before = trendNext;
        trendBefore = trendNext;
        continue;
      }
      resetStep(step);
      step.pool = scene.pool[at];
      step.sharePerPoint = scene.base[at] / scene.pool[at];
      step.ownCeiling = k;
      if (speaking.length > 0) speak(y, at);
      let replaced = 0;
      for (let l = 0; l < levers.length; l++) {
        const clock: LeverClock = clocks[l][y];
        replaced += clock.strength * levers[l].lever.replacesTrendShare;
        levers[l].kind.apply(buffers[l], clock, step);
      }
      diverged ||= step.pace !== 1 || step.ceiling !== 0;
      const next = diverged
        ? moveShare(
            before,
            step.pace * gained(trendBefore, trendNext, k),
            scale,
            Math.min(ceiling, Math.max(0, k + step.ceiling)),
          )
        : trendNext;
      trendBefore = trendNext;
      const room = ceiling - before;
      const p = before + delta;
      const uncovered = Math.max(0, ceiling - p - added);
      const hazard = room > 0 ? (next - before * (1 - d)) / room : 0;
      const kept = d * (1 - step.exitsKept) * p;
      const brought = (1 - hazard) * (1 - step.missed) * uncovered + kept + Math.max(0, step.inflow);
      // Levers stand in for no more of the trend than they bring themselves: help never harms.
      const lost = Math.min(Math.min(1, replaced) * Math.max(0, next - before), brought);
      const h0 = room > 0 ? hazard - lost / room : 0;
      delta = delta * (1 - d - h0) + (1 - h0) * (1 - step.missed) * uncovered + kept - lost;
      added += step.inflow;
      if (next + delta > ceiling) delta = ceiling - next;
      else if (next + delta < 0) delta = -next;
      if (next + delta + added > ceiling) {
        added = ceiling - next - delta;
        wasCut = true;
      } else if (next + delta + added < 0) added = -(next + delta);
      let reported = next + delta + added;
      if (step.statedWeight > 0) {
        const stated = step.stated / step.statedWeight;
        if (stated > ceiling) wasCut = true;
        reported += Math.min(1, step.statedWeight) * (Math.min(ceiling, stated) - reported);
      }
      if (step.logOdds !== 0) {
        const odds = reported * Math.exp(step.logOdds);
        reported = (ceiling * odds) / (ceiling - reported + odds);
      }
      result[at] = reported * step.level;
      before = next;
    }
    if (wasCut) cut++;
    for (const id of heldNow) held.set(id, (held.get(id) ?? 0) + 1);
  }
  for (const [id, times] of held) held.set(id, times / draws);
  return { share: result, cut: cut / draws, held };
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const noState: FormulaState = {
  year: 0,
  t: 0,
  trend: 0,
  coverage: 0,
  participants: 0,
  base: 0,
  uncovered: 0,
  factor: 0,
};

function resetStep(step: LeverStep): void {
  step.missed = 1;
  step.exitsKept = 1;
  step.inflow = 0;
  step.level = 1;
  step.pace = 1;
  step.ceiling = 0;
  step.logOdds = 0;
  step.stated = 0;
  step.statedWeight = 0;
}
