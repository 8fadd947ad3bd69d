import type { Command } from "../command.ts";
import type { CompareOptions } from "../journeys/compare-journey.ts";
import { localeOption, runOptions } from "./options.ts";

/** Compares scenarios on common draws, with the interval of the difference. */
export const compare: Command<CompareOptions> = {
  command: "compare <scenario..>",
  describe: "Compare scenarios on common draws: what parts them, with the interval of the difference",
  positionals: {
    scenario: {
      type: "string",
      array: true,
      describe: "Ids or files of scenarios; the first is what the others are compared with",
    },
  },
  options: {
    against: { type: "string", describe: "What all are compared with, instead of the first" },
    out: { type: "string", describe: "Folder to write the page to; reports/ of the workspace if not given" },
    ...runOptions,
    ...localeOption,
  },
  examples: [
    ["compare reform-package", "with the workspace's reference"],
    ["compare business-households reform-package", "the package against one of its parts"],
    ["compare formalisation fewer-withdrawals --against baseline --json", "two with a third, for a program"],
  ],
  async run(options, session) {
    const { compareJourney } = await import("../journeys/compare-journey.ts");
    return compareJourney(options, session);
  },
};
