import { expect, test } from "vitest";
import { describeFinding, fuzz } from "./run.ts";

/** The same cases in every run of the tests; `node scripts/fuzz.mjs` goes through as many others as one likes. */
const seed = 20241121;

test("whatever is done to good files, they are projected in whole numbers or refused with a place, and nothing breaks", async () => {
  const { findings, outcomes } = await fuzz({ seed, cases: 120, quick: true, throughCli: 60 });
  expect(findings.map((finding) => describeFinding(finding, seed))).toEqual([]);
  // The mutations would prove nothing if all of them were refused, or none.
  expect(Math.min(outcomes.accepted, outcomes.refused)).toBeGreaterThan(20);
}, 600_000);
