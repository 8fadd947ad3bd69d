import { curveOf } from "../../core/curves/index.ts";
import type { FittedTrend } from "../../core/domain.ts";
import { likelihoodRule } from "../likelihood-text.ts";
import { type Subject, schemeOf } from "../subject.ts";
import { html, type Markup } from "./markup.ts";
import { table } from "./table.ts";

/** Tells the method in plain words, and which curves carry the futures of each scheme. */
export function methodSection(subject: Subject): Markup {
  const { language, projection } = subject;
  const trends = projection.input.schemes.map((s) => s.trend).filter((t): t is FittedTrend => t !== null);
  return html`<div class="columns">${(
    ["method.history", "method.trend", "method.uncertainty", "method.levers", "method.goals"] as const
  ).map((key) => html`<p>${language.say(key)}</p>`)}<p>${likelihoodRule(subject)}</p></div>
${trends.length > 0 && curveTable(subject, trends)}
<ul class="note">${trends.map((trend) => trendItem(subject, trend))}</ul>`;
}

/** The weight of each curve in each scheme, the heaviest first; one that does not fit says why. */
function curveTable(subject: Subject, trends: readonly FittedTrend[]): Markup {
  const { language } = subject;
  const title = language.say("method.curves");
  const names = new Map(trends.flatMap(({ curves }) => curves.map((c) => [c.curve, language.local(curveOf(c).label)])));
  const of = (trend: FittedTrend, id: string) => trend.curves.find(({ curve }) => curve === id);
  const total = (id: string) => trends.reduce((sum, trend) => sum + (of(trend, id)?.weight ?? 0), 0);
  return html`<h3>${title}</h3>${table(
    title,
    [
      { label: language.say("column.curve") },
      ...trends.map((trend) => ({ label: schemeTitle(subject, trend), numeric: true })),
    ],
    [...names]
      .sort(([a], [b]) => total(b) - total(a))
      .map(([id, name]) => ({
        cells: [
          name,
          ...trends.map((trend) => {
            const fitted = of(trend, id);
            if (fitted && fitted.weight > 0) return language.percent(fitted.weight, 0);
            return fitted && fitted.status !== "ok" ? html`– <small>${fitted.reason}</small>` : "–";
          }),
        ],
      })),
  )}`;
}

function trendItem(subject: Subject, trend: FittedTrend): Markup {
  const { language } = subject;
  return html`<li>${schemeTitle(subject, trend)}: ${language.say("method.calibration", {
    factor: language.decimal(trend.calibration, 2),
    n: trend.calibrationForecasts,
  })}; ${language.say("method.ceiling", { ceiling: language.percent(trend.ceiling, 0) })}. ${trend.warnings
    .map((warning) => language.local(warning))
    .join(" ")}</li>`;
}

function schemeTitle({ language, projection }: Subject, trend: FittedTrend): string {
  const scheme = schemeOf(projection, trend.scheme);
  return scheme ? language.local(scheme.title) : trend.scheme;
}
