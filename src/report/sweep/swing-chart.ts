import { chanceAt, type PointChance, type SweepPart, type SweepRun } from "../../core/sweep/sweep-run.ts";
import type { ChartSpec } from "../charts/compile.ts";
import { chartFrame, colour } from "../charts/theme.ts";
import type { Language } from "../language.ts";
import { numberAxis } from "./number-axis.ts";
import { chanceText, type GoalSpan, goalTitle } from "./part-facts.ts";
import { axisParams, printedAxis, printedScale, type SweepFigure } from "./sweep-figure.ts";
import { valueText } from "./value-text.ts";

/** Pixels of one number's row. */
const rowHeight = 42;

/** One number at a time: a bar from the lowest to the highest chance of a goal, the widest on top (a tornado). */
export function swingFigure(run: SweepRun, part: SweepPart, span: GoalSpan, language: Language): SweepFigure {
  const { goal, base } = span;
  const variables = part.sweep?.variables ?? [];
  const bars = variables
    .flatMap(({ title, unit }, v) => {
      const moves = pointsOf(part, v).map(({ point, value }) => ({
        value: valueText(language, unit, value),
        chance: chanceAt(part, point, goal.id) as PointChance,
      }));
      if (moves.length === 0) return [];
      const rising = [...moves].sort((a, b) => a.chance.probability - b.chance.probability);
      const [low, high] = [rising[0], rising[rising.length - 1]];
      return [
        {
          number: language.local(title),
          // The scenario as it stands belongs to every bar.
          low: Math.min(low.chance.probability, base.probability),
          high: Math.max(high.chance.probability, base.probability),
          lowValue: low.chance.probability < high.chance.probability ? low.value : "",
          highValue: low.chance.probability < high.chance.probability ? high.value : "",
          first: moves[0],
          last: moves[moves.length - 1],
        },
      ];
    })
    .sort((a, b) => b.high - b.low - (a.high - a.low));
  // A number that moves nothing has its row in the table alone.
  const swings = bars.filter(({ low, high }) => low < high);
  const percent = (value: number) => language.percent(value, 0);
  const axis = numberAxis([...swings.flatMap(({ low, high }) => [low, high]), base.probability], percent);
  return {
    title: goalTitle(run, language, goal),
    caption: language.say("sweep.swing.caption", { base: chanceText(language, base) }),
    description: describe(language, span, part),
    spec: swingSpec(language),
    datasets: {
      bars: swings.map(({ first: _, last: __, ...bar }, row) => ({ ...bar, row })),
      base: [{ chance: base.probability }],
    },
    params: {
      rows: swings.length,
      xMin: axis.min,
      xMax: axis.max,
      xTicks: axis.ticks,
      xLabels: axis.labels,
    },
    height: swings.length * rowHeight,
    table: {
      columns: [
        { label: language.say("sweep.number"), numeric: false },
        { label: language.say("sweep.from"), numeric: true },
        { label: language.say("column.chance"), numeric: true },
        { label: language.say("sweep.to"), numeric: true },
        { label: language.say("column.chance"), numeric: true },
      ],
      rows: bars.map(({ number, first, last }) => [
        number,
        first.value,
        chanceText(language, first.chance),
        last.value,
        chanceText(language, last.chance),
      ]),
    },
  };
}

/** Says in words how far the points carry the chance of a goal. */
export function describe(language: Language, { base, lowest, highest }: GoalSpan, { count }: SweepPart): string {
  return language.say("sweep.describe", {
    low: chanceText(language, lowest),
    high: chanceText(language, highest),
    points: language.integer(count - 1),
    base: chanceText(language, base),
  });
}

/** The points that move one number, its values rising. */
function pointsOf({ values, count, sweep }: SweepPart, v: number): { point: number; value: number }[] {
  const width = sweep?.variables.length ?? 0;
  return Array.from({ length: count }, (_, point) => ({ point, value: values[point * width + v] }))
    .filter(({ value }) => !Number.isNaN(value))
    .sort((a, b) => a.value - b.value);
}

function swingSpec(language: Language): ChartSpec {
  const x = (field: string) => ({ field, type: "quantitative" as const });
  const row = { expr: "height / rows * (datum.row + 0.7)" };
  const end = (field: string, text: string, align: "left" | "right") => ({
    data: { name: "bars" },
    mark: {
      type: "text" as const,
      align,
      baseline: "middle" as const,
      dx: align === "left" ? 6 : -6,
      y: row,
      fontSize: 11,
      color: colour.muted,
    },
    encoding: { x: x(field), text: { field: text } },
  });
  return {
    ...chartFrame(language, { left: 64, right: 64, top: 8, bottom: 24 }),
    params: [{ name: "rows", value: 1 }, ...axisParams("x")],
    encoding: { x: { type: "quantitative", scale: printedScale("x"), axis: printedAxis("x") } },
    layer: [
      {
        data: { name: "bars" },
        mark: { type: "rule", strokeWidth: 12, color: colour.band50, y: row },
        encoding: { x: x("low"), x2: { field: "high" } },
      },
      {
        data: { name: "base" },
        mark: { type: "rule", color: colour.ink, strokeWidth: 1.5 },
        encoding: { x: x("chance"), y: { value: 0 }, y2: { value: "height" } },
      },
      end("low", "lowValue", "right"),
      end("high", "highValue", "left"),
      ...[{ stroke: colour.paper, strokeWidth: 4 }, {}].map((halo) => ({
        data: { name: "bars" },
        mark: {
          type: "text" as const,
          align: "left" as const,
          x: -60,
          y: { expr: "height / rows * (datum.row + 0.28)" },
          limit: { expr: "width + 120" },
          ...halo,
        },
        encoding: { text: { field: "number" } },
      })),
    ],
  };
}
