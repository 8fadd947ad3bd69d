import type { Subject } from "../subject.ts";
import type { ChartSpec } from "./compile.ts";

/** One row of named data: numbers for the marks, texts that are already in the reader's language. */
export type Row = Readonly<Record<string, string | number | boolean | null>>;

/** A column of the table that stands for the chart; `key` names a field of its rows. */
export interface FigureColumn {
  readonly key: string;
  readonly label: string;
  readonly numeric: boolean;
}

/** One chart, ready to be drawn: a shared spec with this figure's own data and parameters. */
export interface Figure {
  /** Unique within a report, fit for an element's id: `fan-pension`. */
  readonly id: string;
  readonly chart: string;
  readonly title: string;
  /** What is shown and how to read it. */
  readonly caption: string;
  /** The same told in words, for those who do not see it. */
  readonly description: string;
  /** One sentence that may be quoted alone, printed under the chart; absent where the caption holds it. */
  readonly sentence?: string;
  /** The scheme it speaks of, or empty. */
  readonly scheme: string;
  readonly spec: ChartSpec;
  /** Named data of the spec. */
  readonly datasets: Readonly<Record<string, readonly Row[]>>;
  /** What a reader takes away as CSV: one tidy table, plain numbers, units in the names of columns. */
  data(): readonly Row[];
  /** Values of the spec's parameters. */
  readonly params: Readonly<Record<string, number | string | readonly number[]>>;
  /** Pixels between the axes, top to bottom. */
  readonly height: number;
  /** The same where the chart is narrower than 600 pixels; absent: `height`. */
  readonly narrowHeight?: number;
  /** The data as a table, in words and printed numbers. */
  readonly table: { readonly columns: readonly FigureColumn[]; readonly rows: readonly Row[] };
}

/** Where on the page a chart belongs. */
export type ChartSection =
  | "goals"
  | "changes"
  | "schemes"
  | "scenarios"
  | "why"
  | "compare"
  | "solve"
  | "nowcast"
  | "backtest"
  | "data";

/**
 * A kind of chart: one self-describing file each, registered by one line in `index.ts`.
 *
 * Figures of one kind share their spec within a report, so that it is compiled once; what differs are data and
 * parameters.
 */
export interface Chart {
  readonly id: string;
  readonly section: ChartSection;
  /** True for a chart that has a row of the page to itself. */
  readonly wide?: boolean;
  /** Returns the figures of this kind that a report needs; none where it has nothing to show. */
  figures(subject: Subject): readonly Figure[];
}
