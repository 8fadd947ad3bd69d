import type { Language } from "../language.ts";
import { html, type Part, trusted } from "./markup.ts";
import { style } from "./style.ts";

/**
 * Wraps content into a document that works offline and runs no script at all: its policy names the one style sheet by
 * hash and allows nothing else.
 */
export function stillDocument(
  language: Language,
  title: string,
  content: Part,
  sha256Base64: (text: string) => string,
): string {
  const policy = `default-src 'none'; style-src 'sha256-${sha256Base64(style)}'; base-uri 'none'; form-action 'none'`;
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
${content}
</body>
</html>
`.text;
}
