import { CovercastError, type Diagnostic } from "../core/errors.ts";
import type { Terminal } from "./show/terminal.ts";

/** Columns that help is laid out in at most. */
export const widest = 100;

/** How a command ends. */
export const exitCodes = {
  done: 0,
  /** Something that the user wrote was refused. */
  refused: 1,
  /** The command line itself was not understood. */
  usage: 2,
  /** A scenario's `expect` does not hold. */
  unexpected: 3,
  /** The fault is ours. */
  bug: 70,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Options that every command takes. */
export interface GlobalOptions {
  readonly workspace?: string;
  readonly json: boolean;
  readonly quiet: boolean;
  readonly noColor: boolean;
}

/** What a command works with; nothing in it is global, so that tests can hand in their own. */
export interface Session {
  readonly terminal: Terminal;
  /** The folder in which the user stands. */
  readonly cwd: string;
}

/** One option or positional argument, as data. */
export interface Parameter {
  readonly type: "string" | "number" | "boolean";
  readonly describe: string;
  readonly alias?: string;
  readonly array?: boolean;
  readonly choices?: readonly string[];
  readonly default?: string | number | boolean;
}

/**
 * One command: what it is called, what it takes, and `run`, which does it and says how it ended.
 *
 * `run` loads the floors below on demand, so that `--help` stays quick.
 */
export interface Command<Options = Record<string, never>> {
  /** As yargs reads it: `run [scenario..]`. */
  readonly command: string;
  readonly describe: string;
  readonly positionals: Readonly<Record<string, Parameter>>;
  readonly options: Readonly<Record<string, Parameter>>;
  readonly examples: readonly (readonly [line: string, what: string])[];
  run(options: Options & GlobalOptions, session: Session): Promise<ExitCode>;
}

/** Carries what is wrong with the user's files, with the files themselves to cut excerpts from. */
export class Refusal extends CovercastError {
  constructor(
    diagnostics: readonly Diagnostic[],
    readonly sources: ReadonlyMap<string, string>,
  ) {
    super(diagnostics);
  }
}

/** Says that the command line was not understood, and what to type instead. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
