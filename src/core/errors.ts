/** Where something stands in a file a user wrote; line and column count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/**
 * One problem with what a user wrote, complete enough to be mended without asking.
 *
 * `code` is stable (`scenario/out-of-range`); `message` says what was found and what was expected; `hint` says what to
 * do; `path` is the key within the file (`levers.drive.compliance`).
 */
export interface Diagnostic {
  readonly code: string;
  readonly severity: "error" | "warning";
  readonly message: string;
  readonly place: Place | null;
  readonly path?: string;
  readonly hint?: string;
}

/** A checked value with what is doubtful about it, or everything that is wrong at once. */
export type Checked<T> =
  | { readonly ok: true; readonly value: T; readonly diagnostics: readonly Diagnostic[] }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** Carries every diagnostic of a refused input up to the floor that prints them. */
export class CovercastError extends Error {
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map((d) => `${d.code}: ${d.message}`).join("\n"));
    this.name = "CovercastError";
    this.diagnostics = diagnostics;
  }
}

/** Throws when something that only a bug can break is broken; users never cause it. */
export function invariant(condition: unknown, what: string): asserts condition {
  if (!condition) throw new Error(`invariant broken: ${what}`);
}
