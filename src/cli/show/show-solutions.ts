import type { Goal, LeverSolution, MixSolution, ProjectionInput } from "../../core/domain.ts";
import type { EarliestYear } from "../../core/goals/solve.ts";
import type { Language } from "../../report/language.ts";
import {
  earliestText,
  leverTitle,
  mixText,
  moneyText,
  parameterOf,
  solutionText,
  solvedValue,
} from "../../report/solution-text.ts";
import { layOutTable } from "./table.ts";
import type { Terminal } from "./terminal.ts";

/** Characters of a bar that stands for certainty. */
const REACH = 20;

/** What was solved for one goal. */
export interface Solved {
  readonly input: ProjectionInput;
  readonly goal: Goal;
  readonly probability: number;
  readonly earliest: EarliestYear;
  readonly solutions: readonly LeverSolution[];
  readonly mix: MixSolution | null;
}

/** Prints what it would take in sentences, each with its frontier as bars, then when the goal is reached as it is. */
export function showSolutions(solved: Solved, language: Language, { paint, print, width }: Terminal): void {
  const { input, goal, probability, earliest, solutions, mix } = solved;
  print(paint.bold(language.local(input.scenario.title)));
  print("");
  for (const solution of solutions) {
    print(solutionText(language, input, solution));
    print("");
    const rows = solution.frontier.map((point) => [
      solvedValue(language, parameterOf(input, solution), Number(point.value.toPrecision(3))),
      language.probability(point.probability, null),
      bar(point.probability, solution.probability, paint),
    ]);
    const head = [
      `${leverTitle(language, input, solution.lever)}: ${solution.parameter}`,
      language.say("column.chance"),
      "",
    ];
    print(layOutTable(head, rows, [0, 1], width - 2).replace(/^/gm, "  "));
    print("");
  }
  if (mix) {
    print(mixText(language, input, mix));
    if (mix.frontier.length > 0) {
      print("");
      const rows = mix.frontier.map((point) => [
        language.percent(point.probability, 0),
        moneyText(language, point.cost, mix.currency),
        ...point.levers.map((l) => solvedValue(language, parameterOf(input, l), Number(l.value.toPrecision(3)))),
      ]);
      const head = [
        language.say("column.chance"),
        language.say("column.cost"),
        ...mix.levers.map((l) => leverTitle(language, input, l.lever)),
      ];
      print(
        layOutTable(
          head,
          rows,
          head.map((_, i) => i),
          width - 2,
        ).replace(/^/gm, "  "),
      );
      print("");
      print(language.say("solve.mixNote"));
    }
    print("");
  }
  if (solutions.length === 0 && mix === null) print(`${language.say("scenario.noLevers")}\n`);
  print(earliestText(language, input, goal, probability, earliest));
}

/** A bar as long as a chance, with a mark where the chance asked for stands. */
function bar(chance: number, asked: number, paint: Terminal["paint"]): string {
  const length = Math.round(chance * REACH);
  const mark = Math.round(asked * REACH);
  const cells = Array.from({ length: REACH + 1 }, (_, i) => (i === mark ? "│" : i < length ? "▪" : " ")).join("");
  return (chance >= asked ? paint.green : String)(cells.trimEnd());
}
