import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { goodFiles } from "./cases.ts";
import { judge } from "./judge.ts";

const root = mkdtempSync(join(tmpdir(), "covercast-found-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** What once went wrong: a change of one good file, and how it must end. */
const found: readonly (readonly [string, string, (text: string) => string, "accepted" | "refused"])[] = [
  ["nobody covered at the last year end", "data/observations.csv", with0("health", 2024), "accepted"],
  [
    "nobody covered in between, from which the past is foretold",
    "data/observations.csv",
    with0("health", 2022),
    "accepted",
  ],
  ["nobody covered in the scheme that holds another", "data/observations.csv", withNone("formal", 2023), "accepted"],
  [
    "minus infinity for a version",
    "scenarios/baseline.yaml",
    (t) => t.replace("schema: 1", "schema: -.inf"),
    "refused",
  ],
  ["no number for a title", "scenarios/baseline.yaml", (t) => t.replace(/title: .*/, "title: .nan"), "refused"],
  [
    "a number without end for a kind",
    "scenarios/world.yaml",
    (t) => t.replace("kind: shock", "kind: 1e999"),
    "refused",
  ],
  ["one of JSON too", "data/datapackage.json", (t) => t.replace('"bases"', "9".repeat(400)), "refused"],
  [
    "a bracket doubled thousands of times",
    "data/datapackage.json",
    (t) => t.replace("},", "},".repeat(9000)),
    "refused",
  ],
  [
    "ends of lines of old",
    "scenarios/world.yaml",
    (t) => t.replace("id: world", "id: World").replaceAll("\n", "\r"),
    "refused",
  ],
  [
    "too few readings for a trend",
    "data/observations.csv",
    (t) => t.replace(/^farmers,20(1|20|21|22|23).*\n/gm, ""),
    "refused",
  ],
  ["a base that has no reading on its day", "covercast.yaml", (t) => t.replace("year-end", "year-average"), "refused"],
  ["a step without an upper limit", "scenarios/package.yaml", (t) => t.replace("step: 5%", "step: [5%]"), "refused"],
  ["a horizon behind the figures", "covercast.yaml", (t) => t.replace("horizon: 2031", "horizon: 2020"), "refused"],
];

function with0(scheme: string, year: number) {
  return (text: string) => text.replace(new RegExp(`^(${scheme},${year}-12-31),\\d*,[\\d.]*`, "m"), "$1,,0.0");
}

function withNone(scheme: string, year: number) {
  return (text: string) =>
    text.replace(new RegExp(`^((?:${scheme}|jobless),${year}-12-31),.*?,(?=workers)`, "gm"), "$1,0,0.0,");
}

test.each(found)(
  "%s",
  async (_, file, change, outcome) => {
    const good = goodFiles("all kinds");
    const text = new TextDecoder().decode(good.get(file));
    expect(change(text)).not.toBe(text);
    const files = new Map(good).set(file, new TextEncoder().encode(change(text)));
    const verdict = await judge(files, ["run", "world", "--workers", "1", "--out", "OUT"], root);
    expect(verdict).toMatchObject({ outcome, why: null });
  },
  120_000,
);
