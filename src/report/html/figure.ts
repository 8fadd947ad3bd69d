import type { Language } from "../language.ts";
import { html, type Markup, type Part, trusted } from "./markup.ts";
import type { PlacedFigure } from "./placed-figures.ts";
import { table } from "./table.ts";

/** Sets a chart into the page: heading, still picture, what to take away, and its data as a table. */
export function figureBlock(language: Language, { figure, leads, big }: PlacedFigure, svg: string): Markup {
  const action = (kind: "svg" | "png" | "csv", label: string) =>
    html`<button type="button" data-save="${kind}" aria-label="${language.say(`chart.save.${kind}`, { title: figure.title })}">${label}</button>`;
  return html`<figure class="chart${leads && " leads"}" data-figure="${figure.id}">
<figcaption><h3>${figure.title}</h3>${big}<p class="caption">${figure.caption}</p></figcaption>
<div class="plot" role="img" aria-label="${figure.description}">${trusted(svg)}</div>${
    figure.sentence &&
    html`
<p class="caption says">${figure.sentence}</p>`
  }
<div class="take">
<details class="data"><summary>${language.say("chart.data")}</summary>
${table(
  figure.title,
  figure.table.columns,
  figure.table.rows.map((row) => ({
    cells: figure.table.columns.map((c, i) => cell(row[c.key]?.toString() ?? "", i === 0 ? row.href : null)),
  })),
)}</details>
<p class="actions" hidden>${
    figure.chart === "fan" &&
    html`<button type="button" data-facts aria-haspopup="dialog" aria-label="${language.say("facts.openOf", { title: figure.title })}">${language.say("facts.open")}</button>`
  }${action("svg", "SVG")}${action("png", "PNG")}${action("csv", "CSV")}<button type="button" data-spec aria-label="${language.say("chart.spec", { title: figure.title })}">${language.say("chart.specLabel")}</button></p>
</div>
</figure>`;
}

/** The cell that heads a row leads to where its figures are told of, if there is such a place. */
function cell(text: string, href: unknown): Part {
  return typeof href === "string" ? html`<a href="${href}">${text}</a>` : text;
}
