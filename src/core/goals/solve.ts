import type { Goal, Lever, LeverSolution, ProjectionInput, SolveQuestion } from "../domain.ts";
import { invariant } from "../errors.ts";
import { leverKind } from "../levers/index.ts";
import type { LeverParameter } from "../levers/lever.ts";
import { distributionQuantile } from "../numeric/distribution.ts";
import { LayeredCache } from "../simulate/layered-cache.ts";
import type { PathCache } from "../simulate/path-cache.ts";
import { schemesBehind } from "../simulate/schemes-behind.ts";
import { simulate } from "../simulate/simulate.ts";
import { judgeGoals } from "./judge-goals.ts";

/** Points of the frontier, ends included: enough to draw it, and to see where it crosses. */
const POINTS = 13;
/** Draws that the frontier's inner points are looked at with before the crossing is found on all. */
const ROUGH_DRAWS = 1000;
/** How far, as a probability, a value may go beyond what was asked for the sake of fewer digits. */
const SLACK = 0.0005;
/** A part of the range below which the search goes no further. */
const FINEST = 1e-9;
/** Share of draws in which levers run out of people, above which the pool is what binds. */
const BINDING = 0.5;

/**
 * Finds the weakest value of one number of a lever at which a goal is met with a probability.
 *
 * The number is set to one value in all draws; everything else stays as the scenario has it. All values are tried on the
 * same draws (common random numbers), so that the probability moves in one direction and nothing is left to luck: the
 * value, written into a scenario, gives the probability again. It is rounded to as few digits as meet the goal and stay
 * within 0.05 points. What cannot be reached is answered by the best that can, and by what binds.
 *
 * The question must name a lever of the scenario, a number of its kind and a goal in a simulated year.
 */
export function solveLever(
  input: ProjectionInput,
  question: SolveQuestion,
  cache: PathCache = new Map(),
): LeverSolution {
  const steps = solveInSteps(input, question, cache);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Does the same a projection at a time, so that others have their turn in between. */
export function* solveInSteps(
  input: ProjectionInput,
  question: SolveQuestion,
  cache: PathCache,
): Generator<undefined, LeverSolution> {
  const goal = input.goals.find((g) => g.id === question.goal);
  const lever = input.scenario.levers.find((l) => l.id === question.lever);
  const parameter = lever && leverKind(lever.kind)?.parameters[question.parameter];
  invariant(goal && lever && parameter, `${question.lever}.${question.parameter} and ${question.goal} are known`);
  const [min, max] = rangeOf(input, question);
  const all = input.run.draws;
  // What the values tried have in common is kept, what each made alone is let go.
  const shared: PathCache = new LayeredCache(cache);
  const rough = Math.min(ROUGH_DRAWS, all);
  for (const draws of [all, rough]) {
    judgeGoals(forGoal(input, goal, draws), [goal], shared);
    yield;
  }
  const known = new Map<string, number>();
  const at = function* (value: number, draws: number): Chance {
    const key = `${value} ${draws}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const set = withValue(input, question, value);
    const [{ probability }] = judgeGoals(forGoal(set, goal, draws), [goal], new LayeredCache(shared));
    known.set(key, probability);
    yield;
    return probability;
  };
  const ends = { low: yield* at(min, all), high: yield* at(max, all) };
  const rising = ends.high >= ends.low;
  // From the weakest value to the strongest: a number that hurts when it grows is walked downwards.
  const [weak, strong] = rising ? [min, max] : [max, min];
  const valueAt = (part: number) => weak + (strong - weak) * part;
  const frontier: { value: number; probability: number }[] = [];
  for (let i = 0; i < POINTS; i++) {
    const value = valueAt(i / (POINTS - 1));
    const end = i === 0 ? ends[rising ? "low" : "high"] : i === POINTS - 1 ? ends[rising ? "high" : "low"] : null;
    frontier.push({ value, probability: end ?? (yield* at(value, rough)) });
  }
  const common = { ...question, unit: parameter.unit, min, max, frontier };
  const first = frontier[0];
  const best = frontier.at(-1)!;
  if (first.probability >= question.probability)
    return { ...common, status: "already", value: first.value, reached: first.probability, limit: null };
  if (best.probability < question.probability) {
    const limit = limitOf(input, goal, question, best.value, parameter, cache);
    return { ...common, status: "beyond", value: best.value, reached: best.probability, limit };
  }

  let [low, high] = yield* bracket(frontier, question.probability, (part) => at(valueAt(part), all));
  let reached = yield* at(valueAt(high), all);
  let missed = yield* at(valueAt(low), all);
  for (let step = 0; step < 60 && high - low > FINEST && reached - question.probability > SLACK / 5; step++) {
    // Every third step halves; the others aim, on a straight line, at the middle of what is near enough.
    const aim = (question.probability + SLACK / 10 - missed) / (reached - missed);
    const tried = low + (high - low) * (step % 3 === 2 || !(aim > 0 && aim < 1) ? 0.5 : aim);
    const probability = yield* at(valueAt(tried), all);
    if (probability >= question.probability) [high, reached] = [tried, probability];
    else [low, missed] = [tried, probability];
  }
  const rounded = yield* shortest(valueAt(high), strong > weak, function* (value) {
    const probability = value < min || value > max ? -1 : yield* at(value, all);
    return probability >= question.probability && probability - question.probability <= SLACK ? probability : null;
  });
  return {
    ...common,
    status: "solved",
    value: rounded?.value ?? valueAt(high),
    reached: rounded?.probability ?? reached,
    limit: null,
  };
}

/** Returns a projection's input in which one number of one lever has the same value in all draws. */
export function withValue(
  input: ProjectionInput,
  { lever, parameter }: { readonly lever: string; readonly parameter: string },
  value: number,
): ProjectionInput {
  const levers = input.scenario.levers.map((l) =>
    l.id === lever ? { ...l, parameters: { ...l.parameters, [parameter]: { kind: "fixed", value } as const } } : l,
  );
  return { ...input, scenario: { ...input.scenario, levers } };
}

/** Cuts a projection down to what one goal hangs on: its schemes, years and so many draws. */
export function forGoal(input: ProjectionInput, goal: Goal, draws: number): ProjectionInput {
  return {
    ...input,
    schemes: schemesBehind(goal.scheme, input.schemes),
    run: { ...input.run, draws, horizon: goal.year },
  };
}

/** How far beyond what is assumed, times what is assumed at most, a number is looked for that nothing bounds. */
const FAR = 3;

/**
 * The range asked for; else the slider's, which says what is thinkable; else all that a share can be. For other units, from
 * what does nothing to three times the 95th percentile of what the scenario assumes.
 */
export function rangeOf(
  input: ProjectionInput,
  question: Pick<SolveQuestion, "lever" | "parameter" | "min" | "max">,
): readonly [min: number, max: number] {
  const lever = input.scenario.levers.find((l) => l.id === question.lever);
  const parameter = lever && leverKind(lever.kind)?.parameters[question.parameter];
  invariant(lever && parameter, `${question.lever}.${question.parameter} is known`);
  const slider =
    lever.slider?.of === question.parameter ? lever.slider : usualRange(lever, question.parameter, parameter);
  return [question.min ?? slider.min, question.max ?? slider.max];
}

function usualRange(lever: Lever, name: string, parameter: LeverParameter) {
  if (parameter.unit === "share") return parameter;
  const given = lever.parameters[name] ?? { kind: "fixed", value: parameter.default ?? parameter.min };
  const [low, high] = [0.05, 0.95].map((u) => distributionQuantile(given, u));
  // A factor or a ratio of 1 does nothing; of everything else, 0 does.
  const nothing = parameter.unit === "number" ? 1 : 0;
  // Two digits: the ends of a search are read by people.
  const inside = (value: number) => Math.min(parameter.max, Math.max(parameter.min, Number(value.toPrecision(2))));
  const min = inside(Math.min(nothing, low));
  const max = inside(Math.max(nothing, FAR * high));
  // What is assumed may itself do nothing: then all that the number can be is looked through.
  return max > min ? { min, max } : parameter;
}

/** A chance that it takes a projection to find. */
type Chance<T = number> = Generator<undefined, T>;

/** Finds the neighbouring points of the frontier between which the probability is reached, on all draws. */
function* bracket(
  frontier: LeverSolution["frontier"],
  probability: number,
  at: (part: number) => Chance,
): Chance<[number, number]> {
  const parts = frontier.length - 1;
  let above = Math.max(
    1,
    frontier.findIndex((p) => p.probability >= probability),
  );
  while (above > 1 && (yield* at((above - 1) / parts)) >= probability) above--;
  while (above < parts && (yield* at(above / parts)) < probability) above++;
  return [(above - 1) / parts, above / parts];
}

/** Rounds towards the stronger side with ever more digits, until `accept` takes the value. */
function* shortest(value: number, up: boolean, accept: (value: number) => Chance<number | null>) {
  const size = Math.floor(Math.log10(Math.abs(value) || 1));
  for (let digits = 2; digits <= 8; digits++) {
    // A power with a whole exponent on one side keeps 0.63 from becoming 0.6300000000000001.
    const decimals = digits - 1 - size;
    const scale = 10 ** Math.abs(decimals);
    const scaled = decimals >= 0 ? value * scale : value / scale;
    const whole = up ? Math.ceil(scaled) : Math.floor(scaled);
    const rounded = decimals >= 0 ? whole / scale : whole * scale;
    const probability = yield* accept(rounded);
    if (probability !== null) return { value: rounded, probability };
  }
  return null;
}

/** Says what keeps a lever from reaching more: the pool of people, the number's own nature, or the range asked for. */
function limitOf(
  input: ProjectionInput,
  goal: Goal,
  question: SolveQuestion,
  value: number,
  parameter: LeverParameter,
  cache: PathCache,
): LeverSolution["limit"] {
  const target = input.scenario.levers.find((l) => l.id === question.lever)?.target ?? "";
  const { cut } = simulate(forGoal(withValue(input, question, value), goal, input.run.draws), cache);
  if ((cut.get(target) ?? 0) > BINDING) return "pool";
  return value <= parameter.min || value >= parameter.max ? "nature" : "range";
}

/** The first 31 December on which a goal's value is reached with a probability. */
export interface EarliestYear {
  /** Null where no simulated year reaches it. */
  readonly year: number | null;
  /** By simulated year: probability that the goal's value stands on its 31 December. */
  readonly probabilities: readonly { readonly year: number; readonly probability: number }[];
}

/** Finds the earliest simulated year at whose end a goal's value is reached with a probability. */
export function earliestYear(
  input: ProjectionInput,
  goal: Goal,
  probability: number,
  cache: PathCache = new Map(),
): EarliestYear {
  const years = Array.from({ length: input.run.horizon - input.firstYear + 1 }, (_, i) => input.firstYear + i);
  const dated = years.map((year) => ({ ...goal, year }));
  const latest = { ...goal, year: input.run.horizon };
  const worth = judgeGoals(forGoal(input, latest, input.run.draws), dated, cache);
  const probabilities = years.map((year, i) => ({ year, probability: worth[i].probability }));
  return { year: probabilities.find((p) => p.probability >= probability)?.year ?? null, probabilities };
}
