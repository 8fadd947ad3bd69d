import type { Scenario } from "../../core/domain.ts";
import type { ComparedScenario } from "../../input/scenario/compare-scenarios.ts";
import { openStudy, type Study } from "../study.ts";
import { pickScenarios } from "./pick-scenarios.ts";

/** Tells whether a word names a file rather than a scenario's id, which has neither folders nor an ending. */
const isPath = (word: string) => /[\\/]|\.ya?ml$/i.test(word);

/**
 * Opens a workspace for scenarios that are named by their ids or by the paths of files, which may lie anywhere.
 *
 * Hands them out in the order of the words. Only these, all that they extend and the reference must be right.
 */
export function openNamed(
  words: readonly string[],
  {
    workspace,
    cwd,
    asOf = null,
  }: { readonly workspace: string | undefined; readonly cwd: string; readonly asOf?: string | null },
): { readonly study: Study; readonly named: readonly ComparedScenario[] } {
  const paths = words.filter(isPath);
  const ids = words.filter((word) => !isPath(word));
  const study = openStudy({ workspace, cwd, asOf, only: ids, guests: paths });
  const guests = [...study.guests];
  const known = new Map(pickScenarios(study.scenarios, ids).map((scenario) => [scenario.id, scenario]));
  const named = words.map((word) => {
    const scenario = (isPath(word) ? guests.shift() : known.get(word)) as Scenario;
    return { scenario, placed: study.effective.get(scenario) as ComparedScenario["placed"] };
  });
  return { study, named };
}
