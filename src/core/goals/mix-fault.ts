import type { Lever } from "../domain.ts";
import { leverKind } from "../levers/index.ts";
import { MOST_IN_MIX } from "./solve-mix.ts";

/** Says why these levers of a scenario cannot be weighed against each other by their costs; null where they can. */
export function mixFault(ids: readonly string[], known: readonly Lever[]): string | null {
  if (ids.length < 2 || ids.length > MOST_IN_MIX)
    return `A mix is made of two to ${MOST_IN_MIX} levers, not ${ids.length}`;
  if (new Set(ids).size < ids.length) return "A mix takes each lever once";
  const levers = known.filter((l) => ids.includes(l.id));
  const costless = levers.filter((l) => !l.unitCost).map((l) => l.id);
  if (costless.length > 0)
    return `No unitCost is stated for ${costless.join(" and ")}: without it nobody can say which mix is the cheapest`;
  const currencies = [...new Set(levers.map((l) => l.unitCost?.currency))];
  if (currencies.length > 1)
    return `The unit costs are in different money, ${currencies.join(" and ")}: state them in one`;
  const headless = levers.filter((l) => leverKind(l.kind)?.target === "base" && l.unitCost?.per !== "year");
  if (headless.length > 0)
    return `${headless.map((l) => l.id).join(" and ")} acts on a base, whose people are nobody's cost by the head: state its unitCost per year`;
  return null;
}
