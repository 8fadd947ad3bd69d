import { readdirSync, readFileSync } from "node:fs";
import { join, normalize, posix } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";

/** Which floors a floor may look down on. */
const floors: Record<string, readonly string[]> = {
  cli: ["input", "report", "core"],
  page: ["input", "report", "core"],
  index: ["input", "report", "core"],
  input: ["core"],
  report: ["core"],
  core: [],
};
/** The rooms of the core, lowest first; rooms on one row are neighbours. */
const rows = [
  ["domain", "errors", "units"],
  ["numeric"],
  ["curves", "levers", "history"],
  ["fit", "simulate"],
  ["goals", "explain"],
  ["prepare", "project"],
  ["analyse", "backtest", "sweep", "nowcast", "ledger"],
];
/** Rows whose neighbours meet in the types of domain.ts alone. */
const strangers = new Set(["curves", "levers", "history", "fit", "simulate"]);
/** What the compiler lets pass; it refuses the rest, since the pure floors compile without DOM and node types. */
const effects = /\b(Date\.now|Math\.random|globalThis)\b|new Date\(\)/;

interface Import {
  readonly from: string;
  readonly to: string;
}
const files = readdirSync("src", { recursive: true, encoding: "utf8" })
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => /(?<!\.d)\.[jt]s$/.test(file));
const source = (file: string) => readFileSync(join("src", file), "utf8");
const imports: Import[] = files.flatMap((from) =>
  ts.preProcessFile(source(from)).importedFiles.map(({ fileName }) => ({
    from,
    to: fileName.startsWith(".")
      ? normalize(posix.join(posix.dirname(from), fileName)).replaceAll("\\", "/")
      : fileName,
  })),
);
const local = imports.filter(({ to }) => files.includes(to));
const floor = (file: string) => file.split("/")[0].replace(/\.ts$/, "");
const room = (file: string) => file.split("/")[1].replace(/\.ts$/, "");
const row = (file: string) => rows.findIndex((names) => names.includes(room(file)));
const show = (broken: readonly Import[]) => broken.map(({ from, to }) => `${from} imports ${to}`);

test("floors only look down", () => {
  const broken = local.filter(({ from, to }) => floor(from) !== floor(to) && !floors[floor(from)]?.includes(floor(to)));
  expect(show(broken), "the engine must run in Node and in the page alike, so it knows nobody above it").toEqual([]);
});

test("rooms of the core only look down, and strangers meet in domain.ts alone", () => {
  const inside = local.filter(
    ({ from, to }) => floor(from) === "core" && floor(to) === "core" && room(from) !== room(to),
  );
  const broken = inside.filter(
    ({ from, to }) => row(to) > row(from) || (row(to) === row(from) && strangers.has(room(to))),
  );
  expect(show(broken), "a new curve or lever must touch no other room").toEqual([]);
  expect(
    [...new Set(files.filter((f) => floor(f) === "core" && row(f) < 0).map(room))],
    "every room has a row",
  ).toEqual([]);
});

test("pure floors have no clock, chance, console, page or node", () => {
  const pure = files.filter((file) => ["core", "input", "report"].includes(floor(file)));
  const code = (file: string) => source(file).replace(/\/\*[\s\S]*?\*\/|\/\/.*|"(?:\\.|[^"\\\n])*"/g, "");
  const broken = pure.flatMap((file) => effects.exec(code(file))?.[0].concat(` in ${file}`) ?? []);
  const node = show(imports.filter(({ from, to }) => pure.includes(from) && to.startsWith("node:")));
  expect(
    [...broken, ...node],
    "same input and seed, same bytes: effects are arguments, handed in by cli or page",
  ).toEqual([]);
});

test("each package, and node:fs, has one door", () => {
  const doors = new Map<string, Set<string>>();
  for (const { from, to } of imports.filter(
    ({ to }) => !to.startsWith(".") && !files.includes(to) && !/\.json$/.test(to),
  )) {
    const name = to.startsWith("node:fs")
      ? "node:fs"
      : to
          .split("/")
          .slice(0, to.startsWith("@") ? 2 : 1)
          .join("/");
    if (name === "node:fs" || !name.startsWith("node:")) doors.set(name, (doors.get(name) ?? new Set()).add(from));
  }
  const broken = [...doors]
    .filter(([, from]) => from.size > 1)
    .map(([name, from]) => `${name}: ${[...from].join(", ")}`);
  expect(broken, "a package behind one door can be replaced, bounded and watched in one place").toEqual([]);
});
