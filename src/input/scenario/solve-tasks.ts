import type { Lever, LeverNumber, SolveTask } from "../../core/domain.ts";
import { strengthOf } from "../../core/goals/levers-behind.ts";
import { mixFault } from "../../core/goals/mix-fault.ts";
import { leverKind } from "../../core/levers/index.ts";
import type { Placed } from "../check-shape.ts";
import { didYouMean } from "../nearest.ts";
import type { Problems } from "../problems.ts";
import type { ScenarioFile } from "../schema/scenario-shape.ts";
import { dotted, isMap, type Path, valueAtPath } from "../yaml-tree.ts";

/** Turns the questions of a file into those of the domain; each names numbers of levers that are in force. */
export function buildSolveTasks(
  file: ScenarioFile,
  levers: readonly Lever[],
  placed: Placed,
  problems: Problems,
): SolveTask[] {
  return (file.solve ?? []).flatMap(({ lever, mix, goal, probability }, i): SolveTask[] => {
    const at = ["solve", i];
    if ((lever === undefined) === (mix === undefined)) {
      problems.error("scenario/solve", placed.valueAt(at), `solve[${i}] must ask for one lever or for one mix`, {
        path: `solve[${i}]`,
        hint: "write {lever: drive.takeUp, goal: ..., probability: 80%} or {mix: [drive, subsidy], ...}",
      });
      return [];
    }
    const words = mix ?? [lever as string];
    const numbers = words.flatMap((word, k) => {
      const path = mix === undefined ? [...at, "lever"] : [...at, "mix", k];
      return numberOf(word, levers, path, placed, problems) ?? [];
    });
    if (numbers.length < words.length) return [];
    const ids = numbers.map((number) => number.lever);
    const fault = mix === undefined ? null : mixFault(ids, levers);
    if (fault !== null) {
      problems.error("scenario/solve-mix", placed.valueAt([...at, "mix"]), fault, { path: `solve[${i}].mix` });
      return [];
    }
    return [{ goal, probability, numbers, mix: mix !== undefined, place: placed.valueAt(at) }];
  });
}

/** Checks that what is to be found names levers and numbers that are there; on raw values, where other things are wrong. */
export function checkSolve(placed: Placed, problems: Problems): void {
  const items = valueAtPath(placed.value, ["solve"]);
  const levers = Object.entries(mapOf(valueAtPath(placed.value, ["levers"]))).flatMap(([id, lever]) =>
    isMap(lever) && lever.enabled !== false ? [{ id, kind: String(lever.kind) }] : [],
  );
  (Array.isArray(items) ? items : []).forEach((item, i) => {
    const { lever, mix } = mapOf(item);
    const named = Array.isArray(mix)
      ? mix.map((word, k) => [word, ["mix", k]] as const)
      : [[lever, ["lever"]] as const];
    // Without a name of its number the lever's whole shape would have to be right.
    for (const [word, path] of named)
      if (typeof word === "string" && (word.includes(".") || !levers.some(({ id }) => id === word)))
        numberOf(word, levers, ["solve", i, ...path], placed, problems);
  });
}

const mapOf = (value: unknown): Readonly<Record<string, unknown>> => (isMap(value) ? value : {});

/** Reads `drive.takeUp`, or `drive` for the number that says how strong it is. */
function numberOf(
  word: string,
  levers: readonly Pick<Lever, "id" | "kind">[],
  path: Path,
  placed: Placed,
  problems: Problems,
): LeverNumber | null {
  const [id, name] = word.split(".");
  const lever = levers.find((l) => l.id === id);
  const refuse = (code: string, message: string, hint: string) => {
    problems.error(`scenario/${code}`, placed.valueAt(path), message, { path: dotted(path), hint });
    return null;
  };
  if (!lever) {
    const ids = levers.map((l) => l.id);
    const hint = ids.length === 0 ? "the scenario has no levers" : didYouMean(id, ids);
    return refuse("unknown-lever", `there is no lever ${JSON.stringify(id)} in force`, hint);
  }
  const parameters = Object.keys(leverKind(lever.kind)?.parameters ?? {});
  const parameter = name ?? strengthOf(lever as Lever);
  if (parameters.includes(parameter)) return { lever: id, parameter };
  return refuse(
    "unknown-parameter",
    `${id} has no number ${JSON.stringify(parameter)}`,
    parameters.length === 0 ? "its values are stated year by year" : didYouMean(parameter, parameters),
  );
}
