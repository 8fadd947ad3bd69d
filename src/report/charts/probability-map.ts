import type { ChanceMap, MapSide } from "../../core/domain.ts";
import { goalCondition } from "../goal-text.ts";
import { assessmentOf, type Subject } from "../subject.ts";
import { valueAxis } from "../sweep/number-axis.ts";
import { axisParams, printedAxis, printedScale } from "../sweep/sweep-figure.ts";
import { assumptionName, schemeName, shortValue } from "../why-text.ts";
import type { Chart, Figure } from "./chart.ts";
import type { ChartSpec } from "./compile.ts";
import { contourPieces } from "./contour-lines.ts";
import { percentOf } from "./percent-of.ts";
import { chartFrame, colour } from "./theme.ts";

/** The chance of a goal by two numbers of levers: cells the darker the likelier, and lines of equal chance. */
export const probabilityMap: Chart = {
  id: "probability-map",
  section: "why",
  figures(subject) {
    const map = subject.projection.analysis?.map;
    const made = map ? figure(subject, map) : null;
    return made ? [made] : [];
  },
};

const height = 260;
/** Steps between contours, the first of which gives no more than so many. */
const steps = [0.01, 0.02, 0.05, 0.1, 0.2];
const mostContours = 6;

function figure(subject: Subject, map: ChanceMap): Figure | null {
  const { language, projection } = subject;
  const goal = assessmentOf(projection, map.goal)?.goal;
  if (!goal) return null;
  const all = map.probability.flat();
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const chance = (p: number) => language.percent(p, 0);

  const error = Math.max(...all.map((p) => Math.sqrt((p * (1 - p)) / map.draws)));
  const side = (of: MapSide) => ({
    name: assumptionName(subject, of.key),
    ...valueAxis(of.values, (value) => shortValue(language, of.unit, value)),
  });
  const [x, y] = [side(map.x), side(map.y)];
  const words = {
    scheme: schemeName(subject, goal.scheme),
    goal: goalCondition(language, goal),
    year: goal.year,
    x: x.name,
    y: y.name,
    low: chance(low),
    high: chance(high),
    n: language.integer(map.draws),
    error: language.pointsSize(error),
  };
  const told = [
    language.say("chart.map.sentence", words),
    language.say("chart.map.stronger", { name: follows(map) === "x" ? x.name : y.name }),
  ].join(" ");
  return {
    id: `probability-map-${map.goal}`,
    chart: probabilityMap.id,
    scheme: goal.scheme,
    title: language.say("chart.map.title", words),
    sentence: told,
    caption: language.say("chart.map.caption", words),
    description: language.say("chart.map.describe", words),
    spec: mapSpec(subject),
    datasets: {
      cells: cells(map),
      names: [
        { side: "x", label: `${x.name} →` },
        { side: "y", label: `↑ ${y.name}` },
      ],
      contours: contours(map, low, high),
      labels: labels(subject, map, low, high),
    },
    data: () =>
      map.y.values.flatMap((yValue, r) =>
        map.x.values.map((xValue, c) => ({
          across: map.x.key,
          across_unit: map.x.unit,
          across_value: xValue,
          up: map.y.key,
          up_unit: map.y.unit,
          up_value: yValue,
          chance_pct: percentOf(map.probability[r]![c]!),
        })),
      ),
    params: {
      xMin: edge(map.x.values, 0, -1),
      xMax: edge(map.x.values, map.x.values.length - 1, 1),
      xTicks: x.ticks,
      xLabels: x.labels,
      yMin: edge(map.y.values, 0, -1),
      yMax: edge(map.y.values, map.y.values.length - 1, 1),
      yTicks: y.ticks,
      yLabels: y.labels,
      low,
      high: high > low ? high : low + 1,
    },
    height,
    table: {
      columns: [
        { key: "y", label: `${y.name} \\ ${x.name}`, numeric: false },
        ...map.x.values.map((value, i) => ({
          key: `x${i}`,
          label: shortValue(language, map.x.unit, value),
          numeric: true,
        })),
      ],
      rows: map.y.values
        .map((value, row) => ({
          y: shortValue(language, map.y.unit, value),
          ...Object.fromEntries(map.probability[row]!.map((p, i) => [`x${i}`, chance(p)])),
        }))
        .reverse(),
    },
  };
}

/** Tells which of the two numbers moves the chance further, the other in the middle of its range. */
function follows({ probability }: ChanceMap): "x" | "y" {
  const middle = probability[probability.length >> 1]!;
  const column = probability.map((row) => row[row.length >> 1]!);
  const span = (values: readonly number[]) => Math.max(...values) - Math.min(...values);
  return span(middle) >= span(column) ? "x" : "y";
}

/** The border of a cell: half-way to its neighbour, or as far beyond the last value. */
function edge(values: readonly number[], i: number, way: 1 | -1): number {
  const own = values[i]!;
  const next = values[i + way];
  return next === undefined ? own + (own - values[i - way]!) / 2 : (own + next) / 2;
}

function cells({ x, y, probability }: ChanceMap) {
  return probability.flatMap((row, r) =>
    row.map((chance, c) => ({
      x: edge(x.values, c, -1),
      x2: edge(x.values, c, 1),
      y: edge(y.values, r, -1),
      y2: edge(y.values, r, 1),
      chance,
    })),
  );
}

function levelsOf(low: number, high: number): number[] {
  const step = steps.find((s) => (high - low) / s <= mostContours) ?? 0.2;
  const first = Math.ceil(low / step + 1e-9);
  return Array.from({ length: Math.max(0, Math.floor(high / step - 1e-9) - first + 1) }, (_, i) => (first + i) * step);
}

/** Between the values of a side, by a place in the grid. */
function along(values: readonly number[], place: number): number {
  const i = Math.min(values.length - 2, Math.floor(place));
  return values[i]! + (place - i) * (values[i + 1]! - values[i]!);
}

function contours({ x, y, probability }: ChanceMap, low: number, high: number) {
  return levelsOf(low, high).flatMap((level) =>
    contourPieces(probability, level).map((piece) => ({
      level,
      x: along(x.values, piece.x),
      x2: along(x.values, piece.x2),
      y: along(y.values, piece.y),
      y2: along(y.values, piece.y2),
    })),
  );
}

/** One label for each contour, where it comes nearest to the rising diagonal. */
function labels({ language }: Subject, { x, y, probability }: ChanceMap, low: number, high: number) {
  const slope = (probability.length - 1) / (probability[0]!.length - 1);
  return levelsOf(low, high).flatMap((level) => {
    const pieces = contourPieces(probability, level).map((p) => ({ x: (p.x + p.x2) / 2, y: (p.y + p.y2) / 2 }));
    const off = (p: { x: number; y: number }) => Math.abs(p.y - slope * p.x);
    const [nearest] = pieces.sort((a, b) => off(a) - off(b));
    return nearest
      ? [{ x: along(x.values, nearest.x), y: along(y.values, nearest.y), label: language.percent(level, 0) }]
      : [];
  });
}

function mapSpec({ language }: Subject): ChartSpec {
  const place = (name: "x" | "y") => ({
    type: "quantitative" as const,
    scale: printedScale(name),
    axis: { ...printedAxis(name), grid: false },
  });
  const q = (field: string) => ({ field, type: "quantitative" as const });
  const shades = {
    domainMin: { expr: "low" },
    domainMax: { expr: "high" },
    range: [0.04, 0.64],
    nice: false,
    zero: false,
  };
  const name = (side: "x" | "y") => ({
    data: { name: "names" },
    transform: [{ filter: `datum.side === '${side}'` }],
    mark: {
      type: "text" as const,
      fontSize: 11,
      color: colour.muted,
      baseline: "middle" as const,
      limit: { expr: "width + 72" },
      ...(side === "x"
        ? { align: "right" as const, x: "width" as const, y: { expr: "height + 36" } }
        : { align: "left" as const, x: -58, y: -14 }),
    },
    encoding: { text: { field: "label" } },
  });
  const text = { type: "text" as const, baseline: "middle" as const, fontWeight: 600 as const, fontSize: 11 };
  return {
    ...chartFrame(language, { left: 64, right: 16, top: 26, bottom: 46 }),
    params: [...axisParams("x", "y"), { name: "low", value: 0 }, { name: "high", value: 1 }],
    encoding: { x: place("x"), y: place("y") },
    layer: [
      {
        data: { name: "cells" },
        mark: { type: "rect", color: colour.accent },
        encoding: {
          x: q("x"),
          x2: { field: "x2" },
          y: q("y"),
          y2: { field: "y2" },
          fillOpacity: { field: "chance", type: "quantitative", scale: shades, legend: null },
        },
      },
      {
        data: { name: "contours" },
        mark: { type: "rule", color: colour.ink, strokeWidth: 1.25 },
        encoding: { x: q("x"), x2: { field: "x2" }, y: q("y"), y2: { field: "y2" } },
      },
      ...[{ stroke: colour.paper, strokeWidth: 4 }, { color: colour.ink }].map((look) => ({
        data: { name: "labels" },
        mark: { ...text, ...look },
        encoding: { x: q("x"), y: q("y"), text: { field: "label" } },
      })),
      name("x"),
      name("y"),
    ],
  };
}
