import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Worker } from "node:worker_threads";
import { build } from "esbuild";
import { type Case, filesOfCase, makeCase } from "./cases.ts";
import { judgeEnd, layOut, type Verdict } from "./judge.ts";
import type { Answer, Asked } from "./worker.ts";

/** How many cases, from which seed on, and how they are bounded. */
export interface FuzzRequest {
  readonly seed: number;
  readonly from?: number;
  readonly cases: number;
  readonly quick?: boolean;
  /** Of so many cases one also goes through the built command line, in a process of its own; 0: none. */
  readonly throughCli?: number;
  /** Milliseconds after which a case counts as hanging. */
  readonly limit?: number;
  /** Megabytes that a case may take. */
  readonly memory?: number;
  /** Hears how far it has come, and of each finding as it is made. */
  tell?(done: number, findings: readonly Finding[]): void;
}

/** A case that did what none may do, made as small as it goes. */
export interface Finding {
  readonly index: number;
  readonly why: string;
  readonly command: readonly string[];
  readonly edits: readonly string[];
  /** Text of the files that had to be changed. */
  readonly files: Readonly<Record<string, string>>;
}

/** What came of all of them. */
export interface FuzzSummary {
  readonly outcomes: Readonly<Record<string, number>>;
  readonly codes: Readonly<Record<string, number>>;
  readonly slowest: readonly { readonly index: number; readonly milliseconds: number }[];
  readonly throughCli: number;
  readonly findings: readonly Finding[];
}

/** Runs mutated files through the whole program, each case in a worker that is ended if it takes too long or too much. */
export async function fuzz(request: FuzzRequest): Promise<FuzzSummary> {
  const { seed, from = 0, cases, quick = false, throughCli = 0, limit = 60_000, memory = 1024, tell } = request;
  const root = mkdtempSync(join(tmpdir(), "covercast-fuzz-"));
  const bench = await openBench(root, limit, memory);
  const outcomes: Record<string, number> = {};
  const codes: Record<string, number> = {};
  const findings: Finding[] = [];
  const times: { index: number; milliseconds: number }[] = [];
  const seen = new Map<string, number>();
  let processes = 0;
  try {
    for (let index = from; index < from + cases; index++) {
      const given = makeCase(seed, index, quick);
      const { verdict, milliseconds } = await bench.ask({ given });
      times.push({ index, milliseconds });
      outcomes[verdict.outcome] = (outcomes[verdict.outcome] ?? 0) + 1;
      for (const code of new Set(verdict.codes)) codes[code] = (codes[code] ?? 0) + 1;
      if (verdict.why !== null) {
        const alike = seen.get(sign(verdict.why)) ?? 0;
        seen.set(sign(verdict.why), alike + 1);
        // Making a case small takes many runs of it: worth it for the first that fail in one way.
        findings.push(
          alike < 2 ? await smaller(given, index, verdict.why, bench) : describe(given, index, verdict.why, new Map()),
        );
      } else if (throughCli > 0 && index % throughCli === 0) {
        processes++;
        const why = inProcess(given, verdict, join(root, "cli"), limit);
        if (why !== null) findings.push(describe(given, index, why, filesOfCase(given)));
      }
      tell?.(index - from + 1, findings);
    }
  } finally {
    await bench.close();
    rmSync(root, { recursive: true, force: true });
  }
  const slowest = times.sort((a, b) => b.milliseconds - a.milliseconds).slice(0, 5);
  return { outcomes, codes, slowest, throughCli: processes, findings };
}

interface Bench {
  ask(asked: Asked): Promise<Answer>;
  close(): Promise<void>;
}

/** Builds the worker, and starts it anew whenever a case has cost it its life. */
async function openBench(root: string, limit: number, memory: number): Promise<Bench> {
  const folder = resolve("node_modules/.cache/covercast/fuzz");
  mkdirSync(folder, { recursive: true });
  const outfile = join(folder, `worker-${process.pid}.mjs`);
  await build({
    entryPoints: ["tests/input/fuzz/worker.ts"],
    outfile,
    bundle: true,
    packages: "external",
    platform: "node",
    target: "node20",
    format: "esm",
    sourcemap: "inline",
    logLevel: "warning",
  });
  const lost = (why: string): Answer => ({
    verdict: { outcome: "failed", codes: [], exit: null, why },
    milliseconds: limit,
  });
  let worker: Worker | null = null;
  /** What to do with the answer of the case that is under way. */
  let settle: (answer: Answer) => void = () => {};
  const start = () => {
    const started = new Worker(outfile, {
      workerData: { root: join(root, "worker") },
      resourceLimits: { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: 96 },
      execArgv: ["--enable-source-maps"],
    });
    const end = (why: string) => {
      if (worker !== started) return;
      worker = null;
      settle(lost(why));
    };
    started.on("message", (answer: Answer) => settle(answer));
    started.on("error", (error) => end(`ended the worker: ${error.message}`));
    started.on("exit", (code) => end(`ended the worker with code ${code}`));
    return started;
  };
  return {
    ask: (asked) =>
      new Promise((done) => {
        worker ??= start();
        const guard = setTimeout(() => {
          const hanging = worker;
          worker = null;
          void hanging?.terminate();
          settle(lost(`hangs: not done after ${limit} ms`));
        }, limit);
        settle = (answer) => {
          clearTimeout(guard);
          done(answer);
        };
        worker.postMessage(asked);
      }),
    close: async () => {
      await worker?.terminate();
      rmSync(outfile, { force: true });
    },
  };
}

/** Gives a case to the built command line; null if that ends as the case did here. */
function inProcess(given: Case, verdict: Verdict, root: string, limit: number): string | null {
  const files = filesOfCase(given);
  const { cwd, out, words } = layOut(files, given.command, root);
  const { status, stdout, stderr } = spawnSync(process.execPath, [resolve("dist/cli.js"), ...words], {
    cwd,
    encoding: "utf8",
    timeout: limit,
    maxBuffer: 1 << 28,
  });
  if (status === null) return "the process did not end by itself";
  if (status !== verdict.exit) return `exit code ${status} of the process, ${verdict.exit} here\n${stderr}`;
  return judgeEnd(files, { exit: status, stdout, stderr }, given.command, cwd, out).why;
}

/** Attempts at making a failing case smaller. */
const ATTEMPTS = 150;

/** Takes away edits, then lines, as long as the case still fails in the same way. */
async function smaller(given: Case, index: number, why: string, bench: Bench): Promise<Finding> {
  const alike = (other: string | null) => other !== null && sign(other) === sign(why);
  let left = why.startsWith("hangs") ? 6 : ATTEMPTS;
  const fails = async (asked: Asked) => left-- > 0 && alike((await bench.ask(asked)).verdict.why);

  let least = given;
  for (const edit of given.edits) {
    const without = { ...least, edits: least.edits.filter((other) => other !== edit) };
    if (await fails({ given: without })) least = without;
  }
  let files = filesOfCase(least);
  for (const file of new Set(least.edits.map((edit) => edit.file))) {
    const bytes = files.get(file);
    const text = new TextDecoder().decode(bytes);
    // What is no text cannot be taken apart line by line.
    if (!bytes || new TextEncoder().encode(text).length !== bytes.length) continue;
    let lines = text.split("\n");
    for (let size = Math.ceil(lines.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2))
      for (let at = 0; at < lines.length; ) {
        const kept = [...lines.slice(0, at), ...lines.slice(at + size)];
        const tried = new Map(files).set(file, new TextEncoder().encode(kept.join("\n")));
        if (await fails({ given: least, files: tried })) [lines, files] = [kept, tried];
        else at += size;
      }
  }
  return describe(least, index, why, files);
}

/** What tells one way to fail from another: its first line, whatever numbers and names stand in it. */
function sign(why: string): string {
  return why
    .split("\n")[0]
    .replace(/\d+|".*"/g, "#")
    .slice(0, 60);
}

function describe(
  { edits, command }: Case,
  index: number,
  why: string,
  files: ReadonlyMap<string, Uint8Array>,
): Finding {
  const changed = [...new Set(edits.map(({ file }) => file))].filter((file) => files.has(file));
  const text = (file: string) => new TextDecoder().decode(files.get(file)).slice(0, 3000);
  return {
    index,
    why,
    command,
    edits: edits.map(({ file, how }) => `${how} in ${file}`),
    files: Object.fromEntries(changed.map((file) => [file, text(file)])),
  };
}

/** Words a finding so that it can be found again. */
export function describeFinding({ index, why, command, edits, files }: Finding, seed: number): string {
  return [
    `case ${index} of seed ${seed}: ${why}`,
    `command: covercast ${command.join(" ")}`,
    `edits: ${edits.join("; ") || "none"}`,
    ...Object.entries(files).map(([file, text]) => `--- ${file}\n${text}`),
  ].join("\n");
}
