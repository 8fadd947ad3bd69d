import { type Command, exitCodes, type GlobalOptions, type Session } from "../command.ts";
import { asOfDay } from "../settings.ts";
import { asOfOption, localeOption, runOptions } from "./options.ts";

interface ArchiveOptions {
  readonly scenario?: readonly string[];
  readonly asOf?: string;
  readonly date?: string;
  readonly draws?: number;
  readonly seed?: number;
  readonly horizon?: number;
  readonly locale?: string;
}

/** Writes what scenarios foretell into the workspace's ledger, to be scored when the actuals come. */
export const archive: Command<ArchiveOptions> = {
  command: "archive [scenario..]",
  describe: "Add the current forecast to the ledger (ledger/forecasts.csv), to be scored when the actuals come",
  positionals: {
    scenario: { type: "string", array: true, describe: "Scenarios to archive; the reference if none is named" },
  },
  options: {
    ...asOfOption,
    date: {
      type: "string",
      describe: "Day on which the forecast is made, e.g. 2026-03-01; else that of the newest figure",
    },
    ...runOptions,
    ...localeOption,
  },
  examples: [
    ["archive", "the reference scenario, as it stands"],
    ["archive --date 2026-03-01", "the same, with the day on which it was made"],
    ["archive --as-of 2024-11-24", "what would have been said that day; marked as a replay"],
  ],
  async run(options: ArchiveOptions & GlobalOptions, { terminal, cwd }: Session) {
    const [
      { openStudy },
      { archiveRuns },
      { pickScenarios },
      { runSettings },
      { openProgress },
      { refuseGrave },
      language,
    ] = await Promise.all([
      import("../study.ts"),
      import("../journeys/archive-runs.ts"),
      import("../journeys/pick-scenarios.ts"),
      import("../settings.ts"),
      import("../show/progress.ts"),
      import("../run/refuse-grave.ts"),
      import("../choose-language.ts"),
    ]);
    const asked = options.scenario ?? [];
    const study = openStudy({ workspace: options.workspace, cwd, asOf: asOfDay(options.asOf), only: asked });
    const words = language.chooseLanguage(options.locale, study.workspace.locale);
    if (refuseGrave(study, words, terminal)) return exitCodes.refused;
    const scenarios = asked.length === 0 ? [study.reference] : pickScenarios(study.scenarios, asked);
    const progress = openProgress(scenarios.length, terminal.watched);
    const archived = archiveRuns(study, {
      scenarios,
      run: runSettings(study.workspace.run, options),
      made: asOfDay(options.date, "--date"),
      command: repeat(options),
      done: (scenario) => progress.step(words.local(scenario.title)),
    });
    progress.stop();
    const { file, added, known } = archived;
    const brief = ({ id, vintage, made, replay, scenario, forecasts, goals }: (typeof added)[number]) => {
      return { id, vintage, made, replay, scenario, forecasts: forecasts.length, goals: goals.length };
    };
    if (options.json)
      terminal.print(JSON.stringify({ file, added: added.map(brief), known: known.map(brief) }, null, 2));
    else {
      for (const run of added) {
        const { id, vintage, scenario, forecasts, goals, replay } = brief(run);
        const kind = replay ? "replay, " : "";
        terminal.print(
          `Archived ${scenario} as of ${vintage} as ${id} (${kind}${forecasts} forecasts, ${goals} goals) in ${file}`,
        );
      }
      for (const { id, vintage, scenario } of known)
        terminal.print(`${scenario} as of ${vintage} stands in ${file} already, as ${id}: nothing was added`);
    }
    return exitCodes.done;
  },
};

/** Writes the command line out again, without what only says where it was typed. */
function repeat({ scenario = [], asOf, date, draws, seed, horizon }: ArchiveOptions): string {
  const options = Object.entries({ "as-of": asOf, date, draws, seed, horizon });
  return [
    "covercast archive",
    ...scenario,
    ...options.flatMap(([name, value]) => (value === undefined ? [] : [`--${name} ${value}`])),
  ].join(" ");
}
