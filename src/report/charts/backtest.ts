import type { Backtest, PastForecast } from "../../core/domain.ts";
import { type Subject, schemeOf } from "../subject.ts";
import type { Chart, Figure } from "./chart.ts";
import type { ChartSpec } from "./compile.ts";
import { percentOf } from "./percent-of.ts";
import { axisName, chartFrame, colour } from "./theme.ts";

/** Every past forecast as its 80 % interval less what came, by years ahead: what crosses zero held. */
export const backtestErrors: Chart = {
  id: "backtest-errors",
  section: "backtest",
  figures(subject) {
    const { backtest } = subject.run;
    return subject.comparing && backtest?.all ? [figure(subject, backtest)] : [];
  },
};

/** Empty places between forecasts of different years ahead. */
const gap = 2;

function figure(subject: Subject, backtest: Backtest): Figure {
  const { language } = subject;
  const rows = forecastRows(subject, backtest);
  const last = rows[rows.length - 1].place;
  const ticks = errorTicks(rows.flatMap(({ low, high }) => [low, high]));
  const held = rows.filter((row) => row.held).length;
  const groups = [...new Set(rows.map((row) => row.ahead))].map((ahead) => {
    const places = rows.filter((row) => row.ahead === ahead).map(({ place }) => place);
    return { at: (places[0] + places[places.length - 1]) / 2, label: String(ahead) };
  });
  const words = {
    held,
    n: rows.length,
    own: backtest.all === null ? "" : language.decimal(100 * backtest.all.mae, 1),
  };
  return {
    id: backtestErrors.id,
    chart: backtestErrors.id,
    scheme: "",
    title: language.say("backtest.chart.title"),
    caption: language.say("backtest.chart.caption"),
    description: language.say("backtest.chart.describe", words),
    sentence: language.say("backtest.chart.sentence", words),
    spec: errorSpec(subject),
    // What only the table says is not said twice.
    datasets: {
      forecasts: rows.map(({ place, low, middle, high, held: inside, scheme, from, year }) => {
        return { place, low, middle, high, held: inside, scheme, from, year };
      }),
      years: groups,
      zero: [{ at: 0, label: language.say("backtest.chart.axis") }],
    },
    data: () =>
      backtest.forecasts.map(({ scheme, origin, year, outcome, quantiles }) => {
        const at = (level: number) => percentOf(quantiles[backtest.levels.indexOf(level)]!);
        return {
          scheme,
          made_at_the_end_of: origin,
          year,
          years_ahead: year - origin,
          p10_pct: at(0.1),
          median_pct: at(0.5),
          p90_pct: at(0.9),
          came_pct: percentOf(outcome),
        };
      }),
    params: { xMax: last + 1, yMin: ticks[0], yMax: ticks[ticks.length - 1], yTicks: ticks },
    height: 200,
    table: {
      columns: (
        [
          ["scheme", "column.scheme", false],
          ["from", "column.from", true],
          ["year", "column.year", true],
          ["middleText", "column.median", true],
          ["range", "column.range80", true],
          ["came", "column.came", true],
          ["error", "column.error", true],
        ] as const
      ).map(([key, label, numeric]) => ({ key, label: language.say(label), numeric })),
      rows,
    },
  };
}

function forecastRows({ language, projection }: Subject, { forecasts, levels, byScheme }: Backtest) {
  const order = byScheme.map(({ scheme }) => scheme);
  const ahead = (f: PastForecast) => f.year - f.origin;
  const sorted = [...forecasts].sort(
    (a, b) => ahead(a) - ahead(b) || order.indexOf(a.scheme) - order.indexOf(b.scheme) || a.year - b.year,
  );
  const years = [...new Set(sorted.map(ahead))];
  return sorted.map((forecast, i) => {
    const { scheme, origin, year, outcome, quantiles } = forecast;
    const at = (level: number) => quantiles[levels.indexOf(level)];
    const title = schemeOf(projection, scheme)?.title;
    return {
      place: i + 1 + gap * years.indexOf(ahead(forecast)),
      ahead: ahead(forecast),
      low: 100 * (at(0.1) - outcome),
      middle: 100 * (at(0.5) - outcome),
      high: 100 * (at(0.9) - outcome),
      held: outcome >= at(0.1) && outcome <= at(0.9),
      scheme: title === undefined ? scheme : language.local(title),
      from: String(origin),
      year: String(year),
      middleText: language.percent(at(0.5)),
      range: language.percentRange(at(0.1), at(0.9)),
      came: language.percent(outcome),
      error: language.points(at(0.5) - outcome),
    };
  });
}

/** Whole steps of points that hold all values, zero among them. */
function errorTicks(values: readonly number[]): number[] {
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const step = [1, 2, 5, 10, 20].find((s) => (high - low) / s <= 6) ?? 50;
  const first = Math.floor(low / step);
  return Array.from({ length: Math.max(1, Math.ceil(high / step) - first) + 1 }, (_, i) => (first + i) * step);
}

function errorSpec({ language }: Subject): ChartSpec {
  const place = { field: "place", type: "quantitative" as const };
  const y = (field: string) => ({ field, type: "quantitative" as const });
  const shade = (held: string) => ({ condition: { test: "datum.held", value: held }, value: colour.goal });
  return {
    ...chartFrame(language, { left: 40, right: 8, top: 12, bottom: 42 }),
    params: [
      { name: "xMax", value: 10 },
      { name: "yMin", value: -5 },
      { name: "yMax", value: 5 },
      { name: "yTicks", value: [-5, 0, 5] },
    ],
    encoding: {
      x: {
        type: "quantitative",
        scale: { domainMin: 0, domainMax: { expr: "xMax" }, nice: false, zero: false },
        axis: null,
      },
      y: {
        type: "quantitative",
        scale: { domainMin: { expr: "yMin" }, domainMax: { expr: "yMax" }, nice: false, zero: false },
        axis: {
          values: { expr: "yTicks" },
          labelExpr: "datum.value === 0 ? '0' : format(datum.value, '+d')",
          grid: true,
        },
      },
    },
    layer: [
      {
        data: { name: "forecasts" },
        mark: { type: "rule", strokeWidth: 4, strokeCap: "round" },
        encoding: { x: place, y: y("low"), y2: { field: "high" }, color: shade(colour.band80) },
      },
      {
        data: { name: "forecasts" },
        mark: { type: "point", filled: true, size: 18, opacity: 1 },
        encoding: { x: place, y: y("middle"), color: shade(colour.accent) },
      },
      {
        data: { name: "zero" },
        mark: { type: "rule", color: colour.ink, strokeWidth: 1.5 },
        encoding: { x: { value: 0 }, x2: { value: "width" }, y: { field: "at", type: "quantitative" } },
      },
      {
        data: { name: "years" },
        mark: { type: "text", color: colour.muted, y: { expr: "height + 14" } },
        encoding: { x: { field: "at", type: "quantitative" }, text: { field: "label" } },
      },
      axisName("zero", 32),
    ],
  };
}
