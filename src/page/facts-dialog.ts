import { factYears, figureFacts } from "../report/html/figure-facts.ts";
import { html } from "../report/html/markup.ts";
import type { Subject } from "../report/subject.ts";
import type { LiveChart } from "./live-chart.ts";
import { elementsOf } from "./morph.ts";

/** Opens the card that tells where the figures of a fan chart come from. */
export interface FactsDialog {
  /** At a year, or at the last reading; later years and earlier ones are a step away. */
  open(subject: Subject, chart: LiveChart, plot: HTMLElement, year?: number): void;
  /** At a year of a scheme, wherever its number stands. */
  openFor(subject: Subject, scheme: string, year: number): void;
  /** At the year of the chart that a pointer is over. */
  openAt(subject: Subject, chart: LiveChart, plot: HTMLElement, event: MouseEvent): void;
}

/** Prepares the card: arrow keys step through the years, Escape, a press beside it or following a link closes it. */
export function factsDialog(): FactsDialog {
  const dialog = document.querySelector<HTMLDialogElement>("dialog#facts");
  const ring = document.createElement("i");
  ring.className = "ring";
  let shown: {
    subject: Subject;
    scheme: string;
    spot: { chart: LiveChart; plot: HTMLElement } | null;
    years: number[];
    at: number;
  } | null = null;

  const show = () => {
    if (!dialog || !shown) return;
    const { subject, scheme, spot, years, at } = shown;
    const { language } = subject;
    const focused = (document.activeElement as HTMLElement | null)?.dataset.step;
    const step = (by: number, label: string) =>
      html`<button type="button" data-step="${by}" aria-disabled="${String(years[at + by] === undefined)}">${label}</button>`;
    dialog.replaceChildren(
      ...elementsOf(
        html`<div class="told" tabindex="-1" aria-live="polite">${figureFacts(subject, scheme, years[at]!)}</div><p class="steps">${step(-1, `← ${language.say("facts.earlier")}`)}${step(1, `${language.say("facts.laterYear")} →`)}<button type="button" data-facts-close>${language.say("chart.close")}</button></p>`
          .text,
      ),
    );
    if (spot) mark(spot.chart, spot.plot, years[at]!);
    if (!dialog.open) dialog.showModal();
    reveal(dialog);
    dialog.querySelector<HTMLElement>(focused ? `[data-step="${focused}"]` : ".told")?.focus();
  };

  /** Draws a ring around the figure told of, beside the chart's own marks. */
  const mark = (chart: LiveChart, plot: HTMLElement, year: number) => {
    const { readings = [], futures = [] } = chart.figure.datasets;
    const found = readings.find((row) => row.year === year);
    const value = found?.coverage ?? futures.find((row) => row.year === year)?.p50;
    ring.remove();
    if (typeof value !== "number") return;
    const view = chart.view();
    const padding = view.padding() as { left: number; top: number };
    const svg = plot.querySelector("svg")?.getBoundingClientRect();
    const place = plot.getBoundingClientRect();
    ring.style.left = `${(svg?.left ?? place.left) - place.left + padding.left + view.scale("x")(year)}px`;
    ring.style.top = `${(svg?.top ?? place.top) - place.top + padding.top + view.scale("y")(value)}px`;
    plot.append(ring);
  };

  /** Moves the card, or the page under it, so that the figure told of stays in sight. */
  const reveal = (card: HTMLElement) => {
    if (!ring.isConnected) return;
    const spot = ring.getBoundingClientRect();
    card.classList.toggle("left", spot.left > innerWidth / 2);
    const covers = card.getBoundingClientRect();
    if (spot.top < 0 || (spot.bottom > covers.top && spot.right > covers.left && spot.left < covers.right))
      scrollBy(0, spot.top - Math.max(60, covers.top - 60));
  };

  const move = (by: number) => {
    if (!shown || shown.years[shown.at + by] === undefined) return;
    shown.at += by;
    show();
  };

  dialog?.addEventListener("keydown", (event) => {
    if (event.key === "ArrowLeft") move(-1);
    else if (event.key === "ArrowRight") move(1);
    else return;
    event.preventDefault();
  });
  dialog?.addEventListener("click", (event) => {
    const target = event.target as Element;
    const step = target.closest<HTMLElement>("[data-step]")?.dataset.step;
    if (step) move(Number(step));
    else if (target === dialog || target.closest("[data-facts-close], a")) dialog.close();
  });
  dialog?.addEventListener("close", () => ring.remove());

  const start = (
    subject: Subject,
    scheme: string,
    spot: { chart: LiveChart; plot: HTMLElement } | null,
    wanted?: number,
  ) => {
    const years = factYears(subject, scheme);
    const year = wanted ?? years[0]!;
    const near = [...years].sort((a, b) => Math.abs(a - year) - Math.abs(b - year))[0];
    if (near === undefined) return;
    shown = { subject, scheme, spot, years, at: years.indexOf(near) };
    show();
  };

  const open: FactsDialog["open"] = (subject, chart, plot, year) => {
    const readings = chart.figure.datasets.readings ?? [];
    start(subject, chart.figure.scheme, { chart, plot }, year ?? (readings.at(-1)?.year as number | undefined));
  };
  return {
    open,
    openFor: (subject, scheme, year) => start(subject, scheme, null, year),
    openAt(subject, chart, plot, event) {
      const svg = plot.querySelector("svg");
      if (!svg) return;
      const view = chart.view();
      const x = event.clientX - svg.getBoundingClientRect().left - (view.padding() as { left: number }).left;
      if (x < -12 || x > view.width() + 12) return;
      const scale = view.scale("x") as unknown as { invert(x: number): number };
      open(subject, chart, plot, scale.invert(x));
    },
  };
}

/** Folds open whatever hides the place that a link leads to. */
export function openLinkedPlaces(): void {
  const reveal = (hash: string) => {
    const target = /^#[\w-]+$/.test(hash) ? document.getElementById(hash.slice(1)) : null;
    for (let at = target?.parentElement; at; at = at.parentElement)
      if (at instanceof HTMLDetailsElement) at.open = true;
    return target;
  };
  document.addEventListener("click", (event) => {
    const hash = (event.target as Element | null)?.closest("a")?.getAttribute("href") ?? "";
    if (hash.startsWith("#")) reveal(hash);
  });
  reveal(location.hash)?.scrollIntoView();
}
