import type { Lever, RampShape } from "../core/domain.ts";
import { formulaNames } from "../core/levers/formula.ts";
import { leverKinds } from "../core/levers/index.ts";
import { emptyStep, type LeverExample, type LeverKind, type LeverStep } from "../core/levers/lever.ts";
import { strengthAt } from "../core/levers/ramp.ts";
import { distributionQuantile } from "../core/numeric/distribution.ts";
import { readQuantity, toDistribution } from "./quantity.ts";
import { jsonSchemas } from "./schema/json-schemas.ts";
import { evidenceStrengths } from "./schema/lever-extras.ts";
import { rampShapes } from "./schema/lever-shape.ts";
import { type Unit, unitForms, writeTypedNumber } from "./typed-number.ts";

/** The year that worked examples speak of. */
const exampleYear = 2027;

/** What is read here of a JSON Schema. */
interface Schema {
  readonly title?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
}

/** Writes docs/scenarios.md: keys, numbers, ramps and levers, all of it from the schemas and registries. */
export function scenarioReference(): string {
  const schema = jsonSchemas().scenario as Schema;
  const lever = schema.properties?.levers?.additionalProperties?.anyOf?.[0] as Schema;
  const [first] = leverKinds;
  const own = new Set(["kind", "scheme", ...Object.keys(first.parameters)]);
  const common = Object.entries(lever.properties ?? {}).filter(([key]) => !own.has(key));
  const inner = (key: string) => schema.properties?.[key];
  const parts = [
    "# Scenario files",
    "This page is made from the program's own schemas and lists by `node scripts/scenario-reference.mjs`; a test keeps it " +
      "so. How levers act on the trend is derived in [simulation.md](simulation.md).",
    "A scenario is a question: one YAML file in `scenarios/`. A small one is small:",
    smallScenario,
    "## Keys of a scenario",
    keyTable(Object.entries(schema.properties ?? {}), schema.required),
    "What **nobody decides** belongs to the world: growth of the bases, exit rates, shocks. It is drawn anew in every " +
      "simulated future, so write a range or distribution. What **somebody decides** is set: that a law holds, from which " +
      "day, for whom. What a decision brings is not known either, so its numbers may be ranges too. `covercast explain` and " +
      "the reports show the two apart. A kind of lever knows who decides it; `decidedBy` says otherwise, such as `nobody` " +
      "for a growth of the base by migration. A certain number under `world` makes the scenario a what-if, and is marked " +
      "as held fixed.",
    "Of parents, `world`, `trend` and `levers` are inherited key by key: a child sets what differs. Where two parents set " +
      "the same key, the child must say which holds. `enabled: false` takes an inherited lever out.",
    "### World, by base",
    keyTable(Object.entries(inner("world")?.additionalProperties?.properties ?? {}), ["growth"]),
    "### Trend, by scheme",
    keyTable(Object.entries(inner("trend")?.additionalProperties?.properties ?? {}), []),
    "### Expectations",
    keyTable(Object.entries(inner("expect")?.items?.properties ?? {}), []),
    "`covercast run` names every expectation that does not hold, with its line, and ends with exit code 3 unless all of them are of level `warn`, so that any continuous-integration service can guard a workspace. `--json` lists them under `broken`.",
    "## Numbers and their units",
    "Units are part of a number, so that 12 % is never read as 12 points or as 12 people. A decimal has a point, thousands have no mark: `12,5%`, `1,200,000` and `350.000` people are refused. The refusal says what to write instead, for Vietnamese words such as `1,2 triệu` and `18 tháng` too.",
    table(
      ["unit", "written"],
      (Object.keys(unitForms) as Unit[]).map((unit) => [
        unitForms[unit].noun,
        unitForms[unit].examples.map(code).join(" or "),
      ]),
    ),
    "Where a number stands, a distribution may. Values that leave what the number can mean are held at its border.",
    distributionTable(),
    "## Ramps",
    "A ramp says how a lever's strength grows from 0 at its start, after its lag, to 1. Strength after a quarter, a half and " +
      "three quarters of `over`:",
    rampTable(),
    "A `table` gives strengths at year-ends instead: `ramp: {shape: table, points: {2026: 20%, 2028: 100%}}` rises in a " +
      "straight line from 0 at the start to 20 % on 31 December 2026, to 100 % two years later, and stays.",
    "## Keys of every lever",
    "A lever has its `kind`, the `scheme` (or, for kind `base`, the `base`) it acts on, the numbers of its kind, and:",
    keyTable(common, ["start"]),
    `Kinds of evidence, the firmest first: ${evidenceStrengths.map(code).join(", ")}.`,
    "## Kinds of levers",
    ...leverKinds.flatMap(kindParts),
  ];
  return `${parts.join("\n\n")}\n`;
}

const smallScenario = `\`\`\`yaml
schema: 1
id: registration-drive
title: Registration drive
question: Would a yearly drive among the uncovered make the goal of 2030 likely?
extends: baseline
levers:
  drive:
    kind: enrolment
    scheme: formal
    start: 2025-07-01
    ramp: {shape: linear, over: 2y}
    reach: {low: 10%, mode: 20%, high: 30%}
    takeUp: {p5: 10%, p95: 30%}
\`\`\``;

function kindParts(kind: LeverKind): string[] {
  const { example, formulaExample } = kind;
  const numbers = Object.entries(kind.parameters).map(([name, { unit, min, max, default: usual, describe }]) => [
    code(name),
    unitForms[unit].noun,
    `${writeTypedNumber(unit, min)} to ${Number.isFinite(max) ? writeTypedNumber(unit, max) : "any"}`,
    usual === null ? "needed" : writeTypedNumber(unit, usual),
    describe.en,
  ]);
  const tables = Object.entries(kind.tables ?? {}).map(([name, { unit, min, max, describe }]) => [
    code(name),
    `table of years, each ${unitForms[unit].noun}; or a formula`,
    `${writeTypedNumber(unit, min)} to ${writeTypedNumber(unit, max)}`,
    "one of them needed",
    describe.en,
  ]);
  return [
    `### ${kind.label.en}: \`${kind.id}\``,
    kind.describe.en,
    `${kind.reference}.`,
    table(["key", "unit", "range", "left out", "meaning"], [...numbers, ...tables]),
    leverExample(kind),
    `In ${exampleYear}: ${effect(example)}. ${example.words}`,
    ...(formulaExample
      ? [
          "A formula stands in the place of a table, in mathjs notation (`+ - * / ^`, comparisons, `a ? b : c`, and functions " +
            "such as `min`, `max`, `exp`, `log`). It may speak of:",
          table(
            ["name", "is"],
            Object.entries(formulaNames).map(([name, words]) => [code(name), words]),
          ),
          "It is worked out anew for every year of every simulated future. A share is a fraction there: 45 % is `0.45`. What " +
            "leaves 0 to the ceiling is held at the border, what is no number at the year before, and a note says in how " +
            "many futures; a formula that gives no number on the path from the last reading with a level trend is refused.",
          leverExample(kind, formulaExample),
          `In ${exampleYear}: ${effect(formulaExample)}. ${formulaExample.words}`,
        ]
      : []),
  ];
}

/** Writes a worked example of a kind as a user would; numbers to three digits. */
export function leverExample(
  kind: LeverKind,
  example: LeverExample & { readonly formulas?: Readonly<Record<string, string>> } = kind.example,
): string {
  const { values, clock, tables, formulas } = example;
  const [year, half] =
    clock.elapsedBefore > 0 ? [exampleYear - clock.elapsedBefore, false] : [exampleYear, clock.elapsedAfter < 1];
  const numbers = Object.entries(kind.parameters).map(
    ([name, { unit }], i) => `    ${name}: ${writeTypedNumber(unit, Number(values[i].toPrecision(3)))}`,
  );
  const rows = Object.entries(tables ?? {}).map(([name, byYear]) => {
    const unit = kind.tables?.[name].unit ?? "share";
    return `    ${name}: {${Object.entries(byYear)
      .map(([y, value]) => `${y}: ${writeTypedNumber(unit, value)}`)
      .join(", ")}}`;
  });
  const spoken = Object.entries(formulas ?? {}).map(([name, text]) => `    ${name}: ${text}`);
  return [
    "```yaml",
    "levers:",
    `  ${kind.id}-example:`,
    `    kind: ${kind.id}`,
    kind.target === "scheme" ? "    scheme: formal" : "    base: workers",
    `    start: ${year}-${half ? "07" : "01"}-01`,
    ...numbers,
    ...rows,
    ...spoken,
    "```",
  ].join("\n");
}

/** What each quantity of a step is, in words; `docs/simulation.md` says how they act. */
const quantities: Readonly<Record<keyof LeverStep, string>> = {
  missed: "share of the uncovered that no lever wins",
  exitsKept: "share of the exits that still happens",
  inflow: "inflow as a share of the pool",
  level: "factor on the participants",
  pace: "factor on the trend's gain",
  ceiling: "shift of the ceiling",
  logOdds: "shift of z",
  stated: "stated share",
  statedWeight: "weight of the stated share",
  base: "factor on the base",
  participants: "factor on the participants, from the base's new people",
  pool: "people in the pool",
  sharePerPoint: "share of the pool for a share of the base",
  ownCeiling: "ceiling of the trend",
};

function effect({ before, after }: LeverExample): string {
  const start = { ...emptyStep(), ...before };
  return (Object.keys(after) as (keyof LeverStep)[])
    .map((key) => `${quantities[key]} ${short(start[key])} → ${short(after[key] ?? 0)}`)
    .join(", ");
}

const short = (value: number) => String(Number(value.toPrecision(4)));

/** Ways to write an uncertain number, each with the unit of its example. */
const ways: readonly (readonly [Unit, unknown, string])[] = [
  ["share", "12%", "certain"],
  ["people", { low: "0.8M", mode: "1.2M", high: "1.6M" }, "triangle"],
  [
    "share",
    { p5: "30%", p95: "70%" },
    "range: one in twenty lies below, one in twenty above; logit-normal for a share, normal for rates and points, else lognormal",
  ],
  ["rate-per-year", { normal: { mean: "0.6%", sd: "0.4%" } }, "normal"],
  ["share", { uniform: { low: "4%", high: "8%" } }, "all values equally likely"],
  ["share", { beta: { alpha: 2, beta: 3 } }, "beta by its shapes; for shares"],
  ["share", { beta: { mean: "40%", sd: "10%" } }, "beta by mean and standard deviation"],
  ["people", { lognormal: { median: "1M", p95: "3M" } }, "lognormal by median and 95th percentile"],
  ["number", { lognormal: { mean: 1.5, sd: 0.5 } }, "lognormal by mean and standard deviation"],
  [
    "points-per-year",
    { pert: { low: "0.1pp", mode: "0.3pp", high: "1pp" } },
    "PERT: a triangle with rounder shoulders, of mean (low + 4 mode + high) / 6",
  ],
  ["years", { values: ["1y", "2y", "5y"], weights: [2, 5, 3] }, "discrete; without weights all alike"],
];

function distributionTable(): string {
  const rows = ways.map(([unit, raw, words]) => {
    const read = readQuantity(unit, raw, { min: -1e12, max: 1e12 });
    const at = (p: number) =>
      "value" in read
        ? writeTypedNumber(unit, Number(distributionQuantile(toDistribution(read.value), p).toPrecision(3)))
        : "";
    return [code(flow(raw)), words, at(0.05), at(0.5), at(0.95)];
  });
  return table(["written", "is", "5 %", "median", "95 %"], rows);
}

/** Writes a value as YAML in one line. */
function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(", ")}]`;
  if (typeof value !== "object" || value === null) return String(value);
  return `{${Object.entries(value)
    .map(([key, inner]) => `${key}: ${flow(inner)}`)
    .join(", ")}}`;
}

function rampTable(): string {
  const strength = (shape: RampShape, x: number) => {
    const lever: Pick<Lever, "start" | "end" | "lagYears" | "ramp" | "fadeHalfLifeYears"> = {
      start: 2026,
      end: null,
      lagYears: 0,
      ramp: { shape, overYears: 4 },
      fadeHalfLifeYears: null,
    };
    return writeTypedNumber("share", Number(strengthAt(lever as Lever, 2026 + 4 * x).toFixed(3)));
  };
  const shapes = rampShapes.filter((shape) => shape !== "table");
  return table(
    ["shape", "1/4", "1/2", "3/4"],
    shapes.map((shape) => [code(shape), ...[0.25, 0.5, 0.75].map((x) => strength(shape, x))]),
  );
}

function keyTable(keys: readonly (readonly [string, Schema])[], required: readonly string[] = []): string {
  return table(
    ["key", "", "meaning"],
    keys.map(([key, { description = "", default: usual, properties }]) => [
      code(key),
      required.includes(key) ? "needed" : usual === undefined ? "" : `left out: ${code(flow(usual))}`,
      `${description}${
        properties
          ? ` Keys: ${Object.entries(properties)
              .map(([name, { description: words }]) => `${code(name)} (${(words ?? "").replace(/\.$/, "")})`)
              .join(", ")}.`
          : ""
      }`,
    ]),
  );
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), `|${head.map(() => "---").join("|")}|`, ...rows.map(line)].join("\n");
}

function code(text: string): string {
  return `\`${text}\``;
}
