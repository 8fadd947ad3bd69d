import type { LedgerScores } from "../../core/domain.ts";
import { ledgerText, statementCells } from "../ledger-text.ts";
import { type Subject, schemeOf } from "../subject.ts";
import { html, type Markup } from "./markup.ts";
import { table } from "./table.ts";

/** Tells what archived forecasts and official statements have been worth, as a part of how good the method was. */
export function ledgerSection(subject: Subject, scores: LedgerScores): Markup {
  const { language } = subject;
  return html`<h3>${language.say("ledger.title")}</h3>
<p>${ledgerText(language, scores).join(" ")}</p>
${scores.byRun.length > 0 && runTable(subject, scores)}
${scores.statements.length > 0 && statementTable(subject, scores)}`;
}

function runTable({ language, run: { projections } }: Subject, { runs, byRun }: LedgerScores): Markup {
  const points = (value: number) => language.decimal(100 * value, 2);
  const scenarioTitle = (id: string) => {
    const title = projections.find(({ input }) => input.scenario.id === id)?.input.scenario.title;
    return title === undefined ? id : language.local(title);
  };
  const numeric = true;
  return table(
    language.say("ledger.title"),
    [
      { label: language.say("column.vintage") },
      { label: language.say("column.scenario") },
      { label: language.say("column.forecasts"), numeric },
      { label: language.say("column.miss"), numeric },
      { label: language.say("column.heldMiss"), numeric },
      { label: language.say("column.bias"), numeric },
      { label: language.say("column.wis"), numeric },
      { label: language.say("column.held80"), numeric },
    ],
    byRun.map(({ run, score }) => {
      const made = runs.find(({ id }) => id === run);
      return {
        cells: [
          made === undefined ? run : language.date(made.vintage),
          scenarioTitle(made?.scenario ?? ""),
          language.integer(score.forecasts),
          points(score.mae),
          points(score.noChange),
          points(score.bias),
          points(score.wis),
          language.integer(score.intervals.find(({ level }) => level === 0.8)?.held ?? 0),
        ],
      };
    }),
  );
}

function statementTable({ language, projection }: Subject, { statements }: LedgerScores): Markup {
  const numeric = true;
  return html`<details><summary>${language.say("ledger.oneByOne", { n: statements.length })}</summary>${table(
    language.say("column.stated"),
    [
      { label: language.say("column.stated") },
      { label: language.say("column.statedBy") },
      { label: language.say("column.scheme") },
      { label: language.say("column.year"), numeric },
      { label: language.say("column.value"), numeric },
      { label: language.say("column.came"), numeric },
      { label: language.say("column.status") },
      { label: language.say("column.statementError"), numeric },
      { label: language.say("column.ledgerMedian"), numeric },
      { label: language.say("column.medianError"), numeric },
    ],
    statements.map((one) => {
      const { statement } = one;
      const title = schemeOf(projection, statement.scheme)?.title;
      const { value, came, status, error, median, medianError } = statementCells(language, one);
      return {
        cells: [
          statement.stated === null ? "–" : language.shortDate(statement.stated),
          statement.by,
          title === undefined ? statement.scheme : language.local(title),
          String(statement.year),
          value,
          came,
          status,
          error,
          median,
          medianError,
        ],
      };
    }),
  )}</details>`;
}
