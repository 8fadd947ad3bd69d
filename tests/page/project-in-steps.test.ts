import { expect, test } from "vitest";
import { project } from "../../src/core/project.ts";
import { RecentCache } from "../../src/core/sweep/recent-cache.ts";
import { projectInSteps } from "../../src/page/project-in-steps.ts";
import { lever, projectionInput } from "../core/projection-input.ts";

const drive = lever("drive", "points", "formal", { parameters: { perYear: { kind: "fixed", value: 0.01 } } });

test.each([
  ["with a measure", [drive]],
  ["without measures", []],
])("steps come to the figures of one go, a scheme at a time, %s", (_, levers) => {
  const input = projectionInput(levers);
  const cache = new RecentCache();
  const steps = projectInSteps(input, cache);
  let pauses = 0;
  let step = steps.next();
  for (; !step.done; step = steps.next()) pauses++;
  expect(step.value).toEqual(project(input));
  expect(pauses).toBe(input.schemes.length * (levers.length + 1) + 1);
});
