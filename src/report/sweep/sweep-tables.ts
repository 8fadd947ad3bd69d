import type { Goal, SweepVariable } from "../../core/domain.ts";
import { recordLength, schemeAt, schemeNumbers } from "../../core/sweep/point-record.ts";
import { chanceAt, type SweepPart, type SweepRun } from "../../core/sweep/sweep-run.ts";
import { type Cell, percentValue, personsValue, type TableColumn } from "../tables/table.ts";

/** A tidy table whose rows are made one by one, since a sweep has millions. */
export interface LongTable {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly TableColumn[];
  /** Cells in the order of the columns. */
  rows(): Iterable<readonly Cell[]>;
}

const pointColumns: readonly TableColumn[] = [
  { key: "sweep", type: "string", describe: "Sweep id; scenarios: the suite's scenarios as they stand" },
  { key: "point", type: "integer", describe: "Number of the point; 0 is the scenario as it stands" },
  { key: "scenario", type: "string", describe: "Scenario id" },
];

/** Makes the tables of a suite that was run: its points, the quantiles of every scheme, the chances of every goal. */
export function sweepTables(run: SweepRun): readonly LongTable[] {
  return [pointsTable(run), goalsTable(run), resultsTable(run)];
}

/** What a number's column holds, and how it stands in tables: as a scenario takes it without a unit. */
const units: Record<SweepVariable["unit"], { readonly words: string; readonly scale: number }> = {
  share: { words: "a fraction", scale: 1 },
  "rate-per-year": { words: "a fraction a year", scale: 1 },
  "points-per-year": { words: "percentage points a year", scale: 100 },
  people: { words: "persons", scale: 1 },
  years: { words: "years", scale: 1 },
  number: { words: "a plain number", scale: 1 },
};

/** A number as tables hold it; twelve digits, so that 2 points do not come out as 2.0000000000000004. */
export function tableValue(unit: SweepVariable["unit"], value: number): number | null {
  return Number.isNaN(value) ? null : Number((value * units[unit].scale).toPrecision(12));
}

function pointsTable({ parts }: SweepRun): LongTable {
  const variables = new Map(parts.flatMap(({ sweep }) => sweep?.variables ?? []).map((v) => [v.key, v]));
  return {
    id: "points",
    title: "What each point moves",
    columns: [
      ...pointColumns,
      ...[...variables.values()].map(
        ({ key, unit, title }): TableColumn => ({
          key,
          type: "number",
          describe: `${title.en}, ${units[unit].words}; empty: as the scenario has it`,
        }),
      ),
    ],
    *rows() {
      for (const part of parts) {
        const own = part.sweep?.variables ?? [];
        for (let point = 0; point < part.count; point++)
          yield [
            ...pointCells(part, point),
            ...[...variables.values()].map(({ key, unit }) => {
              const v = own.findIndex((variable) => variable.key === key);
              return v < 0 ? null : tableValue(unit, part.values[point * own.length + v]);
            }),
          ];
      }
    },
  };
}

function goalsTable(run: SweepRun): LongTable {
  return {
    id: "goals",
    title: "Chances of the goals at each point",
    columns: [
      ...pointColumns,
      { key: "goal", type: "string", describe: "Goal id" },
      { key: "scheme", type: "string", describe: "Scheme id" },
      { key: "year", type: "integer", describe: "Judged on 31 December of this year" },
      { key: "measure", type: "string", describe: "coverage (percent) or participants (persons)" },
      { key: "value", type: "number", describe: "The goal, percent or persons by measure" },
      { key: "probability", type: "number", describe: "Share of futures that meet it, 0 to 1" },
      { key: "monte_carlo_error", type: "number", describe: "Standard error of the probability" },
      {
        key: "probability_change",
        type: "number",
        describe: "Probability less that of the scenario compared with, on the same random numbers",
      },
      { key: "p10", type: "number", describe: "10 in 100 futures end below, percent or persons by measure" },
      { key: "p50", type: "number", describe: "Median, percent or persons by measure" },
      { key: "p90", type: "number", describe: "90 in 100 futures end below, percent or persons by measure" },
    ],
    *rows() {
      for (const part of run.parts)
        for (let point = 0; point < part.count; point++)
          for (const goal of run.goals) {
            const cells = goalCells(run, part, point, goal);
            if (cells) yield [...pointCells(part, point), ...cells];
          }
    },
  };
}

function goalCells(run: SweepRun, part: SweepPart, point: number, goal: Goal): readonly Cell[] | null {
  const chance = chanceAt(part, point, goal.id);
  if (chance === null) return null;
  const compared = chanceAt(run.parts[0], 0, goal.id);
  const inMeasure = goal.measure === "coverage" ? percentValue : personsValue;
  return [
    goal.id,
    goal.scheme,
    goal.year,
    goal.measure,
    inMeasure(goal.value),
    chance.probability,
    chance.error,
    compared === null ? null : Number((chance.probability - compared.probability).toFixed(9)),
    inMeasure(chance.p10),
    inMeasure(chance.p50),
    inMeasure(chance.p90),
  ];
}

function resultsTable({ parts }: SweepRun): LongTable {
  const quantiles = schemeNumbers.map((name): TableColumn => {
    const [quantity, level] = name.split("_p");
    const words = level === "50" ? "Median" : `${level} in 100 futures lie below`;
    return quantity === "coverage"
      ? { key: `coverage_pct_p${level}`, type: "number", describe: `${words}, percent of the base` }
      : { key: name, type: "integer", describe: `${words}, persons` };
  });
  return {
    id: "results",
    title: "Coverage and participants at each point",
    columns: [
      ...pointColumns,
      { key: "scheme", type: "string", describe: "Scheme id" },
      { key: "year", type: "integer", describe: "31 December of this year" },
      ...quantiles,
    ],
    *rows() {
      for (const part of parts) {
        const { shape, records } = part;
        const length = recordLength(shape);
        for (let point = 0; point < part.count; point++)
          for (let s = 0; s < shape.schemes.length; s++)
            for (let y = 0; y < shape.years.length; y++) {
              const from = point * length + schemeAt(shape, s, y);
              const numbers = schemeNumbers.map((name, i) =>
                (name.startsWith("coverage") ? percentValue : personsValue)(records[from + i]),
              );
              yield [...pointCells(part, point), shape.schemes[s], shape.years[y], ...numbers];
            }
      }
    },
  };
}

const pointCells = ({ id, scenarios }: SweepPart, point: number): readonly Cell[] => [id, point, scenarios[point].id];
