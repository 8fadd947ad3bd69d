import type { GlobalOptions } from "../command.ts";
import type { Terminal } from "../show/terminal.ts";
import type { WatchProblem } from "./watch-problem.ts";

/** What became of one run. */
export interface WatchReport {
  /** Files that had changed; none before the first run. */
  readonly changed: readonly string[];
  /** From the first change until open pages had the report, or the problem. */
  readonly milliseconds: number;
  /** From the first change until all files were written; null if none were. */
  readonly written: number | null;
  /** No file was wrong and every expectation holds. */
  readonly ok: boolean;
  readonly files: readonly string[];
  readonly problem: WatchProblem | null;
  /** Where the files are. */
  readonly folder: string;
}

/** How a watch speaks: to people in a line or two, to programs in a line of JSON for each run. */
export interface WatchVoice {
  begin(workspace: string): void;
  noBrowser(): void;
  tell(report: WatchReport): void;
  end(): void;
}

/** Files named in a line; more are counted. */
const NAMED = 3;

/** Opens the voice of a watch. */
export function watchVoice({ json }: GlobalOptions, terminal: Terminal, url: string): WatchVoice {
  const { paint, print, remark, complain } = terminal;
  const remarkToPeople = (text: string) => (json ? undefined : remark(text));
  const clock = () => paint.dim(new Date().toTimeString().slice(0, 8));
  let wrong = false;
  return {
    begin(workspace) {
      if (!json) print(`Reports: ${paint.bold(url)}`);
      remarkToPeople(`Watching ${workspace}; every save runs it again. Ctrl-C stops.`);
    },
    noBrowser: () => remarkToPeople("No browser could be started here; open the address in one."),
    tell({ changed, milliseconds, written, ok, files, problem, folder }) {
      const whole = Math.round(milliseconds);
      if (json) {
        const errors = problem?.diagnostics ?? [];
        const times = { milliseconds: whole, written: written === null ? null : Math.round(written) };
        print(JSON.stringify({ changed, ...times, ok, files, errors, url }));
        return;
      }
      const what = changed.length === 0 ? "first run" : namesOf(changed);
      if (written === null) {
        complain(`${clock()}  ${what}: ${paint.red("refused")}; the last good report stays`);
        complain(`\n${problem?.painted ?? ""}\n`);
      } else {
        const mended = wrong ? " mended," : "";
        remark(`${clock()}  ${what}:${mended} ${whole} ms to the page; ${files.length} files in ${folder}`);
        if (problem) complain(`\n${problem.painted}\n`);
      }
      wrong = !ok;
    },
    end: () => remarkToPeople("Stopped watching."),
  };
}

function namesOf(files: readonly string[]): string {
  const more = files.length - NAMED;
  return `${files.slice(0, NAMED).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
