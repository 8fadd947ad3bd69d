import type { Distribution, Goal, LeverSolution, MixSolution, ProjectionInput, UnitCost } from "../core/domain.ts";
import type { EarliestYear } from "../core/goals/solve.ts";
import { leverKind } from "../core/levers/index.ts";
import type { LeverParameter } from "../core/levers/lever.ts";
import { distributionQuantile } from "../core/numeric/distribution.ts";
import { distributionText } from "./distribution-text.ts";
import { goalReach } from "./goal-text.ts";
import type { Language } from "./language.ts";

/** Says what one number of a lever must be, or what stands in the way. */
export function solutionText(language: Language, input: ProjectionInput, solution: LeverSolution): string {
  const lever = leverOf(input, solution.lever);
  const given = lever?.parameters[solution.parameter];
  const parameter = parameterOf(input, solution);
  const words = {
    lever: leverTitle(language, input, solution.lever),
    number: parameter ? language.local(parameter.describe) : solution.parameter,
    value: solvedValue(language, parameter, solution.value),
    goal: datedGoal(language, input, solution.goal),
    probability: language.percent(solution.probability, 0),
    p: language.probability(solution.reached, null),
    assumed: given
      ? language.say(isBeyond(given, solution.value) ? "solve.assumedLess" : "solve.assumed", {
          assumed: distributionText(language, parameter, given),
        })
      : "",
    limit: solution.limit ? language.say(`solve.limit.${solution.limit}`) : "",
  };
  if (solution.status !== "solved") return language.say(`solve.${solution.status}`, words).trim();
  const [weakest, strongest] = [solution.frontier[0]!, solution.frontier.at(-1)!];
  const up = strongest.value > weakest.value;
  return language.say(up ? "solve.solvedUp" : "solve.solvedDown", words).trim();
}

/** Says which mix of levers is the cheapest and what it costs, or that none does it. */
export function mixText(language: Language, input: ProjectionInput, solution: MixSolution): string {
  const goal = input.goals.find((g) => g.id === solution.goal);
  const words = {
    goal: datedGoal(language, input, solution.goal),
    probability: language.percent(solution.probability, 0),
    p: language.probability(solution.reached, null),
    year: goal?.year ?? "",
    cost: moneyText(language, solution.cost, solution.currency),
    levers: solution.levers
      .map((part) =>
        language.say("solve.mixPart", {
          lever: leverTitle(language, input, part.lever),
          value: solvedValue(language, parameterOf(input, part), part.value),
          cost: moneyText(language, part.cost, solution.currency),
        }),
      )
      .join(", "),
  };
  const key = { solved: "solve.mix", already: "solve.mixAlready", beyond: "solve.mixBeyond" } as const;
  return language.say(key[solution.status], words);
}

/** Says by the end of which year a goal's value is reached with a probability. */
export function earliestText(
  language: Language,
  input: ProjectionInput,
  goal: Goal,
  probability: number,
  { year, probabilities }: EarliestYear,
): string {
  const best = probabilities.reduce((top, p) => (p.probability > top.probability ? p : top));
  const words = {
    goal: language.say("solve.goal", {
      scheme: schemeTitle(language, input, goal),
      value: goalReach(language, goal),
    }),
    probability: language.percent(probability, 0),
    year: year ?? "",
    horizon: probabilities.at(-1)!.year,
    best: best.year,
    p: language.probability(best.probability, null),
  };
  return language.say(year === null ? "solve.never" : "solve.earliest", words);
}

/** Prints a value with as many digits as it was solved to: rounding it further would miss what it was solved for. */
export function solvedValue(language: Language, parameter: LeverParameter | undefined, value: number): string {
  const decimals = (of: number) => {
    for (let d = 0; d < 8; d++) if (Math.abs(of * 10 ** d - Math.round(of * 10 ** d)) < 1e-6) return d;
    return 8;
  };
  const unit = parameter?.unit;
  if (unit === "people") return language.integer(value);
  const isPercent = unit === "share" || (unit === "rate-per-year" && (parameter?.max ?? 0) <= 1);
  if (isPercent) return language.percent(value, decimals(value * 100));
  const number = language.decimal(value, decimals(value));
  if (unit === "points-per-year")
    return language.say("unit.points", { n: language.decimal(value * 100, decimals(value * 100)) });
  return unit === "years" ? language.say("unit.years", { n: number }) : number;
}

/** Prints a sum of money to three digits: `1,230 billion VND`. */
export function moneyText(language: Language, amount: number, currency: UnitCost["currency"]): string {
  const [size, key] =
    Math.abs(amount) >= 1e9
      ? ([1e9, "solve.billion"] as const)
      : Math.abs(amount) >= 1e6
        ? ([1e6, "solve.million"] as const)
        : ([1, "solve.money"] as const);
  const rounded = Number((amount / size).toPrecision(3));
  const n = language.decimal(rounded, rounded % 1 === 0 ? 0 : Math.abs(rounded) < 10 ? 2 : 1);
  return language.say(key, { n, currency });
}

/** The title of a lever, or of its kind where it has none. */
export function leverTitle(language: Language, input: ProjectionInput, id: string): string {
  const lever = leverOf(input, id);
  const title = lever?.title ?? leverKind(lever?.kind ?? "")?.label;
  return title ? language.local(title) : id;
}

/** Tells whether a value lies outside what a scenario holds possible, one time in twenty left out on either side. */
const isBeyond = (given: Distribution, value: number) =>
  given.kind !== "fixed" && (value < distributionQuantile(given, 0.05) || value > distributionQuantile(given, 0.95));

const leverOf = (input: ProjectionInput, id: string) => input.scenario.levers.find((l) => l.id === id);

/** A number of a lever as its kind describes it. */
export const parameterOf = (input: ProjectionInput, { lever, parameter }: { lever: string; parameter: string }) =>
  leverKind(leverOf(input, lever)?.kind ?? "")?.parameters[parameter];

function schemeTitle(language: Language, input: ProjectionInput, goal: Goal): string {
  const scheme = input.schemes.find((s) => s.id === goal.scheme);
  return scheme ? language.local(scheme.title) : goal.scheme;
}

function datedGoal(language: Language, input: ProjectionInput, id: string): string {
  const goal = input.goals.find((g) => g.id === id);
  if (goal === undefined) return id;
  const words = { scheme: schemeTitle(language, input, goal), value: goalReach(language, goal), year: goal.year };
  return language.say("solve.goalBy", words);
}
