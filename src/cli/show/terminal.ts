import picocolors from "picocolors";

/** What a command needs of the place it is shown in; tests hand in one that only remembers. */
export interface TerminalStreams {
  /** Takes the result. */
  readonly stdout: { write(text: string): unknown; readonly isTTY?: boolean; readonly columns?: number };
  /** Takes everything that is not the result: warnings, errors, progress. */
  readonly stderr: { write(text: string): unknown; readonly isTTY?: boolean };
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Writes results to stdout and everything else to stderr. */
export interface Terminal {
  readonly paint: ReturnType<typeof picocolors.createColors>;
  /** Columns of the window; Infinity where the result goes to a file or a pipe. */
  readonly width: number;
  /** Somebody watches stderr and did not ask for quiet. */
  readonly watched: boolean;
  /** Prints a line of the result. */
  print(text: string): void;
  /** Prints a line beside the result; `--quiet` silences it. */
  remark(text: string): void;
  /** Prints a line that nothing silences. */
  complain(text: string): void;
}

/** Opens a terminal on two streams. Colour needs a watcher and neither `--no-color` nor NO_COLOR. */
export function openTerminal(
  streams: TerminalStreams,
  options: { readonly quiet: boolean; readonly noColor: boolean },
): Terminal {
  const { stdout, stderr, env } = streams;
  const colour = !options.noColor && !env.NO_COLOR && stdout.isTTY === true && env.TERM !== "dumb";
  return {
    paint: picocolors.createColors(colour),
    width: stdout.isTTY === true ? (stdout.columns ?? 80) : Number.POSITIVE_INFINITY,
    watched: !options.quiet && stderr.isTTY === true,
    print: (text) => void stdout.write(`${text}\n`),
    remark: (text) => void (options.quiet || stderr.write(`${text}\n`)),
    complain: (text) => void stderr.write(`${text}\n`),
  };
}
