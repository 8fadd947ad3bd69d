import type { Command } from "../command.ts";
import type { SolveOptions } from "../journeys/solve-journey.ts";
import { localeOption, runOptions } from "./options.ts";

/** Finds what a lever must be for a goal to be met with a probability, the cheapest mix, and the earliest date. */
export const solve: Command<SolveOptions> = {
  command: "solve <scenario>",
  describe: "Find what it would take: the lever's value, the cheapest mix, the earliest year",
  positionals: {
    scenario: { type: "string", describe: "Id of the scenario, or the path of a scenario file that may lie anywhere" },
  },
  options: {
    goal: {
      type: "string",
      describe: "Id of the goal; what the file asks for under solve, else the first headline goal still open",
    },
    probability: {
      type: "string",
      describe: "Chance that the goal is to have, e.g. 80%; what the file asks for, else 80%",
    },
    lever: {
      type: "string",
      array: true,
      describe: "Number to find, with a range if wanted: drive.takeUp or drive.takeUp=10%..60%",
    },
    mix: { type: "boolean", default: false, describe: "Find the cheapest mix of the levers, by their unit costs" },
    save: { type: "string", describe: "Write the answer as a scenario file that `run` takes" },
    ...runOptions,
    ...localeOption,
  },
  examples: [
    [
      "solve business-households --probability 50%",
      "every lever of the scenario, each alone, for the first headline goal",
    ],
    ["solve reform-package --goal ui-2030-decision-38 --lever drive.takeUp", "one number for one goal"],
    ["solve reform-package --mix --lever a.reach --lever b.takeUp", "the cheapest mix of two levers"],
  ],
  async run(options, session) {
    const { solveJourney } = await import("../journeys/solve-journey.ts");
    return solveJourney(options, session);
  },
};
