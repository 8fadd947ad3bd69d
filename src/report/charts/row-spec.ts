import type { Language } from "../language.ts";
import { numberAxis } from "../sweep/number-axis.ts";
import { printedAxis } from "../sweep/sweep-figure.ts";
import type { ChartSpec } from "./compile.ts";
import { chartFrame, colour } from "./theme.ts";

/** One row of a chart of bars with a name above each: where its bar begins and ends, and what stands beside it. */
export interface BarRow {
  readonly name: string;
  /** Stands at the right, in bold. */
  readonly label: string;
  readonly from: number;
  readonly to: number;
  /** Up to where a lighter bar goes on; absent: nowhere. */
  readonly beyond?: number;
  readonly tone: Tone;
  /** Small texts at the two ends of the bar. */
  readonly fromText: string;
  readonly toText: string;
}

/** What a bar is, and so its colour. */
export type Tone = "plain" | "less" | "total" | "rest" | "second" | "third";

/** Pixels of one row. */
const rowHeight = 40;
/** Pixels that a text at the end of a bar may take. */
const textRoom = 64;

/**
 * Returns data, parameters and height of a chart of rows. A bar of tone `total` is a dot at its end; `joined` draws
 * hairlines from the end of each bar to the next one, as in a waterfall; `rules` are vertical lines, seen beside every
 * bar and clear of the names; `texts` leaves room at both sides for the texts at the ends of bars.
 */
export function rowFigure(
  rows: readonly BarRow[],
  options: {
    readonly joined: boolean;
    readonly rules: readonly number[];
    readonly texts?: boolean;
    /** Prints a value of the axis; absent: the labels say all that an axis would. */
    readonly print?: (value: number) => string;
  },
) {
  const placed = rows.map((bar, row) => ({ ...bar, row }));
  const ends = [...rows.flatMap(({ from, to, beyond = to }) => [from, to, beyond]), ...options.rules];
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const room = high > low ? 0.02 * (high - low) : 0.01;
  const axis = options.print && numberAxis(ends, options.print);
  const within = (axis?.ticks ?? []).map((tick) => tick >= low - room && tick <= high + room);
  const ticks = {
    xTicks: (axis?.ticks ?? []).filter((_, i) => within[i]),
    xLabels: (axis?.labels.split("|") ?? []).filter((_, i) => within[i]).join("|"),
  };
  return {
    datasets: {
      bars: placed.filter(({ tone }) => tone !== "total"),
      longer: placed.flatMap(({ row, to, beyond }) => (beyond === undefined ? [] : [{ row, from: to, to: beyond }])),
      dots: placed.filter(({ tone }) => tone === "total"),
      joins: options.joined ? placed.slice(0, -1).map(({ row, to }) => ({ row, at: to })) : [],
      rules: options.rules.flatMap((at) => rows.map((_, row) => ({ row, at }))),
    },
    params: {
      xMin: low - room,
      xMax: high + room,
      rows: Math.max(1, rows.length),
      side: options.texts ? textRoom : 6,
      ...ticks,
    },
    height: Math.max(1, rows.length) * rowHeight,
  };
}

const share = "quantitative" as const;

/** The specification that all charts of rows share. */
export function rowSpec(language: Language): ChartSpec {
  const at = (part: number) => ({ expr: `height / rows * (datum.row + ${part})` });
  const x = (field: string) => ({ field, type: share });
  const names = (data: "bars" | "dots") => [
    {
      data: { name: data },
      mark: { type: "text" as const, align: "left" as const, x: 0, dx: 4, y: at(0.3), limit: { expr: "width - 84" } },
      encoding: { text: { field: "name" } },
    },
    {
      data: { name: data },
      mark: {
        type: "text" as const,
        align: "right" as const,
        x: "width" as const,
        y: at(0.3),
        fontWeight: 600 as const,
      },
      encoding: { text: { field: "label" } },
    },
  ];
  const end = (field: string, text: string, before: string) => ({
    data: { name: "bars" },
    mark: {
      type: "text" as const,
      align: { expr: `${before} ? 'right' : 'left'` } as never,
      baseline: "middle" as const,
      dx: { expr: `${before} ? -6 : 6` },
      y: at(0.7),
      fontSize: 11,
      color: colour.muted,
    },
    encoding: { x: x(field), text: { field: text } },
  });
  return {
    ...chartFrame(language, { left: 8, right: 10, top: 4, bottom: 22 }),
    params: [
      { name: "xMin", value: 0 },
      { name: "xMax", value: 1 },
      { name: "rows", value: 2 },
      { name: "side", value: 6 },
      { name: "xTicks", value: [] },
      { name: "xLabels", value: "" },
    ],
    encoding: {
      x: {
        type: share,
        scale: {
          domainMin: { expr: "xMin" },
          domainMax: { expr: "xMax" },
          range: [{ expr: "side" }, { expr: "width - side" }],
          nice: false,
          zero: false,
        },
        axis: { ...printedAxis("x"), domain: false, grid: false },
      },
    },
    layer: [
      {
        data: { name: "rules" },
        mark: { type: "rule", color: colour.muted, y: at(0.48), y2: at(0.92) },
        encoding: { x: x("at") },
      },
      // Hairlines to the next bar leave out the name between them.
      ...[
        [0.7, 1.1],
        [1.5, 1.7],
      ].map(([from = 0, to = 0]) => ({
        data: { name: "joins" },
        mark: { type: "rule" as const, color: colour.muted, y: at(from), y2: at(to) },
        encoding: { x: x("at") },
      })),
      {
        data: { name: "longer" },
        mark: { type: "rule", strokeWidth: 11, y: at(0.7), color: colour.band80 },
        encoding: { x: x("from"), x2: { field: "to" } },
      },
      {
        data: { name: "bars" },
        mark: { type: "rule", strokeWidth: 11, y: at(0.7) },
        encoding: {
          x: x("from"),
          x2: { field: "to" },
          color: {
            condition: [
              { test: "datum.tone == 'less'", value: colour.goal },
              { test: "datum.tone == 'rest'", value: colour.faint },
              { test: "datum.tone == 'second'", value: colour.band50 },
              { test: "datum.tone == 'third'", value: colour.later },
            ],
            value: colour.accent,
          },
        },
      },
      {
        data: { name: "dots" },
        mark: { type: "point", filled: true, size: 110, opacity: 1, color: colour.ink, y: at(0.7) },
        encoding: { x: x("to") },
      },
      ...names("bars"),
      ...names("dots"),
      end("from", "fromText", "datum.from <= datum.to"),
      end("to", "toText", "datum.from > datum.to"),
    ],
  };
}
