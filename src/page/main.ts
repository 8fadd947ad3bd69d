import type { ChartIsland } from "../report/html/drawing.ts";
import { mapTables, type PackedRows, unpackRows } from "../report/html/packed-rows.ts";
import { type LiveChart, liveChart } from "./live-chart.ts";
import { savers } from "./save.ts";
import { specDialog } from "./spec-dialog.ts";

/**
 * The script of a report. The page is complete without it; the script draws the charts anew at the width they have,
 * lets them answer the pointer, and lets the reader take pictures, data and specifications away.
 */
const island = JSON.parse(document.getElementById("charts")?.textContent ?? "") as Stored;
type Stored = Pick<ChartIsland, "specs"> & {
  readonly figures: readonly (Omit<ChartIsland["figures"][number], "datasets"> & {
    readonly datasets: Readonly<Record<string, PackedRows>>;
  })[];
};
const openSpec = specDialog();
const charts: LiveChart[] = [];

for (const block of document.querySelectorAll<HTMLElement>("[data-figure]")) {
  const stored = island.figures.find((f) => f.id === block.dataset.figure);
  const figure = stored && { ...stored, datasets: mapTables(stored.datasets, unpackRows) };
  const plot = block.querySelector<HTMLElement>(".plot");
  if (!figure || !plot) continue;
  const { vega, vegaLite } = island.specs[figure.spec]!;
  const chart = liveChart(plot, vega, figure);
  charts.push(chart);
  for (const button of block.querySelectorAll<HTMLButtonElement>("[data-save]")) {
    button.addEventListener("click", () => savers[button.dataset.save as keyof typeof savers](figure, chart));
  }
  block.querySelector("[data-spec]")?.addEventListener("click", () => openSpec(figure, vegaLite));
  block.querySelector<HTMLElement>(".actions")?.removeAttribute("hidden");
}

/** Draws the charts that are not near the screen, one in each quiet moment, so that print and search find them ready. */
function drawRest(): void {
  charts.shift()?.view();
  if (charts.length > 0) whenQuiet(drawRest);
}

const whenQuiet = (then: () => void) =>
  "requestIdleCallback" in window ? requestIdleCallback(then, { timeout: 2000 }) : setTimeout(then, 50);
whenQuiet(drawRest);
