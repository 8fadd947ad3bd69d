import type { Scenario } from "../../core/domain.ts";
import { UsageError } from "../command.ts";
import { suggest } from "../usage.ts";

/** Picks scenarios by id, in the order of the workspace; all of them where none is named. */
export function pickScenarios(known: readonly Scenario[], asked: readonly string[]): Scenario[] {
  const ids = known.map(({ id }) => id);
  const wrong = asked.filter((id) => !ids.includes(id));
  if (wrong.length > 0)
    throw new UsageError(
      [
        ...wrong.map((id) => `There is no scenario ${id}.${suggest(id, ids)}`),
        `Scenarios here: ${ids.join(", ")}`,
      ].join("\n"),
    );
  return known.filter(({ id }) => asked.length === 0 || asked.includes(id));
}
