import type { ChartIsland } from "../report/html/drawing.ts";
import { liveChart } from "./live-chart.ts";
import { savers } from "./save.ts";
import { specDialog } from "./spec-dialog.ts";

/**
 * The script of a report. The page is complete without it; the script draws the charts anew at the width they have,
 * lets them answer the pointer, and lets the reader take pictures, data and specifications away.
 */
const island = JSON.parse(document.getElementById("charts")?.textContent ?? "") as ChartIsland;
const openSpec = specDialog();

for (const block of document.querySelectorAll<HTMLElement>("[data-figure]")) {
  const figure = island.figures.find((f) => f.id === block.dataset.figure);
  const plot = block.querySelector<HTMLElement>(".plot");
  if (!figure || !plot) continue;
  const { vega, vegaLite } = island.specs[figure.spec]!;
  const chart = liveChart(plot, vega, figure);
  for (const button of block.querySelectorAll<HTMLButtonElement>("[data-save]")) {
    button.addEventListener("click", () => savers[button.dataset.save as keyof typeof savers](figure, chart));
  }
  block.querySelector("[data-spec]")?.addEventListener("click", () => openSpec(figure, vegaLite));
  block.querySelector<HTMLElement>(".actions")?.removeAttribute("hidden");
}
