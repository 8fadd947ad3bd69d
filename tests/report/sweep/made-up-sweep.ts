import type { Goal, LocalText, Suite, Sweep, SweepMethod, SweepVariable } from "../../../src/core/domain.ts";
import { goalAt, type RecordShape, recordLength } from "../../../src/core/sweep/point-record.ts";
import { sweepPoints } from "../../../src/core/sweep/sweep-points.ts";
import type { SweepPart, SweepRun } from "../../../src/core/sweep/sweep-run.ts";

const shape: RecordShape = { schemes: ["pension"], years: [2029, 2030], goals: ["pension-2030", "health-2030"] };
const title = (words: string): LocalText => ({ en: words, vi: `${words} (vi)` });

const variable = (name: string, values: readonly number[]): SweepVariable => ({
  key: `levers.drive.${name}`,
  section: "levers",
  subject: "drive",
  name,
  unit: name === "people" ? "people" : "share",
  title: title(`Drive: ${name}`),
  values,
  spread: { kind: "uniform", low: 0, high: 1 },
  limits: { min: 0, max: 1 },
});

/** A part whose first goal's chance is the mean of what is moved, and whose second never moves. */
function partOf(id: string, method: SweepMethod, variables: readonly SweepVariable[], points = 0): SweepPart {
  const sweep: Sweep = { id, title: title(`Sweep ${id}`), scenario: "drive", method, variables, points, goals: null };
  const { count, values } = sweepPoints(sweep, 1);
  const length = recordLength(shape);
  const records = new Float64Array(count * length);
  for (let point = 0; point < count; point++) {
    const row = [...values.subarray(point * variables.length, (point + 1) * variables.length)];
    const chance = row.reduce((sum, value) => sum + (Number.isNaN(value) ? 0.3 : value), 0) / row.length;
    records.set([chance, 0.01, chance / 2, chance / 2 + 0.1, chance / 2 + 0.2], point * length + goalAt(shape, 0));
    records.set([0.5, 0.01, 0.4, 0.5, 0.6], point * length + goalAt(shape, 1));
  }
  return {
    id,
    sweep,
    shape,
    count,
    values,
    records,
    scenarios: Array(count).fill({ id: "drive", title: title("A drive") }),
  };
}

const goal = (id: string, scheme: string): Goal => ({
  id,
  scheme,
  year: 2030,
  measure: "coverage",
  value: 0.6,
  comparator: "at-least",
  instrument: "",
  adopted: null,
  sources: [],
  note: "",
});

/** A suite with a sweep of every layout; `name` stands wherever a user's words do. */
export function madeUpSweep(name = "Made-up suite"): SweepRun {
  const [reach, takeUp, third] = [
    variable("reach", [0, 0.5, 1]),
    variable("takeUp", [0.2, 0.4]),
    variable("more", [0.1, 0.2]),
  ];
  const parts = [
    partOf("swing", "one-per-lever", [reach, takeUp]),
    partOf("line", "grid", [reach]),
    partOf("heat", "grid", [reach, takeUp]),
    partOf("grid-of-three", "grid", [reach, takeUp, third]),
    partOf("cube", "latin-hypercube", [reach, takeUp], 30),
  ];
  const length = recordLength(shape);
  const scenarios: SweepPart = {
    ...parts[0],
    id: "scenarios",
    sweep: null,
    count: 2,
    values: new Float64Array(0),
    records: parts[0].records.slice(0, 2 * length),
    scenarios: [
      { id: "baseline", title: title("Baseline") },
      { id: "drive", title: title("A drive") },
    ],
  };
  const suite: Suite = {
    id: "made-up",
    file: "suites/made-up.yaml",
    title: title(name),
    question: title(name),
    scenarios: ["drive"],
    compareWith: "baseline",
    draws: 1000,
    goals: null,
    sweeps: parts.flatMap(({ sweep }) => sweep ?? []),
  };
  return {
    title: title(name),
    suite,
    manifest: {
      tool: "covercast",
      version: "0.0.0",
      command: "covercast sweep made-up",
      seed: 1,
      draws: 1000,
      horizon: 2030,
      asOf: null,
      inputs: [{ file: "suites/made-up.yaml", sha256: "0".repeat(64), bytes: 1 }],
    },
    goals: [goal("pension-2030", "pension"), goal("health-2030", "health")],
    schemes: [
      { id: "pension", title: title("Pension insurance"), short: "P", base: "people" },
      { id: "health", title: title("Health insurance"), short: "H", base: "people" },
    ],
    bases: [],
    parts: [scenarios, ...parts],
  };
}
