import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Data, Workspace } from "../../../src/core/domain.ts";
import type { Checked } from "../../../src/core/errors.ts";
import { audit } from "../../../src/core/history/audit.ts";
import { buildHistories } from "../../../src/core/history/build-history.ts";
import { goalOutcomes } from "../../../src/core/history/outcomes.ts";
import { readData } from "../../../src/input/data/read-data.ts";
import { readWorkspace } from "../../../src/input/workspace.ts";

/** The repository's own workspace, read as the command line reads it. */
const text = (file: string) => ({ file, text: readFileSync(file, "utf8") });
const { workspace } = value(readWorkspace(text("covercast.yaml"), curvesNamed()));
const data: Data = value(
  readData(text(workspace.dataPath), (file) => ({ ok: true, value: text(file), diagnostics: [] }), workspace),
);
const build = (asOf: string | null = null, of: Workspace = workspace) => buildHistories({ workspace: of, data, asOf });
const full = build();
const points = (id: string, { histories } = full) => histories.find(({ scheme }) => scheme === id)!.points;
const findings = audit({ workspace, data, asOf: null });
const told = (code: string) => findings.filter((finding) => finding.code === code).map(({ message }) => message.en);

test("the figures by year of every scheme are those of the golden file", async () => {
  const rows = full.histories.flatMap(({ scheme, points }) => [
    `${scheme}: year, coverage %, participants, published %, status, derivation, published on, sources`,
    ...points.map((p) =>
      [
        `${p.year}`,
        (p.coverage * 100).toFixed(2),
        `${Math.round(p.participants / 1000)} k`,
        p.published === null ? "-" : (p.published * 100).toFixed(2),
        ...[p.status, p.derivation, p.publishedOn, p.sources.join("+")],
      ].join("  "),
    ),
    "",
  ]);
  const bases = full.bases.flatMap(({ base, years, persons, how, links, growth }) => [
    `${base}: year, persons, how`,
    ...links.map(({ regime, factor, date }) => `link of ${regime}: ${factor.toFixed(5)} on ${date}`),
    ...years.map((year, i) => `${year}  ${Math.round(persons[i] / 1000)} k  ${how[i]}`),
    `growth ahead: ${growth.mean.map((mean) => (mean * 100).toFixed(2)).join(" ")} % a year, sd ${(growth.sd * 100).toFixed(2)}`,
    "",
  ]);
  // Changed only by `npx vitest run tests/core/history -u`, and then read line by line.
  await expect([...rows, ...bases].join("\n")).toMatchFileSnapshot("shipped-data.golden.txt");
});

test("the year ends that officials published last are in the histories as they were printed", () => {
  // VSS, 6 January 2026 (vss12880), and the estimate of health insurance for the same day (laodong1628214).
  const printed = Object.fromEntries(full.histories.map(({ scheme }) => [scheme, points(scheme).at(-1)!]));
  const expected = { si: 0.451, "si-compulsory": 0.386, "si-voluntary": 0.065, ui: 0.3507, hi: 0.9516 };
  for (const [scheme, coverage] of Object.entries(expected))
    expect(printed[scheme], scheme).toMatchObject({ year: 2025, coverage, published: coverage });
});

test("the new base of autumn 2022 is linked, not read as progress", () => {
  const base = full.bases.find(({ base }) => base === "working-age-labour-force")!;
  expect(base.links.map(({ date }) => date)).toEqual(["2022-09-30"]);
  // The two bases that September 2022 was published on: 17.08 m / 37.01% (sggp102939), 17.24 m / 34.84% (vnp239587).
  expect(base.links[0].factor).toBeCloseTo(17.08 / 0.3701 / (17.24 / 0.3484), 7);
  const [of2021, of2022] = [2021, 2022].map((year) => points("si").find((point) => point.year === year)!);
  expect(of2021.published).toBe(0.3377);
  expect(of2021.coverage).toBeGreaterThan(0.36);
  expect(of2022.coverage - of2021.coverage, "printed: 4.2 points").toBeLessThan(0.025);
});

test("social insurance agrees with what docs/history.md works out by hand", () => {
  const rows = /\*\*The points\.\*\*([\s\S]*?)\n\n(?!\|)/.exec(text("docs/history.md").text)![1];
  const byHand = [...rows.matchAll(/^\| (\d{4}) \|.*\| ([\d.]+) % \| ([\d.]+ %|-) \|$/gm)];
  expect(byHand).toHaveLength(points("si").length);
  for (const [i, [, year, coverage, printed]] of byHand.entries()) {
    const point = points("si")[i];
    expect(point.year).toBe(Number(year));
    expect(point.coverage * 100, year).toBeCloseTo(Number(coverage), 2);
    expect(point.published === null ? "-" : `${Number((point.published * 100).toFixed(2))} %`).toBe(printed);
  }
});

test("social insurance is the sum of its parts wherever all three are known", () => {
  for (const total of points("si")) {
    const parts = ["si-compulsory", "si-voluntary"].map((id) => points(id).find(({ year }) => year === total.year));
    if (parts.some((part) => part === undefined)) continue;
    const sum = parts.reduce((people, part) => people + part!.participants, 0);
    expect(sum / total.participants, `${total.year}`).toBeCloseTo(1, 1.5);
  }
});

test("what must be found is found, by rule", () => {
  expect(told("audit/base-jump").join()).toMatch(/2022-09-30.*34\.84%.*37\.01%/);
  expect(told("audit/base-jump").join(), "unemployment insurance changed later").toMatch(
    /Unemployment insurance:[^,]*on 2022-09-30[^,]*on 2023-12-31.*the definition changed/,
  );
  expect(told("audit/mixed-months")).toHaveLength(5);
  expect(told("audit/projection-as-fact").join()).toMatch(/Health insurance: every figure for the year end of 2024/);
  const rivals = told("audit/rival-figures").join();
  expect(rivals).toMatch(/93\.25%.*93\.35%/);
  expect(rivals).toMatch(/2020-12-31\/2021-01-01.*90\.85%.*90\.05%/);
  expect(rivals).toMatch(/74\.7%.*76\.52%/);
  expect(told("audit/goal-base-moved").join()).toMatch(/2025: 45% is stated as 23\.1 million.*21\.5\d million/);
  expect(told("audit/identity").join()).toContain("22 million / 45.1%");
  expect(told("audit/measure-mismatch").join()).toContain('"labour-force"');
  expect(told("audit/missing-publication")).toHaveLength(1);
});

test("no finding of the shipped data is an error, and each stands at its line", () => {
  expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(findings.filter(({ place }) => place === null)).toEqual([]);
  expect(findings.length, "a list that nobody reads to its end helps nobody").toBeLessThan(60);
});

test("the goals of 2025 were met by a hair, those of 2020 missed", () => {
  const met = (year: number, scheme: string) =>
    goalOutcomes(data.goals, full.histories, full.histories, data.observations)
      .filter(({ goal }) => data.goals.some((g) => g.id === goal && g.year === year && g.scheme === scheme))
      .map(({ goal, met }) => [goal, met]);
  expect(met(2025, "si")).toContainEqual(["si-2025-resolution-28", true]);
  expect(met(2025, "hi")).toContainEqual(["hi-2025-decision-546", true]);
  expect(met(2020, "si")).toContainEqual(["si-2020-strategy-2020", false]);
});

test("in a replay of 24 November 2024 the year 2024 is not known, nor is anything printed later", () => {
  const then = build("2024-11-24");
  for (const { scheme, points } of then.histories) {
    expect(points.at(-1)?.year, scheme).toBe(2023);
    expect(points.every(({ publishedOn }) => publishedOn <= "2024-11-24")).toBe(true);
  }
  const outcomes = goalOutcomes(data.goals, full.histories, then.histories, data.observations);
  expect(outcomes.find(({ goal }) => goal === "si-2025-resolution-28")).toMatchObject({
    met: true,
    knownAtOrigin: false,
  });
});

test("before the new base was born a replay stands on the old one", () => {
  const then = build("2021-12-31");
  expect(then.bases[0].links).toEqual([]);
  expect(points("si", then).at(-1)).toMatchObject({ year: 2020, published: 0.327 });
});

function value<T>(checked: Checked<T>): T {
  if (!checked.ok) throw new Error(checked.diagnostics.map(({ message }) => message).join("\n"));
  return checked.value;
}

/** The workspace may name curves; which there are is another room's affair. */
function curvesNamed(): string[] {
  return [...text("covercast.yaml").text.matchAll(/curves: \[(.*)\]/g)].flatMap(([, ids]) => ids.split(/, */));
}
