import * as fc from "fast-check";
import { expect, test } from "vitest";
import { splitChange } from "../../../src/core/history/split-change.ts";

const persons = fc.double({ min: 1, max: 1e9, noNaN: true });
const share = fc.double({ min: 1e-6, max: 1, noNaN: true });
const state = fc.record({ base: persons, share }).map(({ base, share }) => ({ base, participants: base * share }));

test("the two parts sum to the change, whatever the people and the base", () => {
  fc.assert(
    fc.property(state, state, (before, after) => {
      const { change, people, base } = splitChange(before, after);
      expect(people + base).toBeCloseTo(change, 12);
      expect(change).toBeCloseTo(after.participants / after.base - before.participants / before.base, 12);
    }),
  );
});

test("backwards in time everything has the other sign", () => {
  fc.assert(
    fc.property(state, state, (before, after) => {
      const [there, back] = [splitChange(before, after), splitChange(after, before)];
      expect(back.people).toBeCloseTo(-there.people, 10);
      expect(back.base).toBeCloseTo(-there.base, 10);
    }),
  );
});

test("a base that stands still does nothing, and people who stand still do nothing", () => {
  fc.assert(
    fc.property(state, share, (before, other) => {
      const moved = splitChange(before, { base: before.base, participants: before.base * other });
      expect(moved.base).toBeCloseTo(0, 12);
      const grown = splitChange(before, { base: before.base * (1 + other), participants: before.participants });
      expect(grown.people).toBeCloseTo(0, 10);
      expect(grown.base).toBeLessThan(0);
    }),
  );
});

test("parts are those of the published formula", () => {
  // 20 of 50 to 21 of 48: L = (0.4375 - 0.4) / ln(0.4375 / 0.4) = 0.418470...
  const { change, people, base } = splitChange({ participants: 20, base: 50 }, { participants: 21, base: 48 });
  const mean = 0.0375 / Math.log(0.4375 / 0.4);
  expect(change).toBeCloseTo(0.0375, 12);
  expect(people).toBeCloseTo(mean * Math.log(1.05), 12);
  expect(base).toBeCloseTo(mean * Math.log(50 / 48), 12);
});

test("near one another the mean loses no digits, and nobody is no trouble", () => {
  const { people, base } = splitChange({ participants: 40, base: 100 }, { participants: 40 * (1 + 1e-9), base: 100 });
  expect(people).toBeCloseTo(4e-10, 15);
  expect(base).toBeCloseTo(0, 18);
  expect(splitChange({ participants: 0, base: 10 }, { participants: 2, base: 10 })).toEqual({
    change: 0.2,
    people: 0.2,
    base: 0,
  });
});
