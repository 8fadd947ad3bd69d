import type { Workspace } from "../../core/domain.ts";
import { UsageError } from "../command.ts";
import { suggest } from "../usage.ts";

/** Checks the schemes named on a command line; refuses those that are not there, with what may have been meant. */
export function pickSchemes({ schemes }: Workspace, asked: readonly string[]): readonly string[] {
  const known = schemes.map(({ id }) => id);
  const wrong = asked.filter((id) => !known.includes(id));
  if (wrong.length === 0) return asked;
  const lines = wrong.map((id) => `There is no scheme ${id}.${suggest(id, known)}`);
  throw new UsageError([...lines, `Schemes: ${known.join(", ")}`].join("\n"));
}
