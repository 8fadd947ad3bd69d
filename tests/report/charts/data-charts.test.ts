import { expect, test } from "vitest";
import { baseXray } from "../../../src/report/charts/base-xray.ts";
import { dataQuality } from "../../../src/report/charts/data-quality.ts";
import { fitResiduals } from "../../../src/report/charts/fit-residuals.ts";
import { scenarioMultiples } from "../../../src/report/charts/scenario-multiples.ts";
import type { Subject } from "../../../src/report/subject.ts";
import { fixtureRun } from "../fixture.ts";
import { subjectOf } from "../subjects.ts";

const run = fixtureRun({ scenarios: 4 });

/** The reference's report with the readings of one scheme changed. */
function withPoints(scheme: string, points: readonly { year: number; participants: number; base: number }[]): Subject {
  const subject = subjectOf(run, 0);
  const schemes = subject.projection.input.schemes.map((s) => {
    const made = points.map((p) => ({ ...s.history.points[0]!, ...p, coverage: p.participants / p.base }));
    return s.id === scheme ? { ...s, history: { ...s.history, points: made } } : s;
  });
  const projection = { ...subject.projection, input: { ...subject.projection.input, schemes } };
  return { ...subject, projection, reference: projection };
}

test("the X-ray tells progress by people from progress by a shrinking base", () => {
  const subject = withPoints("pension", [
    { year: 2019, participants: 20e6, base: 50e6 },
    { year: 2020, participants: 19.9e6, base: 48e6 },
    { year: 2021, participants: 21e6, base: 48e6 },
    { year: 2023, participants: 22e6, base: 50e6 },
  ]);
  const figure = baseXray.figures(subject).find(({ scheme }) => scheme === "pension")!;
  const bars = figure.datasets.bars!;
  expect(bars.map(({ kind }) => kind).filter((kind) => kind === "base-shrank")).toHaveLength(1);
  const first = bars.filter(({ year }) => year === 2020);
  expect(first.find(({ kind }) => kind === "people")!.points).toBeLessThan(0);
  expect(figure.sentence).toContain("In 2020 the base shrank");
  expect(figure.sentence).toContain("In 2020 coverage rose although fewer people were covered");
  // Two years' change is shown a year, and told whole in the table.
  const last = figure.datasets.changes!.at(-1)!;
  expect(last.change).toBeCloseTo((100 * (22 / 50 - 21 / 48)) / 2, 9);
  expect(figure.table.rows.at(-1)!.change).toBe("+0.3");
});

test("bars of an X-ray stand upon each other where they go the same way, and sum to the change", () => {
  for (const { datasets } of baseXray.figures(subjectOf(run, 0)))
    for (const { year, change } of datasets.changes!) {
      const own = datasets.bars!.filter((bar) => bar.year === year);
      expect(own.reduce((sum, { points }) => sum + (points as number), 0)).toBeCloseTo(change as number, 9);
      const [a, b] = own as [{ low: number; high: number }, { low: number; high: number }];
      expect(Math.max(a.low, b.low) - Math.min(a.high, b.high)).toBeGreaterThan(-1e-12);
    }
});

test("charts of the data stand in the reference's report alone, and those of a trend where it is another one too", () => {
  for (const chart of [baseXray, dataQuality, fitResiduals]) {
    expect(chart.figures(subjectOf(run, 0)).length).toBeGreaterThan(0);
    expect(chart.figures(subjectOf(run, "all"))).toEqual([]);
    expect(chart.figures(subjectOf(run, 2))).toEqual([]);
  }
  const subject = subjectOf(run, 2);
  const schemes = subject.projection.input.schemes.map((s) =>
    s.id === "health" ? { ...s, trend: { ...s.trend!, ceiling: 0.99 } } : s,
  );
  const projection = { ...subject.projection, input: { ...subject.projection.input, schemes } };
  expect(fitResiduals.figures({ ...subject, projection }).map(({ scheme }) => scheme)).toEqual(["health"]);
});

test("every figure shown is used, a rival or neither, and stands as high as its publication took", () => {
  const [figure] = dataQuality.figures(subjectOf(run, 0));
  const rows = figure!.datasets.figures!;
  expect(new Set(rows.map(({ use }) => use))).toEqual(new Set(["used", "rival"]));
  for (const { days, height } of rows) {
    if (days === null) expect(height).toBeLessThan(0);
    else expect(height).toBeCloseTo(Math.min(1, (days as number) / 731), 9);
  }
  const counted = figure!.table.rows.reduce((sum, { figures }) => sum + Number(figures), 0);
  expect(counted).toBe(rows.length);
});

test("residuals are readings less what the curves expected of them, by weight", () => {
  const figure = fitResiduals.figures(subjectOf(run, 0)).find(({ scheme }) => scheme === "health")!;
  const { trend } = subjectOf(run, 0).projection.input.schemes.find(({ id }) => id === "health")!;
  const { expected, curves, readings } = figure.datasets;
  expect(readings!.map(({ share }) => share)).toEqual(trend!.shares);
  for (const { year, share, expected: mean, miss } of expected!) {
    expect(miss).toBeCloseTo(100 * ((share as number) - (mean as number)), 9);
    const own = curves!.filter((row) => row.year === year);
    const weight = (id: unknown) => trend!.curves.find(({ curve }) => curve === id)!.weight;
    const byWeight = own.reduce((sum, row) => sum + weight(row.curve) * (row.expected as number), 0);
    expect(mean).toBeCloseTo(byWeight / own.reduce((sum, row) => sum + weight(row.curve), 0), 9);
  }
});

test("small multiples start with the reference, go on by what is reached, and name the best", () => {
  const [figure] = scenarioMultiples.figures(subjectOf(run, "all"));
  const cells = figure!.datasets.cells!;
  expect(cells.map(({ scenario }) => scenario)[0]).toBe("baseline");
  const medians = cells.slice(1).map(({ median }) => median as number);
  expect(medians).toEqual([...medians].sort((a, b) => b - a));
  expect(figure!.sentence).toContain("“Registration drive” has the best chance");
  expect(figure!.narrowHeight).toBeGreaterThan(figure!.height);
  expect(scenarioMultiples.figures(subjectOf(run, 1))).toEqual([]);
});
