import type { Assumption } from "../../core/domain.ts";
import { type Command, exitCodes, type GlobalOptions, UsageError } from "../command.ts";
import { suggest } from "../usage.ts";

interface ExplainOptions {
  readonly scenario: string;
  readonly key?: string;
}

/** Prints the effective values of a scenario and the file and line that set each. */
export const explain: Command<ExplainOptions> = {
  command: "explain <scenario> [key]",
  describe: "Show what a scenario assumes, and the file and line that set each value",
  positionals: {
    scenario: { type: "string", describe: "Id of the scenario" },
    key: { type: "string", describe: "Only this key and what lies under it: levers.drive" },
  },
  options: {},
  examples: [
    ["explain baseline", "everything that the baseline assumes"],
    ["explain reform-package levers", "its levers, and which parent each comes from"],
  ],
  async run(options: ExplainOptions & GlobalOptions, { terminal, cwd }) {
    const [{ openStudy }, { pickScenarios }, { showAssumptions }] = await Promise.all([
      import("../study.ts"),
      import("../pick-scenarios.ts"),
      import("../show-assumptions.ts"),
    ]);
    const { scenarios, workspace } = openStudy({ workspace: options.workspace, cwd, asOf: null });
    const [scenario] = pickScenarios(scenarios, [options.scenario]);
    const shown = scenario.assumptions.filter(({ key }) => within(key, options.key));
    if (shown.length === 0 && options.key !== undefined)
      throw unknownKey(options.key, scenario.id, scenario.assumptions);
    if (options.json) {
      terminal.print(JSON.stringify({ scenario: scenario.id, assumptions: shown }, null, 2));
      return exitCodes.done;
    }
    showAssumptions(scenario, shown, workspace.reference, terminal);
    return exitCodes.done;
  },
};

function within(key: string, asked: string | undefined): boolean {
  return asked === undefined || key === asked || key.startsWith(`${asked}.`);
}

function unknownKey(asked: string, scenario: string, assumptions: readonly Assumption[]): UsageError {
  const keys = assumptions.flatMap(({ key }) => {
    const parts = key.split(".");
    return parts.map((_, i) => parts.slice(0, i + 1).join("."));
  });
  return new UsageError(`${scenario} sets nothing called ${asked}.${suggest(asked, [...new Set(keys)])}`);
}
