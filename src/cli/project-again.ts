import { setImmediate } from "node:timers/promises";
import type { Projection, ProjectionInput } from "../core/domain.ts";
import { project } from "../core/project.ts";
import { type AnalysisRequest, analyse } from "./analyse.ts";
import type { KeptWork } from "./kept-work.ts";

/**
 * Projects and explains inputs with what earlier runs have left: an input that is the same to the last sign is not projected again,
 * and one that differs shares what is the same in it. Between two inputs others get their turn, so that a server answers.
 */
export async function projectAgain(
  inputs: readonly ProjectionInput[],
  analyses: readonly AnalysisRequest[],
  { projections, paths, fits }: Pick<KeptWork, "projections" | "paths" | "fits">,
  done: (index: number) => void,
): Promise<Projection[]> {
  const results: Projection[] = [];
  for (const [index, input] of inputs.entries()) {
    const { prepared, ...asked } = analyses[index];
    const key = JSON.stringify([input, prepared.histories, prepared.workspace.headlineGoals, asked]);
    const known = projections.get(key);
    if (known) paths.use(known.keys);
    const made =
      known ??
      paths.asking(() => ({
        ...project(input, paths),
        analysis: analyse(input, analyses[index], fits, paths),
      }));
    if (!known) projections.set(key, made);
    results.push(made.result);
    done(index);
    await setImmediate();
  }
  return results;
}
