import { basename } from "node:path";
import type { Goal, ProjectionInput } from "../../core/domain.ts";
import { leverKind } from "../../core/levers/index.ts";
import { writeTypedNumber } from "../../input/typed-number.ts";

/** Writes an answer as a minimal scenario file that extends the one it was found for. */
export function solvedScenario(
  input: ProjectionInput,
  goal: Goal,
  probability: number,
  answers: readonly { readonly lever: string; readonly parameter: string; readonly value: number }[],
  path: string,
): string {
  const { scenario } = input;
  const id = basename(path)
    .replace(/\.ya?ml$/i, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  const percent = `${Number((probability * 100).toFixed(6))}%`;
  const levers = answers.map(({ lever, parameter, value }) => {
    const kind = leverKind(scenario.levers.find((l) => l.id === lever)?.kind ?? "");
    return `  ${lever}: {${parameter}: ${writeTypedNumber(kind?.parameters[parameter]?.unit ?? "number", value)}}`;
  });
  return [
    "schema: 1",
    `id: ${id || "solved"}`,
    `title: {en: ${JSON.stringify(`${scenario.title.en}, solved for ${goal.id} at ${percent}`)}}`,
    `question: {en: ${JSON.stringify(`What does it take for ${goal.id} to be met with a chance of ${percent}?`)}}`,
    `extends: ${scenario.id}`,
    "levers:",
    ...levers,
    "",
  ].join("\n");
}
