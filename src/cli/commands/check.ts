import { type Command, exitCodes, type GlobalOptions } from "../command.ts";
import { asOfDay } from "../settings.ts";
import { asOfOption, localeOption } from "./options.ts";

interface CheckOptions {
  readonly asOf?: string;
  readonly locale?: string;
}

/** Reads every file of the workspace and audits its figures. */
export const check: Command<CheckOptions> = {
  command: "check",
  describe: "Read every file and audit the figures: what is wrong, doubtful or worth knowing",
  positionals: {},
  options: { ...asOfOption, ...localeOption },
  examples: [
    ["check", "audit the workspace that you stand in"],
    ["check --as-of 2024-11-24", "as it looked that day"],
    ["check --json", "for programs"],
  ],
  async run(options: CheckOptions & GlobalOptions, { terminal, cwd }) {
    const [{ openStudy }, { chooseLanguage }, { countFindings, showFindings }, { frameDiagnostic }, { frameStyle }] =
      await Promise.all([
        import("../study.ts"),
        import("../choose-language.ts"),
        import("../show/show-findings.ts"),
        import("../../input/frame.ts"),
        import("../show/frame-style.ts"),
      ]);
    const study = openStudy({ workspace: options.workspace, cwd, asOf: asOfDay(options.asOf), suites: true });
    const { findings, warnings, scenarios, suites, data, workspace } = study;
    const code = findings.some(({ severity }) => severity === "error") ? exitCodes.refused : exitCodes.done;
    if (options.json) {
      terminal.print(JSON.stringify({ findings, warnings }, null, 2));
      return code;
    }
    const language = chooseLanguage(options.locale, workspace.locale);
    for (const warning of warnings)
      terminal.print(`${frameDiagnostic(warning, study.sources, frameStyle(terminal))}\n`);
    showFindings(findings, language, terminal);
    terminal.print(
      `Read ${study.inputs.length} files: ${data.observations.length} observations, ${data.bases.length} readings of ` +
        `bases, ${data.goals.length} goals, ${data.sources.length} sources, ${scenarios.length} scenarios${suites.length > 0 ? `, ${suites.length} suite${suites.length === 1 ? "" : "s"}` : ""}.`,
    );
    terminal.print(`Found ${countFindings([...findings, ...warnings])}.`);
    return code;
  },
};
