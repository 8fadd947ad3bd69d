import type { Command } from "../command.ts";
import type { WatchOptions } from "../watch/watch-workspace.ts";
import { asOfOption, localeOption, runOptions } from "./options.ts";

/** Runs again on every save and keeps the open report fresh. */
export const watch: Command<WatchOptions> = {
  command: "watch [scenario..]",
  describe: "Run again on every save and keep the open report fresh",
  positionals: {
    scenario: { type: "string", array: true, describe: "Ids of scenarios; all of them if none is named" },
  },
  options: {
    ...runOptions,
    ...asOfOption,
    out: { type: "string", describe: "Folder to write to; reports/ of the workspace if not given" },
    format: { type: "string", array: true, describe: "Write only these formats: html, json, csv" },
    ...localeOption,
    port: { type: "number", describe: "Port to serve on; 4321 or the next that is free if not given, 0 for any" },
    open: { type: "boolean", default: false, describe: "Open the report in your browser" },
  },
  examples: [
    ["watch --open", "save a file, see the report change"],
    ["watch voluntary-subsidy --draws 2000", "one scenario beside the reference, quicker"],
    ["watch --json", "a line of JSON for each run, for editors"],
  ],
  async run(options, session) {
    const { watchWorkspace } = await import("../watch/watch-workspace.ts");
    const stop = new AbortController();
    const signals = ["SIGINT", "SIGTERM"] as const;
    const end = () => stop.abort();
    for (const signal of signals) process.on(signal, end);
    try {
      return await watchWorkspace(options, session, stop.signal);
    } finally {
      for (const signal of signals) process.off(signal, end);
    }
  },
};
