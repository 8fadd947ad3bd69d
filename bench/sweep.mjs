import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { report, timeProgram } from "./measure.mjs";

/** What a sweep of 1,000 points of 5 schemes, 1,000 draws each, to 2035 may take on two cores. */
const BUDGET_MS = 30_000;

const suite = `schema: 1
id: bench
title: 1,000 points of everything at once
draws: 1000
sweeps:
  all:
    scenario: reform-package
    method: latin-hypercube
    points: 1000
    vary:
      levers.owners-who-declare.compliance: {min: 10%, max: 90%}
      levers.decree-159.takeUp: {min: 0.5%, max: 10%}
      levers.contracts.perYear: {min: 0.1pp, max: 2pp}
      levers.renewals.reduction: {min: 5%, max: 60%}
      world.working-age-labour-force.growth: {min: 0.2%, max: 1.2%}
`;

/**
 * A Latin hypercube that moves every scheme and a base, over the shipped scenario with the most levers: no two points
 * share more than their trends. The whole command is timed, tables and page written.
 */
export default function sweep() {
  const root = mkdtempSync(join(tmpdir(), "covercast-bench-"));
  try {
    for (const part of ["covercast.yaml", "data", "scenarios"]) cpSync(part, join(root, part), { recursive: true });
    mkdirSync(join(root, "suites"));
    writeFileSync(join(root, "suites/bench.yaml"), suite);
    const words = ["dist/cli.js", "sweep", "bench", "--workspace", root, "--quiet", "--workers", "2"];
    const took = timeProgram(process.execPath, words, { maxBuffer: 1 << 24 });
    report("sweep, 1,000 points x 1,000 draws", `${took.toFixed(0)} ms`, `budget: ${BUDGET_MS} ms`, took / BUDGET_MS);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
