import { comparedYear } from "../charts/scenario-comparison.ts";
import { quantile, readingsOf, type Subject } from "../subject.ts";
import { html, type Markup } from "./markup.ts";

/** The big number beside a scheme's name: its median in the year of its goal, with the interval that holds 8 in 10. */
export function bigNumber(subject: Subject, scheme: string): Markup | null {
  const { language, projection } = subject;
  const year = comparedYear(subject, scheme);
  const [low, median, high] = [0.1, 0.5, 0.9].map((level) => quantile(projection, scheme, "coverage", level, year));
  if (low == null || median == null || high == null) return null;
  return html`<p class="big"><b>${language.percent(median)}</b> <span>${language.say("chart.fan.big", { year })}</span> <small>${language.say(
    "chart.fan.range",
    { range: language.percentRange(low, high) },
  )}</small></p>`;
}

/** Explains the marks of the fan charts once, in the order in which the eye meets them; only marks that occur. */
export function fanLegend(subject: Subject): Markup {
  const { language, projection, reference } = subject;
  const readings = projection.summary.schemes.flatMap((s) => readingsOf(subject, s.scheme).fitted);
  const later = projection.summary.schemes.some((s) => readingsOf(subject, s.scheme).later.length > 0);
  const status = (["actual", "estimate", "derived", "projection"] as const)
    .filter((s) => readings.some((p) => p.status === s))
    .map((s) => item(s, language.say(`status.${s}`)));
  return html`<ul class="legend">${status}${
    readings.some((p) => p.rivals.length > 0) && item("rival", language.say("chart.legend.rival"))
  }${later && item("later", language.say("chart.legend.later"))}${item("median", language.say("chart.legend.median"))}${item(
    "bands",
    language.say("chart.legend.bands"),
  )}${
    projection !== reference &&
    item(
      "reference",
      language.say("chart.legend.reference", { reference: language.local(reference.input.scenario.title) }),
    )
  }${(subject.live?.pins.length ?? 0) > 0 && item("pin", language.say("chart.legend.pins"))}${item("goal", language.say("chart.legend.goal"))}</ul>`;
}

/** The marks as they stand in the charts, 24 by 12 pixels; drawn by class, so that they follow light and dark. */
const marks = {
  actual: html`<circle class="ink" cx="12" cy="6" r="3.3"/>`,
  estimate: html`<circle class="open" cx="12" cy="6" r="3.3"/>`,
  derived: html`<path class="ink" d="M12 1.8l4.2 4.2-4.2 4.2-4.2-4.2z"/>`,
  projection: html`<path class="open" d="M12 2l4 7h-8z"/>`,
  rival: html`<path class="rival" d="M12 2.5v7M8.500 6h7"/>`,
  later: html`<rect class="later" x="9" y="3" width="6" height="6"/>`,
  median: html`<path class="median" d="M1 6h22"/>`,
  bands: html`<path class="band95" d="M1 0h22v12h-22z"/><path class="band80" d="M1 2h22v8h-22z"/><path class="band50" d="M1 4h22v4h-22z"/>`,
  reference: html`<path class="reference" d="M1 6h22"/>`,
  pin: html`<path class="pin" d="M1 6h22"/>`,
  goal: html`<path class="aim" d="M4 6h16"/>`,
};

function item(mark: keyof typeof marks, text: string): Markup {
  return html`<li><svg viewBox="0 0 24 12" width="24" height="12" aria-hidden="true">${marks[mark]}</svg>${text}</li>`;
}
