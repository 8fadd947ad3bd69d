/**
 * Builds dist/: the command line (cli.js, split into chunks that load on demand), the library (index.js with its type
 * declarations), the script of the report's page (page.js), the workspace that `init` copies, and the licence texts of everything bundled.
 *
 *   node build.mjs              all of it
 *   node build.mjs --if-stale   only if a source is newer than what stands in dist/
 */
import { execFileSync } from "node:child_process";
import {
  appendFileSync,
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeLanguageIndex } from "./scripts/languages.mjs";
import { leanPage } from "./scripts/page-bundle.mjs";

const root = dirname(fileURLToPath(import.meta.url));
const dist = join(root, "dist");
process.chdir(root);

if (process.argv.includes("--if-stale") && isFresh()) process.exit(0);
writeLanguageIndex();

// Loaded only now: to find that there is nothing to do must cost nothing.
const [{ build }, { default: ts }] = await Promise.all([import("esbuild"), import("typescript")]);

const common = { bundle: true, minify: true, metafile: true, write: false, legalComments: "none", logLevel: "warning" };
const browser = { ...common, outdir: "dist", platform: "browser", target: "es2022", format: "iife", charset: "utf8" };
const [node, page] = await Promise.all([
  build({
    ...common,
    entryPoints: { cli: "src/cli/bin.ts", worker: "src/cli/worker.ts", index: "src/index.ts" },
    outdir: "dist",
    platform: "node",
    target: "node20",
    format: "esm",
    splitting: true,
    chunkNames: "chunks/[name]-[hash]",
    // Machine code, made for each system: it is looked for beside this package when a picture is painted.
    external: ["@resvg/resvg-js"],
    // Packages written for CommonJS ask for these; the names are long so that the minifier cannot pick them too.
    banner: {
      js:
        'import{createRequire as covercastRequire}from"node:module";' +
        'import{fileURLToPath as covercastPath}from"node:url";' +
        "const require=covercastRequire(import.meta.url),__filename=covercastPath(import.meta.url);",
    },
  }),
  build({
    ...browser,
    entryPoints: { page: "src/page/main.ts", loader: "src/page/loader.ts", watch: "src/page/watch-client.ts" },
    plugins: [leanPage()],
  }),
]);

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });
for (const { path, contents } of [...node.outputFiles, ...page.outputFiles]) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, contents);
}
// A report carries the page's script to wherever the report goes, so the licences must travel inside it.
appendFileSync(join(dist, "page.js"), `/*! ${licences(page.metafile).replaceAll("*/", "* /")} */\n`);
chmodSync(join(dist, "cli.js"), 0o755);
writeFileSync(join(dist, "THIRD-PARTY-LICENCES.txt"), licences(node.metafile, page.metafile));
cpSync("src/cli/template", join(dist, "template"), { recursive: true });
// A second word keeps the command line from answering with the text that is being made here.
writeFileSync(join(dist, "help.txt"), execFileSync(process.execPath, [join(dist, "cli.js"), "--help", "--no-color"]));
writeDeclarations();
for (const name of ["cli.js", "index.js", "page.js", "loader.js"])
  console.log(`dist/${name} ${kilobytes(join(dist, name))}`);

/** Tells whether dist/ is newer than every source it is made from. */
function isFresh() {
  const built = join(dist, "index.js");
  if (!existsSync(built) || !existsSync(join(dist, "types"))) return false;
  const made = statSync(built).mtimeMs;
  const sources = readdirSync("src", { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return [...sources, "build.mjs", "scripts/page-bundle.mjs", "package.json", "package-lock.json"].every(
    (file) => statSync(file).mtimeMs <= made,
  );
}

/** Lists every package that went into the given bundles, each licence text once, with the packages it covers. */
function licences(...metafiles) {
  const folders = new Set();
  for (const metafile of metafiles)
    for (const output of Object.values(metafile.outputs))
      for (const [input, { bytesInOutput }] of Object.entries(output.inputs)) {
        const folder = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1];
        if (folder && bytesInOutput > 0) folders.add(folder);
      }
  const packagesByText = new Map();
  for (const folder of [...folders].sort()) {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    const text = file ? readFileSync(join(folder, file), "utf8").trim() : `Licence: ${license}`;
    packagesByText.set(text, [...(packagesByText.get(text) ?? []), `${name} ${version}`]);
  }
  return [...packagesByText].map(([text, names]) => `${names.join(", ")}\n\n${text}`).join("\n\n----\n\n");
}

/** Writes dist/types/: what an editor needs to know of the library. */
function writeDeclarations() {
  const program = ts.createProgram(["src/index.ts"], {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ["lib.es2022.d.ts"],
    types: [],
    strict: true,
    skipLibCheck: true,
    allowImportingTsExtensions: true,
    declaration: true,
    emitDeclarationOnly: true,
    rootDir: "src",
    outDir: "dist/types",
  });
  const { emitSkipped, diagnostics } = program.emit();
  if (!emitSkipped && diagnostics.length === 0) return;
  console.error(ts.formatDiagnostics(diagnostics, ts.createCompilerHost({})));
  process.exit(1);
}

function kilobytes(file) {
  return `${Math.round(statSync(file).size / 1000)} kB`;
}
