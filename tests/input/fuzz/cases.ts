import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { applyEdits, type Edit, editFormula, type Files, pickEdit } from "./edits.ts";
import { type Chance, chanceOf } from "./random.ts";

/** What is done to good files, and the command that is then given them. */
export interface Case {
  readonly good: string;
  readonly edits: readonly Edit[];
  /** Words of the command line; `OUT` stands for a folder or file outside the case's own. */
  readonly command: readonly string[];
}

/** Good files to begin with, by name; `share` says how often. */
const goods: readonly { readonly name: string; readonly share: number; readonly files: () => Files }[] = [
  { name: "all kinds", share: 0.6, files: () => folder("tests/input/fuzz/good") },
  { name: "small", share: 0.08, files: () => folder("tests/bad-input/good") },
  { name: "template", share: 0.1, files: () => folder("src/cli/template") },
  { name: "shipped", share: 0.06, files: () => folder(".", /^(covercast\.yaml|(scenarios|suites|data)\/.*)$/) },
  { name: "series", share: 0.08, files: series },
  {
    name: "formula",
    share: 0.08,
    files: () => new Map([["table.csv", text("year,y\n2018,1.5\n2019,2.1\n2020,3.2\n2021,4.4\n2022,6.9\n2023,9.8\n")]]),
  },
];

const run = ["run", "--draws", "100", "--workers", "1", "--out", "OUT"];

/** Commands of a workspace; most do the whole journey, some of them for one scenario or one format, which is quicker. */
const commands: readonly (readonly string[])[] = [
  run,
  [...run, "--as-of", "2023-06-30", "--format", "csv", "json"],
  [...run, "--format", "json"],
  [...run, "--format", "html"],
  ["run", "package", ...run.slice(1), "--format", "json"],
  ["run", "world", ...run.slice(1), "--format", "json"],
  ["run", "world", ...run.slice(1), "--format", "json", "html"],
  ["check"],
  ["fit", "--explain"],
  ["explain", "package"],
  ["backtest", "--draws", "100"],
  ["sweep", "small", ...run.slice(1)],
  ["compare", "package", "world", ...run.slice(1, 3), "--out", "OUT"],
  ["diff", "baseline", "world"],
];

/** Commands for a few hundred cases within a test: some go the whole journey. */
const quickCommands: readonly (readonly string[])[] = [
  ["run", "world", ...run.slice(1), "--format", "json"],
  ["run", "baseline", ...run.slice(1), "--format", "html"],
  ["check"],
  ["check"],
  ["explain", "package"],
];

const text = (words: string) => new TextEncoder().encode(words);
const known = new Map<string, Files>();

/** Returns the good files of a name. */
export function goodFiles(name: string): Files {
  const files = known.get(name) ?? goods.find((good) => good.name === name)?.files() ?? new Map();
  known.set(name, files);
  return files;
}

/** Makes the case of a seed and a number: the same one for the same two. Quick ones are done in a fraction of the time. */
export function makeCase(seed: number, index: number, quick = false): Case {
  const chance = chanceOf(Math.imul(seed, 0x85ebca6b) ^ Math.imul(index + 1, 0xc2b2ae35));
  const picked = pickGood(chance.below(100));
  const name = quick && picked === "shipped" ? goods[0].name : picked;
  const files = [...goodFiles(name).keys()].filter((file) => !file.endsWith(".md"));
  const wanted = chance.of([1, 1, 1, 1, 2, 2, 3, 5]);
  const gentle = chance.yes(0.4);
  const edits = Array.from({ length: wanted }, () => pickEdit(files, gentle, chance));
  if (name === "formula") return { good: name, ...formulaCase(edits, chance) };
  return {
    good: name,
    edits,
    command: name === "series" ? seriesCommand(chance) : chance.of(quick ? quickCommands : commands),
  };
}

function pickGood(percent: number): string {
  let below = 0;
  for (const { name, share } of goods) {
    below += share * 100;
    if (percent < below) return name;
  }
  return goods[0].name;
}

/** Returns the files of a case. */
export function filesOfCase({ good, edits }: Case): Map<string, Uint8Array> {
  return applyEdits(goodFiles(good), edits);
}

const formulas = [
  ["a*exp(b*(year-2018))", "a=1,b=0.3"],
  ["a/(1+exp(-b*(x-2020)))", "a=10,b=0.5"],
  ["a+b*log(x-2000)", "a=1,b=1"],
] as const;

function formulaCase(edits: readonly Edit[], chance: Chance) {
  const [formula, start] = chance.of(formulas);
  const changed = (words: string, often: number) => (chance.yes(often) ? editFormula(words, chance) : words);
  const command = ["fit", "--json", "--data", "table.csv", "--x", "year", "--y", changed("y", 0.2)];
  command.push("--expression", changed(changed(formula, 0.8), 0.3), "--start", changed(start, 0.2));
  return { edits: chance.yes(0.4) ? edits : [], command };
}

function seriesCommand(chance: Chance): string[] {
  const command = ["project", "series.csv", "--horizon", "3", "--workers", "1"];
  if (chance.yes(0.3)) command.push("--unbounded");
  if (chance.yes(0.3)) command.push("--origins", "origins.csv");
  return chance.yes(0.5) ? [...command, "--out", "OUT"] : command;
}

function series(): Files {
  const rows = ["An Giang", "Bắc Ninh", '"Cần Thơ, city"'].flatMap((id, s) =>
    Array.from({ length: 12 }, (_, i) => `${id},${2012 + i},${(20 + 9 * s + 2.3 * i + (i % 3)).toFixed(1)}`),
  );
  return new Map([
    ["series.csv", text(`series_id,year,value_pct\n${rows.join("\n")}\n`)],
    ["origins.csv", text("series_id,origin_n,origin_year,h\nAn Giang,8,2019,3\nBắc Ninh,10,2021,2\n")],
  ]);
}

/** Reads the files below a folder of the repository, those whose path a pattern finds. */
function folder(name: string, wanted = /./): Files {
  const root = resolve(name);
  const below = (at: string): string[] =>
    readdirSync(at, { withFileTypes: true }).flatMap((entry) => {
      const path = join(at, entry.name);
      const short = relative(root, path).split(sep).join("/");
      if (entry.isDirectory()) return name !== "." || /^(scenarios|suites|data)$/.test(short) ? below(path) : [];
      return wanted.test(short) ? [path] : [];
    });
  return new Map(
    below(root)
      .sort()
      .map((path) => [relative(root, path).split(sep).join("/"), new Uint8Array(readFileSync(path))]),
  );
}
