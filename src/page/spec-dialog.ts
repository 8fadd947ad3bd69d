import type { Figure } from "../report/charts/chart.ts";
import type { ChartSpec } from "../report/charts/compile.ts";
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
    if (pre) pre.textContent = specText(figure);
    dialog?.showModal();
  };
}

/** The shared specification with this figure's data, parameters and colours put in: it stands alone. */
function specText(figure: Figure): string {
  const shared = figure.spec as ChartSpec & { params?: readonly { name: string }[] };
  const params = shared.params?.map((p) => (p.name in figure.params ? { ...p, value: figure.params[p.name] } : p));
  const whole = {
    ...shared,
    title: figure.title,
    description: figure.caption,
    height: figure.height,
    background: "var(--paper)",
    params,
    datasets: figure.datasets,
  };
  return withColours(JSON.stringify(whole, null, 2));
}
