import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import type { Run } from "../../src/core/domain.ts";
import { htmlFormat } from "../../src/report/formats/html.ts";

let script: Promise<string> | undefined;

/** Bundles the page's script as the build does, once for all tests of a file. */
function pageScript(): Promise<string> {
  script ??= build({
    entryPoints: ["src/page/main.ts"],
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2022",
    charset: "utf8",
    write: false,
  }).then((result) => result.outputFiles[0]!.text);
  return script;
}

/** Reports of a run on the disk, as a reader has them. */
export interface WrittenReport {
  /** Address of a page by its file name. */
  url(name: string): string;
  text(name: string): string;
  remove(): void;
}

/** Writes the pages of a run into a folder of their own. */
export async function writeReport(run: Run, locale = "en"): Promise<WrittenReport> {
  const folder = mkdtempSync(join(tmpdir(), "covercast-report-"));
  const sha256Base64 = (text: string) => createHash("sha256").update(text, "utf8").digest("base64");
  const pages = htmlFormat.write(run, { locale, script: await pageScript(), sha256Base64 });
  for (const page of pages) writeFileSync(join(folder, page.name), page.text);
  return {
    url: (name) => pathToFileURL(join(folder, name)).href,
    text: (name) => pages.find((page) => page.name === name)!.text,
    remove: () => rmSync(folder, { recursive: true }),
  };
}
