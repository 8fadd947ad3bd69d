import type { Language } from "../language.ts";
import { html, type Markup, trusted } from "./markup.ts";
import type { WorkspaceFile } from "./page-data.ts";
import { style } from "./style.ts";

/** What a page needs from outside: its script, and how to pack and to sign it. */
export interface PageAssets {
  /** The bundled script of the page. */
  readonly script: string;
  /** The small script that unpacks the other. */
  readonly loader: string;
  /** The workspace's file and its scenarios, as they were read; absent: the page reads no scenario files. */
  readonly files?: readonly WorkspaceFile[];
  /** Base64 of the SHA-256 of a text in UTF-8. */
  sha256Base64(text: string): string;
  /** A text in UTF-8, compressed (raw DEFLATE, RFC 1951) and written by `encode93`. */
  pack(text: string): string;
}

/** One page of a run. */
export interface Page {
  readonly title: string;
  readonly body: Markup;
  /** The scenario that it tells of; in the comparing report the reference. */
  readonly scenario: string;
  readonly comparing: boolean;
  /** The run's page data, compressed; the same in every page of a run. */
  readonly data: string;
  /** The results that this page recomputes, compressed. */
  readonly printed: string;
}

/**
 * Wraps a report into a document that works from a file, offline. Its content security policy names two scripts and
 * the one style sheet by hash, lets the page start a second thread on its own script, and allows no connection at all.
 *
 * The script and its data travel compressed: they take a third of the room, and the page is read before they are.
 */
export function documentOf(language: Language, page: Page, assets: PageAssets): string {
  const script = unixLines(assets.script);
  const loader = scriptText(unixLines(assets.loader));
  const policy = [
    "default-src 'none'",
    `script-src 'sha256-${assets.sha256Base64(loader)}' 'sha256-${assets.sha256Base64(script)}'`,
    `style-src 'sha256-${assets.sha256Base64(style)}'`,
    "img-src data: blob:",
    "worker-src blob:",
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
<title>${page.title}</title>
<style>${trusted(style)}</style>
</head>
<body>
${page.body}
<script type="text/plain" id="page-data" data-scenario="${page.scenario}"${page.comparing && html` data-comparing`}>${trusted(page.data)}</script>
<script type="text/plain" id="page-printed">${trusted(page.printed)}</script>
<script type="text/plain" id="page-program">${trusted(assets.pack(script))}</script>
<script>${trusted(loader)}</script>
</body>
</html>
`.text;
}

/** The parser of HTML turns CR into LF, which would change a script's hash. */
function unixLines(script: string): string {
  return script.replace(/\r\n?/g, "\n");
}

/**
 * Makes a script fit for standing inside a page: the parser must not see an end or a comment in it. Both are escapes that
 * mean the same within JavaScript strings and patterns.
 */
function scriptText(script: string): string {
  return script.replace(/<\/(?=script)/gi, "<\\/").replace(/<!--/g, "<\\!--");
}
