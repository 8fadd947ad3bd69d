import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { commandLine, temporaryFolder } from "./command-line.ts";

const cwd = temporaryFolder();
/** A growing series, a falling one, a flat one, one full, one with a gap, in percent. */
const shapes: Readonly<Record<string, (i: number) => number>> = {
  grows: (i) => 90 / (1 + Math.exp(2 - 0.3 * i)),
  falls: (i) => 60 - 3 * i + (i % 3),
  "stays, flat": () => 40,
  full: () => 100,
  none: () => 0,
};
const rows = Object.entries(shapes).flatMap(([id, at]) =>
  Array.from({ length: 12 }, (_, i) => [`"${id}"`, 2005 + (i > 8 ? i + 2 : i), at(i).toFixed(1), "x"].join(",")),
);
writeFileSync(join(cwd, "s.csv"), `series_id,year,value_pct,entity\n${rows.join("\n")}\n`);
writeFileSync(
  join(cwd, "o.csv"),
  `series_id,origin_n,origin_year,h\n${["grows", "falls", "full"]
    .flatMap((id) => [5, 8, 9].map((n) => `${id},${n},${2004 + n},3`))
    .join("\n")}\n`,
);

test("every series is foretold from its last year, in percent, in order, within its limits", async () => {
  const { code, stdout } = await commandLine(cwd, "project", "s.csv", "--horizon", "4", "--json");
  expect(code).toBe(0);
  const { series, forecasts } = JSON.parse(stdout);
  expect([series, forecasts.length]).toEqual([5, 20]);
  expect(forecasts[0]).toMatchObject({ series_id: "grows", origin: 2018, horizon: 1 });
  for (const f of forecasts) {
    const ascending = [0, f.lo95, f.lo80, f.median, f.hi80, f.hi95, 100];
    expect(ascending).toEqual([...ascending].sort((a, b) => a - b));
  }
});

test("the file holds the same bytes for one thread and for several, and nothing is left beside it", async () => {
  const words = ["project", "s.csv", "--origins", "o.csv", "--quiet"];
  for (const workers of ["1", "3"])
    expect(await commandLine(cwd, ...words, "--out", `out/f${workers}.csv`, "--workers", workers)).toEqual({
      code: 0,
      stdout: "",
      stderr: "",
    });
  const text = readFileSync(join(cwd, "out/f1.csv"), "utf8");
  expect(readFileSync(join(cwd, "out/f3.csv"), "utf8")).toBe(text);
  expect(readdirSync(join(cwd, "out"))).toEqual(["f1.csv", "f3.csv"]);
  const lines = text.trimEnd().split("\n");
  expect(lines[0]).toBe("series_id,origin,horizon,mean,median,lo80,hi80,lo95,hi95");
  expect(lines.slice(1).map((line) => line.split(",").slice(0, 3).join(","))).toEqual(
    ["grows", "falls", "full"].flatMap((id) =>
      [2009, 2012, 2013].flatMap((y) => [1, 2, 3].map((h) => `${id},${y},${h}`)),
    ),
  );
  // Printed, it is the same text.
  expect((await commandLine(cwd, ...words)).stdout).toBe(text);
});

test("a forecast from an origin knows nothing of later rows", async () => {
  const early = rows.filter((row) => row.startsWith('"grows"')).slice(0, 8);
  writeFileSync(join(cwd, "early.csv"), `series_id,year,value_pct,entity\n${early.join("\n")}\n`);
  writeFileSync(join(cwd, "one.csv"), "series_id,origin_n\ngrows,8\n");
  const whole = await commandLine(cwd, "project", "s.csv", "--origins", "one.csv");
  expect((await commandLine(cwd, "project", "early.csv")).stdout).toBe(whole.stdout);
});

test("counts may exceed 100 and stay above 0; a series of one reading is left out and told", async () => {
  writeFileSync(join(cwd, "n.csv"), "series_id,year,value\na,1,1000\na,2,1200\na,3,1500\nb,1,7\n");
  const { code, stdout, stderr } = await commandLine(cwd, "project", "n.csv", "--unbounded", "--horizon", "2");
  expect(code).toBe(0);
  expect(stderr).toContain(`"b" has one reading and is left out`);
  const last = stdout.trimEnd().split("\n")[2].split(",");
  expect(last.slice(0, 3)).toEqual(["a", "3", "2"]);
  expect(Number(last[4])).toBeGreaterThan(1500);
  expect(Number(last[7])).toBeGreaterThan(0);
});

test("a wrong table is refused with the line shown, and nothing is written", async () => {
  writeFileSync(join(cwd, "bad.csv"), "series_id,year,value_pct\na,2001,5\na,2002,1O\n");
  const { code, stdout, stderr } = await commandLine(cwd, "project", "bad.csv", "--out", "bad-out.csv");
  expect([code, stdout]).toEqual([1, ""]);
  expect(stderr).toContain("bad.csv:3:8");
  expect(stderr).toContain("3 | a,2002,1O");
  expect(existsSync(join(cwd, "bad-out.csv"))).toBe(false);
  expect((await commandLine(cwd, "project", "nowhere.csv")).stderr).toContain("nowhere.csv:1:1");
});

test("options that make no sense are refused before anything is read", async () => {
  const refusal = async (...words: string[]) => {
    const { code, stderr } = await commandLine(cwd, "project", "s.csv", ...words);
    return [code, stderr.trim().split("\n")[0]];
  };
  expect(await refusal("--horizon", "0")).toEqual([
    2,
    "--horizon must be a whole number from 1 to 100, the years ahead",
  ]);
  expect(await refusal("--out", "./s.csv")).toEqual([2, "--out names a file that is read, ./s.csv; it would be lost"]);
  expect((await refusal("--workers", "0"))[0]).toBe(2);
  expect((await commandLine(cwd, "project", "s.csv", "--out", "s.csv/x.csv")).stderr).toContain("io/unwritable");
});
