import type { Pin } from "./session.ts";
import { pinLetters } from "./session.ts";
import { type Raw, type Settings, settingsOf, type Variant } from "./variant.ts";

/** What the address of a page may hold behind its `#`. */
export interface FragmentState {
  readonly variant: Variant;
  readonly pins: readonly Pin[];
  readonly goal: string | null;
  readonly locale: string | null;
}

/** First word of a fragment that holds a state; others are places on the page. */
const mark = "what-if";
/** Longer states are files, not addresses; a longer fragment comes from no page of ours. */
const longest = 100_000;
const path = /^(?:levers|world|trend)\.[a-z0-9][a-z0-9-]{0,63}\.[A-Za-z]{1,40}$/;

/** Writes a state for the address bar: `#what-if&from=reform&levers.drive.takeUp=35%25`; null if it is too long for one. */
export function writeFragment(state: FragmentState): string | null {
  const words = new URLSearchParams();
  if (state.goal !== null) words.append("goal", state.goal);
  if (state.locale !== null) words.append("lang", state.locale);
  for (const { letter, variant } of state.pins) words.append(letter, variantWords(variant).toString());
  const own = variantWords(state.variant).toString();
  const fragment = `#${mark}&${own}${words.size > 0 ? `&${words}` : ""}`;
  return fragment.length > longest ? null : fragment;
}

/** Reads a fragment; null where it holds no state. What in it makes no sense is left out and counted. */
export function readFragment(fragment: string): (FragmentState & { readonly strange: number }) | null {
  const text = fragment.replace(/^#/, "");
  if (text.length > longest || !(text === mark || text.startsWith(`${mark}&`))) return null;
  const words = new URLSearchParams(text.slice(mark.length + 1));
  const found = readVariant(words);
  let strange = found.strange;
  const pins = pinLetters.flatMap((letter) => {
    const pinned = words.get(letter);
    if (pinned === null) return [];
    const { variant, strange: more } = readVariant(new URLSearchParams(pinned));
    strange += more;
    return variant.base === "" ? [] : [{ letter, variant }];
  });
  return { variant: found.variant, pins, goal: words.get("goal"), locale: words.get("lang"), strange };
}

function variantWords(variant: Variant): URLSearchParams {
  const { base, head } = variant;
  const settings = settingsOf(variant);
  const words = new URLSearchParams({ from: base });
  for (const key of Object.keys(settings).sort()) words.append(key, writeRaw(settings[key] as Raw));
  if (head) words.append("head", JSON.stringify(head));
  return words;
}

function readVariant(words: URLSearchParams): { variant: Variant; strange: number } {
  const settings: Record<string, Raw> = {};
  let strange = 0;
  let head: Settings | undefined;
  for (const [key, text] of words) {
    if (path.test(key)) settings[key] = readRaw(text);
    else if (key === "head") head = readHead(text);
    else if (!["from", "goal", "lang", ...pinLetters].includes(key)) strange++;
  }
  return { variant: { base: words.get("from") ?? "", settings, ...(head && { head }) }, strange };
}

/** Text stands as it is unless it reads as JSON: then, like all other values, it is written as JSON. */
function writeRaw(raw: Raw): string {
  return typeof raw === "string" && parsed(raw) === undefined ? raw : JSON.stringify(raw);
}

function readRaw(text: string): Raw {
  const value = parsed(text);
  return value === undefined ? text : value;
}

function readHead(text: string): Settings | undefined {
  const value = parsed(text);
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Settings) : undefined;
}

function parsed(text: string): Raw | undefined {
  try {
    return JSON.parse(text) as Raw;
  } catch {
    return undefined;
  }
}
