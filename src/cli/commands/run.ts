import type { Command } from "../command.ts";
import type { RunOptions } from "../run/run-journey.ts";
import { asOfOption, localeOption, runOptions } from "./options.ts";

/** Projects scenarios, judges the goals and writes the reports. */
export const run: Command<RunOptions> = {
  command: "run [scenario..]",
  describe: "Project scenarios, judge the goals, write the reports",
  positionals: {
    scenario: { type: "string", array: true, describe: "Ids of scenarios; all of them if none is named" },
  },
  options: {
    ...runOptions,
    ...asOfOption,
    out: { type: "string", describe: "Folder to write to; reports/ of the workspace if not given" },
    format: { type: "string", array: true, describe: "Only these formats: html, json, csv" },
    ...localeOption,
    workers: { type: "number", describe: "Threads to work on; the figures are the same for any number" },
  },
  examples: [
    ["run", "every scenario, with one report that compares them"],
    ["run voluntary-subsidy --draws 100000", "one scenario beside the reference, finer"],
    ["run --as-of 2024-11-24", "replay: only what had been published by that day"],
    ["run --json > run.json", "the whole result for a program; writes no files"],
  ],
  async run(options, session) {
    const { runJourney } = await import("../run/run-journey.ts");
    return runJourney(options, session);
  },
};
