import type { Command } from "../command.ts";
import type { ExportOptions } from "../journeys/export-journey.ts";
import { asOfOption, localeOption, runOptions } from "./options.ts";

/** Writes every chart and table of the reports as files of their own. */
export const exportFiles: Command<ExportOptions> = {
  command: "export [scenario..]",
  describe: "Write charts as SVG and PNG, their data and specs, and a workbook of all tables",
  positionals: {
    scenario: { type: "string", array: true, describe: "Ids of scenarios; all of them if none is named" },
  },
  options: {
    out: { type: "string", describe: "Folder to write to; export/ of the workspace if not given" },
    format: { type: "string", array: true, describe: "Only these: svg, png, csv, json, xlsx; with commas between" },
    chart: { type: "string", array: true, describe: "Only these: a kind of chart such as fan, or one such as fan-si" },
    scale: { type: "number", default: 2, describe: "Pixels of a PNG for each of the chart, 0.5 to 8" },
    dark: { type: "boolean", default: false, describe: "Light lines on dark paper" },
    ...localeOption,
    ...runOptions,
    ...asOfOption,
    workers: { type: "number", describe: "Threads to work on; the figures are the same for any number" },
  },
  examples: [
    ["export --out slides", "every chart in every format, and the workbook"],
    ["export baseline --format png --chart fan --scale 4 --dark", "large dark pictures of the fans"],
    ["export --format xlsx --locale vi", "the workbook alone"],
  ],
  async run(options, session) {
    const { exportJourney } = await import("../journeys/export-journey.ts");
    return exportJourney(options, session);
  },
};
