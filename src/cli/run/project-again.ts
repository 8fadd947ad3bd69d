import { createHash } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import { type AnalysisRequest, analyse } from "../../core/analyse.ts";
import type { Projection, ProjectionInput } from "../../core/domain.ts";
import { project } from "../../core/project.ts";
import type { KeptWork } from "./kept-work.ts";
import type { RecentMap } from "./recent-map.ts";

type Kept = Pick<KeptWork, "projections" | "analyses" | "paths" | "fits">;

/**
 * Projects and explains inputs with what earlier runs have left: an input that is the same to the last sign is not
 * projected again, and one that differs shares what is the same in it. Whoever is `hurried` goes without explanations
 * that are not there yet. Between two inputs others get their turn, so that a server answers.
 */
export async function projectAgain(
  inputs: readonly ProjectionInput[],
  requests: readonly AnalysisRequest[],
  { hurried, projections, analyses, paths, fits }: Kept & { readonly hurried: boolean },
  done: (index: number) => void,
): Promise<Projection[]> {
  const results: Projection[] = [];
  // All scenarios of a study share these.
  const study = fingerprint(JSON.stringify([requests[0]?.observations, requests[0]?.prepared.histories]));
  const settings = fingerprint(JSON.stringify(requests[0]?.prepared.workspace));
  const reference = fingerprint(JSON.stringify(requests.find((request) => request.reference)?.reference ?? null));
  for (const [index, input] of inputs.entries()) {
    const key = fingerprint(JSON.stringify(input));
    const projection = again(projections, key, paths, () => project(input, paths));
    const analysisKey = [key, study, settings, reference, requests[index].thorough].join();
    const analysis =
      hurried && !analyses.has(analysisKey)
        ? undefined
        : again(analyses, analysisKey, paths, () => analyse(input, requests[index], fits, paths));
    results.push(analysis === undefined ? projection : { ...projection, analysis });
    done(index);
    await setImmediate();
  }
  return results;
}

/** Takes what is kept, and with it all that it was made of; or makes it and keeps it. */
function again<T>(
  known: RecentMap<{ readonly result: T; readonly keys: readonly string[] }>,
  key: string,
  paths: KeptWork["paths"],
  make: () => T,
): T {
  const before = known.get(key);
  if (before) paths.use(before.keys);
  const made = before ?? paths.asking(make);
  if (!before) known.set(key, made);
  return made.result;
}

const fingerprint = (text = "") => createHash("sha256").update(text, "utf8").digest("base64");
