import { yearFraction } from "../../core/units.ts";
import { instrumentText } from "../goal-text.ts";
import { goalAsCoverage, quantile, readingsOf, type Subject, schemeOf } from "../subject.ts";
import { personsValue } from "../tables/table.ts";
import type { Row } from "./chart.ts";
import { percentOf } from "./percent-of.ts";

/**
 * Makes the tidy table behind a fan chart: every reading and its rivals, every simulated year of the scenario, of the
 * reference and of what a reader has pinned, goals, and the laws and shocks of the scheme.
 */
export function fanRows(subject: Subject, scheme: string): Row[] {
  const { language, projection, reference, run } = subject;
  const { fitted, later } = readingsOf(subject, scheme);
  const base = schemeOf(projection, scheme)?.base;
  const reading = (kind: string) => (p: (typeof fitted)[number]) => ({
    kind,
    year: p.year,
    scenario: "",
    coverage_pct: percentOf(p.coverage),
    people: personsValue(p.participants),
    status: p.status,
    sources: p.sources.join("+"),
  });
  const rivals = fitted.flatMap((point) =>
    point.rivals.flatMap((i) => {
      const rival = run.data.observations[i];
      if (!rival) return [];
      const { coverage, participants, status, sources } = rival;
      return {
        kind: "rival figure",
        year: point.year,
        coverage_pct: percentOf(coverage),
        people: participants,
        status,
        sources: sources.join("+"),
      };
    }),
  );
  const futures = (kind: string, of: Subject["projection"]) =>
    of.summary.years.map((year) => {
      const at = (level: number) => percentOf(quantile(of, scheme, "coverage", level, year));
      return {
        kind,
        year,
        scenario: of.input.scenario.id,
        coverage_pct: at(0.5),
        people: personsValue(quantile(of, scheme, "participants", 0.5, year)),
        p2_5_pct: at(0.025),
        p10_pct: at(0.1),
        p25_pct: at(0.25),
        p75_pct: at(0.75),
        p90_pct: at(0.9),
        p97_5_pct: at(0.975),
      };
    });
  return [
    ...fitted.map(reading("reading")),
    ...later.map(reading("later reading")),
    ...rivals,
    ...futures("projected", projection),
    ...(projection === reference ? [] : futures("reference", reference)),
    ...(subject.live?.pins ?? []).flatMap((pin) => futures(`pinned ${pin.letter}`, pin.projection)),
    ...projection.assessments
      .filter(({ goal }) => goal.scheme === scheme)
      .map(({ goal }) => ({
        kind: "goal",
        year: goal.year,
        coverage_pct: percentOf(goalAsCoverage(projection, goal)),
        people: goal.measure === "participants" ? goal.value : null,
        sources: goal.sources.join("+"),
        text: instrumentText(language, goal),
      })),
    ...run.data.events
      .filter((event) => [scheme, "all", base].includes(event.scheme))
      .map((event) => ({
        kind: "event",
        year: Math.floor(yearFraction(event.date)),
        date: event.date,
        sources: event.sources.join("+"),
        text: language.local(event.title),
      })),
  ];
}
