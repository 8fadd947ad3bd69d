import type { SchemeInput } from "../domain.ts";

/** Returns a scheme and all whose people its own depend on: parts, earlier parts of its total, parents. */
export function schemesBehind(id: string, schemes: readonly SchemeInput[]): SchemeInput[] {
  const needed = new Set<string>();
  const visit = (one: string) => {
    if (needed.has(one)) return;
    needed.add(one);
    const scheme = schemes.find((s) => s.id === one);
    for (const other of [...(scheme?.sumOf ?? []), ...(scheme?.outside ?? []), scheme?.within ?? one]) visit(other);
  };
  visit(id);
  return schemes.filter((s) => needed.has(s.id));
}
