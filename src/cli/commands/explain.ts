import type { Assumption } from "../../core/domain.ts";
import { type Command, exitCodes, type GlobalOptions, UsageError } from "../command.ts";
import { suggest } from "../usage.ts";

interface ExplainOptions {
  readonly scenario: string;
  readonly key?: string;
  readonly effective: boolean;
}

/** Prints the effective values of a scenario and the file and line that set each. */
export const explain: Command<ExplainOptions> = {
  command: "explain <scenario> [key]",
  describe: "Show what a scenario assumes, and the file and line that set each value",
  positionals: {
    scenario: { type: "string", describe: "Id of the scenario, or the path of a scenario file that may lie anywhere" },
    key: { type: "string", describe: "Only what has this in its key: levers.drive, drive.takeUp, ceiling, title" },
  },
  options: {
    effective: {
      type: "boolean",
      default: false,
      describe: "Print the scenario as one file instead, with all that it inherits written out",
    },
  },
  examples: [
    ["explain baseline", "everything that the baseline assumes"],
    ["explain reform-package levers", "its levers, and which parent each comes from"],
    ["explain reform-package --effective > package.yaml", "one file that gives the very same figures"],
  ],
  async run(options: ExplainOptions & GlobalOptions, { terminal, cwd }) {
    const [{ openNamed }, { effectiveFile }, { explainKey }, { showAside }, { showAssumptions, showKey }] =
      await Promise.all([
        import("../journeys/named-scenarios.ts"),
        import("../../input/scenario/effective-file.ts"),
        import("../../input/scenario/explain-key.ts"),
        import("../show/show-aside.ts"),
        import("../show/show-assumptions.ts"),
      ]);
    if (options.effective && options.key !== undefined)
      throw new UsageError("explain --effective prints the whole file: leave the key out");
    const { study, named } = openNamed([options.scenario], { workspace: options.workspace, cwd });
    showAside(study, terminal);
    const [{ scenario, placed }] = named;
    if (options.effective) {
      const text = effectiveFile(scenario, placed);
      terminal.print(options.json ? JSON.stringify({ scenario: scenario.id, yaml: text }, null, 2) : text.trimEnd());
      return exitCodes.done;
    }
    const shown = matching(scenario.assumptions, options.key);
    if (shown.length === 0 && options.key !== undefined) {
      const found = explainKey(scenario, placed, options.key);
      if (found === null) throw unknownKey(options.key, scenario.id, scenario.assumptions);
      if (options.json) terminal.print(JSON.stringify({ scenario: scenario.id, assumptions: [], found }, null, 2));
      else showKey(scenario, found, terminal);
      return exitCodes.done;
    }
    if (options.json) {
      terminal.print(JSON.stringify({ scenario: scenario.id, assumptions: shown }, null, 2));
      return exitCodes.done;
    }
    showAssumptions(scenario, shown, study.workspace.reference, terminal);
    return exitCodes.done;
  },
};

/** What begins with the parts asked for; where nothing does, what holds them one after the other. */
function matching(assumptions: readonly Assumption[], asked: string | undefined): readonly Assumption[] {
  if (asked === undefined) return assumptions;
  const begins = assumptions.filter(({ key }) => `${key}.`.startsWith(`${asked}.`));
  return begins.length > 0 ? begins : assumptions.filter(({ key }) => `.${key}.`.includes(`.${asked}.`));
}

function unknownKey(asked: string, scenario: string, assumptions: readonly Assumption[]): UsageError {
  const keys = assumptions.flatMap(({ key }) => {
    const parts = key.split(".");
    return parts.flatMap((_, from) => parts.slice(from).map((__, i) => parts.slice(from, from + i + 1).join(".")));
  });
  return new UsageError(`${scenario} sets nothing called ${asked}.${suggest(asked, [...new Set(keys)])}`);
}
