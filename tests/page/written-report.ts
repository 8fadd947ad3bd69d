import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { deflateRawSync } from "node:zlib";
import { build } from "esbuild";
import { leanPage } from "../../scripts/page-bundle.mjs";
import type { Run } from "../../src/core/domain.ts";
import { htmlFormat } from "../../src/report/formats/html.ts";
import { encode93 } from "../../src/report/html/base93.ts";
import type { WorkspaceFile } from "../../src/report/html/page-data.ts";

let scripts: Promise<{ readonly script: string; readonly loader: string }> | undefined;

/** Bundles the page's scripts as the build does, once for all tests of a file. */
function pageScripts() {
  scripts ??= build({
    entryPoints: { script: "src/page/main.ts", loader: "src/page/loader.ts" },
    outdir: ".",
    plugins: [leanPage()],
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2022",
    charset: "utf8",
    write: false,
  }).then(({ outputFiles }) => {
    const text = (name: string) => outputFiles.find(({ path }) => path.endsWith(`${name}.js`))!.text;
    return { script: text("script"), loader: text("loader") };
  });
  return scripts;
}

/** Reports of a run on the disk, as a reader has them. */
export interface WrittenReport {
  /** Address of a page by its file name. */
  url(name: string): string;
  text(name: string): string;
  remove(): void;
}

/** Writes the pages of a run, or only one of them, into a folder of their own. */
export async function writeReport(
  run: Run,
  locale = "en",
  files: readonly WorkspaceFile[] = [],
  only?: string,
): Promise<WrittenReport> {
  const folder = mkdtempSync(join(tmpdir(), "covercast-report-"));
  const sha256Base64 = (text: string) => createHash("sha256").update(text, "utf8").digest("base64");
  const pack = (text: string) => encode93(deflateRawSync(text));
  const made = htmlFormat.write(run, { locale, files, ...(await pageScripts()), sha256Base64, pack });
  const pages = made.filter(({ name }) => only === undefined || name === only);
  for (const page of pages) writeFileSync(join(folder, page.name), page.text);
  return {
    url: (name) => pathToFileURL(join(folder, name)).href,
    text: (name) => pages.find((page) => page.name === name)!.text,
    remove: () => rmSync(folder, { recursive: true }),
  };
}
