import type { ChartSection, Figure } from "../charts/chart.ts";
import { charts } from "../charts/index.ts";
import type { Subject } from "../subject.ts";
import type { Markup } from "./markup.ts";
import { bigNumber } from "./scheme-figures.ts";

/** Height between the axes of a chart that has a row of the page to itself. */
const wideHeight = 290;

/** A figure as it stands on the page. */
export interface PlacedFigure {
  readonly figure: Figure;
  /** It has a row to itself. */
  readonly leads: boolean;
  /** What stands beside its title. */
  readonly big: Markup | null;
}

/** Makes the figures of a section, one list for each kind of chart that has something to show. */
export function placedFigures(subject: Subject, section: ChartSection): PlacedFigure[][] {
  return charts
    .filter((chart) => chart.section === section)
    .map((chart) => {
      const made = chart.figures(subject);
      return made.map((figure, i) => {
        const isFan = chart.id === "fan";
        // The first of an odd number of fans would leave a gap beside the last.
        const alone = isFan && i === 0 && made.length % 2 === 1;
        const leads = alone || chart.wide === true;
        return {
          figure: alone ? { ...figure, height: wideHeight } : figure,
          leads,
          big: isFan ? bigNumber(subject, figure.scheme) : null,
        };
      });
    })
    .filter((figures) => figures.length > 0);
}
