import { isRegression, curves as knownCurves } from "../../core/curves/index.ts";
import type { FittedCurve, FittedTrend } from "../../core/domain.ts";
import { expit, logit } from "../../core/units.ts";
import { type Subject, schemeOf } from "../subject.ts";
import { axisRange } from "./axis-range.ts";
import type { Chart, Figure, Row } from "./chart.ts";
import type { ChartSpec } from "./compile.ts";
import { percentOf } from "./percent-of.ts";
import { pointTicks } from "./point-ticks.ts";
import { chartFrame, colour } from "./theme.ts";

/** How well the combined trend follows its own past: each reading beside what it expects of it, and the residuals. */
export const fitResiduals: Chart = {
  id: "fit-residuals",
  section: "data",
  figures(subject) {
    if (subject.comparing) return [];
    const { projection, reference } = subject;
    return projection.input.schemes.flatMap(({ id, trend }) => {
      // Most scenarios leave the trend alone; their reports need not tell it again.
      const told = projection !== reference && sameTrend(trend, schemeOf(reference, id)?.trend ?? null);
      return trend === null || told ? [] : (figure(subject, id, trend) ?? []);
    });
  },
};

const height = 260;

const sameTrend = (a: FittedTrend | null, b: FittedTrend | null) => JSON.stringify(a) === JSON.stringify(b);

/** One reading, what was expected of it from those before, and what each curve did. */
interface Step {
  readonly year: number;
  readonly share: number;
  readonly expected: number;
  readonly miss: number;
  readonly curves: readonly { readonly curve: string; readonly expected: number }[];
}

function figure(subject: Subject, scheme: string, trend: FittedTrend): Figure | null {
  const { language, projection } = subject;
  const steps = oneStepAhead(trend);
  if (steps.length < 2) return null;
  const input = schemeOf(projection, scheme)!;
  const title = language.local(input.title);
  const curves = trend.curves.filter(carries(trend));
  const axis = axisRange(
    [...trend.shares, ...steps.flatMap((s) => [s.expected, ...s.curves.map((c) => c.expected)])],
    false,
  );
  const residualTicks = pointTicks(steps.map(({ miss }) => 100 * miss));
  const furthest = steps.reduce((worst, step) => (Math.abs(step.miss) > Math.abs(worst.miss) ? step : worst));
  const mean = steps.reduce((sum, { miss }) => sum + Math.abs(miss), 0) / steps.length;
  return {
    id: `fit-residuals-${scheme}`,
    chart: fitResiduals.id,
    scheme,
    title: language.say("chart.fit.title", { scheme: title }),
    caption: language.say("chart.fit.caption", { of: shareOf(subject, scheme), n: curves.length }),
    description: language.say("chart.fit.describe", {
      list: steps
        .map(({ year, miss }) => language.say("chart.fit.item", { year, miss: language.points(miss) }))
        .join("; "),
    }),
    sentence: language.say("chart.fit.sentence", {
      mean: language.pointsSize(mean),
      year: furthest.year,
      miss: language.points(furthest.miss),
    }),
    spec: fitSpec(subject),
    datasets: {
      readings: trend.years.map((year, i) => ({ year, share: trend.shares[i]! })),
      expected: steps.map(({ year, share, expected, miss }) => ({ year, share, expected, miss: 100 * miss })),
      curves: steps.flatMap(({ year, curves }) => curves.map((c) => ({ ...c, year }))),
      residualTicks: [0, residualTicks.reduce((far, tick) => (Math.abs(tick) > Math.abs(far) ? tick : far))].map(
        (value) => ({ value, label: signed(language, value) }),
      ),
      key: [{ label: language.say("chart.fit.below") }],
    },
    data: () => {
      const stepOf = (year: number) => steps.find((step) => step.year === year);
      return trend.years.map((year, i) => {
        const step = stepOf(year);
        return {
          year,
          share_pct: percentOf(trend.shares[i]!),
          expected_pct: percentOf(step?.expected ?? null),
          residual_points: percentOf(step?.miss ?? null),
          ...Object.fromEntries(
            step?.curves.map(({ curve, expected }) => [`expected_by_${curve}_pct`, percentOf(expected)]) ?? [],
          ),
        };
      });
    },
    params: {
      xMin: trend.years[0]!,
      xMax: trend.years.at(-1)!,
      yMin: axis.min,
      yMax: axis.max,
      yTicks: axis.ticks,
      yFormat: axis.format,
      rMin: residualTicks[0]!,
      rMax: residualTicks.at(-1)!,
    },
    height,
    table: {
      columns: (
        [
          ["year", "column.year"],
          ["shareText", "column.reading"],
          ["expectedText", "column.expected"],
          ["missText", "column.residual"],
        ] as const
      ).map(([key, label]) => ({ key, label: language.say(label), numeric: true })),
      rows: steps.map(
        ({ year, share, expected, miss }): Row => ({
          year,
          shareText: language.percent(share),
          expectedText: language.percent(expected),
          missText: language.points(miss),
        }),
      ),
    },
  };
}

function signed(language: Subject["language"], points: number): string {
  return points === 0 ? "0" : language.points(points / 100);
}

/** What the fitted share is a share of. */
function shareOf({ language, projection, run }: Subject, scheme: string): string {
  const { within, outside, base } = schemeOf(projection, scheme)!;
  const name = (id: string) => {
    const other = schemeOf(projection, id);
    return other ? language.local(other.title) : id;
  };
  if (within !== null) return name(within);
  const title = run.bases.find((b) => b.id === base)?.title;
  const whole = title ? language.local(title) : base;
  return outside.length === 0
    ? whole
    : language.say("chart.fit.outside", { base: whole, schemes: outside.map(name).join(", ") });
}

const carries =
  (trend: FittedTrend) =>
  ({ status, weight, residuals }: FittedCurve) =>
    status === "ok" && weight > 0 && residuals.length === trend.years.length;

/**
 * Returns what the curves expect of each reading after the first from those before it, with the parameters of today, and
 * their mean by weight. Local methods keep that error of z as their residual; a regression keeps the distance to its
 * line, of which rho^years carries over from one reading to the next.
 */
function oneStepAhead(trend: FittedTrend): Step[] {
  const { years, shares, ceiling } = trend;
  const curves = trend.curves.filter(carries(trend));
  const weights = curves.reduce((sum, { weight }) => sum + weight, 0);
  if (weights === 0) return [];
  return years.slice(1).map((year, before) => {
    const i = before + 1;
    const share = shares[i]!;
    const z = logit(share, ceiling);
    const made = curves.map((curve) => {
      const carried = lasts(curve) ? curve.rho ** (year - years[before]!) * curve.residuals[before]! : 0;
      return { curve: curve.curve, expected: expit(z - curve.residuals[i]! + carried, ceiling) };
    });
    const expected = made.reduce((sum, m, c) => sum + (m.expected * curves[c]!.weight) / weights, 0);
    return { year, share, expected, miss: share - expected, curves: made };
  });
}

function lasts({ curve, definition }: FittedCurve): boolean {
  const known = knownCurves.find(({ id }) => id === curve);
  return definition !== undefined || (known !== undefined && isRegression(known));
}

/** The specification that these charts share: readings above, residuals below, on one axis of years. */
function fitSpec({ language }: Subject): ChartSpec {
  const number = "quantitative" as const;
  const year = { field: "year", type: number };
  const y = (field: string) => ({ field, type: number });
  // The upper six tenths belong to the readings, the rest to the residuals.
  const residual = (value: string) => ({ expr: `height * (0.98 - 0.23 * (${value} - rMin) / (rMax - rMin))` });
  return {
    ...chartFrame(language, { left: 44, right: 12, top: 12, bottom: 24 }),
    params: [
      { name: "xMin", value: 2010 },
      { name: "xMax", value: 2025 },
      { name: "yMin", value: 0 },
      { name: "yMax", value: 1 },
      { name: "yTicks", value: [0, 1] },
      { name: "yFormat", value: ".0%" },
      { name: "rMin", value: -1 },
      { name: "rMax", value: 1 },
    ],
    encoding: {
      x: {
        type: number,
        scale: { domainMin: { expr: "xMin - 0.4" }, domainMax: { expr: "xMax + 0.4" }, nice: false, zero: false },
        axis: { values: { expr: "sequence(ceil(xMin / 5) * 5, xMax + 1, 5)" }, format: "d" },
      },
      y: {
        type: number,
        scale: {
          domainMin: { expr: "yMin - (yMax - yMin) * 0.64" },
          domainMax: { expr: "yMax" },
          nice: false,
          zero: false,
        },
        axis: { values: { expr: "yTicks" }, labelExpr: "format(datum.value, yFormat)", grid: true },
      },
    },
    layer: [
      {
        data: { name: "curves" },
        mark: { type: "line", color: colour.faint, strokeWidth: 1 },
        encoding: { x: year, y: y("expected"), detail: { field: "curve", type: "nominal" } },
      },
      {
        data: { name: "expected" },
        mark: { type: "rule", color: colour.goal, strokeWidth: 1.5 },
        encoding: { x: year, y: y("share"), y2: { field: "expected" } },
      },
      {
        data: { name: "expected" },
        mark: { type: "tick", orient: "horizontal", size: 14, thickness: 3, color: colour.accent, opacity: 1 },
        encoding: { x: year, y: y("expected") },
      },
      {
        data: { name: "readings" },
        mark: { type: "point", filled: true, size: 34, opacity: 1, color: colour.ink },
        encoding: { x: year, y: y("share") },
      },
      {
        data: { name: "residualTicks" },
        mark: { type: "rule", color: colour.rule },
        encoding: { x: { value: 0 }, x2: { value: "width" }, y: { value: residual("datum.value") } },
      },
      {
        data: { name: "residualTicks" },
        mark: { type: "text", align: "right", color: colour.muted, x: -6, y: residual("datum.value") },
        encoding: { text: { field: "label" } },
      },
      {
        data: { name: "expected" },
        mark: { type: "rule", color: colour.goal, strokeWidth: 3, y: residual("0"), y2: residual("datum.miss") },
        encoding: { x: year },
      },
      {
        data: { name: "residualTicks" },
        transform: [{ filter: "datum.value === 0" }],
        mark: { type: "rule", color: colour.ink, strokeWidth: 1 },
        encoding: { x: { value: 0 }, x2: { value: "width" }, y: { value: residual("0") } },
      },
      {
        data: { name: "key" },
        mark: { type: "text", align: "left", fontSize: 11, color: colour.muted, x: 0, y: { expr: "height * 0.695" } },
        encoding: { text: { field: "label" } },
      },
    ],
  };
}
