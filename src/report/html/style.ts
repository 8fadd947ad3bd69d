/**
 * The style sheet of every report. Colours are variables, so that dark mode and print need no new drawing; blue and
 * vermilion stay apart for the colour-blind (Okabe and Ito 2008). Only fonts that systems carry, all with Vietnamese
 * letters. Print rules stand last.
 */
/** Columns of numbers, by the class that names their place in a table. */
const numeric = Array.from({ length: 16 }, (_, i) => `.n${i + 1} tr > :nth-child(${i + 1})`).join(", ");

/** The last of an odd number of charts takes the row: its words on the left, its picture on the right. */
const last = ".charts:not(:has(> .leads)) > .chart:last-child:nth-child(odd)";
const lastOdd = `  ${last} { grid-column: 1 / -1; grid-template: auto auto 1fr / repeat(2, minmax(0, 1fr)); column-gap: 2.5rem; }
  ${last} > :not(.plot) { grid-column: 1; }
  ${last} > .says { grid-row: 2; }
  ${last} > .take { grid-row: 3; align-self: end; }
  ${last} > .plot { grid-column: 2; grid-row: 1 / 4; margin-bottom: 2.25rem; }
`;

export const style = `
:root {
  color-scheme: light dark;
  --paper: #fdfcf9; --ink: #16191f; --muted: #59606b; --faint: #b3b6b9; --rule: #e3e1db;
  --accent: #0b5394; --band50: #86b3dc; --band80: #b7d3ec; --band95: #dce9f5;
  --goal: #b8400a; --later: #0a6b57; --mark: #fff3d6; --link: #0b5394;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif;
  --serif: Charter, "Bitstream Charter", "Iowan Old Style", Georgia, Cambria, "Noto Serif", "Times New Roman", serif;
  --mono: ui-monospace, "SF Mono", Menlo, Consolas, "Noto Sans Mono", "DejaVu Sans Mono", monospace;
}
:lang(vi) { --serif: "Noto Serif", Cambria, "Times New Roman", "Liberation Serif", serif; }
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #12151b; --ink: #eceae4; --muted: #a3a9b3; --faint: #5d636d; --rule: #2a2f38;
    --accent: #8ec5ff; --band50: #3d73a6; --band80: #2a5480; --band95: #1c3653;
    --goal: #ff9b66; --later: #5fd3b5; --mark: #2d2613; --link: #9fcdff;
  }
}
* { box-sizing: border-box; }
/* What is fixed to the foot of the screen must not cover what has the focus. */
html { -webkit-text-size-adjust: 100%; scroll-padding: 1rem 0 5rem; }
@media screen and (max-width: 64rem) { html:has(.asking) { scroll-padding-bottom: 68vh; } }
body {
  margin: 0 auto; max-width: 70rem; padding: 0 clamp(1rem, 4vw, 3rem) 3rem;
  background: var(--paper); color: var(--ink);
  font: 1rem/1.5 var(--sans); font-variant-numeric: tabular-nums lining-nums;
  overflow-wrap: anywhere;
}
a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: 0.15em; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: 0.5rem; background: var(--paper); padding: 0.5rem; z-index: 1; }
p { margin: 0 0 0.75rem; }
p, li, dd, summary { text-wrap: pretty; }
small { font-size: 0.8125rem; color: var(--muted); }
code { font-family: var(--mono); font-size: 0.8125em; overflow-wrap: anywhere; }
h1, h2 { font-family: var(--serif); font-weight: 700; text-wrap: balance; }
h3 { margin: 0; font-size: 1.0625rem; line-height: 1.3; text-wrap: balance; }

.masthead { padding-top: clamp(1.25rem, 4vw, 2.75rem); }
.kicker { display: flex; flex-wrap: wrap; gap: 0 1rem; margin-bottom: 1rem; font-size: 0.875rem; color: var(--muted); }
.kicker b { color: var(--ink); }
h1 { margin: 0 0 1rem; max-width: 24ch; font-size: clamp(1.9rem, 1.1rem + 3.6vw, 3.4rem); line-height: 1.12; letter-spacing: -0.012em; }
.standfirst { max-width: 62ch; font-size: clamp(1.0625rem, 1rem + 0.4vw, 1.25rem); line-height: 1.5; }
.facts { display: flex; flex-wrap: wrap; gap: 0.1rem 1.5rem; margin: 1.25rem 0 0; font-size: 0.8125rem; color: var(--muted); }
.facts .as-of { color: var(--later); font-weight: 600; }
.reports { margin-top: 1rem; border-top: 1px solid var(--rule); }
.reports ul { display: flex; flex-wrap: wrap; gap: 0 1.25rem; margin: 0; padding: 0.6rem 0; list-style: none; font-size: 0.875rem; }
.reports a { display: inline-block; padding: 0.15rem 0; text-decoration: none; }
.reports a:hover { text-decoration: underline; }
.reports [aria-current] { color: var(--ink); font-weight: 650; box-shadow: 0 2px 0 var(--ink); }

section { margin-top: 2.75rem; padding-top: 1rem; border-top: 2px solid var(--ink); }
h2 { margin: 0 0 0.75rem; font-size: clamp(1.375rem, 1.1rem + 1.2vw, 1.9rem); line-height: 1.2; }
.lead, .caption, .question { max-width: 66ch; }
.caption { font-size: 0.875rem; color: var(--muted); margin-bottom: 0.5rem; }
.question { font-family: var(--serif); font-size: 1.1875rem; line-height: 1.4; }
section > h3 { margin: 2rem 0 0.25rem; }
.noscript { margin-top: 2rem; color: var(--muted); font-size: 0.875rem; }

.goals { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 13.5rem), 1fr)); gap: 2rem 1.75rem; }
.goal { border-top: 1px solid var(--rule); padding-top: 0.75rem; display: grid; grid-row: span 6; grid-template: subgrid / minmax(0, 1fr); row-gap: 0; align-content: start; }
.goal > .says { margin: 0.75rem 0 0; }
.goal .aim { margin: 0.1rem 0 0.75rem; color: var(--goal); font-weight: 600; font-size: 0.9375rem; }
.answer { display: flex; align-items: center; gap: 0.9rem; min-height: 6rem; }
.answer p { margin: 0; line-height: 1.25; }
.answer b { display: block; font-family: var(--serif); font-size: 2.75rem; line-height: 1; letter-spacing: -0.02em; }
.answer span { display: block; font-weight: 650; margin-top: 0.2rem; }
.answer small { display: block; }
[data-told] { color: inherit; text-decoration: underline dotted var(--faint); text-underline-offset: 0.2em; }
[data-told]:hover, .answer [data-told]:hover { color: var(--link); text-decoration: underline; }
.answer [data-told] { text-decoration: none; }
.at { font: 0.75rem var(--mono); color: var(--muted); text-decoration: none; overflow-wrap: anywhere; }
.at:hover { text-decoration: underline; }
.waffle { flex: none; width: 5.5rem; height: 5.5rem; }
.waffle path { stroke-width: 8; stroke-dasharray: 8 2; }
.waffle .on { stroke: var(--accent); }
.waffle .off { stroke: var(--rule); }
.goal dl { margin: 0.75rem 0 0; font-size: 0.875rem; line-height: 1.4; }
.goal dt { margin-top: 0.5rem; font-weight: 650; }
.goal dd { margin: 0; }
.goal dd p { margin: 0 0 0.35rem; line-height: 1.3; }
.goal dd .aim { font-size: inherit; }

.scroll { overflow-x: auto; margin: 0.5rem 0 1rem; }
table { border-collapse: separate; border-spacing: 0; width: 100%; overflow-wrap: break-word; font-size: 0.875rem; line-height: 1.35; }
th, td { padding: 0.4rem 0.9rem 0.4rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--rule); font-weight: 400; }
th:last-child, td:last-child { padding-right: 0; }
thead th { font-weight: 650; vertical-align: bottom; text-wrap: balance; border-bottom-color: var(--faint); }
td { min-width: 5rem; }
th[scope="row"] { min-width: 8.5rem; }
th.n, td.n, ${numeric} { text-align: right; white-space: nowrap; min-width: 0; }
thead th.n, table[class] thead tr > th[scope] { white-space: normal; }
td:empty { min-width: 0; }
.marked th, .marked td { background: var(--mark); }
.flag { display: inline-block; margin-left: 0.35rem; font-size: 0.75rem; font-weight: 650; color: var(--goal); }
.met { color: var(--later); }
.missed { color: var(--goal); }
.rival { display: block; color: var(--muted); }
.place { display: block; }
.matrix { margin-top: 2.5rem; }
.matrix td b { font-size: 1.0625rem; }
.matrix td small { display: block; white-space: normal; }
.matrix td, .matrix th { padding-left: 0.5rem; padding-right: 0.5rem; }
.matrix th:first-child { padding-left: 0; }
.matrix .chance0 { background: none; }
.matrix .chance1 { background: color-mix(in srgb, var(--band95) 60%, var(--paper)); }
.matrix .chance2 { background: var(--band95); }
.matrix .chance3 { background: color-mix(in srgb, var(--band80) 60%, var(--band95)); }
.matrix .chance4 { background: var(--band80); }
.matrix td[class*="chance"] small { color: inherit; }
.sources { white-space: nowrap; }
.sources > * { display: inline-block; min-width: 1.5rem; margin-left: 0.15rem; text-align: center; font-size: 0.75rem; vertical-align: 0.25em; line-height: 1; text-decoration: none; }
.sources a:hover { text-decoration: underline; }
.sources > ::before { content: "["; }
.sources > ::after { content: "]"; }

main { container-type: inline-size; }
.charts { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0 2.5rem; margin-top: 1.25rem; }
.goals + .charts, .charts + .charts, details + .charts { margin-top: 2.5rem; }
.chart { margin: 0; min-width: 0; display: grid; grid-row: span 4; grid-template: subgrid / minmax(0, 1fr); row-gap: 0; align-content: start; }
.chart > figcaption { grid-row: 1; }
.chart > .plot { grid-row: 2; }
.chart > .says { grid-row: 3; margin-top: 0.35rem; }
.chart > .take { grid-row: 4; }
.chart.leads { grid-column: 1 / -1; }
@container (min-width: 50rem) {
  .charts { grid-template-columns: repeat(2, minmax(0, 1fr)); }
${lastOdd}  .levers { columns: 2; column-gap: 2.5rem; }
  .findings { columns: 2; column-gap: 2.5rem; }
}
.chart .big { margin: 0.1rem 0 0.25rem; }
.chart .big b { font-family: var(--serif); font-size: 2rem; line-height: 1.1; letter-spacing: -0.015em; color: var(--accent); }
.chart .big small { margin-left: 0.4rem; }
.plot { min-height: 6rem; }
.plot svg { display: block; width: 100%; max-width: 100%; height: auto; }
.plot text { font-family: var(--sans); font-variant-numeric: tabular-nums; }
.take { margin-bottom: 2.25rem; display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1rem; font-size: 0.8125rem; }
.take .data { flex: 1 1 12rem; min-width: 0; }
.take .data[open] { flex-basis: 100%; }
.actions { display: flex; gap: 0.75rem; margin: 0; }
.actions[hidden] { display: none; }
button {
  font: inherit; color: var(--link); background: none; border: 0; padding: 0.25rem 0.1rem; min-height: 1.5rem; min-width: 1.5rem;
  text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: 0.15em; cursor: pointer;
}
.legend { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; margin: 0.5rem 0 0; padding: 0; list-style: none; font-size: 0.8125rem; color: var(--muted); }
.legend li { display: flex; align-items: center; gap: 0.35rem; }
.legend .ink { fill: var(--ink); }
.legend .open { fill: var(--paper); stroke: var(--ink); stroke-width: 1.5; }
.legend .rival { stroke: var(--faint); stroke-width: 2; }
.legend .later { fill: var(--later); }
.legend .median { stroke: var(--accent); stroke-width: 2.5; }
.legend .reference { stroke: var(--ink); stroke-width: 1.5; stroke-dasharray: 4 3; }
.legend .pin { stroke: var(--ink); stroke-width: 1; }
.legend .aim { stroke: var(--goal); stroke-width: 3; }
.legend .band50 { fill: var(--band50); } .legend .band80 { fill: var(--band80); } .legend .band95 { fill: var(--band95); }

details { margin: 0.25rem 0; }
summary { cursor: pointer; padding: 0.25rem 0; }
main > section > details > summary, .scenario > details > summary { font-weight: 600; }
ul { padding-left: 1.2rem; margin: 0.25rem 0 0.75rem; }
.levers { list-style: none; padding: 0; }
.levers > li { border-top: 1px solid var(--rule); padding: 0.6rem 0; max-width: 75ch; break-inside: avoid; }
.levers p { margin: 0.15rem 0; }
.levers .when { color: var(--muted); font-size: 0.875rem; margin-left: 0.4rem; }
.note { font-size: 0.875rem; color: var(--muted); }
.findings li { margin-bottom: 0.4rem; max-width: 80ch; break-inside: avoid; font-size: 0.875rem; }
.scenarios { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 24rem), 1fr)); gap: 0 2.5rem; }
.scenario { border-top: 1px solid var(--rule); padding: 0.9rem 0; min-width: 0; }
.scenario .question { font-size: 1.0625rem; margin: 0.25rem 0 0.5rem; }
.scenario .when { color: var(--muted); font-size: 0.875rem; }
.columns { columns: 22rem; column-gap: 2.5rem; }
.columns p { break-inside: avoid; }
.source-list { font-size: 0.8125rem; columns: 26rem; column-gap: 2.5rem; padding-left: 2.2rem; }
.source-list li { break-inside: avoid; margin-bottom: 0.3rem; padding-left: 0.2rem; }
.source-list :target, li:target { background: var(--mark); }
.manifest { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 0.25rem 1.25rem; font-size: 0.875rem; }
.manifest dt { color: var(--muted); }
.manifest dd { margin: 0; }
footer { margin-top: 3rem; border-top: 1px solid var(--rule); padding-top: 0.75rem; font-size: 0.8125rem; color: var(--muted); }
dialog { width: min(48rem, 94vw); max-height: 88vh; background: var(--paper); color: var(--ink); border: 1px solid var(--faint); padding: 1.25rem; }
dialog::backdrop { background: rgb(0 0 0 / 0.45); }
dialog h2 { font-size: 1.25rem; }
#facts { position: fixed; inset: auto 1rem 1rem auto; margin: 0; width: min(27rem, 100vw - 2rem); max-height: min(80vh, 42rem); padding: 0.9rem 1.1rem 0; border-radius: 3px; box-shadow: 0 0.5rem 2rem rgb(0 0 0 / 0.18); font-size: 0.875rem; line-height: 1.4; overflow-y: auto; }
#facts.left { inset: auto auto 1rem 1rem; }
#facts::backdrop { background: none; }
#facts h2 { font-size: 1.0625rem; margin-bottom: 0.5rem; }
#facts h2 b { color: var(--accent); white-space: nowrap; }
#facts h3 { font-size: 0.875rem; }
#facts .told:focus { outline: none; }
#facts dl { margin: 0 0 0.5rem; }
#facts dl > div { display: grid; grid-template-columns: 7.5rem minmax(0, 1fr); gap: 0 0.75rem; padding: 0.3rem 0; border-top: 1px solid var(--rule); }
#facts dt { color: var(--muted); }
#facts dd, #facts dd p, #facts li p { margin: 0; }
#facts ul { margin: 0; padding-left: 1rem; }
#facts .steps { position: sticky; bottom: 0; display: flex; gap: 0.25rem 1rem; margin: 0; padding: 0.4rem 0; background: var(--paper); border-top: 1px solid var(--rule); }
#facts .steps :last-child { margin: 0 0 0 auto; }
#facts [aria-disabled="true"] { color: var(--muted); text-decoration: none; cursor: default; }
[data-figure^="fan-"] .plot { position: relative; cursor: pointer; }
.ring { position: absolute; width: 1.1rem; height: 1.1rem; margin: -0.55rem 0 0 -0.55rem; border: 2px solid var(--goal); border-radius: 50%; pointer-events: none; }
:target { background: var(--mark); }
section:target, header:target { background: none; }
dialog pre { max-height: 52vh; overflow: auto; font: 0.75rem/1.45 var(--mono); border: 1px solid var(--rule); padding: 0.75rem; white-space: pre-wrap; overflow-wrap: anywhere; }
dialog button { margin-right: 1rem; }

.kicker .languages { margin-left: auto; display: flex; gap: 0.75rem; }
.languages button { text-decoration: none; color: var(--muted); padding: 0.25rem 0; }
.languages [aria-pressed="true"] { color: var(--ink); box-shadow: 0 2px 0 var(--ink); }
.seal::before { content: "\\2713\\a0"; color: var(--later); font-weight: 700; }
.seal.working::before { content: "\\2026\\a0"; color: var(--muted); }
.seal.differs::before, .seal.failed::before { content: "!\\a0"; color: var(--goal); }
.changed-by-reader { max-width: 62ch; border-left: 3px solid var(--accent); padding-left: 0.9rem; font-size: 0.9375rem; }
.changed-by-reader p { margin: 0; font-weight: 600; }
.changed-by-reader ul { margin: 0.2rem 0 0.75rem; }
.voice { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; margin: 0; }

#what-if { position: fixed; z-index: 2; inset: auto 0 0 0; background: var(--paper); border-top: 2px solid var(--ink); box-shadow: 0 -0.5rem 1.5rem rgb(0 0 0 / 0.08); font-size: 0.9375rem; }
#what-if .bar { display: flex; flex-wrap: wrap; align-items: center; gap: 0.15rem 1.25rem; padding: 0.45rem clamp(1rem, 4vw, 3rem); }
#what-if .toggle { font-family: var(--serif); font-weight: 700; font-size: 1.0625rem; color: var(--ink); text-decoration: none; padding: 0.35rem 0; }
#what-if .toggle::before { content: "\\25B4\\a0"; color: var(--accent); }
#what-if.open .toggle::before { content: "\\25BE\\a0"; }
#what-if .brief { margin: 0; color: var(--muted); }
#what-if .brief b { color: var(--ink); }
#what-if .brief .new, #what-if .chance b { color: var(--accent); }
#what-if .tools { display: flex; gap: 0.9rem; margin-left: auto; }
#what-if button:disabled { color: var(--muted); opacity: 0.55; text-decoration: none; cursor: default; }
#what-if-body { overflow-y: auto; overscroll-behavior: contain; max-height: 58vh; padding: 0 clamp(1rem, 4vw, 3rem) 1.25rem; }
#what-if .ask { display: grid; gap: 0.6rem; }
#what-if .ask label { display: block; font-size: 0.8125rem; color: var(--muted); }
#what-if select { display: block; width: 100%; }
#what-if select, #what-if input[type="text"], #what-if input[type="date"] { font: inherit; font-size: 0.9375rem; color: var(--ink); background: var(--paper); border: 1px solid var(--faint); border-radius: 3px; padding: 0.3rem 0.4rem; min-height: 2rem; }
#what-if .effect { margin: 0.9rem 0 0; }
#what-if .effect p { margin: 0; }
#what-if .chance { font-family: var(--serif); font-size: 2rem; line-height: 1.15; letter-spacing: -0.015em; }
#what-if .chance .before { color: var(--muted); }
#what-if .progress, #what-if .hint { font-size: 0.8125rem; color: var(--muted); }
#what-if .group { margin-top: 1.4rem; border-top: 1px solid var(--rule); padding-top: 0.6rem; }
#what-if h2 { font-size: 1.0625rem; margin: 0 0 0.4rem; }
#what-if fieldset { border: 0; margin: 0; padding: 0.7rem 0 0.5rem; min-width: 0; border-top: 1px solid var(--rule); display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0 0.75rem; }
#what-if h2 + fieldset { border-top: 0; padding-top: 0; }
#what-if legend { float: left; padding: 0; font-weight: 650; line-height: 1.3; grid-column: 1; }
#what-if .switch { grid-column: 2; grid-row: 1; justify-self: end; font-size: 0.8125rem; color: var(--muted); white-space: nowrap; }
#what-if .control, #what-if fieldset > details { grid-column: 1 / -1; }
#what-if .control { display: grid; grid-template-columns: minmax(0, 1fr) 8.5rem; gap: 0.1rem 0.75rem; align-items: center; margin-top: 0.5rem; }
#what-if .control > label { grid-column: 1 / -1; font-size: 0.8125rem; color: var(--muted); }
#what-if .control.changed > label { color: var(--ink); font-weight: 600; }
#what-if .control.changed > label::after { content: " \\2022"; color: var(--accent); }
#what-if .control input { width: 100%; }
#what-if input[type="range"] { accent-color: var(--accent); min-height: 1.75rem; margin: 0; }
#what-if input[type="checkbox"] { accent-color: var(--accent); width: 1rem; height: 1rem; vertical-align: -0.15em; }
#what-if input[aria-invalid] { border-color: var(--goal); border-width: 2px; }
#what-if .words { grid-column: 1 / -1; margin: 0; font-size: 0.8125rem; line-height: 1.35; color: var(--muted); }
#what-if .changed > .words { color: var(--ink); }
#what-if .words s { text-decoration: none; color: var(--muted); }
#what-if .words s::before { content: "\\2014\\a0"; }
#what-if .refused { color: var(--goal); }
#what-if .buttons { display: flex; flex-wrap: wrap; gap: 0.25rem 1.1rem; align-items: baseline; margin: 0.25rem 0; }
#what-if .file { position: relative; color: var(--link); text-decoration: underline; text-underline-offset: 0.15em; text-decoration-thickness: 1px; cursor: pointer; padding: 0.25rem 0.1rem; }
#what-if .file input { position: absolute; inset: 0; width: 100%; opacity: 0; cursor: pointer; }
#what-if .file:focus-within { outline: 2px solid var(--accent); outline-offset: 2px; }
#what-if .pinned { list-style: none; padding: 0; margin: 0; }
#what-if .pinned li { margin-bottom: 0.4rem; }
#what-if abbr { text-decoration: none; }
#what-if .message { margin: 0.75rem 0 0; font-weight: 600; }
#what-if .message:empty { display: none; }
#what-if .problems { font: 0.75rem/1.45 var(--mono); white-space: pre-wrap; overflow-wrap: anywhere; max-height: 14rem; overflow: auto; border-left: 3px solid var(--goal); padding-left: 0.75rem; }
body { padding-bottom: 6rem; }
@media screen and (min-width: 64rem) {
  #what-if.open { inset: 0 0 0 auto; width: 24rem; border-top: 0; border-left: 1px solid var(--faint); display: flex; flex-direction: column; }
  #what-if.open .bar { padding: 0.9rem 1.5rem 0.5rem; border-bottom: 1px solid var(--rule); }
  #what-if.open .toggle { font-size: 1.25rem; padding: 0; }
  #what-if.open .brief { display: none; }
  #what-if.open .tools { margin-left: 0; gap: 1rem; }
  #what-if.open #what-if-body { max-height: none; flex: 1; padding: 0.9rem 1.5rem 2rem; }
  body.asking { padding-right: calc(24rem + clamp(1rem, 3vw, 2.5rem)); max-width: none; }
}
@media screen and (min-width: 64rem) and (max-width: 80rem) { body.asking { padding-left: 1.5rem; padding-right: 25.5rem; } }
@media screen and (max-width: 40rem) {
  #what-if .bar { gap: 0 0.9rem; padding-block: 0.3rem; }
  #what-if .brief { font-size: 0.8125rem; flex-basis: 100%; order: 3; }
  #what-if.open .brief { display: none; }
  #what-if-body .effect { position: sticky; top: 0; background: var(--paper); z-index: 1; padding-block: 0.25rem; }
}
@media screen and (max-width: 40rem) {
  #facts, #facts.left { inset: auto 0 0; width: 100%; max-width: none; max-height: 62vh; border-width: 1px 0 0; border-radius: 0; }
  .scroll table { font-size: 0.8125rem; width: max-content; min-width: 100%; }
  .scroll th, .scroll td { max-width: 15rem; }
  .scroll th[scope="row"], .scroll th:first-child { position: sticky; left: 0; background: var(--paper); min-width: 0; max-width: 8rem; }
  .scroll thead th:first-child { z-index: 1; }
  .scroll thead th.n { max-width: 5.5rem; }
  .scroll table[class] thead th { max-width: 7rem; }
  .marked th[scope="row"] { background: var(--mark); }
  .chart .big small { display: block; margin: 0; }
  .manifest { grid-template-columns: 1fr; }
  .manifest dd { margin-bottom: 0.4rem; }
}
@media (min-width: 110rem) { html { font-size: 1.25rem; } }

@page { size: A4; margin: 15mm 15mm 16mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; color: #444; } }
@media print {
  :root {
    --paper: #fff; --ink: #000; --muted: #444; --faint: #999; --rule: #ccc; --accent: #0b5394;
    --band50: #86b3dc; --band80: #b7d3ec; --band95: #dce9f5; --goal: #a33a08; --later: #0a6b57; --mark: #fff3d6; --link: #000;
    color-scheme: light; print-color-adjust: exact; -webkit-print-color-adjust: exact;
  }
  html { font-size: 10pt; }
  body, body.asking { max-width: none; padding: 0; font-size: 0.9rem; }
  a { text-decoration-color: var(--faint); }
  [data-told] { text-decoration: none; }
  .masthead { padding-top: 0; }
  h1 { font-size: 1.9rem; max-width: none; margin-bottom: 0.5rem; }
  .standfirst { font-size: 1rem; max-width: none; }
  section { margin-top: 1.25rem; padding-top: 0.6rem; }
  h2 { font-size: 1.35rem; margin-bottom: 0.4rem; }
  h3 { font-size: 0.95rem; }
  .reports, .skip, .actions, .chart .data, dialog, .ring, #what-if, .kicker .languages, .voice, .goal > .says, .years, .at { display: none; }
  h2, h3, summary, .lead, .legend, .matrix .caption { break-after: avoid; }
  .goal dl small { font-size: inherit; }
  .goal .sources > *, td .sources > * { min-width: 0; font-size: 0.85em; }
  .chart, tr, li, .columns p, .goal h3, .goal p, .goal dd, .scenario { break-inside: avoid; }
  /* Rows that are shared by cards do not part well between two pages. */
  .goal { display: block; grid-row: auto; padding-top: 0.4rem; }
  .goal h3, .goal > .aim { min-height: 2.6em; }
  .goal dt { break-after: avoid; margin-top: 0.25rem; }
  .goal .aim { margin-bottom: 0.2rem; }
  .goals { grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: 0.75rem 1rem; }
  .goal dl { font-size: 0.72rem; line-height: 1.32; margin-top: 0.3rem; }
  .answer { min-height: 4rem; gap: 0.5rem; }
  .answer b { font-size: 1.8rem; }
  .answer span { font-size: 0.8rem; }
  .answer small, .chart .big small { font-size: 0.7rem; }
  .waffle { width: 3.4rem; height: 3.4rem; }
  .matrix { margin-top: 1rem; }
  .matrix td b { font-size: 0.85rem; }
  .charts, .goals + .charts, .charts + .charts, details + .charts { margin-top: 0.6rem; }
  .charts { grid-template-columns: 1fr 1fr; gap: 0 1.5rem; }
${lastOdd}
  .chart .big b { font-size: 1.4rem; }
  .caption { font-size: 0.75rem; line-height: 1.35; margin-bottom: 0.25rem; }
  .take { margin-bottom: 0.8rem; }
  .levers, .findings, .scenarios { columns: 2; column-gap: 1.25rem; }
  .scenarios { display: block; }
  .scenario { padding: 0.5rem 0; }
  .scroll { overflow: visible; }
  table { font-size: 0.7rem; }
  th, td { padding: 0.2rem 0.5rem 0.2rem 0; }
  thead { display: table-header-group; }
  td.n, ${numeric} { white-space: normal; }
  td, th[scope="row"] { min-width: 0; }
  /* What backs the answer up stands at the end, in small type and unfolded; before it, what is folded stays folded. */
  #findings { break-before: page; }
  :is(#findings, #data, #run) :is(p, li, dl, summary), #method details { font-size: 0.7rem; line-height: 1.3; }
  :is(#assumptions, #findings, #data, #method, #run) :is(table, .place, .rival, td small, td code) { font-size: 0.58rem; line-height: 1.25; }
  :is(#assumptions > *, #findings *, #data *, #method *, #run *)::details-content { display: block; content-visibility: visible; block-size: auto; }
  #data .scroll { margin: 0.2rem 0 0.5rem; }
  .source-list { columns: 3; column-gap: 1rem; padding-left: 1.6rem; }
  #data .source-list li { font-size: 0.58rem; margin-bottom: 0.1rem; }
  .findings li { margin-bottom: 0.2rem; }
}
`;
