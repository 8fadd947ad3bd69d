import type { Language } from "../report/language.ts";
import { type Control, leverTitle } from "./controls.ts";
import type { ReadyVariant } from "./variants.ts";

/** Says in words what a variant changes in the scenario that it starts from, one sentence for each change. */
export function panelChanges(
  { start, scenario }: ReadyVariant,
  controls: readonly Control[],
  language: Language,
): string[] {
  const original = start.input.scenario;
  if (scenario === original) return [];
  const off = original.levers
    .filter(({ id }) => !scenario.levers.some((lever) => lever.id === id))
    .map((lever) => change(language, leverTitle(lever, start, language), language.say("whatIf.off")));
  const moved = controls.flatMap((control) => {
    if (control.valueIn(scenario) === null) return [];
    const [now, was] = [control.words(scenario, language), control.words(original, language)];
    if (now === was) return [];
    const lever = original.levers.find(({ id }) => id === control.lever);
    const what = [lever ? leverTitle(lever, start, language) : "", control.label(language)].filter((s) => s !== "");
    return [change(language, what.join(", "), `${now} (${language.say("whatIf.was", { value: was })})`)];
  });
  return [...off, ...moved];
}

function change(language: Language, what: string, value: string): string {
  return language.say("whatIf.change", { what, value });
}
