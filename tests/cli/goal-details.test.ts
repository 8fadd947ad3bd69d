import { expect, test } from "vitest";
import { showRun } from "../../src/cli/show/show-run.ts";
import { openTerminal } from "../../src/cli/show/terminal.ts";
import { languageFor } from "../../src/report/language.ts";
import { fixtureRun } from "../report/fixture.ts";
import { rememberingStreams } from "./streams.ts";

function shown(locale: string, index: number | null) {
  const run = fixtureRun({ scenarios: 3 });
  const { streams, written } = rememberingStreams();
  const terminal = openTerminal(streams, { quiet: false, noColor: true });
  showRun(run, index === null ? null : run.projections[index]!, languageFor(locale), terminal);
  return written.stdout;
}

test("one scenario is told goal by goal: sentence, gap, first year, paces", () => {
  const text = shown("en", 1);
  expect(text).toContain("Each goal in detail");
  expect(text).toMatch(/Pension insurance at 60% or more at the end of 2030 has a chance of/);
  expect(text).toMatch(/Distance: [−+][\d.]+ points/);
  expect(text).toMatch(/First met: .*never/);
  expect(text).toMatch(/Pace: .* a year needed; .* a year in .*; coverage rose fastest in/);
  expect(text).toContain("Words for chances: IPCC likelihood scale");
  expect(text).not.toMatch(/NaN|undefined|\{\w+\}/);
});

test("many scenarios are not, in whatever language", () => {
  expect(shown("en", null)).not.toContain("Each goal in detail");
  expect(shown("vi", 1)).toContain("Chi tiết từng mục tiêu");
  expect(shown("vi", null)).toContain("thang khả năng của IPCC");
});
