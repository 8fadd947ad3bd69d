import { chanceAt, type SweepPart, type SweepRun } from "../../core/sweep/sweep-run.ts";
import { chartCompiler } from "../charts/compile.ts";
import { trimSvg } from "../charts/trim-svg.ts";
import { stillDrawer } from "../charts/vega-view.ts";
import { html, type Markup, trusted } from "../html/markup.ts";
import { style } from "../html/style.ts";
import { table } from "../html/table.ts";
import type { Language } from "../language.ts";
import { cloudFigures } from "./cloud-chart.ts";
import { heatFigure } from "./heat-chart.ts";
import { lineFigure } from "./line-chart.ts";
import {
  bestTexts,
  chanceText,
  changeText,
  followsTexts,
  type GoalSpan,
  goalSpans,
  goalTitle,
  layoutText,
  manyAtOnce,
} from "./part-facts.ts";
import type { SweepFigure } from "./sweep-figure.ts";
import { swingFigure } from "./swing-chart.ts";

/** Outer width of a chart in pixels: half of the page on a desk, near the whole of it on a phone. */
const chartWidth = 460;

type Draw = (figure: SweepFigure) => string;

/**
 * Writes the page of a suite: one file that works offline and runs no script at all. Charts are still pictures, each with
 * its data as a table below.
 */
export function sweepPage(run: SweepRun, language: Language, sha256Base64: (text: string) => string): string {
  const [compile, still] = [chartCompiler(), stillDrawer({ views: new Map(), stills: new Map() }, trimSvg)];
  const draw: Draw = ({ spec, datasets, params, height }) => {
    const { text, compiled } = compile(spec);
    return still(text, compiled, { datasets, params, height }, chartWidth);
  };
  const { suite, manifest } = run;
  const title = `${language.local(suite.title)} · ${language.local(run.title)}`;
  const policy = `default-src 'none'; style-src 'sha256-${sha256Base64(style)}'; base-uri 'none'; form-action 'none'`;
  const points = run.parts.reduce((sum, { count }) => sum + count, 0);
  return html`<!doctype html>
<html lang="${language.locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trusted(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${trusted(style)}</style>
</head>
<body>
<header class="masthead">
<p class="kicker"><b>${language.local(run.title)}</b> <span>${language.say("sweep.kicker")}</span></p>
<h1>${language.local(suite.title)}</h1>
${suite.question && html`<p class="standfirst">${language.local(suite.question)}</p>`}
<p class="facts"><span>${language.say("sweep.lead", {
    points: language.integer(points),
    draws: language.integer(manifest.draws),
    horizon: manifest.horizon,
  })}</span>${manifest.asOf !== null && html`<span class="as-of">${language.say("page.asOf", { date: language.date(manifest.asOf) })}</span>`}</p>
</header>
<main>
${run.parts.map((part) => (part.sweep === null ? scenariosSection(run, part, language) : sweepSection(run, part, language, draw)))}
<section><h2>${language.say("sweep.made")}</h2>
<p>${language.say("sweep.files")}</p>
<p><code>${manifest.command}</code></p>
${table(
  language.say("column.file"),
  [{ label: language.say("column.file") }, { label: language.say("column.fingerprint") }],
  manifest.inputs.map(({ file, sha256 }) => ({ cells: [file, html`<code>${sha256}</code>`] })),
)}
</section>
</main>
<footer>covercast ${manifest.version}</footer>
</body>
</html>
`.text;
}

function scenariosSection(run: SweepRun, part: SweepPart, language: Language): Markup {
  const columns = part.scenarios.map(({ title }) => ({ label: language.local(title), numeric: true }));
  const rows = run.goals.map((goal) => ({
    cells: [
      goalTitle(run, language, goal),
      ...part.scenarios.map((_, point) => {
        const chance = chanceAt(part, point, goal.id);
        return chance === null ? "–" : chanceText(language, chance);
      }),
    ],
  }));
  const label = language.say("sweep.scenarios");
  return html`<section><h2>${label}</h2>
${table(label, [{ label: language.say("column.goal") }, ...columns], rows)}
</section>`;
}

function sweepSection(run: SweepRun, part: SweepPart, language: Language, draw: Draw): Markup {
  const spans = goalSpans(run, part);
  const still = spans.filter(({ moved }) => !moved);
  const title = part.sweep ? language.local(part.sweep.title) : part.id;
  return html`<section id="${part.id}"><h2>${title}</h2>
<p class="lead">${layoutText(language, part)}</p>
${spanTable(run, part, spans, language, title)}
${still.length > 0 && html`<p class="note">${language.say("sweep.unmoved", { list: still.map(({ goal }) => goalTitle(run, language, goal)).join("; ") })}</p>`}
<div class="charts">
${spans.filter(({ moved }) => moved).flatMap((span) => figuresOf(run, part, span, language).map((figure) => block(figure, language, draw)))}
</div>
</section>`;
}

function spanTable(
  run: SweepRun,
  part: SweepPart,
  spans: readonly GoalSpan[],
  language: Language,
  title: string,
): Markup {
  const reference = language.local(run.parts[0].scenarios[0].title);
  const numeric = true;
  const many = manyAtOnce(part);
  return table(
    title,
    [
      { label: language.say("column.goal") },
      { label: language.say("sweep.base"), numeric },
      { label: language.say("sweep.lowest"), numeric },
      { label: language.say("sweep.highest"), numeric },
      { label: language.say("sweep.against", { reference }), numeric },
      { label: language.say("sweep.best") },
      ...(many ? [{ label: language.say("sweep.follows") }] : []),
    ],
    spans.map((span) => ({
      cells: [
        goalTitle(run, language, span.goal),
        chanceText(language, span.base),
        chanceText(language, span.lowest),
        chanceText(language, span.highest),
        span.compared && changeText(language, span.highest.probability - span.compared.probability),
        bestTexts(language, part, span).join("; "),
        ...(many ? [followsTexts(language, part, span).join("; ")] : []),
      ],
    })),
  );
}

/** The picture that suits how a sweep was laid out. */
function figuresOf(run: SweepRun, part: SweepPart, span: GoalSpan, language: Language): readonly SweepFigure[] {
  const { method, variables } = part.sweep!;
  if (method === "one-per-lever") return [swingFigure(run, part, span, language)];
  if (manyAtOnce(part)) return cloudFigures(run, part, span, language);
  return [variables.length === 1 ? lineFigure(run, part, span, language) : heatFigure(run, part, span, language)];
}

function block(figure: SweepFigure, language: Language, draw: Draw): Markup {
  const { columns, rows } = figure.table;
  return html`<figure class="chart">
<figcaption><h3>${figure.title}</h3><p class="caption">${figure.caption}</p></figcaption>
<div class="plot" role="img" aria-label="${figure.description}">${trusted(draw(figure))}</div>
<div class="take"><details class="data"><summary>${language.say("chart.data")}</summary>
${table(
  figure.title,
  columns,
  rows.map((cells) => ({ cells })),
)}</details></div>
</figure>`;
}
