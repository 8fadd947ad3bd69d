import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { get } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { median, report } from "./measure.mjs";

const SAVES = 15;
/** Within how long a page must show what was saved. */
const BUDGET_MS = 1000;
const file = "scenarios/hi-between-campaigns.yaml";
const number = "mode: 4.2%";

/** The time from the saving of a shipped scenario until an open page is told to reload, everything at 10,000 draws. */
export default async function watch() {
  const folder = mkdtempSync(join(tmpdir(), "covercast-bench-"));
  for (const part of ["covercast.yaml", "data", "scenarios", "suites", "ledger"])
    cpSync(part, join(folder, part), { recursive: true });
  const program = spawn(process.execPath, ["dist/cli.js", "watch", "--json", "--port", "0", "-w", folder], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    const lines = createInterface(program.stdout)[Symbol.asyncIterator]();
    const runEnds = async () => JSON.parse((await lines.next()).value);
    const { url } = await runEnds();
    let told = () => {};
    const page = get(new URL("/-/events?page=index.html", url), (events) =>
      events.setEncoding("utf8").on("data", (text) => text.includes("state") && told(performance.now())),
    );
    await new Promise((settle) => {
      told = settle;
    });
    const before = readFileSync(join(folder, file), "utf8");
    if (!before.includes(number)) throw new Error(`${file} does not hold ${number}`);
    const took = [];
    for (let save = 1; save <= SAVES; save++) {
      const shown = new Promise((settle) => {
        told = settle;
      });
      const saved = performance.now();
      writeFileSync(join(folder, file), before.replace(number, `mode: 4.2${save}%`));
      took.push((await shown) - saved);
      const { ok, errors } = await runEnds();
      if (!ok) throw new Error(JSON.stringify(errors));
    }
    page.destroy();
    const middle = median(took);
    report("watch, save to reload", `${middle.toFixed(0)} ms`, `budget: ${BUDGET_MS} ms`, middle / BUDGET_MS);
  } finally {
    program.kill("SIGINT");
    await new Promise((settle) => program.on("exit", settle));
    rmSync(folder, { recursive: true, force: true });
  }
}
