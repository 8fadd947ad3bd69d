import { chartCompiler } from "../charts/compile.ts";
import { differenceFigures } from "../charts/difference.ts";
import { trimSvg } from "../charts/trim-svg.ts";
import { stillDrawer } from "../charts/vega-view.ts";
import { goalChanges } from "../html/answers-section.ts";
import { figureBlock } from "../html/figure.ts";
import { html, type Markup } from "../html/markup.ts";
import { stillDocument } from "../html/still-document.ts";
import { table } from "../html/table.ts";
import type { Language } from "../language.ts";
import { type ComparisonRun, leadingGoals, namesOf, schemeTitle, toldYears } from "./comparison-run.ts";

/** Outer width of a chart in pixels: half of the page on a desk, near the whole of it on a phone. */
const chartWidth = 460;

/** Writes the page of a comparison: one file that works offline and runs no script at all. */
export function comparePage(run: ComparisonRun, language: Language, sha256Base64: (text: string) => string): string {
  const [compile, still] = [chartCompiler(), stillDrawer({ views: new Map(), stills: new Map() }, trimSvg)];
  const { manifest } = run;
  const title = comparisonTitle(run, language);
  const goals = leadingGoals(language, run).map(({ goal, title: named }) => ({ id: goal.id, title: named }));
  const sections = run.compared.map(({ input, comparison }): Markup => {
    const names = namesOf(language, run, input);
    const figures = differenceFigures(language, comparison, names, (scheme) => ({
      title: schemeTitle(language, run, scheme),
      year: toldYears(run).find((told) => told.scheme === scheme)?.year ?? null,
    }));
    return html`<section id="${input.scenario.id}"><h2>${language.local(input.scenario.title)}</h2>
<p class="lead">${language.local(input.scenario.question)}</p>
${goalChanges(language, names, goals, comparison)}
<div class="charts">
${figures.map((figure) => {
  const { text, compiled } = compile(figure.spec);
  return figureBlock(language, { figure, leads: false, big: null }, still(text, compiled, figure, chartWidth));
})}
</div>
</section>`;
  });
  const content = html`<header class="masthead">
<p class="kicker"><b>${language.local(run.title)}</b> <span>${language.say("compare.kicker")}</span></p>
<h1>${title}</h1>
<p class="standfirst">${language.say("compare.lead", { draws: language.integer(manifest.draws) })}</p>
</header>
<main>
${sections}
<section><h2>${language.say("sweep.made")}</h2>
<p><code>${manifest.command}</code></p>
${table(
  language.say("column.file"),
  [{ label: language.say("column.file") }, { label: language.say("column.fingerprint") }],
  manifest.inputs.map(({ file, sha256 }) => ({ cells: [file, html`<code>${sha256}</code>`] })),
)}
</section>
</main>
<footer>covercast ${manifest.version}</footer>`;
  return stillDocument(language, `${title} · ${language.local(run.title)}`, content, sha256Base64);
}

/** Names a comparison by its two sides, or by how many there are. */
export function comparisonTitle(run: ComparisonRun, language: Language): string {
  const [first] = run.compared;
  const names = namesOf(language, run, first!.input);
  return run.compared.length === 1
    ? language.say("compare.title", { ...names })
    : language.say("compare.titleMany", { n: run.compared.length, reference: names.reference });
}
