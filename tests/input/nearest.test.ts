import { expect, test } from "vitest";
import { didYouMean, nearest } from "../../src/input/nearest.ts";

const keys = ["scheme", "start", "ramp", "title", "takeUp", "exitRate"];

test.each([
  ["shceme", "scheme"],
  ["titel", "title"],
  ["take-up", "takeUp"],
  ["exitrate", "exitRate"],
  ["EXITRATE", "exitRate"],
])("%s was meant to be %s", (name, meant) => {
  expect(nearest(name, keys)).toBe(meant);
});

test.each(["goal", "x", "", "a-very-long-name-that-nobody-meant"])("%j is near nothing", (name) => {
  expect(nearest(name, keys)).toBeNull();
});

test("the hint names the likely one first, then the known ones, nearest first, and counts those it leaves out", () => {
  expect(didYouMean("tilte", ["scheme", "title"])).toBe("did you mean title? known: title, scheme");
  expect(didYouMean("x", [])).toBe("none is known");
  const many = Array.from({ length: 20 }, (_, i) => `scheme-${i}`);
  expect(didYouMean("scheme-7", many)).toMatch(/^did you mean scheme-7\? known: scheme-7, .* and 15 more$/);
});
