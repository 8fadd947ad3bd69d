import type { HistoryPoint } from "../../core/domain.ts";
import { type ChangeSplit, splitChange } from "../../core/history/split-change.ts";
import { originOf, readingsOf, type Subject, schemeOf } from "../subject.ts";
import { personsValue } from "../tables/table.ts";
import type { Chart, Figure, Row } from "./chart.ts";
import type { ChartSpec } from "./compile.ts";
import { percentOf } from "./percent-of.ts";
import { pointTicks } from "./point-ticks.ts";
import { chartFrame, colour } from "./theme.ts";

/**
 * What lies behind each year's change of coverage: people gained, or a base that grew or shrank. A base that shrinks
 * looks like progress.
 */
export const baseXray: Chart = {
  id: "base-xray",
  section: "data",
  figures(subject) {
    // The past is the same in every report: the reference's own tells of it.
    if (subject.comparing || subject.projection !== subject.reference) return [];
    return subject.projection.summary.schemes.flatMap(({ scheme }) => figure(subject, scheme) ?? []);
  },
};

/** Years of history drawn; the table has them all. */
const yearsShown = 15;
const height = 170;
/** Share of a year that stays free between bars. */
const air = 0.12;

interface Step {
  readonly from: HistoryPoint;
  readonly to: HistoryPoint;
  readonly years: number;
  readonly split: ChangeSplit;
}

function figure(subject: Subject, scheme: string): Figure | null {
  const { language, projection } = subject;
  const { fitted } = readingsOf(subject, scheme);
  const steps = fitted.slice(1).map((to, i): Step => {
    const from = fitted[i]!;
    return { from, to, years: to.year - from.year, split: splitChange(from, to) };
  });
  const shown = steps.filter(({ from }) => from.year >= originOf(projection) - yearsShown);
  if (shown.length < 2) return null;
  const input = schemeOf(projection, scheme);
  const title = input ? language.local(input.title) : scheme;
  const baseTitle = subject.run.bases.find((b) => b.id === input?.base)?.title;
  const base = baseTitle ? language.local(baseTitle) : (input?.base ?? "");
  const bars = shown.flatMap(barRows);
  const ticks = pointTicks(bars.flatMap(({ low, high }) => [low, high]));
  const [start, end] = [shown[0]!.from.year, shown.at(-1)!.to.year];
  return {
    id: `base-xray-${scheme}`,
    chart: baseXray.id,
    scheme,
    title: language.say("chart.xray.title", { scheme: title }),
    caption: language.say("chart.xray.caption", { base }),
    description: language.say("chart.xray.describe", {
      scheme: title,
      list: shown.map((step) => language.say("chart.xray.item", words(subject, step))).join("; "),
    }),
    sentence: sentence(subject, title, shown),
    spec: xraySpec(subject),
    datasets: {
      bars,
      changes: shown.map(({ from, to, years, split }) => ({
        middle: (from.year + to.year) / 2,
        from: from.year,
        year: to.year,
        change: (100 * split.change) / years,
      })),
      key: (["people", "base-shrank", "base-grew", "change"] as const).map((kind, slot) => ({
        slot,
        kind,
        label: language.say(`chart.xray.key.${kind}`),
      })),
    },
    data: () =>
      steps.map(({ from, to, split }) => ({
        from_year: from.year,
        to_year: to.year,
        change_points: percentOf(split.change),
        by_people_points: percentOf(split.people),
        by_base_points: percentOf(split.base),
        people_gained: personsValue(to.participants - from.participants),
        base_grown_people: personsValue(to.base - from.base),
      })),
    params: { xMin: start, xMax: end, yMin: ticks[0]!, yMax: ticks.at(-1)!, yTicks: ticks },
    height,
    table: {
      columns: (
        [
          ["period", "column.period"],
          ["change", "column.change.points"],
          ["people", "column.byPeople"],
          ["base", "column.byBase"],
          ["gained", "column.peopleGained"],
          ["grown", "column.baseGrown"],
        ] as const
      ).map(([key, label], i) => ({ key, label: language.say(label), numeric: i > 0 })),
      rows: steps.map((step) => words(subject, step)),
    },
  };
}

/** The two parts of a step, a year, one upon the other where they have the same sign. */
function barRows({ from, to, years, split }: Step) {
  const [people, base] = [(100 * split.people) / years, (100 * split.base) / years];
  const foot = people * base > 0 ? people : 0;
  const place = { from: from.year + air, to: to.year - air, year: to.year };
  return [
    { ...place, kind: "people", low: Math.min(0, people), high: Math.max(0, people), points: people },
    {
      ...place,
      kind: base > 0 ? "base-shrank" : "base-grew",
      low: Math.min(foot, foot + base),
      high: Math.max(foot, foot + base),
      points: base,
    },
  ] satisfies Row[];
}

function words({ language }: Subject, { from, to, split }: Step) {
  return {
    period: `${from.year}–${to.year}`,
    change: language.points(split.change),
    people: language.points(split.people),
    base: language.points(split.base),
    gained: language.peopleChange(to.participants - from.participants),
    grown: language.peopleChange(to.base - from.base),
  };
}

/** A part below a twentieth of a point prints as nothing. */
const noticeable = 0.0005;

/** What the whole time shown comes to, and the years in which the base made coverage look better than it was. */
function sentence({ language }: Subject, scheme: string, shown: readonly Step[]): string {
  const sum = (part: "change" | "people" | "base") => shown.reduce((all, { split }) => all + split[part], 0);
  const period = ({ from, to }: Step) => (to.year - from.year === 1 ? String(to.year) : `${from.year + 1}–${to.year}`);
  const shrank = shown.filter(({ split }) => split.base > noticeable);
  const flattered = shown.filter(({ split }) => split.change > noticeable && split.people < -noticeable);
  return [
    language.say("chart.xray.sentence", {
      scheme,
      from: shown[0]!.from.year,
      to: shown.at(-1)!.to.year,
      change: language.points(sum("change")),
      people: language.points(sum("people")),
      base: language.points(sum("base")),
    }),
    ...(shrank.length > 0
      ? [
          language.say("chart.xray.shrank", {
            years: shrank.map(period).join(", "),
            points: language.pointsSize(shrank.reduce((all, { split }) => all + split.base, 0)),
          }),
        ]
      : []),
    ...(flattered.length > 0
      ? [language.say("chart.xray.flattered", { years: flattered.map(period).join(", ") })]
      : []),
  ].join(" ");
}

/** The specification that these charts share. */
function xraySpec({ language }: Subject): ChartSpec {
  const number = "quantitative" as const;
  const kinds = {
    condition: [
      { test: "datum.kind === 'people'", value: colour.accent },
      { test: "datum.kind === 'base-shrank'", value: colour.goal },
    ],
    value: colour.faint,
  };
  const x = { field: "from", type: number };
  const row = "floor(datum.slot / 2) * 16 - 34";
  const column = "(datum.slot % 2) * width / 2";
  const place = { x: { expr: `${column} + 5` }, y: { expr: row } };
  return {
    ...chartFrame(language, { left: 40, right: 10, top: 44, bottom: 24 }),
    params: [
      { name: "xMin", value: 2010 },
      { name: "xMax", value: 2025 },
      { name: "yMin", value: -1 },
      { name: "yMax", value: 1 },
      { name: "yTicks", value: [-1, 0, 1] },
    ],
    encoding: {
      x: {
        type: number,
        scale: { domainMin: { expr: "xMin" }, domainMax: { expr: "xMax" }, nice: false, zero: false },
        axis: { values: { expr: "sequence(ceil(xMin / 5) * 5, xMax + 1, 5)" }, format: "d" },
      },
      y: {
        type: number,
        scale: { domainMin: { expr: "yMin" }, domainMax: { expr: "yMax" }, nice: false, zero: false },
        axis: {
          values: { expr: "yTicks" },
          labelExpr: "datum.value === 0 ? '0' : format(datum.value, '+.1~f')",
          grid: true,
        },
      },
    },
    layer: [
      {
        data: { name: "bars" },
        mark: { type: "rect" },
        encoding: { x, x2: { field: "to" }, y: { field: "low", type: number }, y2: { field: "high" }, color: kinds },
      },
      {
        data: { name: "key" },
        transform: [{ filter: "datum.slot === 0" }],
        mark: { type: "rule", color: colour.ink, strokeWidth: 1 },
        encoding: { x: { value: 0 }, x2: { value: "width" }, y: { datum: 0 } },
      },
      {
        data: { name: "changes" },
        mark: { type: "point", size: 56, opacity: 1, fill: colour.ink, stroke: colour.paper, strokeWidth: 1.5 },
        encoding: { x: { field: "middle", type: number }, y: { field: "change", type: number } },
      },
      {
        data: { name: "key" },
        transform: [{ filter: "datum.kind !== 'change'" }],
        mark: { type: "point", shape: "square", filled: true, size: 90, opacity: 1, ...place },
        encoding: { color: kinds },
      },
      {
        data: { name: "key" },
        transform: [{ filter: "datum.kind === 'change'" }],
        mark: { type: "point", size: 56, opacity: 1, fill: colour.ink, stroke: null, ...place },
        encoding: {},
      },
      {
        data: { name: "key" },
        mark: { type: "text", align: "left", fontSize: 11, x: { expr: `${column} + 15` }, y: place.y },
        encoding: { text: { field: "label" } },
      },
    ],
  };
}
