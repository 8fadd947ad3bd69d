import { expect, test } from "vitest";
import { scoreOf } from "../../src/core/backtest/score.ts";
import type { Backtest } from "../../src/core/domain.ts";
import { backtestText } from "../../src/report/backtest-text.ts";
import { languageFor } from "../../src/report/language.ts";
import { pastOf } from "./past.ts";

const en = languageFor("en");
const past = pastOf(["a", "b", "c"]);
const say = (over: Partial<Backtest>) => backtestText(en, { ...past, ...over }).join(" ");
/** Puts every forecast so far off, in its own direction, that its intervals hold nothing or lean. */
const moved = (by: number) => {
  const forecasts = past.forecasts.map((f) => ({ ...f, quantiles: f.quantiles.map((q) => q + by) }));
  return { forecasts, all: scoreOf(forecasts) };
};

test("tells errors, references and what intervals held, with the numbers of the scores", () => {
  const text = say({});
  const held = past.all?.intervals.find(({ level }) => level === 0.8)?.held;
  expect(text).toContain(`made 36 forecasts of what has come since, 1 to 3 years ahead`);
  expect(text).toContain("That nothing changes would have missed by 2.0; that the last pace goes on, by 4.0.");
  expect(text).toContain(`Its 80% intervals held ${held} of 36`);
  expect(text).toContain("Brier score of 0.090");
  expect(text).not.toMatch(/\{|NaN|undefined/);
});

test("the verdict on intervals and the lean follow from the numbers", () => {
  expect(say(moved(0.3))).toContain("they were too narrow");
  expect(say(moved(0.3))).toContain("It was too high rather than too low, by");
  expect(say(moved(-0.3))).toContain("It was too low rather than too high, by");
  const outcomes = past.forecasts.map((f) => ({ ...f, outcome: f.quantiles[3] }));
  const wide = Array.from({ length: 4 }, (_, i) => outcomes.map((f) => ({ ...f, scheme: `${f.scheme}${i}` }))).flat();
  expect(say({ forecasts: wide, all: scoreOf(wide) })).toContain("wider than they had to be");
});

test("few forecasts are said to say little, and none at all is no verdict", () => {
  const few = past.forecasts.slice(0, 7);
  expect(say({ forecasts: few, all: scoreOf(few) })).toContain("7 forecasts say little about a method.");
  expect(say({ forecasts: few, all: scoreOf(few) })).not.toContain("intervals held");
  expect(say({ forecasts: [], all: null })).toBe("No scheme has readings enough to try the method on its own past.");
  expect(say({ kind: "vintage" })).toContain("Only figures that had been published by then were used.");
});
