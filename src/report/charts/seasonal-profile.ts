import type { SeasonalPoint } from "../../core/domain.ts";
import { median } from "../../core/numeric/statistics.ts";
import { type Subject, schemeOf } from "../subject.ts";
import type { Chart, Figure } from "./chart.ts";
import type { ChartSpec } from "./compile.ts";
import { percentOf } from "./percent-of.ts";
import { chartFrame, colour } from "./theme.ts";

/** Readings of other months against the line between year ends: one figure for each scheme that was read often enough. */
export const seasonalProfile: Chart = {
  id: "seasonal-profile",
  section: "nowcast",
  figures(subject) {
    const { nowcasts } = subject.run;
    if (!subject.comparing || !nowcasts) return [];
    return subject.projection.input.schemes.flatMap(({ id }) => {
      const points = nowcasts.profile.filter(({ scheme }) => scheme === id);
      return points.length < FEWEST ? [] : [figure(subject, id, points)];
    });
  },
};

/** Fewer readings show no season. */
const FEWEST = 4;

function figure(subject: Subject, scheme: string, points: readonly SeasonalPoint[]): Figure {
  const { language, projection } = subject;
  const monthName = (month: number) =>
    new Intl.DateTimeFormat(language.locale, { month: "short", timeZone: "UTC" }).format(Date.UTC(2000, month - 1, 1));
  const title = schemeOf(projection, scheme)?.title;
  const percent = (part: number) => `${language.points(part)}%`;
  const readings = [...points]
    .sort((a, b) => a.month - b.month || (a.date < b.date ? -1 : 1))
    .map(({ date, month, offLine }) => ({
      month,
      off: 100 * offLine,
      year: date.slice(0, 4),
      date: language.shortDate(date),
      monthText: monthName(month),
      offText: percent(offLine),
    }));
  const months = [...new Set(readings.map(({ month }) => month))].map((month) => ({
    month,
    off: median(readings.filter((r) => r.month === month).map(({ off }) => off)),
  }));
  const line = [{ month: 0, off: 0 }, ...months, { month: 12, off: 0 }];
  const sorted = [...months].sort((a, b) => a.off - b.off);
  const [low, high] = [sorted[0], sorted[sorted.length - 1]];
  const ticks = percentTicks(readings.map(({ off }) => off));
  const sentence = language.say("nowcast.chart.describe", {
    n: readings.length,
    low: monthName(low.month),
    lowOff: percent(low.off / 100),
    high: monthName(high.month),
    highOff: percent(high.off / 100),
  });
  return {
    id: `${seasonalProfile.id}-${scheme}`,
    chart: seasonalProfile.id,
    scheme,
    title: language.say("nowcast.chart.title", { scheme: title === undefined ? scheme : language.local(title) }),
    caption: language.say("nowcast.chart.caption"),
    description: sentence,
    sentence,
    spec: profileSpec(subject, [3, 6, 9, 12].map(monthName)),
    datasets: { readings: readings.map(({ month, off, year }) => ({ month, off, year })), line, zero: [{ at: 0 }] },
    data: () =>
      points.map(({ date, month, offLine }) => ({ scheme, date, month, off_the_line_pct: percentOf(offLine) })),
    params: { yMin: ticks[0], yMax: ticks[ticks.length - 1], yTicks: ticks },
    height: 170,
    table: {
      columns: (
        [
          ["monthText", "column.month", false],
          ["date", "column.date", false],
          ["offText", "column.offLine", true],
        ] as const
      ).map(([key, label, numeric]) => ({ key, label: language.say(label), numeric })),
      rows: readings,
    },
  };
}

/** Whole steps of percent that hold all values, zero among them. */
function percentTicks(values: readonly number[]): number[] {
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const step = [1, 2, 5, 10, 20].find((s) => (high - low) / s <= 5) ?? 50;
  const first = Math.floor(low / step);
  return Array.from({ length: Math.max(1, Math.ceil(high / step) - first) + 1 }, (_, i) => (first + i) * step);
}

function profileSpec({ language }: Subject, quarters: readonly string[]): ChartSpec {
  const x = { field: "month", type: "quantitative" as const };
  const y = { field: "off", type: "quantitative" as const };
  const labels = quarters.map((name, i) => `datum.value === ${3 * (i + 1)} ? ${JSON.stringify(name)} : `).join("");
  return {
    ...chartFrame(language, { left: 46, right: 12, top: 10, bottom: 24 }),
    params: [
      { name: "yMin", value: -5 },
      { name: "yMax", value: 5 },
      { name: "yTicks", value: [-5, 0, 5] },
    ],
    encoding: {
      x: {
        type: "quantitative",
        scale: { domain: [0, 12], nice: false },
        axis: { values: [0, 3, 6, 9, 12], labelExpr: `${labels}${JSON.stringify(quarters[3])}` },
      },
      y: {
        type: "quantitative",
        scale: { domainMin: { expr: "yMin" }, domainMax: { expr: "yMax" }, nice: false, zero: false },
        axis: {
          values: { expr: "yTicks" },
          labelExpr: "(datum.value === 0 ? '0' : format(datum.value, '+d')) + '%'",
          grid: true,
        },
      },
    },
    layer: [
      {
        data: { name: "zero" },
        mark: { type: "rule", color: colour.ink, strokeWidth: 1.5 },
        encoding: { x: { value: 0 }, x2: { value: "width" }, y: { field: "at", type: "quantitative" } },
      },
      {
        data: { name: "line" },
        mark: { type: "line", color: colour.band80, strokeWidth: 3 },
        encoding: { x, y },
      },
      {
        data: { name: "readings" },
        mark: { type: "point", filled: true, size: 28, opacity: 1, color: colour.accent },
        encoding: { x, y },
      },
    ],
  };
}
