import type { Nowcasts } from "../../core/domain.ts";
import { nowcastText, pastNowcastText } from "../nowcast-text.ts";
import { type Subject, schemeOf } from "../subject.ts";
import { html, type Markup } from "./markup.ts";
import { table } from "./table.ts";

/** Tells what readings within the running year say of its end, and how good that was before. */
export function nowcastSection(subject: Subject, nowcasts: Nowcasts): Markup {
  const { language, projection } = subject;
  const { schemes, goals } = projection.input;
  return html`${nowcastText(language, nowcasts, { schemes, goals }).map((text) => html`<p>${text}</p>`)}
<p>${pastNowcastText(language, nowcasts).join(" ")}</p>
${nowcasts.all !== null && scoreTable(subject, nowcasts)}`;
}

function scoreTable({ language, projection }: Subject, { byScheme }: Nowcasts): Markup {
  const points = (value: number) => language.decimal(100 * value, 1);
  const numeric = true;
  return table(
    language.say("section.nowcast"),
    [
      { label: language.say("column.scheme") },
      { label: language.say("column.nowcasts"), numeric },
      { label: language.say("column.nowcastMiss"), numeric },
      { label: language.say("column.trendMiss"), numeric },
      { label: language.say("column.noChangeMiss"), numeric },
      { label: language.say("column.held80"), numeric },
    ],
    byScheme.map(({ scheme, score }) => {
      const title = schemeOf(projection, scheme)?.title;
      return {
        cells: [
          title === undefined ? scheme : language.local(title),
          language.integer(score.nowcasts),
          points(score.mae),
          points(score.trend),
          points(score.noChange),
          language.integer(score.intervals.find(({ level }) => level === 0.8)?.held ?? 0),
        ],
      };
    }),
  );
}
