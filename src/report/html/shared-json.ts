/** JSON in which every part that occurs more than once stands once: a list of parts, and the root that points into it. */
export interface SharedJson {
  readonly parts: readonly unknown[];
  readonly root: unknown;
}

/** Key of an object that stands for a part; no object of a run has it, since ids are lower-case words. */
const pointer = "$";
/** Parts shorter than this cost more to point at than to repeat. */
const worthSharing = 24;

/** Packs plain JSON: scenarios of one run share data, histories and trends, which make up most of it. */
export function packShared(value: unknown): SharedJson {
  const parts: unknown[] = [];
  const known = new Map<string, unknown>();
  // Much of a run is the very same object in many places.
  const seen = new Map<object, unknown>();
  const pack = (part: unknown): unknown => {
    if (typeof part !== "object" || part === null) return part;
    const before = seen.get(part) ?? packNew(part);
    seen.set(part, before);
    return before;
  };
  const packNew = (part: object): unknown => {
    const packed = Array.isArray(part)
      ? part.map(pack)
      : Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, pack(inner)]));
    const text = JSON.stringify(packed);
    if (text.length < worthSharing) return packed;
    const before = known.get(text);
    if (before !== undefined) return before;
    const made = { [pointer]: parts.length };
    parts.push(packed);
    known.set(text, made);
    return made;
  };
  return { root: pack(value), parts };
}

/** Brings packed JSON back; what was equal before is the same object afterwards. */
export function unpackShared({ parts, root }: SharedJson): unknown {
  const made: unknown[] = [];
  const unpack = (part: unknown): unknown => {
    if (typeof part !== "object" || part === null) return part;
    if (Array.isArray(part)) return part.map(unpack);
    const entries = Object.entries(part);
    // A part points only at parts before it, so that these are there already.
    if (entries.length === 1 && entries[0]![0] === pointer) return made[entries[0]![1] as number];
    return Object.fromEntries(entries.map(([key, inner]) => [key, unpack(inner)]));
  };
  for (const part of parts) made.push(unpack(part));
  return unpack(root);
}
