import type { Note, Projection, ProjectionInput } from "./domain.ts";
import { attribute } from "./explain/attribution.ts";
import { assess } from "./goals/assess.ts";
import type { PathCache } from "./simulate/path-cache.ts";
import { simulate } from "./simulate/simulate.ts";
import { summarize } from "./simulate/summarize.ts";

export type { PathCache };

/**
 * Runs one projection: simulates the futures, summarizes them, judges the goals. The same function runs on the command
 * line and in the page; the same input gives the same numbers.
 *
 * `cache` lets projections of the same data share their trends and bases. Throws only on a broken invariant: inputs are
 * made by `prepare`, which refuses what is wrong.
 */
export function project(input: ProjectionInput, cache: PathCache = new Map()): Projection {
  const { draws, cut } = simulate(input, cache);
  return {
    schema: "covercast/projection/1",
    input,
    summary: summarize(draws, input.run.bands),
    assessments: input.goals.map((goal) => assess(goal, draws, input)),
    attributions: attribute(input, cache),
    notes: notes(input, cut),
  };
}

function notes(input: ProjectionInput, cut: ReadonlyMap<string, number>): Note[] {
  const found: Note[] = [];
  for (const [scheme, share] of cut) {
    if (share === 0) continue;
    const percent = share < 0.01 ? "<1" : (share * 100).toFixed(0);
    found.push({
      code: "lever/cut-at-ceiling",
      subject: scheme,
      message: {
        en: `In ${percent} % of the draws the levers on ${scheme} ran out of people to enrol and were cut at the ceiling.`,
        vi: `Trong ${percent} % số lần mô phỏng, các đòn bẩy của ${scheme} hết người để vận động và bị chặn ở mức trần.`,
      },
    });
  }
  for (const goal of input.goals) {
    const scheme = input.schemes.find((s) => s.id === goal.scheme);
    const ceiling = scheme?.trend?.ceiling ?? 1;
    if (goal.measure === "coverage" && scheme?.within === null && goal.value >= ceiling)
      found.push({
        code: "goal/at-ceiling",
        subject: goal.id,
        message: {
          en: `The goal ${goal.id} asks for ${goal.value * 100} %, the model's upper limit: coverage comes near it, never to it.`,
          vi: `Mục tiêu ${goal.id} đòi ${goal.value * 100} %, giới hạn trên của mô hình: tỷ lệ bao phủ chỉ tiến gần, không đạt tới.`,
        },
      });
  }
  return found;
}
