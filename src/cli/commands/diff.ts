import { type Command, type ExitCode, exitCodes, type GlobalOptions } from "../command.ts";

interface DiffOptions {
  readonly a: string;
  readonly b: string;
  readonly exitCode: boolean;
}

/** Tells how two effective scenarios differ. */
export const diff: Command<DiffOptions> = {
  command: "diff <a> <b>",
  describe: "Show how two scenarios differ in effect, and the lines that make them differ",
  positionals: {
    a: { type: "string", describe: "Id of a scenario, or the path of a scenario file that may lie anywhere" },
    b: { type: "string", describe: "The other, to which the first is changed" },
  },
  options: {
    "exit-code": { type: "boolean", default: false, describe: "End with 1 if they differ, as git diff does" },
  },
  examples: [
    ["diff baseline reform-package", "what the package adds to the trend"],
    ["diff reform-package drafts/reform.yaml", "a draft against what stands"],
    ["diff baseline reform-package --json", "for programs"],
  ],
  async run(options: DiffOptions & GlobalOptions, { terminal, cwd }) {
    const [{ openNamed }, { compareScenarios, countDifferences }, { showAside }, { showDifference }] =
      await Promise.all([
        import("../journeys/named-scenarios.ts"),
        import("../../input/scenario/compare-scenarios.ts"),
        import("../show/show-aside.ts"),
        import("../show/show-difference.ts"),
      ]);
    const { study, named } = openNamed([options.a, options.b], { workspace: options.workspace, cwd });
    showAside(study, terminal);
    const [a, b] = named;
    const difference = compareScenarios(a, b);
    const count = countDifferences(difference);
    const name = ({ scenario: { id, file, title } }: typeof a) => ({ id, file, title });
    if (options.json)
      terminal.print(JSON.stringify({ a: name(a), b: name(b), differences: count, ...difference }, null, 2));
    else showDifference(a.scenario, b.scenario, difference, terminal);
    const code: ExitCode = options.exitCode && count > 0 ? exitCodes.refused : exitCodes.done;
    return code;
  },
};
