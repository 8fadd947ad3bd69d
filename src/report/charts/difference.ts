import type { Comparison } from "../../core/domain.ts";
import type { Language } from "../language.ts";
import { type ComparedNames, differenceAt, differenceSentence } from "../sentences/difference-sentence.ts";
import { leadingAssessments, type Subject, schemeOf } from "../subject.ts";
import { personsValue } from "../tables/table.ts";
import type { Chart, Figure } from "./chart.ts";
import type { ChartSpec } from "./compile.ts";
import { percentOf } from "./percent-of.ts";
import { chartFrame, colour } from "./theme.ts";

/** What a scenario changes in each scheme against the reference: the interval of the difference, year by year. */
export const difference: Chart = {
  id: "difference",
  section: "compare",
  figures(subject) {
    const { comparing, language, projection, reference } = subject;
    const comparison = projection.analysis?.comparison;
    if (comparing || !comparison) return [];
    const quote = (text: string) => language.say("unit.quote", { text });
    const names = {
      scenario: quote(language.local(projection.input.scenario.title)),
      reference: quote(language.local(reference.input.scenario.title)),
    };
    return differenceFigures(language, comparison, names, (scheme) => ({
      title: titleOf(subject, scheme),
      year: leadingAssessments(subject).find((a) => a.goal.scheme === scheme)?.goal.year ?? null,
    }));
  },
};

/** A change below a twentieth of a point prints as nothing. */
const NOTICEABLE = 0.0005;

/**
 * Draws every scheme that a comparison finds changed. `about` gives a scheme's title and the year that its sentence
 * speaks of; null or a year that is not simulated: the last one.
 */
export function differenceFigures(
  language: Language,
  comparison: Comparison,
  names: ComparedNames,
  about: (scheme: string) => { readonly title: string; readonly year: number | null },
): Figure[] {
  const { years } = comparison;
  return comparison.schemes
    .filter(({ coverage }) => coverage.flat().some((value) => Math.abs(value) >= NOTICEABLE))
    .map(({ scheme }): Figure => {
      const { title, year } = about(scheme);
      const told = year !== null && years.includes(year) ? year : years.at(-1)!;
      const changes = years.map((of) => {
        const { low, median, high, people } = differenceAt(comparison, scheme, of)!;
        const [from, to] = [language.points(low), language.points(high)];
        return {
          year: of,
          low,
          middle: median,
          high,
          points: language.points(median),
          range: language.say("unit.range", { low: from, high: to }),
          people: language.peopleChange(people[1]),
        };
      });
      const found = differenceAt(comparison, scheme, told)!;
      const sentence = differenceSentence(language, names, title, told, found);
      const ends = [0, ...changes.flatMap(({ low, high }) => [low, high])];
      const room = 0.08 * (Math.max(...ends) - Math.min(...ends));
      const column = (key: string, label: string) => ({ key, label, numeric: key !== "year" });
      return {
        id: `difference-${scheme}`,
        chart: difference.id,
        scheme,
        title: language.say("chart.difference.title", { scheme: title, reference: names.reference }),
        caption: language.say("chart.difference.caption"),
        description: sentence,
        sentence,
        spec: differenceSpec(language),
        datasets: {
          zero: [{ at: 0 }],
          changes,
          told: [{ year: told, middle: found.median, label: `${told}: ${language.points(found.median)}` }],
        },
        data: () =>
          years.map((of) => {
            const { low, median, high, people } = differenceAt(comparison, scheme, of)!;
            return {
              year: of,
              p10_points: percentOf(low),
              median_points: percentOf(median),
              p90_points: percentOf(high),
              p10_people: personsValue(people[0]),
              median_people: personsValue(people[1]),
              p90_people: personsValue(people[2]),
            };
          }),
        params: {
          xMin: years[0]!,
          xMax: years.at(-1)!,
          yMin: Math.min(...ends) - room,
          yMax: Math.max(...ends) + room,
        },
        height: 170,
        table: {
          columns: [
            column("year", language.say("column.year")),
            column("points", language.say("compare.points")),
            column("range", language.say("compare.range")),
            column("people", language.say("compare.people")),
          ],
          rows: changes.map((row) => ({ ...row, year: String(row.year) })),
        },
      };
    });
}

function titleOf({ language, projection }: Subject, id: string): string {
  const scheme = schemeOf(projection, id);
  return scheme ? language.local(scheme.title) : id;
}

const share = "quantitative" as const;

/** The specification that these charts share. */
export function differenceSpec(language: Language): ChartSpec {
  const year = { field: "year", type: share };
  const of = (field: string) => ({ field, type: share });
  const told = { x: year, y: of("middle") };
  const text = { type: "text" as const, baseline: "bottom" as const, dy: -8, fontWeight: 600 as const };
  return {
    ...chartFrame(language, { left: 46, right: 30, top: 20, bottom: 24 }),
    params: [
      { name: "xMin", value: 2026 },
      { name: "xMax", value: 2035 },
      { name: "yMin", value: 0 },
      { name: "yMax", value: 1 },
    ],
    encoding: {
      x: {
        ...year,
        scale: { domainMin: { expr: "xMin" }, domainMax: { expr: "xMax" }, nice: false, zero: false },
        axis: { values: { expr: "sequence(xMin, xMax + 1, max(1, ceil((xMax - xMin) / 6)))" }, format: "d" },
      },
      y: {
        type: share,
        scale: { domainMin: { expr: "yMin" }, domainMax: { expr: "yMax" }, nice: false, zero: false },
        axis: { tickCount: 4, labelExpr: "datum.value === 0 ? '0' : format(datum.value * 100, '+.2~f')", grid: true },
      },
    },
    layer: [
      {
        data: { name: "zero" },
        mark: { type: "rule", color: colour.ink },
        encoding: { x: { value: 0 }, x2: { value: "width" }, y: of("at") },
      },
      {
        data: { name: "changes" },
        mark: { type: "area", color: colour.band80 },
        encoding: { x: year, y: of("low"), y2: { field: "high" } },
      },
      {
        data: { name: "changes" },
        mark: { type: "line", color: colour.accent, strokeWidth: 2.5 },
        encoding: { x: year, y: of("middle") },
      },
      {
        data: { name: "told" },
        mark: { type: "point", filled: true, size: 40, opacity: 1, color: colour.accent },
        encoding: told,
      },
      {
        data: { name: "told" },
        layer: [
          {
            mark: { ...text, stroke: colour.paper, strokeWidth: 4 },
            encoding: { ...told, text: { field: "label" } },
          },
          { mark: { ...text, color: colour.accent }, encoding: { ...told, text: { field: "label" } } },
        ],
      },
    ],
  };
}
