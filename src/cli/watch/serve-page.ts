import { createHash } from "node:crypto";
import { readAsset } from "../files/io.ts";

/** What a served page knows of itself. */
export interface PageMark {
  /** Changes with every report. */
  readonly version: string;
  readonly name: string;
}

const policyStart = '<meta http-equiv="Content-Security-Policy" content="';

/**
 * Puts the script that keeps a page fresh into the served copy of a report. The file itself stays as it is; the copy's
 * policy names the added script by hash and allows it to listen to this server, and nothing else.
 */
export function freshPage(page: string, { version, name }: PageMark): string {
  const script = readAsset("watch.js").replace(/\r\n?/g, "\n");
  const hash = `'sha256-${createHash("sha256").update(script, "utf8").digest("base64")}'`;
  const start = page.indexOf(policyStart) + policyStart.length;
  const end = page.indexOf('"', start);
  const body = page.lastIndexOf("</body>");
  if (start < policyStart.length || body < end) return page;
  const policy = page.slice(start, end).replace("script-src ", `script-src ${hash} `);
  const tag = `<script data-version="${escapeText(version)}" data-page="${escapeText(name)}">${script}</script>\n`;
  return `${page.slice(0, start)}${policy}; connect-src 'self'${page.slice(end, body)}${tag}${page.slice(body)}`;
}

/** Writes a page that stands where there is no report: yet, or any more. */
export function emptyPage(
  locale: string,
  title: string,
  link: { readonly href: string; readonly text: string } | null,
) {
  const more = link === null ? "" : `<p><a href="${escapeText(link.href)}">${escapeText(link.text)}</a></p>`;
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
${policyStart}default-src 'none'; script-src ; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeText(title)}</title>
</head>
<body>
<main><h1>${escapeText(title)}</h1>${more}</main>
</body>
</html>
`;
}

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escapeText = (text: string) => text.replace(/[&<>"']/g, (sign) => escapes[sign]);
