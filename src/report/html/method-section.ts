import { curveOf } from "../../core/curves/index.ts";
import type { FittedCurve, FittedTrend } from "../../core/domain.ts";
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
<h3>${language.say("method.curves")}</h3>
${trends.map((trend) => trendTable(subject, trend))}`;
}

function trendTable(subject: Subject, trend: FittedTrend): Markup {
  const { language, projection } = subject;
  const scheme = schemeOf(projection, trend.scheme);
  const title = scheme ? language.local(scheme.title) : trend.scheme;
  const sorted = [...trend.curves].sort((a, b) => b.weight - a.weight);
  return html`<details><summary>${language.say("method.summary", {
    scheme: title,
    list: sorted
      .filter((c) => c.weight >= 0.005)
      .map((c) => `${curveLabel(subject, c)} ${language.percent(c.weight, 0)}`)
      .join(", "),
  })}</summary><p class="caption">${language.say("method.calibration", {
    factor: language.decimal(trend.calibration, 2),
    n: trend.calibrationForecasts,
  })}; ${language.say("method.ceiling", { ceiling: language.percent(trend.ceiling, 0) })}.</p>${
    trend.warnings.length > 0 && html`<ul>${trend.warnings.map((w) => html`<li>${language.local(w)}</li>`)}</ul>`
  }${table(
    title,
    [
      { label: language.say("column.curve") },
      { label: language.say("column.weight"), numeric: true },
      { label: language.say("column.reason") },
    ],
    sorted.map((c) => ({
      cells: [curveLabel(subject, c), c.weight > 0 ? language.percent(c.weight, 1) : "", c.reason],
    })),
  )}</details>`;
}

function curveLabel(subject: Subject, fitted: FittedCurve): string {
  return subject.language.local(curveOf(fitted).label);
}
