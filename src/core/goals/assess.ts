import type { Assessment, Draws, Goal, Outcome, ProjectionInput } from "../domain.ts";
import { quantiles } from "../numeric/quantiles.ts";
import { counterparts } from "./counterparts.ts";
import { likelihoodOf } from "./likelihood.ts";
import { bestPace, pace, recentPace } from "./pace.ts";

const LEVELS = [0.1, 0.5, 0.9];
const band = ([p10, p50, p90]: number[]) => ({ p10, p50, p90 });

/** Part of a goal's value that rounding may take away or add: a tenth of a person in a hundred billion. */
const HAIR = 1e-12;

/**
 * Tells whether a value meets a goal; "more than" is strict, "about" is judged as "at least". A value that differs from
 * the goal's by rounding alone, as on a path that was stated to reach it, is the goal's.
 */
export function meets(goal: Goal, value: number): boolean {
  return goal.comparator === "more-than" ? value > goal.value * (1 + HAIR) : value >= goal.value * (1 - HAIR);
}

/**
 * Judges one goal against simulated draws and what is known of it.
 *
 * A goal whose year lies outside the simulated years has no probability, only its outcome. A goal on coverage is judged
 * on the scheme's official measure (base lag applied); its gap in people is the gap in points times the draw's base.
 * `ownBase` holds the base of the goal's own year, a number for each draw, where officials divide by an earlier year's.
 */
export function assess(
  goal: Goal,
  draws: Draws,
  input: ProjectionInput,
  ownBase: Float64Array | null = null,
): Assessment {
  const scheme = input.schemes.find((s) => s.id === goal.scheme);
  const outcome: Outcome | null = input.outcomes.find((o) => o.goal === goal.id) ?? null;
  const s = draws.schemes.indexOf(goal.scheme);
  const y = draws.years.indexOf(goal.year);
  const last = scheme?.history.points.at(-1);
  const lastValue = last === undefined ? null : goal.measure === "coverage" ? last.coverage : last.participants;
  const common = {
    goal,
    alreadyMet: lastValue !== null && meets(goal, lastValue),
    recentPace: scheme === undefined ? null : recentPace(scheme.history),
    bestPace: scheme === undefined ? null : bestPace(scheme.history),
    outcome,
  };
  if (s < 0 || y < 0 || last === undefined || goal.year <= last.year) {
    return {
      ...common,
      reached: null,
      probability: null,
      monteCarloError: null,
      likelihood: null,
      gapCoverage: null,
      gapPersons: null,
      firstMet: null,
      requiredPace: null,
      medianBase: null,
      counterparts: [],
      plain: null,
    };
  }

  const n = draws.draws;
  const years = draws.years.length;
  const ofScheme = (values: Float64Array) => values.subarray(s * years * n, (s + 1) * years * n);
  const participants = ofScheme(draws.participants);
  const bases = ofScheme(draws.base);
  const rate = goal.measure === "coverage";

  const from = y * n;
  const reached = new Float64Array(n);
  const gapCoverage = new Float64Array(n);
  const gapPersons = new Float64Array(n);
  let met = 0;
  for (let i = 0; i < n; i++) {
    const base = bases[from + i];
    reached[i] = rate ? participants[from + i] / base : participants[from + i];
    if (meets(goal, reached[i])) met++;
    const gap = reached[i] - goal.value;
    gapCoverage[i] = rate ? gap : gap / base;
    gapPersons[i] = rate ? gap * base : gap;
  }
  const probability = met / n;

  const first = new Int32Array(years);
  const early = new Uint8Array(n);
  for (let year = 0; year < years; year++)
    for (let i = 0; i < n; i++) {
      const at = year * n + i;
      if (early[i] === 1 || !meets(goal, rate ? participants[at] / bases[at] : participants[at])) continue;
      early[i] = 1;
      first[year]++;
    }
  const never = n - first.reduce((sum, count) => sum + count, 0);

  const base = quantiles(bases, from, n, [0.5])[0];
  const plain = rate && ownBase !== null ? ownBase.map((persons, i) => participants[from + i] / persons) : null;
  const target =
    goal.measure === "coverage"
      ? { year: goal.year, coverage: goal.value, participants: goal.value * base }
      : { year: goal.year, coverage: goal.value / base, participants: goal.value };
  return {
    ...common,
    reached: band(quantiles(reached, 0, n, LEVELS)),
    probability,
    // At 0 or 1 the sample says nothing of its own error; the rule of three does: 95 % sure it is below 3 / n.
    monteCarloError: met === 0 || met === n ? 1.5 / n : Math.sqrt((probability * (1 - probability)) / n),
    likelihood: likelihoodOf(probability, input.likelihood),
    gapCoverage: band(quantiles(gapCoverage, 0, n, LEVELS)),
    gapPersons: band(quantiles(gapPersons, 0, n, LEVELS)),
    firstMet: { share: Array.from(first, (count) => count / n), never: never / n },
    requiredPace: pace(last, target),
    medianBase: base,
    counterparts: counterparts(goal, input.goals, base),
    plain: plain && {
      reached: band(quantiles(plain, 0, n, LEVELS)),
      probability: plain.reduce((sum, share) => sum + (meets(goal, share) ? 1 : 0), 0) / n,
    },
  };
}
