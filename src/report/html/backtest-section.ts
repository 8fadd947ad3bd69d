import type { Backtest } from "../../core/domain.ts";
import { backtestText, intervalAt } from "../backtest-text.ts";
import { type Subject, schemeOf } from "../subject.ts";
import { html, type Markup } from "./markup.ts";
import { table } from "./table.ts";

/** Tells how good the method was before: sentences made by rule from the scores, and the scores by scheme. */
export function backtestSection(subject: Subject, backtest: Backtest): Markup {
  const { language } = subject;
  return html`<p>${backtestText(language, backtest).join(" ")}</p>
${backtest.all !== null && scoreTable(subject, backtest)}`;
}

function scoreTable({ language, projection }: Subject, { byScheme }: Backtest): Markup {
  const points = (value: number) => language.decimal(100 * value, 1);
  const saved = (value: number | null | undefined) => (value == null ? "" : language.percent(value, 0));
  const numeric = true;
  return table(
    language.say("section.backtest"),
    [
      { label: language.say("column.scheme") },
      { label: language.say("column.forecasts"), numeric },
      { label: language.say("column.miss"), numeric },
      { label: language.say("column.held80"), numeric },
      { label: language.say("column.skillNoChange"), numeric },
      { label: language.say("column.skillLastPace"), numeric },
    ],
    byScheme.map(({ scheme, score }) => {
      const title = schemeOf(projection, scheme)?.title;
      const skill = (curve: string) => score.skill.find((s) => s.curve === curve)?.wis;
      return {
        cells: [
          title === undefined ? scheme : language.local(title),
          language.integer(score.forecasts),
          points(score.mae),
          language.integer(intervalAt(score, 0.8).held),
          saved(skill("naive")),
          saved(skill("last-pace")),
        ],
      };
    }),
  );
}
