/**
 * Text that is HTML already. Only this file makes it, so that nothing reaches a page unescaped by accident: whatever
 * else is put into a template is data.
 */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** What a template takes: strings and numbers are escaped, null and false vanish, lists are joined. */
export type Part = string | number | Markup | null | undefined | false | readonly Part[];

/**
 * Escapes text for element content and quoted attributes alike. Control characters, which no page may hold, become the
 * mark of an unreadable character.
 */
export function escapeHtml(text: string): string {
  return text
    .replace(/\p{Cc}/gu, (character) => (/[\t\n]/.test(character) ? character : "\ufffd"))
    .replace(/[&<>"'`\u2028\u2029]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Template tag that escapes every value: html`<p title="${anything}">${anything}</p>`. Attributes need quotes. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  let text = strings[0]!;
  parts.forEach((part, i) => {
    text += render(part) + strings[i + 1]!;
  });
  return new Markup(text);
}

/**
 * Vouches for text that is HTML by construction: our own style sheet and script, an SVG that Vega has escaped.
 * Never for anything that was read from a file.
 */
export function trusted(text: string): Markup {
  return new Markup(text);
}

/** Returns the address if a reader may follow it: http or https alone, so never `javascript:`. */
export function webAddress(url: string | null): string | null {
  return url !== null && /^https?:\/\/[^\s]+$/i.test(url) ? url : null;
}

/** Serialises data for a script element of type application/json: no closing tag, no comment, no line separator. */
export function jsonForScript(value: unknown): Markup {
  const unsafe = /[<>&\u2028\u2029]/g;
  return new Markup(
    JSON.stringify(value).replace(unsafe, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`),
  );
}

function render(part: Part): string {
  if (part === null || part === undefined || part === false) return "";
  if (part instanceof Markup) return part.text;
  if (typeof part === "string") return escapeHtml(part);
  if (typeof part === "number") return String(part);
  return part.map(render).join("");
}
