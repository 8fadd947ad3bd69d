/** Returns the first way from a node back to itself, both ends named; null if there is none. */
export function findCycle(start: string, next: (id: string) => readonly string[]): string[] | null {
  const seen = new Set<string>();
  const search = (id: string, way: readonly string[]): string[] | null => {
    for (const to of next(id)) {
      if (to === start) return [...way, id, to];
      if (seen.has(to)) continue;
      seen.add(to);
      const found = search(to, [...way, id]);
      if (found) return found;
    }
    return null;
  };
  return search(start, []);
}
