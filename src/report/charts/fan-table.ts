import { goalCondition } from "../goal-text.ts";
import { readingAnchor } from "../reading-anchor.ts";
import { quantile, readingsOf, type Subject, summaryOf } from "../subject.ts";
import type { Figure, Row } from "./chart.ts";

/** Makes the table that stands for a fan chart: every reading, goal and simulated year, printed. */
export function fanTable(subject: Subject, scheme: string): Figure["table"] {
  const { language, projection } = subject;
  const { fitted, later } = readingsOf(subject, scheme);
  const text = (value: number | null) => (value === null ? "" : language.percent(value));
  const people = (value: number | null) => (value === null ? "" : language.people(value));

  const reading = (kind: "row.reading" | "row.later") => (p: (typeof fitted)[number]) => ({
    year: p.year,
    href: `#${readingAnchor(subject, scheme, p.year)}`,
    kind: `${language.say(kind)}, ${language.say(`status.${p.status}`)}`,
    median: text(p.coverage),
    low80: "",
    high80: "",
    low95: "",
    high95: "",
    people: people(p.participants),
  });
  const at = (level: number, year: number) => quantile(projection, scheme, "coverage", level, year);
  const future = (year: number): Row => ({
    year,
    href: "#assumptions",
    kind: language.say("row.projected"),
    median: text(at(0.5, year)),
    low80: text(at(0.1, year)),
    high80: text(at(0.9, year)),
    low95: text(at(0.025, year)),
    high95: text(at(0.975, year)),
    people: people(quantile(projection, scheme, "participants", 0.5, year)),
  });
  const goals = projection.assessments
    .filter((a) => a.goal.scheme === scheme)
    .map(({ goal }) => ({
      year: goal.year,
      href: "#goals",
      kind: language.say("row.goal"),
      median: goalCondition(language, goal),
      low80: "",
      high80: "",
      low95: "",
      high95: "",
      people: "",
    }));
  const column = (key: string, label: Parameters<typeof language.say>[0], numeric = true) => ({
    key,
    label: language.say(label),
    numeric,
  });
  return {
    columns: [
      column("year", "column.year"),
      column("kind", "column.kind", false),
      column("median", "column.median"),
      column("low80", "column.low80"),
      column("high80", "column.high80"),
      column("low95", "column.low95"),
      column("high95", "column.high95"),
      column("people", "column.participants"),
    ],
    rows: [
      ...fitted.map(reading("row.reading")),
      ...later.map(reading("row.later")),
      ...(summaryOf(projection, scheme) ? projection.summary.years.map(future) : []),
      ...goals,
    ],
  };
}
