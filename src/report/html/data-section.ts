import type { BaseReading, BaseSeries, HistoryPoint, Observation } from "../../core/domain.ts";
import type { Place } from "../../core/errors.ts";
import { influenceOf } from "../influence-of.ts";
import { publishedText, readingPeople } from "../published-text.ts";
import { readingAnchor } from "../reading-anchor.ts";
import { originOf, type Subject, schemeOf } from "../subject.ts";
import { pastGoals } from "./goal-lists.ts";
import { html, type Markup, type Part, webAddress } from "./markup.ts";
import { sourceAnchor, sourceLinks } from "./source-links.ts";
import { table } from "./table.ts";

/** Shows every reading with its status, publication date, sources and rivals, then bases, events and sources. */
export function dataSection(subject: Subject): Markup {
  const { language, run } = subject;
  return html`<p class="lead">${language.say("data.historyLead")}</p>
${run.histories.map((history) => historyTable(subject, history.scheme, history.points))}
${baseTables(subject)}
${events(subject)}
${pastGoals(subject)}
<h3 id="sources">${language.say("data.sources")}</h3>
<details><summary>${language.say("data.eventCount", { n: run.data.sources.length })}</summary><ol class="source-list">${run.data.sources.map(
    (source, i) => {
      const address = webAddress(source.url);
      const title = address ? html`<a href="${address}">${source.title}</a>` : source.title;
      const date = source.published === null ? language.say("data.noDate") : language.date(source.published);
      return html`<li id="${sourceAnchor(i)}">${title}${source.publisher !== "" && html`, ${source.publisher}`}, ${date} <code>${source.id}</code></li>
`;
    },
  )}</ol></details>`;
}

function historyTable(subject: Subject, schemeId: string, points: readonly HistoryPoint[]): Markup {
  const { language, projection, run } = subject;
  const scheme = schemeOf(projection, schemeId);
  const base = run.bases.find((b) => b.id === scheme?.base);
  const title = scheme ? language.local(scheme.title) : schemeId;
  return html`<details><summary>${language.say("data.summary", { scheme: title, n: points.length })}</summary>${table(
    title,
    [
      { label: language.say("column.year"), numeric: true },
      { label: language.say("column.coverage"), numeric: true },
      { label: language.say("column.participants"), numeric: true },
      { label: base ? language.local(base.title) : language.say("column.base"), numeric: true },
      { label: language.say("column.status") },
      { label: language.say("column.derivation") },
      { label: language.say("column.published") },
      { label: language.say("column.sources") },
      { label: language.say("column.rivals") },
      { label: language.say("column.note") },
    ],
    points.map((p) => ({
      id: readingAnchor(subject, schemeId, p.year),
      marked: p.year > originOf(projection),
      cells: [
        p.year,
        language.percent(p.coverage, 2),
        readingPeople(subject, p),
        language.people(p.base),
        language.say(`status.${p.status}`),
        language.say(`derivation.${p.derivation}`),
        language.shortDate(p.publishedOn),
        html`${sourceLinks(subject, p.sources)} ${places(subject, p.used)}`,
        rivals(subject, p),
        [p.note, ...influenceOf(subject, schemeId, p.year)].filter((text) => text !== "").join(" "),
      ],
    })),
  )}</details>`;
}

function rivals(subject: Subject, point: HistoryPoint): Part {
  const { language, run } = subject;
  return point.rivals
    .map((index): Observation | undefined => run.data.observations[index])
    .filter((o): o is Observation => o !== undefined)
    .map(
      (o) =>
        html`<span class="rival">${publishedText(language, o)} ${sourceLinks(subject, o.sources)}${placed([o.place])}</span>`,
    );
}

function places(subject: Subject, indices: readonly number[]): Part {
  const lines = indices.map((i) => subject.run.data.observations[i]?.place).filter((place) => place !== undefined);
  return placed(lines);
}

/** The lines that figures were read from, each file named once. */
function placed(lines: readonly Place[]): Part {
  if (lines.length === 0) return null;
  const told = lines.map(({ file, line }, i) => (file === lines[i - 1]?.file ? String(line) : `${file}:${line}`));
  return html`<small class="place">${told.join(", ")}</small>`;
}

function baseTables(subject: Subject): Markup {
  const { language, projection, run } = subject;
  return html`<h3>${language.say("data.bases")}</h3>${projection.input.bases.map((series) => {
    const definition = run.bases.find((b) => b.id === series.base);
    const title = definition ? language.local(definition.title) : series.base;
    return html`<details><summary>${title}</summary>${
      series.links.length > 0 &&
      html`<p class="caption">${series.links
        .map((link) =>
          language.say("data.link", {
            regime: link.regime,
            factor: language.decimal(link.factor, 4),
            date: language.date(link.date),
          }),
        )
        .join(" ")}</p>`
    }${table(
      title,
      [
        { label: language.say("column.year"), numeric: true },
        { label: language.say("column.participants"), numeric: true },
        { label: language.say("column.how") },
        { label: language.say("column.published") },
        { label: language.say("column.sources") },
      ],
      series.years.map((year, i) => {
        const how = series.how[i] ?? "held";
        const rows = baseReadings(subject, series.base, year, how);
        const [first] = rows;
        return {
          cells: [
            year,
            language.people(series.persons[i] ?? 0),
            how === "reading" && first ? language.say(`status.${first.status}`) : language.say(`how.${how}`),
            [...new Set(rows.flatMap((row) => row.published ?? []))].map(language.shortDate).join("; "),
            rows.length > 0 &&
              html`${sourceLinks(subject, [...new Set(rows.flatMap((row) => row.sources))])} ${placed(rows.map((row) => row.place))}`,
          ],
        };
      }),
    )}</details>`;
  })}`;
}

/** What the value of a year rests on: readings of its day, else those nearest before and after it. */
function baseReadings(
  { projection, run }: Subject,
  base: string,
  year: number,
  how: BaseSeries["how"][number],
): BaseReading[] {
  const definition = run.bases.find((b) => b.id === base);
  const day = `${year}-${definition?.reading === "year-end" ? "12-31" : "07-01"}`;
  const { asOf } = projection.input;
  const known = run.data.bases.filter(
    (row) =>
      row.base === base &&
      (row.variant === "" || row.variant === "medium") &&
      row.status !== "projection" &&
      (asOf === null || (row.published ?? row.date) <= asOf) &&
      (how === "linked") === (row.regime !== definition?.regime),
  );
  const onDay = (date: string | undefined) => known.filter((row) => row.date === date);
  if (how === "reading" || how === "linked") return onDay(day);
  const dates = [...new Set(known.map(({ date }) => date))].sort();
  return [dates.filter((date) => date < day).at(-1), dates.find((date) => date > day)].flatMap(onDay);
}

function events(subject: Subject): Markup | null {
  const { language, run } = subject;
  if (run.data.events.length === 0) return null;
  const title = language.say("data.events");
  return html`<h3>${title}</h3><details><summary>${language.say("data.eventCount", {
    n: run.data.events.length,
  })}</summary>${table(
    title,
    [
      { label: language.say("column.date") },
      { label: language.say("column.event") },
      { label: language.say("column.scheme") },
      { label: language.say("column.sources") },
    ],
    run.data.events.map((event) => ({
      cells: [
        language.shortDate(event.date),
        language.local(event.title),
        eventScheme(subject, event.scheme),
        sourceLinks(subject, event.sources),
      ],
    })),
  )}</details>`;
}

function eventScheme(subject: Subject, id: string): string {
  const { language, projection, run } = subject;
  if (id === "all") return language.say("data.allSchemes");
  const scheme = schemeOf(projection, id);
  if (scheme) return language.local(scheme.title);
  const base = run.bases.find((b) => b.id === id);
  return base ? language.local(base.title) : id;
}
