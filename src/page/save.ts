import type { Figure, Row } from "../report/charts/chart.ts";
import { csvText } from "../report/formats/csv-text.ts";
import type { LiveChart } from "./live-chart.ts";
import { pictureOf } from "./picture.ts";

/** Pixels of a saved PNG for each pixel on the page: sharp in print. */
const pngScale = 3;

/** What the buttons under a chart save, by their kind. */
export const savers = {
  async svg(figure: Figure, chart: LiveChart): Promise<void> {
    const text = new XMLSerializer().serializeToString(await pictureOf(figure, chart));
    saveFile(`${figure.id}.svg`, new Blob([text], { type: "image/svg+xml" }));
  },

  async png(figure: Figure, chart: LiveChart): Promise<void> {
    const picture = await pictureOf(figure, chart);
    const url = URL.createObjectURL(
      new Blob([new XMLSerializer().serializeToString(picture)], { type: "image/svg+xml" }),
    );
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = image.naturalWidth * pngScale;
    canvas.height = image.naturalHeight * pngScale;
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    URL.revokeObjectURL(url);
    canvas.toBlob((blob) => blob && saveFile(`${figure.id}.png`, blob), "image/png");
  },

  async csv(figure: Figure): Promise<void> {
    const rows = figure.take.flatMap((name) =>
      (figure.datasets[name] ?? []).map((row): Row => ({ data: name, ...row })),
    );
    const keys = [...new Set(rows.flatMap((row) => Object.keys(row)))];
    const text = csvText({ columns: keys.map((key) => ({ key, type: "string", describe: "" })), rows });
    saveFile(`${figure.id}.csv`, new Blob([text], { type: "text/csv" }));
  },
};

/** Hands a file to the reader; nothing leaves the machine. */
export function saveFile(name: string, content: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
