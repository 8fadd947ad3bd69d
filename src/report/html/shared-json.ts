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
  const pack = (part: unknown): unknown => {
    if (typeof part !== "object" || part === null) return part;
    const packed = eachOf(part, pack);
    const text = JSON.stringify(packed);
    if (text.length < worthSharing) return packed;
    const before = known.get(text);
    if (before !== undefined) return before;
    const made = { [pointer]: parts.length };
    parts.push(packed);
    known.set(text, made);
    return made;
  };
  return withSharedAlone(pack(value), parts);
}

/** Puts parts that are pointed at only once back into their place: far from what they belong to they compress badly. */
function withSharedAlone(root: unknown, parts: readonly unknown[]): SharedJson {
  const uses = parts.map(() => 0);
  const count = (part: unknown): unknown => {
    const at = pointedAt(part);
    if (at === null) return typeof part === "object" && part !== null ? eachOf(part, count) : part;
    uses[at]!++;
    return part;
  };
  for (const part of [root, ...parts]) count(part);
  const kept: unknown[] = [];
  const places = new Map<number, unknown>();
  const write = (part: unknown): unknown => {
    const at = pointedAt(part);
    if (at === null) return typeof part === "object" && part !== null ? eachOf(part, write) : part;
    if (uses[at] === 1) return write(parts[at]);
    const before = places.get(at);
    if (before !== undefined) return before;
    kept.push(write(parts[at]));
    const made = { [pointer]: kept.length - 1 };
    places.set(at, made);
    return made;
  };
  return { root: write(root), parts: kept };
}

/** Brings packed JSON back; what was equal before is the same object afterwards. */
export function unpackShared({ parts, root }: SharedJson): unknown {
  const made: unknown[] = [];
  const unpack = (part: unknown): unknown => {
    if (typeof part !== "object" || part === null) return part;
    const at = pointedAt(part);
    // A part points only at parts before it, so that these are there already.
    return at === null ? eachOf(part, unpack) : made[at];
  };
  for (const part of parts) made.push(unpack(part));
  return unpack(root);
}

/** Makes a list or map of what `act` makes of each value of another. */
function eachOf(part: object, act: (value: unknown) => unknown): unknown {
  if (Array.isArray(part)) return part.map(act);
  return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, act(inner)]));
}

/** The place that an object points at; null where it is no pointer. */
function pointedAt(part: unknown): number | null {
  if (typeof part !== "object" || part === null) return null;
  const [entry, ...others] = Object.entries(part);
  return entry?.[0] === pointer && others.length === 0 ? (entry[1] as number) : null;
}
