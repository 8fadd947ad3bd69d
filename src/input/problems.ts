import type { Checked, Diagnostic, Place } from "../core/errors.ts";

/** What to do about a problem; a function is asked only if the problem is listed, since near names take time to find. */
export type Hint = string | (() => string);

/** What a problem may carry beside its message. */
export interface More {
  readonly path?: string;
  readonly hint?: Hint;
}

/** How many problems of one code are listed for one file; the rest are counted. */
const listedOfACode = 20;

/** Characters of a message or hint that are kept, since a file may hold a key of any length. */
const longestText = 500;

/** Gathers everything that is wrong with an input, so that a user sees it all at once. */
export class Problems {
  readonly #list: Diagnostic[] = [];
  readonly #seen = new Set<string>();
  readonly #counts = new Map<string, { last: Diagnostic; count: number }>();

  /** Tells whether anything so far is refused. */
  get failed(): boolean {
    return this.#list.some((d) => d.severity === "error");
  }

  /** Notes something that is refused. */
  error(code: string, place: Place | null, message: string, more: More = {}): void {
    this.#note({ code, severity: "error", message, place, ...more });
  }

  /** Notes something that is doubtful and let through. */
  warn(code: string, place: Place | null, message: string, more: More = {}): void {
    this.#note({ code, severity: "warning", message, place, ...more });
  }

  /** Takes over other diagnostics; one that is known already (a parent file read twice) counts once. */
  add(...diagnostics: readonly Diagnostic[]): void {
    for (const diagnostic of diagnostics) this.#note(diagnostic);
  }

  #note({ hint, ...rest }: Omit<Diagnostic, "hint"> & { readonly hint?: Hint }): void {
    const d = { ...rest, message: cut(rest.message) };
    const key = [d.code, d.place?.file, d.place?.line, d.place?.column, d.message].join("\u0000");
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    const kind = [d.severity, d.code, d.place?.file].join("\u0000");
    const count = (this.#counts.get(kind)?.count ?? 0) + 1;
    this.#counts.set(kind, { last: d, count });
    if (count > listedOfACode) return;
    const words = typeof hint === "function" ? hint() : hint;
    this.#list.push(words ? { ...d, hint: cut(words) } : d);
  }

  /** Takes over the diagnostics of a checked value and hands out the value, or undefined if it was refused. */
  take<T>(checked: Checked<T>): T | undefined {
    this.add(...checked.diagnostics);
    return checked.ok ? checked.value : undefined;
  }

  /** Closes the list: the value with its warnings, or all that is wrong, with a count of what was not listed. */
  close<T>(value: () => T): Checked<T> {
    const rest = [...this.#counts.values()]
      .filter(({ count }) => count > listedOfACode)
      .map(({ last: { code, severity, place }, count }): Diagnostic => {
        return { code, severity, place, message: `${count - listedOfACode} more of these, up to this line` };
      });
    const diagnostics = [...this.#list, ...rest];
    return this.failed ? { ok: false, diagnostics } : { ok: true, value: value(), diagnostics };
  }
}

function cut(text: string): string {
  return text.length > longestText ? `${text.slice(0, longestText - 1)}…` : text;
}
