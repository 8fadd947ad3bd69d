import type { ChartSection } from "../report/charts/chart.ts";
import type { CompiledChart } from "../report/charts/compile.ts";
import { pictureFoot } from "../report/formats/picture-foot.ts";
import { headline } from "../report/headline.ts";
import { figureBlock } from "../report/html/figure.ts";
import { type PlacedFigure, placedFigures } from "../report/html/placed-figures.ts";
import { reportParts, specDialog } from "../report/html/report-body.ts";
import { specKey } from "../report/html/spec-key.ts";
import type { Subject } from "../report/subject.ts";
import { factsDialog, openLinkedPlaces } from "./facts-dialog.ts";
import { type LiveChart, liveChart } from "./live-chart.ts";
import { elementsOf, morph } from "./morph.ts";
import { quietMoment } from "./quiet-moment.ts";
import { savers } from "./save.ts";
import { specDialogOpener } from "./spec-dialog.ts";

/** The report in the page, renewed part by part by the functions that wrote it. */
export interface ReportView {
  /** Renews what the reader sees; the rest follows with `finish`, or when it is scrolled to. */
  show(subject: Subject): void;
  /**
   * Renews what is left, one part or chart in each quiet moment; what is scrolled to comes first. Tells whether all is
   * done: not if there was something newer to show meanwhile.
   */
  finish(): Promise<boolean>;
}

/** Takes over the report that stands in the page. */
export function openReportView(specs: Readonly<Record<string, CompiledChart>>): ReportView {
  const written = new Map<string, string>();
  const charts = new Map<string, LiveChart & { readonly plot: HTMLElement; readonly key: string }>();
  const openSpec = specDialogOpener();
  const facts = factsDialog();
  openLinkedPlaces();
  let subject: Subject | null = null;
  let pending: { readonly id: string; renew(): void }[] = [];
  let round = 0;

  document.addEventListener("click", (event) => {
    const told = (event.target as Element | null)?.closest<HTMLElement>("[data-told]")?.dataset.told;
    const [, scheme, year] = /^(.*) (\d+)$/.exec(told ?? "") ?? [];
    if (!subject || scheme === undefined || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    facts.openFor(subject, scheme, Number(year));
  });

  const renew = (
    now: Subject,
    placed: Map<ChartSection, PlacedFigure[][]>,
    index: number,
    parts = partsOf(now, placed),
  ) => {
    const part = parts[index];
    if (!part) return;
    const markup = part.write()?.text ?? "";
    const element = document.getElementById(part.id);
    if (written.get(part.id) !== markup) {
      written.set(part.id, markup);
      const [wanted] = elementsOf(markup);
      if (element && wanted) {
        const height = wanted.querySelector("[data-pending]") && element.offsetHeight;
        morph(element, wanted);
        // What waits for its figures keeps its height, so that what follows stays where it is.
        if (height) element.style.minHeight = `${height}px`;
      } else if (element) element.remove();
      else if (wanted)
        place(
          wanted,
          parts.slice(index + 1).map(({ id }) => id),
        );
    }
    for (const figures of placed.values()) for (const one of figures.flat()) drawFigure(now, one);
    placed.clear();
    for (const [id, chart] of charts)
      if (!chart.plot.isConnected) {
        chart.close();
        charts.delete(id);
      }
  };

  const drawFigure = (now: Subject, { figure }: PlacedFigure) => {
    const block = document.querySelector<HTMLElement>(`[data-figure="${CSS.escape(figure.id)}"]`);
    const plot = block?.querySelector<HTMLElement>(".plot");
    const key = `${specKey(figure.spec)} ${now.language.locale}`;
    const compiled = specs[specKey(figure.spec)];
    if (!block || !plot || !compiled) return;
    const before = charts.get(figure.id);
    if (before && before.plot === plot && before.key === key) return before.update(figure);
    before?.close();
    const chart = Object.assign(liveChart(plot, compiled, figure, now.language), { plot, key });
    charts.set(figure.id, chart);
    // The chart is found by name when a button is pressed: another one may have taken its place by then.
    const named = figure.id;
    if (before?.plot === plot) return;
    for (const button of block.querySelectorAll<HTMLButtonElement>("[data-save]"))
      button.addEventListener("click", () => {
        const own = charts.get(named);
        if (own) void savers[button.dataset.save as keyof typeof savers](own.figure, own, pictureFoot(subject ?? now));
      });
    block.querySelector("[data-spec]")?.addEventListener("click", () => {
      const own = charts.get(named);
      if (own) openSpec(own.figure);
    });
    block.querySelector("[data-facts]")?.addEventListener("click", () => {
      const own = charts.get(named);
      if (own && subject) facts.open(subject, own, own.plot);
    });
    if (figure.chart === "fan")
      plot.addEventListener("click", (event) => {
        const own = charts.get(named);
        if (own && subject) facts.openAt(subject, own, own.plot, event);
      });
    block.querySelector<HTMLElement>(".actions")?.removeAttribute("hidden");
  };

  const takeSeen = () => {
    const seen = pending.filter(({ id }) => isSeen(id));
    pending = pending.filter((part) => !seen.includes(part));
    return seen;
  };
  const renewSeen = () => {
    for (const part of takeSeen()) part.renew();
  };
  let asked = false;
  const whenScrolled = () => {
    if (asked || pending.length === 0) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      renewSeen();
    });
  };
  addEventListener("scroll", whenScrolled, { passive: true });

  return {
    show(now) {
      round++;
      const other = subject?.language !== now.language;
      subject = now;
      const placed = new Map<ChartSection, PlacedFigure[][]>();
      const parts = partsOf(now, placed);
      pending = parts.map(({ id }, i) => ({ id, renew: () => renew(now, placed, i, parts) }));
      // Looked up before anything is renewed: the browser need not lay out the page in between.
      const first = pending.shift();
      const seen = takeSeen();
      first?.renew();
      for (const part of seen) part.renew();
      if (other) renewFurniture(now);
      const title = `${headline(now)} · ${now.language.local(now.run.title)}`;
      if (document.title !== title) document.title = title;
    },
    async finish() {
      const mine = ++round;
      while (pending.length > 0) {
        await quietMoment();
        if (mine !== round) return false;
        pending.shift()?.renew();
      }
      for (const chart of [...charts.values()]) {
        if (chart.isDrawn()) continue;
        await quietMoment();
        if (mine !== round) return false;
        if (chart.plot.isConnected) chart.view();
      }
      return true;
    },
  };
}

function partsOf(subject: Subject, placed: Map<ChartSection, PlacedFigure[][]>) {
  return reportParts(subject, (section) => {
    const figures = placedFigures(subject, section);
    placed.set(section, figures);
    return figures.map((kind) => kind.map((one) => figureBlock(subject.language, one, "")));
  });
}

/** Puts a new part before the first of those that follow it. */
function place(element: Element, following: readonly string[]): void {
  const next = following.map((id) => document.getElementById(id)).find((found) => found !== null);
  if (next) next.before(element);
  else document.querySelector("main")?.append(element);
}

function isSeen(id: string): boolean {
  const box = document.getElementById(id)?.getBoundingClientRect();
  return box !== undefined && box.bottom > 0 && box.top < innerHeight;
}

/** What stands around the parts and changes with the language alone. */
function renewFurniture({ language, run, ...rest }: Subject): void {
  document.documentElement.lang = language.locale;
  const skip = document.querySelector(".skip");
  if (skip) skip.textContent = language.say("page.skip");
  const foot = document.querySelector("#foot p");
  if (foot) foot.textContent = language.say("page.footer", { version: run.manifest.version });
  const dialog = document.getElementById("spec");
  const wanted = dialog?.cloneNode() as Element | undefined;
  if (!dialog || !wanted) return;
  const text = dialog.querySelector("pre")?.textContent ?? "";
  wanted.append(...elementsOf(specDialog({ language, ...rest }).text));
  morph(dialog, wanted);
  const pre = dialog.querySelector("pre");
  if (pre) pre.textContent = text;
}
