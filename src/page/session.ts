import type { Variant } from "./variant.ts";

/** What a reader has done so far: the variant shown, those before and after it, and those kept. */
export interface Session {
  readonly variant: Variant;
  readonly past: readonly Variant[];
  readonly future: readonly Variant[];
  readonly pins: readonly Pin[];
}

/** A variant kept beside the one shown. */
export interface Pin {
  readonly letter: string;
  readonly variant: Variant;
}

/** Letters of variants that may be kept at one time. */
export const pinLetters = ["A", "B", "C", "D"] as const;
/** Steps that can be taken back. */
const mostSteps = 200;

/** Starts with a scenario as it stands. */
export function startSession(base: string): Session {
  return { variant: { base, settings: {} }, past: [], future: [], pins: [] };
}

/** Goes on to another variant; `merge` replaces the present one, as while a slider is being dragged. */
export function goTo(session: Session, variant: Variant, merge = false): Session {
  const past = merge ? session.past : [...session.past, session.variant].slice(-mostSteps);
  return { ...session, variant, past, future: [] };
}

/** Takes the last step back; the same session where there is none. */
export function undo(session: Session): Session {
  const variant = session.past.at(-1);
  if (!variant) return session;
  return { ...session, variant, past: session.past.slice(0, -1), future: [session.variant, ...session.future] };
}

/** Takes a step forth again that was taken back. */
export function redo(session: Session): Session {
  const [variant, ...future] = session.future;
  if (!variant) return session;
  return { ...session, variant, past: [...session.past, session.variant], future };
}

/** Keeps the variant shown, under the first letter that is free; the same session where none is. */
export function pin(session: Session): Session {
  const letter = pinLetters.find((l) => !session.pins.some((p) => p.letter === l));
  if (!letter) return session;
  const pins = [...session.pins, { letter, variant: session.variant }];
  return { ...session, pins: pins.sort((a, b) => (a.letter < b.letter ? -1 : 1)) };
}

/** Lets a kept variant go. */
export function unpin(session: Session, letter: string): Session {
  return { ...session, pins: session.pins.filter((p) => p.letter !== letter) };
}
