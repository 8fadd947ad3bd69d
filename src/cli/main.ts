import yargs, { type Argv } from "yargs";
import { version } from "../../package.json";
import { CovercastError } from "../core/errors.ts";
import {
  type Command,
  type ExitCode,
  exitCodes,
  type GlobalOptions,
  type Parameter,
  Refusal,
  UsageError,
  widest,
} from "./command.ts";
import { commands } from "./commands/index.ts";
import { openTerminal, type TerminalStreams } from "./show/terminal.ts";

/** Options that every command takes. */
const globalOptions: Readonly<Record<string, Parameter>> = {
  workspace: { type: "string", alias: "w", describe: "Folder of the workspace; found upwards from here if not given" },
  json: { type: "boolean", default: false, describe: "Print the result as JSON, and nothing else, on stdout" },
  quiet: { type: "boolean", alias: "q", default: false, describe: "Print the result and errors only" },
  "no-color": { type: "boolean", default: false, describe: "Print without colours; so does NO_COLOR" },
};

/**
 * Runs one command line and returns its exit code; throws only if the fault is ours.
 *
 * `argv` holds the words after `covercast`. Nothing here touches `process`, so tests call it as they are.
 */
export async function main(argv: readonly string[], streams: TerminalStreams, cwd: string): Promise<ExitCode> {
  let ended: ExitCode = exitCodes.done;
  const plain = openTerminal(streams, { quiet: false, noColor: true });
  let parser = yargs([...argv], cwd)
    .scriptName("covercast")
    .locale("en")
    .usage("covercast: will coverage reach its goal, how likely is it, what would it take, and why?\n\n$0 COMMAND")
    .parserConfiguration({ "boolean-negation": false })
    .options(valued(globalOptions))
    .help()
    .alias("help", "h")
    .version(version)
    .strict()
    .exitProcess(false)
    .wrap(Math.min(widest, streams.stdout.columns ?? widest))
    .epilogue("Exit codes: 0 done, 1 input refused, 2 usage, 3 an `expect` failed, 70 a bug of ours.");
  for (const [line, what] of overviewExamples) parser = parser.example(`$0 ${line}`, what);
  for (const command of commands) {
    parser = parser.command({
      command: command.command,
      describe: command.describe,
      builder: (y: Argv) => build(y, command),
      handler: async (args) => {
        const terminal = openTerminal(streams, args as unknown as GlobalOptions);
        ended = await command.run(args as never, { terminal, cwd });
      },
    });
  }
  try {
    await parser
      .completion("completion", "Print the script that completes commands in your shell")
      .demandCommand(1, "Say which command")
      .fail((message, error) => {
        throw error ?? new ParseError(message);
      })
      .parseAsync([...argv], {}, (_error: unknown, _args: unknown, output: string) => {
        if (output) plain.print(output);
      });
  } catch (error) {
    // The parser throws some of its complaints by itself, under a name of its own.
    if (error instanceof ParseError || (error as Error).name === "YError") {
      const { explainUsage } = await import("./usage.ts");
      plain.complain(explainUsage((error as Error).message, argv, commands, globalOptions));
      return exitCodes.usage;
    }
    if (error instanceof UsageError) {
      plain.complain(error.message);
      return exitCodes.usage;
    }
    if (!(error instanceof CovercastError)) throw error;
    const { frameDiagnostics } = await import("../input/frame.ts");
    const { frameStyle } = await import("./show/frame-style.ts");
    const sources = error instanceof Refusal ? error.sources : undefined;
    // A program that asked for JSON reads it; a person still sees the excerpts.
    if (argv.includes("--json")) plain.print(JSON.stringify({ errors: error.diagnostics }, null, 2));
    plain.complain(frameDiagnostics(error.diagnostics, sources, frameStyle(plain)));
    return exitCodes.refused;
  }
  return ended;
}

/** Carries a complaint of the argument parser. */
class ParseError extends Error {}

const overviewExamples: readonly (readonly [string, string])[] = [
  ["run", "run every scenario and write reports/"],
  ["run baseline --draws 1000", "one scenario, quickly"],
  ["run --as-of 2024-11-24", "only what had been published by that day"],
  ["check", "audit the data and read every file"],
  ["init my-country", "start a workspace of your own"],
];

function build<O>(y: Argv, command: Command<O>): Argv {
  let built = y.usage(`$0 ${command.command}\n\n${command.describe}`);
  for (const [name, parameter] of Object.entries(command.positionals)) built = built.positional(name, parameter);
  built = built.options(valued(command.options));
  for (const [line, what] of command.examples) built = built.example(`$0 ${line}`, what);
  return built;
}

/** An option that is not a switch needs its value: a bare `--draws` is refused rather than ignored. */
function valued(options: Readonly<Record<string, Parameter>>) {
  const entries = Object.entries(options);
  return Object.fromEntries(
    entries.map(([name, option]) => [name, { ...option, requiresArg: option.type !== "boolean" }]),
  );
}
