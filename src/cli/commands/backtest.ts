import { type Command, exitCodes, type GlobalOptions, type Session, UsageError } from "../command.ts";
import { asOfDay } from "../settings.ts";
import { suggest } from "../usage.ts";
import { localeOption, runOptions } from "./options.ts";

interface BacktestOptions {
  readonly scheme?: readonly string[];
  readonly vintage: boolean;
  readonly asOf?: string;
  readonly draws?: number;
  readonly seed?: number;
  readonly locale?: string;
}

/** Holds the method against what came: forecasts from past year ends, with errors, intervals and skill. */
export const backtest: Command<BacktestOptions> = {
  command: "backtest [scheme..]",
  describe: "Hold the method against the past: what it would have foretold, and what came",
  positionals: { scheme: { type: "string", array: true, describe: "Only these schemes" } },
  options: {
    vintage: { type: "boolean", default: false, describe: "Use only figures that had been published by each date" },
    "as-of": { type: "string", describe: "Replay one day alone, e.g. 2024-11-24, on what had been published by it" },
    draws: runOptions.draws,
    seed: runOptions.seed,
    ...localeOption,
  },
  examples: [
    ["backtest", "every scheme, cut after each year with four readings or more"],
    ["backtest hi --vintage", "one scheme, on the figures of the time"],
    ["backtest --as-of 2024-11-24", "what that day's forecast said of what has come since"],
    ["backtest --json", "every forecast and score, for programs"],
  ],
  async run(options: BacktestOptions & GlobalOptions, { terminal, cwd }: Session) {
    const [{ openStudy }, { backtestStudy }, { chooseLanguage }, { showBacktest }, { runSettings }] = await Promise.all(
      [
        import("../study.ts"),
        import("../run/backtest-study.ts"),
        import("../choose-language.ts"),
        import("../show/show-backtest.ts"),
        import("../settings.ts"),
      ],
    );
    const day = asOfDay(options.asOf);
    const study = openStudy({ workspace: options.workspace, cwd, asOf: null, only: [] });
    const { workspace } = study;
    const only = options.scheme ?? [];
    const known = workspace.schemes.map(({ id }) => id);
    const wrong = only.filter((id) => !known.includes(id));
    if (wrong.length > 0)
      throw new UsageError(
        [...wrong.map((id) => `There is no scheme ${id}.${suggest(id, known)}`), `Schemes: ${known.join(", ")}`].join(
          "\n",
        ),
      );
    const { draws, seed } = runSettings(workspace.run, { draws: options.draws, seed: options.seed });
    const result = backtestStudy(study, { only, cuts: day ?? (options.vintage ? "vintage" : "history"), draws, seed });
    if (options.json) terminal.print(JSON.stringify(result, null, 2));
    else showBacktest(result, workspace, chooseLanguage(options.locale, workspace.locale), terminal);
    return exitCodes.done;
  },
};
