import type { Observation, Status } from "../../core/domain.ts";
import { dayNumber } from "../../core/history/calendar.ts";
import { yearFraction } from "../../core/units.ts";
import { originOf, type Subject, schemeOf } from "../subject.ts";
import type { Chart, Figure, Row } from "./chart.ts";
import type { ChartSpec } from "./compile.ts";
import { chartFrame, colour } from "./theme.ts";

/**
 * Every published figure by the day it speaks of: how it came to be, whether a year-end reading rests on it, how long it
 * took to be published, and where a base was defined anew.
 */
export const dataQuality: Chart = {
  id: "data-quality",
  section: "data",
  wide: true,
  figures(subject) {
    // The data are the same in every report: the reference's own tells of them.
    if (subject.comparing || subject.projection !== subject.reference) return [];
    const figures = publishedFigures(subject);
    return figures.length > 0 ? [figure(subject, figures)] : [];
  },
};

/** Years drawn before the last reading; earlier figures stand in the data. */
const yearsShown = 15;
/** Height of a lane, and the days of delay that it holds: what took longer ends at its top. */
const laneHeight = 74;
const longest = 731;

/** A change of the base below a fiftieth is marked, but not written beside its mark. */
const worthSaying = 0.02;

interface Published {
  readonly scheme: string;
  readonly lane: number;
  readonly at: number;
  readonly status: Status;
  readonly use: "used" | "rival" | "other";
  /** Null where the source shows no date. */
  readonly days: number | null;
  readonly date: string;
}

function figure(subject: Subject, figures: readonly Published[]): Figure {
  const { language } = subject;
  const schemes = [...new Set(figures.map(({ scheme }) => scheme))];
  const rows = schemes.map((scheme) => laneRow(subject, scheme, figures));
  const [first, last] = [Math.min, Math.max].map((pick) => pick(...figures.map(({ at }) => at))) as [number, number];
  const dated = figures.filter(({ days }) => days !== null);
  const used = figures.filter(({ use }) => use === "used");
  return {
    id: dataQuality.id,
    chart: dataQuality.id,
    scheme: "",
    title: language.say("chart.quality.title"),
    caption: language.say("chart.quality.caption", { months: 24 }),
    description: language.say("chart.quality.describe", {
      list: rows.map((row) => language.say("chart.quality.item", row)).join("; "),
    }),
    sentence: language.say("chart.quality.sentence", {
      n: language.integer(figures.length),
      from: Math.floor(first),
      used: language.integer(used.length),
      dated: language.percent(dated.length / figures.length, 0),
      days: delayText(subject, dated),
    }),
    spec: qualitySpec(subject),
    datasets: {
      figures: figures.map(({ at, lane, status, use, days, date, scheme }) => ({
        at,
        lane,
        // What came out before its day stands on the line, not under it.
        height: days === null ? -0.16 : Math.min(1, Math.max(0, days / longest)),
        status,
        use,
        days,
        date,
        scheme,
      })),
      lanes: rows.map(({ scheme, summary }, lane) => ({ lane, scheme, summary })),
      breaks: breakRows(subject, schemes, first),
      key: (["used", "rival", "other"] as const).map((use, slot) => ({
        slot,
        use,
        label: language.say(`chart.quality.key.${use}`),
      })),
    },
    data: () => [
      ...figures.map(({ scheme, date, status, use, days }) => ({
        kind: "figure",
        scheme,
        date,
        status,
        use,
        days_to_publication: days,
      })),
      ...breakRows(subject, schemes, first).map(({ lane, date, factor }) => ({
        kind: "base defined anew",
        scheme: schemes[lane as number]!,
        date: date!,
        base_factor: factor!,
      })),
    ],
    params: { xMin: Math.floor(first), xMax: Math.ceil(last + 0.01), lanes: schemes.length },
    height: schemes.length * laneHeight,
    table: {
      columns: (
        [
          ["scheme", "column.scheme"],
          ["figures", "column.figures"],
          ["used", "column.used"],
          ["rivals", "column.rivalCount"],
          ["actual", "status.actual"],
          ["estimate", "status.estimate"],
          ["derived", "status.derived"],
          ["projection", "status.projection"],
          ["undated", "column.undated"],
          ["delay", "column.delay"],
        ] as const
      ).map(([key, label], i) => ({ key, label: language.say(label), numeric: i > 0 })),
      rows,
    },
  };
}

/** Figures of projected schemes in the years shown, as far as they were known, the schemes in the order of the report. */
function publishedFigures({ projection, run }: Subject): Published[] {
  const schemes = projection.summary.schemes.map(({ scheme }) => scheme);
  const { asOf } = projection.input;
  const points = schemes.flatMap((scheme) => schemeOf(projection, scheme)?.history.points ?? []);
  const used = new Set(points.flatMap((point) => point.used));
  const rivals = new Set(points.flatMap((point) => point.rivals));
  const from = originOf(projection) + 1 - yearsShown;
  const known = (o: Observation) => asOf === null || (o.published ?? o.date) <= asOf;
  const shown = run.data.observations.flatMap((o, i): Omit<Published, "lane">[] => {
    const at = yearFraction(o.date);
    if (!schemes.includes(o.scheme) || at < from || !known(o)) return [];
    const use = used.has(i) ? "used" : rivals.has(i) ? "rival" : "other";
    return [{ scheme: o.scheme, at, status: o.status, use, days: delay(o), date: o.date }];
  });
  const lanes = schemes.filter((scheme) => shown.some((o) => o.scheme === scheme));
  return shown.map((o) => ({ ...o, lane: lanes.indexOf(o.scheme) })).sort((a, b) => a.lane - b.lane || a.at - b.at);
}

/** Days from the day that a figure speaks of to its publication. */
function delay({ date, published }: Observation): number | null {
  if (published === null) return null;
  return dayNumber(published) - dayNumber(date);
}

function laneRow(subject: Subject, scheme: string, figures: readonly Published[]) {
  const { language, projection } = subject;
  const own = figures.filter((o) => o.scheme === scheme);
  const count = (kept: (o: Published) => boolean) => language.integer(own.filter(kept).length);
  const input = schemeOf(projection, scheme);
  const status = (wanted: Status) => count((o) => o.status === wanted);
  const text = {
    scheme: input ? language.local(input.title) : scheme,
    figures: language.integer(own.length),
    used: count(({ use }) => use === "used"),
    rivals: count(({ use }) => use === "rival"),
    actual: status("actual"),
    estimate: status("estimate"),
    derived: status("derived"),
    projection: status("projection"),
    undated: count(({ days }) => days === null),
    delay: delayText(subject, own),
  };
  return { ...text, summary: language.say("chart.quality.lane", text) };
}

/** The middle delay of those that show a date, in days. */
function delayText({ language }: Subject, figures: readonly Published[]): string {
  const known = figures.flatMap(({ days }) => days ?? []).sort((a, b) => a - b);
  if (known.length === 0) return language.say("unit.unknown");
  const middle = (known[Math.floor((known.length - 1) / 2)]! + known[Math.ceil((known.length - 1) / 2)]!) / 2;
  return language.integer(Math.max(0, middle));
}

/** Where the base of a lane was defined anew. */
function breakRows({ language, projection }: Subject, schemes: readonly string[], first: number): Row[] {
  return schemes.flatMap((scheme, lane) => {
    const base = schemeOf(projection, scheme)?.base;
    const links = projection.input.bases.find((series) => series.base === base)?.links ?? [];
    return links
      .filter(({ date, factor }) => yearFraction(date) >= first && factor !== 1)
      .map(({ date, factor }) => ({
        lane,
        at: yearFraction(date),
        date,
        factor,
        label:
          Math.abs(factor - 1) < worthSaying
            ? ""
            : language.say("chart.quality.break", { change: language.points(factor - 1) }),
      }));
  });
}

function qualitySpec({ language }: Subject): ChartSpec {
  const number = "quantitative" as const;
  const x = { field: "at", type: number };
  const lane = (part: string) => ({ expr: `height / lanes * (datum.lane + ${part})` });
  const foot = lane("0.84");
  const head = lane("(0.84 - 0.5 * datum.height)");
  const shade = {
    condition: [
      { test: "datum.use === 'used'", value: colour.ink },
      { test: "datum.use === 'rival'", value: colour.goal },
    ],
    value: colour.faint,
  };
  const fill = {
    condition: [
      { test: "datum.status === 'estimate' || datum.status === 'projection'", value: colour.paper },
      { test: "datum.use === 'used'", value: colour.ink },
      { test: "datum.use === 'rival'", value: colour.goal },
    ],
    value: colour.faint,
  };
  const column = "datum.slot * width / 3";
  const halo = { stroke: colour.paper, strokeWidth: 4, strokeJoin: "round" as const };
  return {
    ...chartFrame(language, { left: 8, right: 10, top: 28, bottom: 24 }),
    params: [
      { name: "xMin", value: 2010 },
      { name: "xMax", value: 2026 },
      { name: "lanes", value: 2 },
    ],
    encoding: {
      x: {
        type: number,
        scale: { domainMin: { expr: "xMin" }, domainMax: { expr: "xMax" }, nice: false, zero: false },
        axis: { values: { expr: "sequence(ceil(xMin / 5) * 5, xMax + 1, 5)" }, format: "d" },
      },
    },
    layer: [
      {
        data: { name: "lanes" },
        mark: { type: "rule", color: colour.rule, strokeWidth: 1 },
        encoding: { x: { value: 0 }, x2: { value: "width" }, y: { value: foot } },
      },
      {
        data: { name: "breaks" },
        mark: { type: "rule", color: colour.later, strokeWidth: 1.5, strokeDash: [3, 3], y: lane("0.22"), y2: foot },
        encoding: { x },
      },
      {
        data: { name: "figures" },
        transform: [{ filter: "datum.use === 'used' && datum.days !== null" }],
        mark: { type: "rule", color: colour.muted, strokeWidth: 1, y: head, y2: foot },
        encoding: { x },
      },
      ...["other", "rival", "used"].map((use) => ({
        data: { name: "figures" },
        transform: [{ filter: `datum.use === '${use}'` }],
        mark: { type: "point" as const, size: use === "other" ? 16 : 30, opacity: 1, strokeWidth: 1.25, y: head },
        encoding: {
          x,
          fill,
          stroke: shade,
          shape: {
            field: "status",
            type: "nominal" as const,
            legend: null,
            scale: {
              domain: ["actual", "estimate", "derived", "projection"],
              range: ["circle", "circle", "diamond", "triangle-up"],
            },
          },
        },
      })),
      {
        data: { name: "breaks" },
        mark: { type: "text", align: "right", dx: -4, fontSize: 11, y: lane("0.32"), ...halo },
        encoding: { x, text: { field: "label" } },
      },
      {
        data: { name: "breaks" },
        mark: { type: "text", align: "right", dx: -4, fontSize: 11, color: colour.later, y: lane("0.32") },
        encoding: { x, text: { field: "label" } },
      },
      {
        data: { name: "lanes" },
        mark: { type: "text", align: "left", x: 0, fontWeight: 600, y: lane("0.12"), limit: { expr: "width * 0.6" } },
        encoding: { text: { field: "scheme" } },
      },
      {
        data: { name: "lanes" },
        mark: { type: "text", align: "right", x: "width", fontSize: 11, color: colour.muted, y: lane("0.12") },
        encoding: { text: { field: "summary" } },
      },
      {
        data: { name: "key" },
        mark: {
          type: "point",
          shape: "circle",
          filled: true,
          size: 40,
          opacity: 1,
          x: { expr: `${column} + 5` },
          y: -16,
        },
        encoding: { color: shade },
      },
      {
        data: { name: "key" },
        mark: { type: "text", align: "left", fontSize: 11, x: { expr: `${column} + 14` }, y: -16 },
        encoding: { text: { field: "label" } },
      },
    ],
  };
}
