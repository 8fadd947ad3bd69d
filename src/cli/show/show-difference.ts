import type { Scenario } from "../../core/domain.ts";
import {
  countDifferences,
  type KeyDifference,
  type LeverDifference,
  type ScenarioDifference,
  type SetValue,
} from "../../input/scenario/compare-scenarios.ts";
import type { Terminal } from "./terminal.ts";

/** Prints how scenario b differs from scenario a, part by part, a line for each key. */
export function showDifference(a: Scenario, b: Scenario, difference: ScenarioDifference, terminal: Terminal): void {
  const { paint, print } = terminal;
  print(paint.bold(`${a.title.en} (${a.id}, ${a.file})`));
  print(paint.bold(`  -> ${b.title.en} (${b.id}, ${b.file})`));
  if (countDifferences(difference) === 0) {
    print("");
    print("They assume the same, to the last key.");
    return;
  }
  const part = (title: string, lines: readonly string[]) => {
    if (lines.length === 0) return;
    print("");
    print(paint.bold(title));
    for (const line of lines) print(`  ${line}`);
  };
  const keys = (list: readonly KeyDifference[], without = "") => list.map((one) => keyLine(one, without, terminal));
  const levers = (list: readonly LeverDifference[], sign: string) =>
    list.flatMap((one) => leverLines(one, sign, terminal));
  part("Levers added", levers(difference.leversAdded, paint.green("+")));
  part("Levers removed", levers(difference.leversRemoved, paint.red("-")));
  part("Levers changed", keys(difference.leversChanged, "levers."));
  part("World: what nobody decides", keys(difference.world));
  part("Trend", keys(difference.trend, "trend."));
  part(
    "Expectations, and what is to be found",
    difference.expectations.map(({ a: gone, b: come }) => {
      const one = (come ?? gone) as SetValue;
      return `${come ? paint.green("+") : paint.red("-")} ${one.value} (${at(one)})`;
    }),
  );
  part("Title, question and sources", keys(difference.about));
  part("Words, evidence and sliders of levers", keys(difference.notes, "levers."));
}

const at = ({ file, line }: { readonly file: string; readonly line: number }) => `${file}:${line}`;

function keyLine({ key, a, b }: KeyDifference, without: string, { paint }: Terminal): string {
  const name = paint.bold(key.startsWith(without) ? key.slice(without.length) : key);
  const places = [a, b].flatMap((one) => (one ? [at(one)] : [])).join(" against ");
  return `${name}: ${a?.value ?? "not there"} -> ${b?.value ?? "not there"} (${places})`;
}

function leverLines(lever: LeverDifference, sign: string, { paint }: Terminal): string[] {
  const prefix = `levers.${lever.lever}.`;
  const nobody = lever.group === "world" ? ", which nobody decides" : "";
  return [
    `${sign} ${paint.bold(lever.lever)}${nobody} (${at(lever)})`,
    ...lever.values.map((one) => `    ${one.key.slice(prefix.length)}: ${one.value} (${at(one)})`),
  ];
}
