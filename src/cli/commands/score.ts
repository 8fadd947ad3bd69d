import { type Command, exitCodes, type GlobalOptions, type Session } from "../command.ts";
import { localeOption } from "./options.ts";

interface ScoreOptions {
  readonly locale?: string;
}

/** Holds the ledger, and what officials stated, against what has come since. */
export const score: Command<ScoreOptions> = {
  command: "score",
  describe: "Score archived forecasts and official statements against what has come since",
  positionals: {},
  options: localeOption,
  examples: [
    ["score", "every archived forecast, by run and by scheme, and what officials had stated"],
    ["score --json", "each forecast beside its outcome, for programs"],
  ],
  async run(options: ScoreOptions & GlobalOptions, { terminal, cwd }: Session) {
    const [{ openStudy }, { ledgerFile, scoreStudy }, { chooseLanguage }, { showLedger }] = await Promise.all([
      import("../study.ts"),
      import("../files/ledger-files.ts"),
      import("../choose-language.ts"),
      import("../show/show-ledger.ts"),
    ]);
    const study = openStudy({ workspace: options.workspace, cwd, asOf: null, only: [] });
    const scores = scoreStudy(study);
    if (options.json) terminal.print(JSON.stringify(scores, null, 2));
    else if (scores === null)
      terminal.print(`There is no ${ledgerFile} yet: covercast archive starts one with the current forecast.`);
    else showLedger(scores, study.workspace, chooseLanguage(options.locale, study.workspace.locale), terminal);
    return exitCodes.done;
  },
};
