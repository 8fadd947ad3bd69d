import { type Command, exitCodes, type GlobalOptions, type Session } from "../command.ts";
import { asOfDay } from "../settings.ts";
import { asOfOption, localeOption, runOptions } from "./options.ts";

interface NowcastOptions {
  readonly scheme?: readonly string[];
  readonly asOf?: string;
  readonly draws?: number;
  readonly seed?: number;
  readonly locale?: string;
}

/** Foretells the coming year end from the latest reading within the year, and tells how good that was before. */
export const nowcast: Command<NowcastOptions> = {
  command: "nowcast [scheme..]",
  describe: "Where the running year is heading: from its latest reading to its end, scored on past years",
  positionals: { scheme: { type: "string", array: true, describe: "Only these schemes" } },
  options: {
    ...asOfOption,
    draws: { ...runOptions.draws, describe: "Simulated futures of each trend, 100 to 1000000" },
    seed: runOptions.seed,
    ...localeOption,
  },
  examples: [
    ["nowcast", "every scheme that was read after its last year end, and the score of past nowcasts"],
    ["nowcast hi --as-of 2025-07-31", "one scheme, as it would have been said that day"],
    ["nowcast --json", "quantiles, seasonal profile and every past nowcast, for programs"],
  ],
  async run(options: NowcastOptions & GlobalOptions, { terminal, cwd }: Session) {
    const [
      { openStudy },
      { nowcastDraws, nowcastStudy },
      { chooseLanguage },
      { showNowcasts },
      { runSettings },
      picked,
    ] = await Promise.all([
      import("../study.ts"),
      import("../run/nowcast-study.ts"),
      import("../choose-language.ts"),
      import("../show/show-nowcasts.ts"),
      import("../settings.ts"),
      import("../journeys/pick-schemes.ts"),
    ]);
    const study = openStudy({ workspace: options.workspace, cwd, asOf: asOfDay(options.asOf), only: [] });
    const { workspace } = study;
    const only = picked.pickSchemes(workspace, options.scheme ?? []);
    const { draws, seed } = runSettings(
      { ...workspace.run, draws: nowcastDraws },
      { draws: options.draws, seed: options.seed },
    );
    const result = nowcastStudy(study, { only, draws, seed });
    if (options.json) terminal.print(JSON.stringify(result, null, 2));
    else showNowcasts(result, study, chooseLanguage(options.locale, workspace.locale), terminal);
    return exitCodes.done;
  },
};
