import type { GoalInfluence } from "../../core/domain.ts";
import { readingAnchor } from "../reading-anchor.ts";
import { assessmentOf, type Subject, sourcesOf } from "../subject.ts";
import { personsValue } from "../tables/table.ts";
import { explained, influenceSentence, movedChanceText, publisherOf, readingName, schemeName } from "../why-text.ts";
import type { Chart, Figure } from "./chart.ts";
import { percentOf } from "./percent-of.ts";
import { type BarRow, rowFigure, rowSpec } from "./row-spec.ts";

/** The five readings that a goal rests on most: how far the median moves when each is left out. */
export const influence: Chart = {
  id: "influence",
  section: "why",
  figures(subject) {
    return explained(subject, subject.projection.analysis?.influence).flatMap((one) => figure(subject, one) ?? []);
  },
};

function figure(subject: Subject, found: GoalInfluence): Figure | null {
  const { language, projection, run } = subject;
  const assessment = assessmentOf(projection, found.goal);
  if (!assessment || found.readings.length === 0) return null;
  const { goal } = assessment;
  const words = { scheme: schemeName(subject, goal.scheme), year: goal.year };
  const told = influenceSentence(subject, found);
  const signed = (change: number) =>
    goal.measure === "coverage" ? language.pointsWithUnit(change) : language.peopleChange(change);
  const rows = found.readings.map((reading) => ({
    name: readingName(subject, reading),
    href: `#${readingAnchor(subject, reading.scheme, reading.year)}`,
    coverage: language.percent(reading.coverage),
    median: signed(reading.median),
    chance: movedChanceText(language, assessment, found.probability + reading.probability, found.draws),
    sources: sourcesOf(run, reading.sources)
      .map(({ title, publisher }) => (publisher === "" ? title : `${publisher}: ${title}`))
      .join("; "),
  }));
  const bars = found.readings.map(
    (reading, i): BarRow => ({
      name: `${reading.year}: ${schemeName(subject, reading.scheme)} (${publisherOf(subject, reading.sources)})`,
      label: goal.measure === "coverage" ? language.points(reading.median) : rows[i]!.median,
      from: 0,
      to: reading.median,
      tone: reading.median < 0 ? "less" : "plain",
      fromText: "",
      toText: rows[i]!.chance,
    }),
  );
  const column = (key: string, label: string, numeric: boolean) => ({ key, label, numeric });
  return {
    id: `influence-${found.goal}`,
    chart: influence.id,
    scheme: goal.scheme,
    title: language.say("chart.influence.title", words),
    sentence: told,
    caption: language.say("chart.influence.caption", {
      n: found.tried,
      p: language.probability(found.probability, assessment.monteCarloError),
    }),
    description: language.say("chart.influence.describe", {
      ...words,
      list: rows.map(({ name, median }) => language.say("chart.rows.item", { name, label: median })).join("; "),
    }),
    spec: rowSpec(language),
    ...rowFigure(bars, { joined: false, rules: [0], texts: true }),
    data: () =>
      found.readings.map((reading) => ({
        scheme: reading.scheme,
        year: reading.year,
        coverage_pct: percentOf(reading.coverage),
        sources: reading.sources.join("+"),
        ...(goal.measure === "coverage"
          ? { change_of_median_points: percentOf(reading.median) }
          : { change_of_median_people: personsValue(reading.median) }),
        chance_without_pct: percentOf(found.probability + reading.probability),
      })),
    table: {
      columns: [
        column("name", language.say("column.reading"), false),
        column("coverage", language.say("column.coverage"), true),
        column("median", language.say("column.withoutMedian"), true),
        column("chance", language.say("column.withoutChance"), true),
        column("sources", language.say("column.sources"), false),
      ],
      rows,
    },
  };
}
