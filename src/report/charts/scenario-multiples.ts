import type { Assessment, Projection } from "../../core/domain.ts";
import { goalsToReach } from "../goal-groups.ts";
import { goalValue } from "../goal-text.ts";
import {
  assessmentOf,
  goalAsCoverage,
  leadingAssessments,
  quantile,
  readingsOf,
  type Subject,
  schemeOf,
} from "../subject.ts";
import { axisRange } from "./axis-range.ts";
import type { Chart, Figure, Row } from "./chart.ts";
import type { ChartSpec } from "./compile.ts";
import { percentOf } from "./percent-of.ts";
import { chartFrame, colour } from "./theme.ts";

/** Small multiples: the leading goal's scheme under every scenario, on the same axes, each with the goal. */
export const scenarioMultiples: Chart = {
  id: "scenario-multiples",
  section: "scenarios",
  wide: true,
  figures(subject) {
    if (!subject.comparing || subject.run.projections.length < 2) return [];
    const [lead] = goalsToReach(leadingAssessments(subject));
    const made = lead ? figure(subject, lead) : null;
    return made ? [made] : [];
  },
};

/** Years of history that lead into each picture. */
const yearsBefore = 5;
/** Least width of one picture, and its height, in pixels. */
const cellWidth = 164;
const cellHeight = 138;
/** Letters in a line of a name, of which there are two at most. */
const lineLetters = 23;
/** Pictures in a row where the chart is as wide as a page on a desk, and where it is as wide as a phone. */
const [desk, phone] = [5, 2];

interface Cell {
  readonly projection: Projection;
  readonly name: string;
  readonly chance: string;
  readonly probability: number;
  readonly median: number;
}

function figure(subject: Subject, { goal }: Assessment): Figure | null {
  const { language, reference } = subject;
  const value = goalAsCoverage(reference, goal);
  const cells = cellsOf(subject, goal.id, goal.scheme, goal.year);
  if (value === null || cells.length < 2) return null;
  const input = schemeOf(reference, goal.scheme);
  const title = input ? language.local(input.title) : goal.scheme;
  const { fitted } = readingsOf(subject, goal.scheme);
  const last = fitted.at(-1);
  const years = reference.summary.years;
  // A line needs readings year by year: before a gap none is drawn.
  const gap = fitted.map((point, i) => i > 0 && point.year - fitted[i - 1]!.year > 1).lastIndexOf(true);
  const recent = fitted.slice(Math.max(0, gap)).filter(({ year }) => year >= (last?.year ?? 0) - yearsBefore);
  const futures = cells.flatMap(({ projection }, cell) => [
    ...(last ? [{ cell, year: last.year, low: last.coverage, median: last.coverage, high: last.coverage }] : []),
    ...years.map((year) => {
      const at = (level: number) => quantile(projection, goal.scheme, "coverage", level, year) ?? Number.NaN;
      return { cell, year, low: at(0.1), median: at(0.5), high: at(0.9) };
    }),
  ]);
  const axis = axisRange(
    [...futures.flatMap(({ low, high }) => [low, high]), ...recent.map((p) => p.coverage), value],
    false,
  );
  const [best, second] = [...cells].sort((a, b) => b.probability - a.probability);
  return {
    id: `scenario-multiples-${goal.scheme}`,
    chart: scenarioMultiples.id,
    scheme: goal.scheme,
    title: language.say("chart.multiples.title", { scheme: title }),
    caption: language.say("chart.multiples.caption", {
      goal: goalValue(language, goal),
      year: goal.year,
      from: language.percent(axis.min, 0),
      to: language.percent(axis.max, 0),
      reference: language.local(reference.input.scenario.title),
    }),
    description: language.say("chart.multiples.describe", {
      year: goal.year,
      list: cells
        .map(({ name, median, chance }) =>
          language.say("chart.multiples.item", { scenario: name, median: language.percent(median), chance }),
        )
        .join("; "),
    }),
    sentence: language.say("chart.multiples.sentence", {
      scenario: best!.name,
      chance: best!.chance,
      second: second!.name,
      secondChance: second!.chance,
      goal: goalValue(language, goal),
      year: goal.year,
    }),
    spec: multiplesSpec(subject),
    datasets: {
      futures,
      reference: cells.flatMap(({ projection }, cell) =>
        projection === reference || sameMedians(projection, reference, goal.scheme)
          ? []
          : years.map((year) => ({ cell, year, median: quantile(reference, goal.scheme, "coverage", 0.5, year) })),
      ),
      readings: cells.flatMap((_, cell) => recent.map(({ year, coverage }) => ({ cell, year, coverage }))),
      cells: cells.map(({ name, chance, median, projection }, cell) => ({
        cell,
        name: twoLines(name),
        scenario: projection.input.scenario.id,
        goal: value,
        goalYear: goal.year,
        median,
        label: language.percent(median),
        chance: language.say("chart.multiples.chance", { p: chance }),
      })),
    },
    data: () => [
      ...recent.map(({ year, coverage }) => ({ kind: "reading", scenario: "", year, median_pct: percentOf(coverage) })),
      ...cells.flatMap(({ projection, probability }) =>
        years.map((year) => {
          const at = (level: number) => percentOf(quantile(projection, goal.scheme, "coverage", level, year));
          return {
            kind: "projected",
            scenario: projection.input.scenario.id,
            year,
            median_pct: at(0.5),
            p10_pct: at(0.1),
            p90_pct: at(0.9),
            goal_pct: year === goal.year ? percentOf(value) : null,
            chance_pct: year === goal.year ? percentOf(probability) : null,
          };
        }),
      ),
    ],
    params: {
      cells: cells.length,
      xMin: recent[0]?.year ?? years[0]!,
      xMax: years.at(-1)!,
      yMin: axis.min,
      yMax: axis.max,
    },
    height: Math.ceil(cells.length / Math.min(desk, cells.length)) * cellHeight,
    narrowHeight: Math.ceil(cells.length / phone) * cellHeight,
    table: {
      columns: (
        [
          ["scenario", "column.scenario"],
          ["median", "column.median"],
          ["range", "column.range80"],
          ["chance", "column.chance"],
        ] as const
      ).map(([key, label], i) => ({ key, label: language.say(label), numeric: i > 0 })),
      rows: cells.map(({ projection, name, median, chance }): Row => {
        const at = (level: number) => quantile(projection, goal.scheme, "coverage", level, goal.year) ?? Number.NaN;
        return {
          scenario: name,
          median: language.percent(median),
          range: language.percentRange(at(0.1), at(0.9)),
          chance,
        };
      }),
    },
  };
}

function sameMedians(a: Projection, b: Projection, scheme: string): boolean {
  return a.summary.years.every(
    (year) => quantile(a, scheme, "coverage", 0.5, year) === quantile(b, scheme, "coverage", 0.5, year),
  );
}

/** Breaks a name between words into two lines; what does not fit is cut. */
function twoLines(name: string): string {
  const [first = "", ...rest] = name.split(" ");
  const lines = [first];
  for (const word of rest) {
    const longer = `${lines.at(-1)} ${word}`;
    if (longer.length <= lineLetters || lines.length === 2) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.map((line) => (line.length > lineLetters + 2 ? `${line.slice(0, lineLetters)}…` : line)).join("\n");
}

/** The reference first, then the scenarios by what they reach. */
function cellsOf({ language, reference, run }: Subject, goal: string, scheme: string, year: number): Cell[] {
  const cells = run.projections.flatMap((projection): Cell[] => {
    const assessment = assessmentOf(projection, goal);
    const median = quantile(projection, scheme, "coverage", 0.5, year);
    if (assessment?.probability == null || median === null) return [];
    const { probability, monteCarloError } = assessment;
    const name = language.local(projection.input.scenario.title);
    return [{ projection, name, chance: language.probability(probability, monteCarloError), probability, median }];
  });
  const isReference = ({ projection }: Cell) => projection === reference;
  return cells.sort((a, b) => Number(isReference(b)) - Number(isReference(a)) || b.median - a.median);
}

/** The specification of the small multiples: pictures are placed by arithmetic, so that they follow the width. */
function multiplesSpec({ language }: Subject): ChartSpec {
  const left = "(datum.cell % columns) * width / columns";
  const top = "floor(datum.cell / columns) * height / rows";
  // A picture leaves room for its name above and for its last figure at the right.
  const px = (year: string) => `${left} + (${year} - xMin) / (xMax - xMin) * (width / columns - 22)`;
  const py = (share: string) => `${top} + 54 + (yMax - ${share}) / (yMax - yMin) * (height / rows - 76)`;
  const at = (name: string, expression: string) => ({ calculate: expression, as: name });
  const spot = (field: string) => ({ field, type: "quantitative" as const, scale: null, axis: null });
  const on = (expression: string) => ({ value: { expr: expression } });
  const by = { detail: { field: "cell", type: "nominal" as const } };
  const x = spot("px");
  const corner = { x: { expr: left }, align: "left" as const, baseline: "middle" as const };
  return {
    ...chartFrame(language, { left: 4, right: 4, top: 6, bottom: 4 }),
    params: [
      { name: "cells", value: 2 },
      { name: "xMin", value: 2020 },
      { name: "xMax", value: 2035 },
      { name: "yMin", value: 0 },
      { name: "yMax", value: 1 },
      { name: "columns", expr: `clamp(floor(width / ${cellWidth}), ${phone}, min(cells, ${desk}))` },
      { name: "rows", expr: "ceil(cells / columns)" },
    ],
    layer: [
      {
        data: { name: "cells" },
        mark: { type: "rule", color: colour.faint },
        encoding: { x: on(px("xMin")), x2: on(px("xMax")), y: on(py("yMin")) },
      },
      {
        data: { name: "futures" },
        transform: [at("px", px("datum.year")), at("low_px", py("datum.low")), at("high_px", py("datum.high"))],
        mark: { type: "area", color: colour.band80 },
        encoding: { x, y: spot("low_px"), y2: { field: "high_px" }, ...by },
      },
      {
        data: { name: "reference" },
        transform: [at("px", px("datum.year")), at("py", py("datum.median"))],
        mark: { type: "line", color: colour.ink, strokeWidth: 1, strokeDash: [3, 2] },
        encoding: { x, y: spot("py"), ...by },
      },
      {
        data: { name: "futures" },
        transform: [at("px", px("datum.year")), at("py", py("datum.median"))],
        mark: { type: "line", color: colour.accent, strokeWidth: 2 },
        encoding: { x, y: spot("py"), ...by },
      },
      {
        data: { name: "readings" },
        transform: [at("px", px("datum.year")), at("py", py("datum.coverage"))],
        mark: { type: "line", color: colour.ink, strokeWidth: 1.5 },
        encoding: { x, y: spot("py"), ...by },
      },
      {
        data: { name: "cells" },
        mark: { type: "rule", color: colour.goal, strokeWidth: 3 },
        encoding: { x: on(px("datum.goalYear - 1")), x2: on(px("datum.goalYear + 1")), y: on(py("datum.goal")) },
      },
      {
        data: { name: "cells" },
        mark: {
          type: "text",
          fontSize: 10,
          color: colour.muted,
          x: { expr: px("datum.goalYear") },
          y: { expr: `${py("yMin")} + 9` },
        },
        encoding: { text: { field: "goalYear" } },
      },
      {
        data: { name: "cells" },
        mark: { type: "text", ...corner, y: { expr: `${top} + 8` }, fontWeight: 600, lineBreak: "\n", lineHeight: 15 },
        encoding: { text: { field: "name" } },
      },
      {
        data: { name: "cells" },
        mark: {
          type: "text",
          ...corner,
          y: { expr: `${top} + 41` },
          fontSize: 11,
          color: colour.accent,
          fontWeight: 600,
        },
        encoding: { text: { field: "label" } },
      },
      {
        data: { name: "cells" },
        mark: {
          type: "text",
          ...corner,
          x: { expr: `${left} + 44` },
          y: { expr: `${top} + 41` },
          fontSize: 11,
          color: colour.muted,
        },
        encoding: { text: { field: "chance" } },
      },
    ],
  };
}
