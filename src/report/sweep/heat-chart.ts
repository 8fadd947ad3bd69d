import { chanceAt, type PointChance, type SweepPart, type SweepRun } from "../../core/sweep/sweep-run.ts";
import type { ChartSpec } from "../charts/compile.ts";
import { chartFrame, colour } from "../charts/theme.ts";
import type { Language } from "../language.ts";
import { chanceText, type GoalSpan, goalTitle } from "./part-facts.ts";
import type { SweepFigure } from "./sweep-figure.ts";
import { describe } from "./swing-chart.ts";
import { valueText } from "./value-text.ts";

/** Pixels of one row of cells. */
const rowHeight = 40;
/** Values of a number up to which cells have room for their chance. */
const mostCells = 12;

/** A grid of two numbers: the chance of a goal in each cell, the darker the likelier. */
export function heatFigure(run: SweepRun, part: SweepPart, span: GoalSpan, language: Language): SweepFigure {
  const [down, across] = part.sweep?.variables ?? [];
  const text = (variable: typeof down, value: number) => valueText(language, variable.unit, value);
  const rising = (values: readonly number[]) => [...values].sort((a, b) => a - b);
  const [rows, columns] = [rising(down.values), rising(across.values)];
  const crowded = columns.length > mostCells;
  const cells = Array.from({ length: part.count - 1 }, (_, i) => i + 1).map((point) => {
    const chance = chanceAt(part, point, span.goal.id) as PointChance;
    const [y, x] = part.values.subarray(point * 2, point * 2 + 2);
    const strength = Math.round(chance.probability * 100);
    return {
      x: text(across, x),
      y: text(down, y),
      column: columns.indexOf(x),
      row: rows.length - 1 - rows.indexOf(y),
      chance: chance.probability,
      text: chanceText(language, chance),
      label: crowded ? "" : chanceText(language, chance),
      fill: `color-mix(in srgb, ${colour.accent} ${strength}%, ${colour.paper})`,
      ink: strength > 50 ? colour.paper : colour.ink,
    };
  });
  const at = (row: number, column: number) => cells.find((cell) => cell.row === row && cell.column === column);
  const sides = { x: language.local(across.title), y: language.local(down.title) };
  return {
    title: goalTitle(run, language, span.goal),
    caption: language.say("sweep.heat.caption", { ...sides, base: chanceText(language, span.base) }),
    description: describe(language, span, part),
    spec: heatSpec(language),
    datasets: {
      cells: [...cells].sort((a, b) => a.row - b.row || a.column - b.column),
    },
    params: {},
    height: Math.min(420, rows.length * rowHeight),
    table: {
      columns: [
        { label: sides.y, numeric: false },
        ...columns.map((value) => ({ label: text(across, value), numeric: true })),
      ],
      rows: rows.map((_, row) => [at(row, 0)?.y ?? "", ...columns.map((__, column) => at(row, column)?.text ?? "")]),
    },
  };
}

function heatSpec(language: Language): ChartSpec {
  const side = (field: string) => ({ field, type: "nominal" as const, sort: null });
  const axis = { labelAngle: 0, labelOverlap: true, domain: false, ticks: false };
  return {
    ...chartFrame(language, { left: 92, right: 8, top: 8, bottom: 24 }),
    data: { name: "cells" },
    encoding: {
      x: { ...side("x"), scale: { paddingInner: 0.04, paddingOuter: 0 }, axis },
      y: { ...side("y"), scale: { paddingInner: 0.06, paddingOuter: 0 }, axis: { ...axis, labelLimit: 84 } },
    },
    layer: [
      {
        mark: { type: "rect", stroke: colour.rule, strokeWidth: 1 },
        encoding: { color: { field: "fill", type: "nominal", scale: null, legend: null } },
      },
      {
        mark: { type: "text", baseline: "middle", fontWeight: 600 },
        encoding: {
          text: { field: "label" },
          color: { field: "ink", type: "nominal", scale: null, legend: null },
        },
      },
    ],
  };
}
