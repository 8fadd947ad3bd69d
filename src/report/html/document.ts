import type { Language } from "../language.ts";
import { html, jsonForScript, type Markup, trusted } from "./markup.ts";
import { style } from "./style.ts";

/** What a page needs from outside: its script, and the hash that lets a browser run nothing else. */
export interface PageAssets {
  /** The bundled script of the page. */
  readonly script: string;
  /** Base64 of the SHA-256 of a text in UTF-8. */
  sha256Base64(text: string): string;
}

/**
 * Wraps a report into a document that works from a file, offline. Its content security policy names the one script
 * and the one style sheet by hash and allows no connection at all.
 */
export function documentOf(
  language: Language,
  title: string,
  body: Markup,
  island: unknown,
  assets: PageAssets,
): string {
  const script = scriptText(assets.script);
  const policy = [
    "default-src 'none'",
    `script-src 'sha256-${assets.sha256Base64(script)}'`,
    `style-src 'sha256-${assets.sha256Base64(style)}'`,
    "img-src data: blob:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return html`<!doctype html>
<html lang="${language.locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trusted(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${trusted(style)}</style>
</head>
<body>
${body}
<script type="application/json" id="charts">${jsonForScript(island)}</script>
<script>${trusted(script)}</script>
</body>
</html>
`.text;
}

/**
 * Makes a script fit for standing inside a page: the parser must not see an end or a comment in it, and turns CR into
 * LF, which would change its hash. Both are escapes that mean the same within JavaScript strings and patterns.
 */
function scriptText(script: string): string {
  return script
    .replace(/\r\n?/g, "\n")
    .replace(/<\/(?=script)/gi, "<\\/")
    .replace(/<!--/g, "<\\!--");
}
