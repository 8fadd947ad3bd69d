import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { forgetUnused, keptWork } from "../../src/cli/run/kept-work.ts";
import { RecentMap } from "../../src/cli/run/recent-map.ts";
import { openWatched, runWatched } from "../../src/cli/watch/watch-run.ts";
import { temporaryFolder } from "./command-line.ts";

test("a map that forgets keeps what is asked for and drops what is not", () => {
  const map = new RecentMap<number>();
  map.set("used", 1).set("unused", 2);
  for (let turn = 0; turn < 5; turn++) {
    expect(map.get("used")).toBe(1);
    map.forget();
  }
  expect([...map.keys()]).toEqual(["used"]);
  expect(map.get("unused")).toBeUndefined();
});

test("work done in a turn tells what it asked for", () => {
  const map = new RecentMap<number>();
  map.set("a", 1).set("b", 2);
  const { result, keys } = map.asking(() => (map.get("a") ?? 0) + (map.get("missing") ?? 0));
  expect({ result, keys }).toEqual({ result: 1, keys: ["a"] });
});

test("a long watch does not grow", async () => {
  const folder = join(temporaryFolder(), "w");
  cpSync("src/cli/template", folder, { recursive: true });
  const file = join(folder, "scenarios/registration-drive.yaml");
  const text = readFileSync(file, "utf8");
  const kept = keptWork();
  const { drawings, ...others } = kept;
  const maps = { ...others, ...drawings };
  const sizes: Record<string, number>[] = [];
  for (let turn = 0; turn < 25; turn++) {
    writeFileSync(file, text.replace("mode: 20%", `mode: ${11 + turn * 0.5}%`));
    const hurried = await runWatched(openWatched(folder, folder, {}), folder, { draws: 100 }, kept);
    const run = (await hurried.whole?.(() => false)) ?? hurried;
    for (const { text: made } of run.files()) expect(made).not.toBe("");
    forgetUnused(kept);
    sizes.push(Object.fromEntries(Object.entries(maps).map(([name, map]) => [name, map.size])));
  }
  // Two pictures may happen to be the same, so that the number of things kept goes up and down by a few.
  for (const name of Object.keys(maps)) {
    const most = (turns: typeof sizes) => Math.max(...turns.map((size) => size[name] ?? 0));
    expect(most(sizes.slice(-5)), name).toBeLessThanOrEqual(1.25 * most(sizes.slice(4, 9)));
  }
}, 120_000);
