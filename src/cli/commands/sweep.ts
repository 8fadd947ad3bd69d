import type { Command } from "../command.ts";
import type { SweepOptions } from "../sweep/sweep-journey.ts";
import { asOfOption, localeOption, runOptions } from "./options.ts";

/** Runs a suite: scenarios side by side, and sweeps over their numbers. */
export const sweep: Command<SweepOptions> = {
  command: "sweep <suite>",
  describe: "Run a suite: scenarios side by side, and thousands of points over their numbers",
  positionals: { suite: { type: "string", describe: "Id of a suite, or its file in suites/" } },
  options: {
    sweep: { type: "string", array: true, describe: "Only these sweeps of the suite, by id" },
    ...runOptions,
    draws: { type: "number", describe: "Simulated futures of each point; the suite's own if not given" },
    ...asOfOption,
    out: { type: "string", describe: "Folder to write to; reports/sweeps/SUITE of the workspace if not given" },
    format: {
      type: "string",
      choices: ["csv", "parquet"],
      default: "csv",
      describe: "Format of the tables",
    },
    ...localeOption,
    workers: { type: "number", describe: "Threads to work on; the figures are the same for any number" },
    fresh: { type: "boolean", default: false, describe: "Throw away what an interrupted run has left" },
  },
  examples: [
    ["sweep closing-the-gap", "every sweep of the suite; start it again after an interruption and it goes on"],
    ["sweep closing-the-gap --sweep one-at-a-time --draws 10000", "one sweep, finer"],
    ["sweep closing-the-gap --format parquet --out /tmp/gap", "tables for a data frame"],
    ["sweep closing-the-gap --json", "every point for a program; writes no files"],
  ],
  async run(options, session) {
    const { sweepJourney } = await import("../sweep/sweep-journey.ts");
    return sweepJourney(options, session);
  },
};
