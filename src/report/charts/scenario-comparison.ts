import type { Projection } from "../../core/domain.ts";
import { goalValue } from "../goal-text.ts";
import { comparisonSentence } from "../sentences/chart-sentences.ts";
import { compares, goalAsCoverage, quantile, type Subject, schemeOf } from "../subject.ts";
import { type AxisRange, axisRange } from "./axis-range.ts";
import type { Chart, Figure, Row } from "./chart.ts";
import type { ChartSpec } from "./compile.ts";
import { percentOf } from "./percent-of.ts";
import { chartFrame, colour } from "./theme.ts";

/** One scheme in one year under every scenario: a dot for the median on a bar that holds 8 in 10 futures. */
export const scenarioComparison: Chart = {
  id: "scenario-comparison",
  section: "scenarios",
  figures(subject) {
    if (subject.run.projections.length < 2) return [];
    return subject.projection.summary.schemes
      .filter((s) => compares(subject, s.scheme))
      .map((s) => figure(subject, s.scheme));
  },
};

/** A change that prints as 0.0 points. */
const unseen = 0.0005;
/** Pixels of one scenario's row. */
const rowHeight = 40;

function figure(subject: Subject, scheme: string): Figure {
  const { language, run, projection } = subject;
  const year = comparedYear(subject, scheme);
  const input = schemeOf(projection, scheme);
  const base = run.bases.find((b) => b.id === input?.base);
  const title = input ? language.local(input.title) : scheme;
  const all = scenarioRows(subject, scheme, year);
  const rows = all.filter((row) => row.isReference || row.isSubject || row.moves).map((row, i) => ({ ...row, row: i }));
  const goals = projection.assessments
    .filter((a) => a.goal.scheme === scheme && a.goal.year === year)
    .map((a) => ({ value: goalAsCoverage(projection, a.goal), label: goalValue(language, a.goal) }))
    .filter((g): g is { value: number; label: string } => g.value !== null)
    .sort((a, b) => a.value - b.value);
  const values = [...rows.flatMap((r) => [r.low, r.high]), ...goals.map((g) => g.value)];
  const axis = axisRange(values, false);
  const column = (key: string, label: Parameters<typeof language.say>[0], numeric = true) => ({
    key,
    label: language.say(label),
    numeric,
  });
  return {
    id: `scenario-comparison-${scheme}`,
    chart: scenarioComparison.id,
    scheme,
    title: language.say("chart.comparison.title", { scheme: title, year }),
    caption: [
      language.say("chart.comparison.caption", { base: base ? language.local(base.title) : (input?.base ?? "") }),
      ...(rows.length < all.length ? [language.say("chart.comparison.others")] : []),
    ].join(" "),
    description: language.say("chart.comparison.describe", {
      scheme: title,
      year,
      list: rows
        .map((r) =>
          language.say("chart.comparison.item", { scenario: r.scenario, median: r.medianText, range: r.range }),
        )
        .join("; "),
    }),
    sentence: comparisonSentence(language, title, year, all),
    spec: comparisonSpec(subject),
    datasets: { scenarios: rows, goals: goalRows(goals, axis), reference: rows.filter((r) => r.isReference) },
    data: () => [
      ...all.map(({ id, scenario, low, median, high }) => ({
        kind: "scenario",
        scenario: id,
        title: scenario,
        year,
        p10_pct: percentOf(low),
        median_pct: percentOf(median),
        p90_pct: percentOf(high),
      })),
      ...goals.map(({ value, label }) => ({ kind: "goal", title: label, year, median_pct: percentOf(value) })),
    ],
    params: { xMin: axis.min, xMax: axis.max, xTicks: axis.ticks, xFormat: axis.format, rows: rows.length },
    height: rows.length * rowHeight,
    table: {
      columns: [
        column("scenario", "column.scenario", false),
        column("medianText", "column.median"),
        column("range", "column.range80"),
        column("change", "column.change"),
      ],
      rows,
    },
  };
}

/**
 * The year compared: the latest that the scheme has a goal for in the headline, else that it has a goal for, else that
 * the headline has; of the years beyond the scheme's last reading, since schemes may be read to different years. Else
 * the last year projected.
 */
export function comparedYear(subject: Subject, scheme: string): number {
  const { summary, assessments } = subject.projection;
  const read = schemeOf(subject.projection, scheme)?.history.points.at(-1)?.year ?? Number.NEGATIVE_INFINITY;
  const open = assessments.filter(({ goal }) => summary.years.includes(goal.year) && goal.year > read);
  const leading = open.filter(({ goal }) => subject.run.headlineGoals.includes(goal.id));
  const own = (of: typeof open) => of.filter(({ goal }) => goal.scheme === scheme);
  const chosen = [own(leading), own(open), leading].find((of) => of.length > 0) ?? [];
  return chosen.length > 0 ? Math.max(...chosen.map(({ goal }) => goal.year)) : summary.years.at(-1)!;
}

/** The reference first, then the scenarios by what they reach. */
function scenarioRows(subject: Subject, scheme: string, year: number) {
  const { language, run, reference } = subject;
  const at = (p: Projection) => [0.1, 0.5, 0.9].map((level) => quantile(p, scheme, "coverage", level, year));
  const own = at(reference);
  const base = own[1] ?? null;
  const rows = run.projections.flatMap((p) => {
    const values = at(p);
    const [low, median, high] = values;
    if (low == null || median == null || high == null) return [];
    const isReference = p.input.scenario.id === reference.input.scenario.id;
    const change =
      isReference || base === null || Math.abs(median - base) < unseen ? "" : language.points(median - base);
    const medianText = language.percent(median);
    return {
      id: p.input.scenario.id,
      scenario: language.local(p.input.scenario.title),
      low,
      median,
      high,
      medianText,
      range: language.percentRange(low, high),
      change,
      label: change === "" ? medianText : language.say("chart.comparison.value", { median: medianText, change }),
      isReference,
      isSubject: !subject.comparing && p === subject.projection,
      moves: values.some((value, i) => Math.abs(value! - (own[i] ?? Number.NaN)) >= unseen),
    } satisfies Row;
  });
  return rows.sort((a, b) => Number(b.isReference) - Number(a.isReference) || b.median - a.median);
}

/** Goals that lie closer together than this share of the axis get one label between them. */
const near = 0.2;

function goalRows(goals: readonly { value: number; label: string }[], axis: AxisRange): Row[] {
  const span = axis.max - axis.min;
  const groups: { value: number; label: string }[][] = [];
  for (const goal of goals) {
    const last = groups.at(-1);
    if (last && goal.value - last.at(-1)!.value < near * span) last.push(goal);
    else groups.push([goal]);
  }
  const distinct = (group: readonly { value: number; label: string }[]) =>
    group.filter((goal, i) => i === 0 || goal.value - group[i - 1]!.value >= 0.01 * span);
  return groups.flatMap((group) =>
    distinct(group).map((goal, i) => ({
      value: goal.value,
      labelAt: (group[0]!.value + group.at(-1)!.value) / 2,
      label: i === 0 ? [...new Set(group.map((g) => g.label))].join(" · ") : "",
    })),
  );
}

const share = "quantitative" as const;

/** The specification that the comparisons of all schemes share. */
export function comparisonSpec(subject: Subject): ChartSpec {
  const row = { expr: "height / rows * (datum.row + 0.68)" };
  const name = { expr: "height / rows * (datum.row + 0.3)" };
  const roomForName = { expr: "width - 96" };
  const emphasis = [
    { test: "datum.isSubject", value: colour.accent },
    { test: "datum.isReference", value: colour.ink },
  ];
  return {
    ...chartFrame(subject.language, { left: 8, right: 16, top: 24, bottom: 24 }),
    params: [
      { name: "xMin", value: 0 },
      { name: "xMax", value: 1 },
      { name: "xTicks", value: [0, 0.5, 1] },
      { name: "xFormat", value: ".0%" },
      { name: "rows", value: 2 },
    ],
    encoding: {
      x: {
        type: share,
        scale: { domainMin: { expr: "xMin" }, domainMax: { expr: "xMax" }, nice: false, zero: false },
        axis: { values: { expr: "xTicks" }, labelExpr: "format(datum.value, xFormat)", grid: true },
      },
    },
    layer: [
      {
        data: { name: "reference" },
        mark: { type: "rule", color: colour.ink, strokeWidth: 1, opacity: 0.5 },
        encoding: { x: { field: "median", type: share }, y: { value: 0 }, y2: { value: "height" } },
      },
      {
        data: { name: "goals" },
        mark: { type: "rule", color: colour.goal, strokeWidth: 2 },
        encoding: { x: { field: "value", type: share }, y: { value: -6 }, y2: { value: "height" } },
      },
      {
        data: { name: "goals" },
        mark: { type: "text", color: colour.goal, fontWeight: 600, align: "center" },
        encoding: { x: { field: "labelAt", type: share }, y: { value: -14 }, text: { field: "label" } },
      },
      {
        data: { name: "scenarios" },
        mark: { type: "rule", strokeWidth: 8, strokeCap: "round", color: colour.band80, y: row },
        encoding: {
          x: { field: "low", type: share },
          x2: { field: "high" },
          color: { condition: { test: "datum.isReference", value: colour.faint }, value: colour.band80 },
        },
      },
      {
        data: { name: "scenarios" },
        mark: { type: "point", filled: true, size: 90, opacity: 1, y: row },
        encoding: {
          x: { field: "median", type: share },
          color: { condition: { test: "datum.isReference", value: colour.ink }, value: colour.accent },
        },
      },
      {
        data: { name: "scenarios" },
        mark: { type: "text", align: "left", x: 0, y: name, limit: roomForName, stroke: colour.paper, strokeWidth: 4 },
        encoding: { text: { field: "scenario" } },
      },
      {
        data: { name: "scenarios" },
        mark: { type: "text", align: "left", x: 0, y: name, limit: roomForName },
        encoding: { text: { field: "scenario" }, color: { condition: emphasis, value: colour.ink } },
      },
      {
        data: { name: "scenarios" },
        mark: {
          type: "text",
          align: "right",
          x: "width",
          dx: -8,
          y: name,
          fontWeight: 600,
          stroke: colour.paper,
          strokeWidth: 4,
        },
        encoding: { text: { field: "label" } },
      },
      {
        data: { name: "scenarios" },
        mark: { type: "text", align: "right", x: "width", dx: -8, y: name, fontWeight: 600 },
        encoding: { text: { field: "label" } },
      },
    ],
  };
}
