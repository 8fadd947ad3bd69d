import type { Parameter } from "../command.ts";

/** Replays a day. */
export const asOfOption = {
  "as-of": { type: "string", describe: "Use only what had been published by this day, e.g. 2024-11-24" },
} as const satisfies Record<string, Parameter>;

/** Chooses the language. */
export const localeOption = {
  locale: { type: "string", describe: "Language of texts and numbers, e.g. en or vi" },
} as const satisfies Record<string, Parameter>;

/** Replaces the workspace's run settings. */
export const runOptions = {
  draws: { type: "number", describe: "Simulated futures of each scenario, 100 to 1000000" },
  seed: { type: "number", describe: "Whole number that fixes the random draws" },
  horizon: { type: "number", describe: "Last year projected" },
} as const satisfies Record<string, Parameter>;
