import type { Figure } from "../report/charts/chart.ts";
import { figureCsv } from "../report/formats/figure-csv.ts";
import type { LiveChart } from "./live-chart.ts";
import { pictureOf } from "./picture.ts";

/** Pixels of a saved PNG for each pixel on the page: sharp in print. */
const pngScale = 3;

/** What the buttons under a chart save, by their kind; `foot` says below a picture whose figures these are. */
export const savers = {
  async svg(figure: Figure, chart: LiveChart, foot: string): Promise<void> {
    saveFile(`${figure.id}.svg`, new Blob([await pictureOf(figure, chart, foot)], { type: "image/svg+xml" }));
  },

  async png(figure: Figure, chart: LiveChart, foot: string): Promise<void> {
    const url = URL.createObjectURL(new Blob([await pictureOf(figure, chart, foot)], { type: "image/svg+xml" }));
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
    saveFile(`${figure.id}.csv`, new Blob([figureCsv(figure)], { type: "text/csv" }));
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
