import { resolve } from "node:path";
import type { Goal, LeverNumber, ProjectionInput, SolveTask } from "../../core/domain.ts";
import { leversBehind, strengthOf } from "../../core/goals/levers-behind.ts";
import { mixFault } from "../../core/goals/mix-fault.ts";
import { earliestYear, solveLever } from "../../core/goals/solve.ts";
import { MOST_IN_MIX, solveMix } from "../../core/goals/solve-mix.ts";
import { leverKind } from "../../core/levers/index.ts";
import type { PathCache } from "../../core/project.ts";
import { readTypedNumber } from "../../input/typed-number.ts";
import { chooseLanguage } from "../choose-language.ts";
import { type ExitCode, exitCodes, type GlobalOptions, type Session, UsageError } from "../command.ts";
import { writeFiles } from "../files/io.ts";
import { prepareScenario } from "../run/project-scenarios.ts";
import { runSettings, type SettingOptions } from "../settings.ts";
import { openProgress } from "../show/progress.ts";
import { showAside } from "../show/show-aside.ts";
import { type Solved, showSolutions } from "../show/show-solutions.ts";
import { suggest } from "../usage.ts";
import { openNamed } from "./named-scenarios.ts";
import { solvedScenario } from "./solved-scenario.ts";

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

/** Solves what was asked for, prints it, and writes the answer as a scenario where it is wanted. */
export async function solveJourney(options: SolveOptions & GlobalOptions, session: Session): Promise<ExitCode> {
  const { terminal, cwd } = session;
  const { study, named } = openNamed([options.scenario], { workspace: options.workspace, cwd });
  showAside(study, terminal);
  const language = chooseLanguage(options.locale, study.workspace.locale);
  const input = prepareScenario(study, named[0].scenario, runSettings(study.workspace.run, options));
  const questions = questionsOf(input, options, study.workspace.headlineGoals);
  const answersWanted = questions.reduce((sum, { mix, numbers }) => sum + (mix ? 1 : numbers.length), 0);
  if (options.save !== undefined && answersWanted !== 1)
    throw new UsageError("--save writes one answer: name one --lever, or ask for the cheapest --mix");

  const cache: PathCache = new Map();
  const progress = openProgress(questions.length + answersWanted, terminal.watched);
  const solved = questions.map(({ goal, probability, numbers, mix: isMix }): Solved => {
    const earliest = earliestYear(input, goal, probability, cache);
    progress.step(goal.id);
    const question = { goal: goal.id, probability };
    const mix = isMix ? solveMix(input, { ...question, numbers }, cache) : null;
    const solutions = isMix
      ? []
      : numbers.map((number) => {
          const solution = solveLever(input, { ...question, ...number }, cache);
          progress.step(`${number.lever}.${number.parameter}`);
          return solution;
        });
    return { input, goal, probability, earliest, solutions, mix };
  });
  progress.stop();

  if (options.json) {
    const all = solved.map(({ input: { scenario }, ...answer }) => ({ scenario: scenario.id, ...answer }));
    terminal.print(JSON.stringify(all.length === 1 ? all[0] : all, null, 2));
  } else
    solved.forEach((one, i) => {
      if (i > 0) terminal.print("");
      showSolutions(one, language, terminal);
    });
  if (options.save !== undefined) {
    const path = resolve(cwd, options.save);
    const [{ goal, probability, mix, solutions }] = solved;
    const answers = mix?.levers ?? solutions;
    writeFiles([{ path, content: solvedScenario(input, goal, probability, answers, path) }]);
    if (!options.json) terminal.print(`\nWrote ${options.save}:  covercast run takes it from the folder of scenarios`);
  }
  return exitCodes.done;
}

interface Question {
  readonly goal: Goal;
  readonly probability: number;
  readonly numbers: readonly LeverNumber[];
  readonly mix: boolean;
}

/** What the command line asks; where it names neither goal nor levers, what the scenario asks of itself. */
function questionsOf(input: ProjectionInput, options: SolveOptions, headlines: readonly string[]): Question[] {
  const tasks = input.scenario.solve ?? [];
  const asked = options.probability === undefined ? null : readProbability(options.probability);
  if (tasks.length > 0 && options.goal === undefined && options.lever === undefined && !options.mix)
    return together(tasks).map((task) => ({
      ...task,
      goal: pickGoal(input, task.goal, headlines),
      probability: asked ?? task.probability,
    }));
  const goal = pickGoal(input, options.goal, headlines);
  const probability = asked ?? tasks.find((t) => t.goal === goal.id)?.probability ?? USUAL_PROBABILITY;
  const named = (options.lever ?? []).map((word) => readNumber(word, input));
  const numbers = named.length > 0 ? named : usualNumbers(input, goal);
  if (options.mix) {
    const fault = mixFault(
      numbers.map((number) => number.lever),
      input.scenario.levers,
    );
    if (fault !== null)
      throw new UsageError(numbers.length > MOST_IN_MIX ? `${fault}: name them, each with --lever` : fault);
  }
  return [{ goal, probability, numbers, mix: options.mix }];
}

/** Joins questions about single numbers that ask for the same of the same goal. */
function together(tasks: readonly SolveTask[]): SolveTask[] {
  const joined: SolveTask[] = [];
  for (const task of tasks) {
    const same = joined.findIndex(
      (t) => !task.mix && !t.mix && t.goal === task.goal && t.probability === task.probability,
    );
    if (same < 0) joined.push(task);
    else joined[same] = { ...joined[same], numbers: [...joined[same].numbers, ...task.numbers] };
  }
  return joined;
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

function readProbability(word: string): number {
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
