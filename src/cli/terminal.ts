import cliProgress from "cli-progress";
import Table from "cli-table3";
import picocolors from "picocolors";
import stringWidth from "string-width";

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
  /** Prints a line of the result. */
  print(text: string): void;
  /** Prints a line beside the result; `--quiet` silences it. */
  remark(text: string): void;
  /** Prints a line that nothing silences. */
  complain(text: string): void;
  /** Lays out rows under a head; columns named in `right` are flush right. Wraps the widest column to fit the window. */
  table(head: readonly string[], rows: readonly (readonly string[])[], right?: readonly number[]): string;
  /** Shows a bar once the work has taken longer than a second, and only to somebody who watches. */
  progress(total: number): { step(label: string): void; stop(): void };
}

/** Opens a terminal on two streams. Colour needs a watcher and neither `--no-color` nor NO_COLOR. */
export function openTerminal(
  streams: TerminalStreams,
  options: { readonly quiet: boolean; readonly noColor: boolean },
): Terminal {
  const { stdout, stderr, env } = streams;
  const colour = !options.noColor && !env.NO_COLOR && stdout.isTTY === true && env.TERM !== "dumb";
  const width = stdout.isTTY === true ? (stdout.columns ?? 80) : Number.POSITIVE_INFINITY;
  return {
    paint: picocolors.createColors(colour),
    print: (text) => void stdout.write(`${text}\n`),
    remark: (text) => void (options.quiet || stderr.write(`${text}\n`)),
    complain: (text) => void stderr.write(`${text}\n`),
    table: (head, rows, right = []) => layOut(head, rows, right, width),
    progress: (total) => openProgress(total, !options.quiet && stderr.isTTY === true),
  };
}

/** Spaces between columns. */
const GUTTER = 2;
/** A column is never squeezed below this. */
const NARROWEST = 12;

function layOut(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  right: readonly number[],
  width: number,
): string {
  const widths = head.map((_, column) =>
    Math.max(...[head, ...rows].flatMap((row) => (row[column] ?? "").split("\n").map((line) => stringWidth(line)))),
  );
  const excess = widths.reduce((sum, w) => sum + w + GUTTER, 0) - width;
  const widest = widths.indexOf(Math.max(...widths));
  if (excess > 0) widths[widest] = Math.max(NARROWEST, widths[widest] - excess);
  const table = new Table({
    colWidths: widths.map((w) => w + GUTTER),
    colAligns: head.map((_, column) => (right.includes(column) ? "right" : "left")),
    wordWrap: true,
    chars: noLines,
    style: { head: [], border: [], "padding-left": 0, "padding-right": GUTTER },
  });
  table.push(
    [...head],
    widths.map((w) => "─".repeat(w)),
    ...rows.map((row) => [...row]),
  );
  return table
    .toString()
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n");
}

const noLines = Object.fromEntries(
  [
    ...["top", "top-mid", "top-left", "top-right", "bottom", "bottom-mid", "bottom-left", "bottom-right"],
    ...["left", "left-mid", "mid", "mid-mid", "right", "right-mid", "middle"],
  ].map((name) => [name, ""]),
);

/** Work shorter than this shows no bar. */
const PATIENCE_MS = 1000;

function openProgress(total: number, shown: boolean) {
  const begun = Date.now();
  let bar: cliProgress.SingleBar | null = null;
  let done = 0;
  return {
    step(label: string) {
      done += 1;
      if (!shown || Date.now() - begun < PATIENCE_MS) return;
      if (!bar) {
        bar = new cliProgress.SingleBar({
          format: "{bar} {value}/{total} {label}",
          barsize: 24,
          clearOnComplete: true,
          hideCursor: true,
          stream: process.stderr,
        });
        bar.start(total, done, { label });
      }
      bar.update(done, { label });
    },
    stop() {
      bar?.stop();
    },
  };
}
