import { resolve } from "node:path";
import type { Goal, MixSolution, ProjectionInput, SolveQuestion } from "../core/domain.ts";
import { leversBehind, strengthOf } from "../core/goals/levers-behind.ts";
import { earliestYear, solveLever } from "../core/goals/solve.ts";
import { MOST_IN_MIX, solveMix } from "../core/goals/solve-mix.ts";
import { leverKind } from "../core/levers/index.ts";
import type { PathCache } from "../core/project.ts";
import { readTypedNumber } from "../input/typed-number.ts";
import { chooseLanguage } from "./choose-language.ts";
import { type ExitCode, exitCodes, type GlobalOptions, type Session, UsageError } from "./command.ts";
import { writeFiles } from "./io.ts";
import { openNamed } from "./named-scenarios.ts";
import { openProgress } from "./progress.ts";
import { prepareScenario } from "./project-scenarios.ts";
import { runSettings, type SettingOptions } from "./settings.ts";
import { showAside } from "./show-aside.ts";
import { showSolutions } from "./show-solutions.ts";
import { solvedScenario } from "./solved-scenario.ts";
import { suggest } from "./usage.ts";

/** What `solve` may be told. */
export interface SolveOptions extends SettingOptions {
  readonly scenario: string;
  readonly goal?: string;
  readonly probability?: string;
  readonly lever?: readonly string[];
  readonly mix: boolean;
  readonly save?: string;
  readonly locale?: string;
}

/** The chance that a goal is to have where nobody says another. */
const USUAL_PROBABILITY = 0.8;

type LeverNumber = Pick<SolveQuestion, "lever" | "parameter" | "min" | "max">;

/** Solves what was asked for, prints it, and writes the answer as a scenario where it is wanted. */
export async function solveJourney(options: SolveOptions & GlobalOptions, session: Session): Promise<ExitCode> {
  const { terminal, cwd } = session;
  const { study, named } = openNamed([options.scenario], { workspace: options.workspace, cwd });
  showAside(study, terminal);
  const language = chooseLanguage(options.locale, study.workspace.locale);
  const input = prepareScenario(study, named[0].scenario, runSettings(study.workspace.run, options));
  const goal = pickGoal(input, options.goal, study.workspace.headlineGoals);
  const probability = readProbability(options.probability);
  const asked = (options.lever ?? []).map((word) => readNumber(word, input));
  const numbers = asked.length > 0 ? asked : usualNumbers(input, goal);
  if (options.mix) refuseMix(numbers, input);
  if (options.save !== undefined && !options.mix && numbers.length !== 1)
    throw new UsageError("--save writes one answer: name one --lever, or ask for the cheapest --mix");

  const cache: PathCache = new Map();
  const progress = openProgress(options.mix ? 2 : numbers.length + 1, terminal.watched);
  const earliest = earliestYear(input, goal, probability, cache);
  progress.step(goal.id);
  const question = { goal: goal.id, probability };
  const mix: MixSolution | null = options.mix ? solveMix(input, { ...question, numbers }, cache) : null;
  const solutions = mix
    ? []
    : numbers.map((number) => {
        const solution = solveLever(input, { ...question, ...number }, cache);
        progress.step(`${number.lever}.${number.parameter}`);
        return solution;
      });
  progress.stop();

  if (options.json) {
    const { id } = input.scenario;
    terminal.print(JSON.stringify({ scenario: id, goal, probability, earliest, solutions, mix }, null, 2));
  } else showSolutions({ input, goal, probability, earliest, solutions, mix }, language, terminal);
  const answers = mix?.levers ?? solutions;
  if (options.save !== undefined) {
    const path = resolve(cwd, options.save);
    writeFiles([{ path, content: solvedScenario(input, goal, probability, answers, path) }]);
    if (!options.json) terminal.print(`\nWrote ${options.save}:  covercast run takes it from the folder of scenarios`);
  }
  return exitCodes.done;
}

/** Finds the goal asked for, or the first headline goal that a simulated year ends with. */
function pickGoal(input: ProjectionInput, asked: string | undefined, headlines: readonly string[]): Goal {
  const open = input.goals.filter((g) => g.year >= input.firstYear && g.year <= input.run.horizon);
  if (open.length === 0)
    throw new UsageError(`No goal falls into the simulated years, ${input.firstYear} to ${input.run.horizon}.`);
  if (asked === undefined) return headlines.flatMap((id) => open.find((g) => g.id === id) ?? [])[0] ?? open[0];
  const found = open.find((g) => g.id === asked);
  if (found) return found;
  const past = input.goals.find((g) => g.id === asked);
  const ids = open.map(({ id }) => id);
  throw new UsageError(
    past
      ? `The goal ${asked} is of ${past.year}, and only ${input.firstYear} to ${input.run.horizon} are simulated.\nOpen goals: ${ids.join(", ")}`
      : `There is no goal ${asked}.${suggest(asked, ids)}\nOpen goals: ${ids.join(", ")}`,
  );
}

function readProbability(word: string | undefined): number {
  if (word === undefined) return USUAL_PROBABILITY;
  const read = readTypedNumber("share", word, { min: 0.01, max: 0.99 });
  if ("value" in read) return read.value;
  throw new UsageError(`--probability must be a chance from 1% to 99%, such as 80%, not ${word}`);
}

/** Reads `drive.takeUp` or `drive.takeUp=10%..60%`. */
function readNumber(word: string, input: ProjectionInput): LeverNumber {
  const [name = "", range] = word.split("=");
  const dot = name.lastIndexOf(".");
  const id = dot < 0 ? name : name.slice(0, dot);
  const { levers } = input.scenario;
  const lever = levers.find((l) => l.id === id);
  if (lever === undefined) {
    const ids = levers.map((l) => l.id);
    if (ids.length === 0)
      throw new UsageError(`${input.scenario.id} has no levers, so that nothing can be solved for.`);
    throw new UsageError(`${input.scenario.id} has no lever ${id}.${suggest(id, ids)}\nIts levers: ${ids.join(", ")}`);
  }
  const parameters = leverKind(lever.kind)?.parameters ?? {};
  const parameter = dot < 0 ? strengthOf(lever) : name.slice(dot + 1);
  const known = Object.keys(parameters);
  if (!known.includes(parameter))
    throw new UsageError(
      `${id} has no number ${parameter}.${suggest(parameter, known)}\nIts numbers: ${known.join(", ")}`,
    );
  if (range === undefined) return { lever: id, parameter };
  const ends = range.split("..").map((end) => readTypedNumber(parameters[parameter].unit, end, parameters[parameter]));
  const [min, max] = ends.map((end) => ("value" in end ? end.value : Number.NaN));
  if (ends.length !== 2 || !(min < max))
    throw new UsageError(`${word}: a range is written low..high in the number's own unit, such as 10%..60%`);
  return { lever: id, parameter, min, max };
}

/** The strength of every lever that can reach the goal. */
function usualNumbers(input: ProjectionInput, goal: Goal): LeverNumber[] {
  return leversBehind(input, goal).map((lever) => ({ lever: lever.id, parameter: strengthOf(lever) }));
}

function refuseMix(numbers: readonly LeverNumber[], input: ProjectionInput) {
  const ids = numbers.map((n) => n.lever);
  if (numbers.length < 2 || numbers.length > MOST_IN_MIX)
    throw new UsageError(
      `A mix is made of two to ${MOST_IN_MIX} levers, not ${numbers.length}: name them, each with --lever`,
    );
  if (new Set(ids).size < ids.length) throw new UsageError("A mix takes each lever once");
  const levers = input.scenario.levers.filter((l) => ids.includes(l.id));
  const costless = levers.filter((l) => !l.unitCost).map((l) => l.id);
  if (costless.length > 0)
    throw new UsageError(
      `No unitCost is stated for ${costless.join(" and ")}: without it nobody can say which mix is the cheapest`,
    );
  const currencies = [...new Set(levers.map((l) => l.unitCost?.currency))];
  if (currencies.length > 1)
    throw new UsageError(`The unit costs are in different money, ${currencies.join(" and ")}: state them in one`);
  const headless = levers.filter((l) => leverKind(l.kind)?.target === "base" && l.unitCost?.per !== "year");
  if (headless.length > 0)
    throw new UsageError(
      `${headless.map((l) => l.id).join(" and ")} acts on a base, whose people are nobody's cost by the head: state its unitCost per year`,
    );
}
