import type { Command } from "../command.ts";
import type { WhyOptions } from "../journeys/why-journey.ts";
import { asOfOption, localeOption, runOptions } from "./options.ts";

/** Explains a scenario's answer: what each lever adds, where the spread comes from, what moves the goals. */
export const why: Command<WhyOptions> = {
  command: "why <scenario>",
  describe: "Explain the answer: what each lever adds, where the spread comes from, what moves each goal",
  positionals: {
    scenario: { type: "string", describe: "Id of the scenario, or the path of a scenario file that may lie anywhere" },
  },
  options: {
    goal: { type: "string", array: true, describe: "Only these goals, by id; those that lead the report if not given" },
    sobol: {
      type: "boolean",
      default: false,
      describe: "Also Sobol' indices: first-order and total, with their errors",
    },
    map: {
      type: "string",
      array: true,
      describe: "Two numbers of levers to map the chance over: drive.reach drive.takeUp",
    },
    out: { type: "string", describe: "Also write the report of the scenario, with its charts, to this folder" },
    ...asOfOption,
    ...runOptions,
    ...localeOption,
  },
  examples: [
    ["why baseline", "where the width of every range comes from, and which readings it rests on"],
    ["why reform-package --goal si-2030-resolution-28 --sobol", "one goal, with Sobol' indices"],
    ["why reform-package --map contracts.perYear stay-insured.reduction --out why", "a map of two numbers, as a page"],
  ],
  async run(options, session) {
    const { whyJourney } = await import("../journeys/why-journey.ts");
    return whyJourney(options, session);
  },
};
