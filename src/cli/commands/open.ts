import { spawn } from "node:child_process";
import { relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { type Command, exitCodes, type GlobalOptions, UsageError } from "../command.ts";
import { listFiles, modifiedAt } from "../files/io.ts";
import { locate, reportsFolder } from "../files/locate.ts";

interface OpenOptions {
  readonly out?: string;
}

/** Opens the newest report in the browser, or prints its path where there is no browser. */
export const open: Command<OpenOptions> = {
  command: "open",
  describe: "Open the newest report in your browser",
  positionals: {},
  options: {
    out: { type: "string", describe: "Folder that holds the reports; reports/ of the workspace if not given" },
  },
  examples: [["open", "the report that the last run wrote"]],
  async run(options: OpenOptions & GlobalOptions, { terminal, cwd }) {
    const folder = options.out ? resolve(cwd, options.out) : resolve(locate(options.workspace, cwd), reportsFolder);
    const newest = newestReport(folder);
    if (!newest)
      throw new UsageError(
        `There is no report in ${relative(cwd, folder) || "."} yet.\nWrite one first: covercast run`,
      );
    if (options.json) terminal.print(JSON.stringify({ report: newest }, null, 2));
    else if (await launch(pathToFileURL(newest).href)) terminal.print(`Opened ${relative(cwd, newest)}`);
    else {
      terminal.remark("No browser could be started here. The report is a file; open it where there is one:");
      terminal.print(newest);
    }
    return exitCodes.done;
  },
};

/** Finds the comparison of the last run, else the report written last; null if there is none. */
export function newestReport(folder: string): string | null {
  const reports = listFiles(folder, ".html").map((name) => resolve(folder, name));
  // A run writes its files within a moment; the comparison is the one to begin with.
  const leads = (path: string) => (path.endsWith("index.html") ? 1 : 0);
  const newest = Math.max(...reports.map(modifiedAt));
  const lastRun = reports.filter((path) => newest - modifiedAt(path) < SAME_RUN_MS);
  return lastRun.sort((a, b) => leads(b) - leads(a) || modifiedAt(b) - modifiedAt(a))[0] ?? null;
}

const SAME_RUN_MS = 5000;
/** A launcher that still runs after this has found its browser. */
const LAUNCH_MS = 1500;

/** Hands an address to the browser; false if none could be started. */
export function launch(url: string): Promise<boolean> {
  const [program, ...words] =
    process.platform === "darwin"
      ? ["open", url]
      : process.platform === "win32"
        ? ["cmd", "/c", "start", "", url]
        : ["xdg-open", url];
  return new Promise((answer) => {
    const child = spawn(program, words, { stdio: "ignore", detached: true });
    const settle = (opened: boolean) => {
      clearTimeout(patience);
      child.unref();
      answer(opened);
    };
    const patience = setTimeout(settle, LAUNCH_MS, true);
    child.on("error", () => settle(false));
    child.on("exit", (code) => settle(code === 0));
  });
}
