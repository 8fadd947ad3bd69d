import { expect, it } from "vitest";
import { project } from "../../../src/core/project.ts";
import { leverCosts } from "../../../src/core/simulate/lever-costs.ts";
import { simulate } from "../../../src/core/simulate/simulate.ts";
import { lever, projectionInput } from "../projection-input.ts";

const fixed = (value: number) => ({ kind: "fixed", value }) as const;
const premium = { value: fixed(1_000_000), currency: "VND", per: "person-year", priceYear: 2024 } as const;
const grant = lever("grant", "subsidy", "voluntary", {
  start: 2027.5,
  parameters: { before: fixed(1), after: fixed(0.7), elasticity: fixed(-0.3) },
  unitCost: premium,
});

it("is the premium's share that is paid, times all who take part, for as long as it is paid", () => {
  const input = projectionInput([grant]);
  const { draws } = simulate(input);
  const [cost] = leverCosts(input, draws, new Map());
  const people = (year: number) => {
    const from = (draws.schemes.indexOf("voluntary") * draws.years.length + draws.years.indexOf(year)) * draws.draws;
    return draws.participants.subarray(from, from + draws.draws).reduce((sum, p) => sum + p / draws.draws, 0);
  };
  const at = (year: number) => cost.mean[cost.years.indexOf(year)];
  expect(at(2026)).toBe(0);
  expect(at(2027) / (0.5 * 0.3 * 1e6 * people(2027))).toBeCloseTo(1, 9);
  expect(at(2032) / (0.3 * 1e6 * people(2032))).toBeCloseTo(1, 9);
});

it("of an uncertain premium is that of its mean", () => {
  const input = projectionInput([
    { ...grant, unitCost: { ...premium, value: { kind: "uniform", low: 500_000, high: 1_500_000 } } },
  ]);
  const { draws } = simulate(input);
  const [certain] = leverCosts(projectionInput([grant]), draws, new Map());
  const [uncertain] = leverCosts(input, draws, new Map());
  expect((uncertain.mean.at(-1) as number) / (certain.mean.at(-1) as number)).toBeCloseTo(1, 1);
});

it("is told for subsidies whose premium is stated for a person-year, and for no other lever", () => {
  const notes = (levers: Parameters<typeof projectionInput>[0]) =>
    project(projectionInput(levers)).notes.filter(({ code }) => code === "lever/cost");
  const [note] = notes([grant]);
  expect(note.subject).toBe("grant");
  expect(note.message.en).toMatch(/billion VND in 2028, .* billion VND in 2032, in prices of 2024/);
  expect(note.message.vi).toMatch(/tỷ VND năm 2028/);
  expect(notes([{ ...grant, unitCost: undefined }])).toEqual([]);
  expect(notes([{ ...grant, unitCost: { ...premium, per: "person" } }])).toEqual([]);
  expect(notes([lever("pp", "points", "health", { parameters: { perYear: fixed(0.01) }, unitCost: premium })])).toEqual(
    [],
  );
});
