import type { Run } from "../../core/domain.ts";
import type { Figure } from "../charts/chart.ts";
import { charts } from "../charts/index.ts";
import type { Language } from "../language.ts";
import { referenceOf, type Subject } from "../subject.ts";
import { pictureFoot } from "./picture-foot.ts";

/** A figure of one of the reports of a run. */
export interface ReportFigure {
  /** `comparison`, or `scenario-` and the scenario's id. */
  readonly report: string;
  readonly figure: Figure;
  /** Outer width of its picture in pixels. */
  readonly width: number;
  /** Whose figures these are, in one line. */
  readonly foot: string;
}

/** Outer widths of pictures: of charts that share a row of the page, and of those that fill one. */
const [half, whole] = [680, 940];

/** Names that `--chart` may be given: kinds of charts. */
export const chartKinds: readonly string[] = charts.map(({ id }) => id);

/** Makes every figure of every report of a run, in the order of the page. */
export function reportFigures(run: Run, language: Language): ReportFigure[] {
  const reference = referenceOf(run);
  const subjects: readonly (readonly [string, Subject])[] = [
    ["comparison", { run, projection: reference, reference, comparing: true, language }],
    ...run.projections.map(
      (projection) =>
        [
          `scenario-${projection.input.scenario.id}`,
          { run, projection, reference, comparing: false, language },
        ] as const,
    ),
  ];
  return subjects.flatMap(([report, subject]) =>
    charts.flatMap((chart) =>
      chart.figures(subject).map((figure) => ({
        report,
        figure: { ...figure, datasets: { ...figure.datasets, ...("readouts" in figure.datasets && { readouts: [] }) } },
        width: chart.wide ? whole : half,
        foot: pictureFoot(subject),
      })),
    ),
  );
}
