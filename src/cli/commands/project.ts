import type { Command } from "../command.ts";
import type { SeriesOptions } from "../journeys/project-series.ts";

/** Foretells every series of a long table, without a workspace. */
export const project: Command<SeriesOptions> = {
  command: "project <series>",
  describe: "Foretell every series of a table: provinces, countries, indicators",
  positionals: {
    series: { type: "string", describe: "CSV table with series_id, year, and value_pct (percent) or value (0 to 1)" },
  },
  options: {
    origins: {
      type: "string",
      describe: "CSV table of series_id, origin_n, origin_year, h: use the first origin_n rows, foretell h years",
    },
    horizon: { type: "number", default: 6, describe: "Years ahead" },
    out: { type: "string", describe: "File to write the forecasts to; printed if not given" },
    unbounded: { type: "boolean", default: false, describe: "Values are counts or amounts of 0 or more, not shares" },
    workers: { type: "number", describe: "Threads to work on; the figures are the same for any number" },
  },
  examples: [
    ["project provinces.csv --out forecasts.csv", "mean, median, 80 and 95 % intervals, six years ahead"],
    ["project series.csv --origins origins.csv --out past.csv", "from earlier years, to hold against what came"],
    ["project members.csv --unbounded --horizon 10", "counts of people, printed"],
  ],
  async run(options, session) {
    const { projectSeries } = await import("../journeys/project-series.ts");
    return projectSeries(options, session);
  },
};
