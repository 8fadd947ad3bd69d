import type { Figure } from "../report/charts/chart.ts";
import { wholeSpec } from "../report/charts/whole-spec.ts";
import { withColours } from "./picture.ts";
import { saveFile } from "./save.ts";

/** Prepares the dialog that shows a chart's Vega-Lite specification; returns what opens it for a figure. */
export function specDialogOpener(): (figure: Figure) => void {
  const dialog = document.querySelector<HTMLDialogElement>("dialog#spec");
  const pre = dialog?.querySelector("pre");
  let shown: Figure | null = null;
  dialog?.querySelector("[data-spec-close]")?.addEventListener("click", () => dialog.close());
  dialog?.querySelector("[data-spec-save]")?.addEventListener("click", () => {
    if (shown) saveFile(`${shown.id}.vl.json`, new Blob([pre?.textContent ?? ""], { type: "application/json" }));
  });
  return (figure) => {
    shown = figure;
    if (pre) pre.textContent = withColours(JSON.stringify(wholeSpec(figure), null, 2));
    dialog?.showModal();
  };
}
