import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { main } from "../../../src/cli/main.ts";
import { rememberingStreams } from "../../cli/streams.ts";
import { loadFiles } from "../load-files.ts";

/** How a case ended: `failed` if anything happened that never may, and then `why` says what. */
export interface Verdict {
  readonly outcome: "accepted" | "refused" | "misused" | "failed";
  /** Codes of the problems told. */
  readonly codes: readonly string[];
  readonly exit: number | null;
  readonly why: string | null;
}

/** What a command left behind. */
export interface Ended {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Writes the files of a case into a folder, makes room for what a command writes beside it, and names the command. */
export function layOut(files: ReadonlyMap<string, Uint8Array>, command: readonly string[], root: string) {
  rmSync(root, { recursive: true, force: true });
  const [cwd, out] = [join(root, "in"), join(root, "out")];
  mkdirSync(cwd, { recursive: true });
  for (const [file, bytes] of files) {
    mkdirSync(dirname(join(cwd, file)), { recursive: true });
    writeFileSync(join(cwd, file), bytes);
  }
  return { cwd, out, words: command.map((word) => (word === "OUT" ? out : word)) };
}

/** Gives files to a command, in this process, and judges what it does. */
export async function judge(
  files: ReadonlyMap<string, Uint8Array>,
  command: readonly string[],
  root: string,
): Promise<Verdict> {
  const { cwd, out, words } = layOut(files, command, root);
  const { streams, written } = rememberingStreams();
  const failed = (why: string): Verdict => ({ outcome: "failed", codes: [], exit: null, why });
  try {
    const loaded = files.has("covercast.yaml") ? misplaced(files) : null;
    if (loaded) return failed(loaded);
    const exit = await main(words, streams, cwd);
    return judgeEnd(files, { ...written, exit }, command, cwd, out);
  } catch (error) {
    return failed(`threw ${(error as Error).stack ?? error}`);
  }
}

/** Judges how a command ended that was given the files of `cwd` and may have written to `out`. */
export function judgeEnd(
  files: ReadonlyMap<string, Uint8Array>,
  { exit, stdout, stderr }: Ended,
  command: readonly string[],
  cwd: string,
  out: string,
): Verdict {
  const codes = [...stderr.matchAll(/ {2}error {2}([a-z]+\/[a-z0-9-]+)$/gm)].map(([, code]) => code);
  const end = (outcome: Verdict["outcome"], why: string | null = null): Verdict => ({ outcome, codes, exit, why });
  const said = `${stdout}\n${stderr}`;
  if (/^ +at .*[:(]\d+:\d+\)?$/m.test(said)) return end("failed", `a stack trace\n${said}`);
  const input = [...files.values()].map((bytes) => new TextDecoder().decode(bytes)).join("\n") + command.join(" ");
  const strange = strangeWord(said, input);
  if (strange) return end("failed", `${strange} on the terminal\n${said.slice(0, 2000)}`);
  const before = [...files.keys()].sort();
  const after = listBelow(cwd);
  if (after.join() !== before.join()) return end("failed", `the folder held ${before}, now ${after}`);
  const written = existsSync(out) ? listBelow(dirname(out)).filter((file) => !file.startsWith(`in/`)) : [];
  if (written.some((file) => /\.(part|tmp)$|\.\d{5,}/.test(file))) return end("failed", `left over: ${written}`);

  if (exit === 0 || exit === 3) return end(...sound(written, stdout, command, out, input));
  if (written.length > 0) return end("failed", `exit code ${exit}, and yet wrote ${written}`);
  if (exit === 2) return stderr.trim() === "" ? end("failed", "exit code 2 without a word") : end("misused");
  if (exit !== 1) return end("failed", `exit code ${exit}\n${said}`);
  const nowhere = /^error {2}.*\n.*/m.exec(stderr);
  if (nowhere) return end("failed", `without a place: ${nowhere[0]}`);
  const findings = /contradict themselves/.test(stderr) || command[0] === "check" || /"status": "failed"/.test(stdout);
  if (codes.length === 0 && !findings) return end("failed", `exit code 1 without a problem told\n${said}`);
  return end("refused");
}

/** Judges what was written or printed by a command that accepted its files. */
function sound(
  written: readonly string[],
  stdout: string,
  command: readonly string[],
  out: string,
  input: string,
): ["accepted" | "failed", string | null] {
  if (command[0] === "project") {
    const table = command.includes("OUT") ? readFileSync(out, "utf8") : stdout;
    const broken = table
      .trimEnd()
      .split("\n")
      .slice(1)
      .find((row) => !numbersOf(row));
    return broken === undefined ? ["accepted", null] : ["failed", `a forecast without numbers: ${broken}`];
  }
  if (command.includes("--json")) {
    const nulls = unsound(JSON.parse(stdout), "");
    return nulls ? ["failed", nulls] : ["accepted", null];
  }
  for (const file of written) {
    const text = readFileSync(join(dirname(out), file), "utf8");
    if (file.endsWith(".json")) {
      const nulls = unsound(JSON.parse(text), "");
      if (nulls) return ["failed", `${file}: ${nulls}`];
    } else {
      if (file.endsWith(".html") && !/<\/html>\s*$/.test(text)) return ["failed", `${file} is not whole`];
      const shown = file.endsWith(".html") ? text.replace(/<(script|style)\b[\s\S]*?<\/\1>/g, "") : text;
      const strange = strangeWord(shown, input);
      if (strange) return ["failed", `${strange} in ${file}`];
    }
  }
  if (command[0] === "run" && written.length === 0) return ["failed", "accepted, and yet wrote nothing"];
  return ["accepted", null];
}

/** The last eight cells of a row of forecasts are numbers. */
function numbersOf(row: string): boolean {
  const cells = row.split(",").slice(-8);
  return cells.length === 8 && cells.every((cell) => cell !== "" && Number.isFinite(Number(cell)));
}

/** Finds a word that only a broken number or text leaves, unless the user wrote it. */
function strangeWord(said: string, input: string): string | null {
  for (const word of ["NaN", "Infinity", "undefined", "[object"]) {
    const at = said.search(new RegExp(`(?<![A-Za-z0-9_])${word.replace("[", "\\[")}(?![A-Za-z0-9_])`));
    if (at >= 0 && !input.includes(word)) return JSON.stringify(said.slice(Math.max(0, at - 80), at + 40));
  }
  return null;
}

/** Keys of a run that the types let be null. */
const nullable = new Set(
  readdirSync("src/core/domain").flatMap((file) =>
    [...readFileSync(`src/core/domain/${file}`, "utf8").matchAll(/readonly (\w+)\??: .*\bnull\b/g)].map(
      ([, key]) => key,
    ),
  ),
);
// What `fit --json` prints where the data leave it open.
for (const key of ["standardError", "residualStandardDeviation", "residualSumOfSquares"]) nullable.add(key);

/** Finds a null where a number belongs: what JSON makes of one that is not finite. */
function unsound(value: unknown, path: string, key = ""): string | null {
  if (value === null) return nullable.has(key) ? null : `null at ${path}`;
  if (typeof value !== "object") return null;
  for (const [step, inner] of Object.entries(value)) {
    // Cells of tables are empty where there is nothing to say; the numbers behind them stand elsewhere in the run.
    if (step === "tables" && path === "") continue;
    const found = unsound(inner, `${path}.${step}`, Array.isArray(value) ? "" : step);
    if (found) return found;
  }
  return null;
}

/** Tells of a problem whose place is not in its file, of a number that is not finite, of a refusal without a reason. */
function misplaced(files: ReadonlyMap<string, Uint8Array>): string | null {
  const checked = loadFiles(files);
  for (const { code, message, place } of checked.diagnostics) {
    if (!/^[a-z]+\/[a-z0-9-]+$/.test(code) || message.length < 6) return `a problem in bad words: ${code} ${message}`;
    const bytes = place && files.get(place.file);
    if (!place) return `${code} has no place`;
    const lines = new TextDecoder().decode(bytes ?? new Uint8Array()).split(/\r\n|\n|\r/);
    const { line, column } = place;
    if (!(line >= 1 && line <= lines.length && column >= 1 && column <= lines[line - 1].length + 1))
      return `${code} at ${place.file}:${line}:${column} is outside of the file`;
  }
  if (!checked.ok) return checked.diagnostics.some((d) => d.severity === "error") ? null : "refused without an error";
  return unfinite([checked.value.workspace, checked.value.scenarios, checked.value.data], "loaded");
}

function unfinite(value: unknown, path: string): string | null {
  if (typeof value === "number") return Number.isFinite(value) ? null : `${value} at ${path}`;
  if (typeof value !== "object" || value === null) return null;
  for (const [step, inner] of Object.entries(value)) {
    const found = unfinite(inner, `${path}.${step}`);
    if (found) return found;
  }
  return null;
}

function listBelow(root: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
}
