import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import readXlsxFile from "read-excel-file/node";
import { beforeAll, describe, expect, test } from "vitest";
import { openPainter } from "../../src/cli/files/png.ts";
import { commandLine, filesBelow, temporaryFolder } from "./command-line.ts";

const root = temporaryFolder();
const country = join(root, "country");
const few = ["--draws", "200", "--workers", "1"];

beforeAll(async () => {
  await commandLine(root, "init", "country");
});

const exported = (name: string, ...words: readonly string[]) =>
  commandLine(country, "export", "--out", join(root, name), ...few, ...words);

describe("export", () => {
  test("writes each chart as picture, data and spec, in a folder for each report, and the workbook", async () => {
    const { code, stdout, stderr } = await exported("all", "registration-drive");
    expect(stderr).not.toContain("No font");
    expect(code).toBe(0);
    const files = filesBelow(join(root, "all"));
    const names = Object.keys(files);
    for (const ending of ["svg", "png", "csv", "vl.json"]) {
      expect(names).toContain(join("comparison", `fan-pension.${ending}`));
      expect(names).toContain(join("scenario-registration-drive", `fan-pension.${ending}`));
    }
    expect(names).toContain("covercast.xlsx");
    expect(stdout).toContain(`Wrote ${names.length} files`);
    const sheets = await readXlsxFile(join(root, "all", "covercast.xlsx"));
    expect(sheets.map(({ sheet }) => sheet)).toContain("attributions");
    expect(sheets[0].data.flat()).toContain("covercast export registration-drive --draws 200");
    const about = files[join("comparison", "fan-pension.vl.json")];
    expect(JSON.parse(about).datasets.futures.length).toBeGreaterThan(5);
  });

  test("writes the same bytes again", async () => {
    const words = ["baseline", "--chart", "fan-pension", "--format", "svg,png,csv", "--format", "json"];
    for (const name of ["one", "two"]) await exported(name, ...words);
    const bytes = (name: string) => Object.entries(filesBelow(join(root, name)));
    expect(bytes("two")).toEqual(bytes("one"));
    expect(bytes("one").length).toBe(8);
  });

  test("writes only what is asked for, in the language, size and light asked for, and lists it for programs", async () => {
    const words = [
      "baseline",
      "--chart",
      "fan-health",
      "--format",
      "svg,png",
      "--locale",
      "vi",
      "--dark",
      "--scale",
      "1",
    ];
    const { stdout } = await exported("few", ...words, "--json");
    const { files, font } = JSON.parse(stdout);
    expect(files.map(({ file }: { file: string }) => file)).toEqual([
      "comparison/fan-health.svg",
      "comparison/fan-health.png",
      "scenario-baseline/fan-health.svg",
      "scenario-baseline/fan-health.png",
    ]);
    expect(font).toMatch(/\w/);
    const svg = readFileSync(join(root, "few/comparison/fan-health.svg"), "utf8");
    expect(svg).toContain("ngày 31 tháng 12");
    expect(svg).toContain('fill="#12151b"');
    expect(svg).not.toContain("var(--");
    const width = Number(/<svg[^>]* width="(\d+)"/.exec(svg)?.[1]);
    const png = readFileSync(join(root, "few/comparison/fan-health.png"));
    expect(png.readUInt32BE(16)).toBe(width);
  });

  test("names the nearest of what it does not know, before anything is computed", async () => {
    const wrong = async (...words: readonly string[]) => {
      const { code, stderr } = await exported("wrong", ...words);
      expect(code).toBe(2);
      return stderr;
    };
    expect(await wrong("--chart", "fam")).toContain("There is no chart fam. Did you mean fan?");
    expect(await wrong("--chart", "fan-penson")).toContain("Did you mean fan-pension?");
    expect(await wrong("--format", "pngs")).toContain("There is no format pngs. Did you mean png?");
    expect(await wrong("--scale", "0")).toContain("--scale must be a number from 0.5 to 8");
    expect(await wrong("basline")).toContain("Did you mean baseline?");
  });
});

test("a machine without a font for Vietnamese has no painter", () => {
  const file = join(root, "NotoSans-Regular.ttf");
  writeFileSync(file, "no font");
  expect(openPainter([])).toBeNull();
  expect(openPainter([{ name: "Noto Sans", files: [file] }])).toBeNull();
});
