/** How the program of a report's pages is bundled, for the build and for tests alike. */
import { resolve } from "node:path";

/** Transforms that the charts of a page and Vega's own scales and axes use; the others are as large again. */
const transforms =
  "Aggregate Collect Compare Expression Extent Facet Field Filter Formula Generate Key MultiExtent MultiValues Params PreFacet Project Proxy Relay Sequence Sieve Subflow TupleIndex Values";

/** Packages that Vega asks for and no chart of ours comes to: maps, dates, files with separators. */
const idle = ["d3-dsv", "d3-geo", "d3-time", "d3-time-format", "vega-time"];

const nothing = (names) => names.map((name) => `export const ${name} = null;`).join("\n");

/** Writes a module in place of one of which a page needs a part or nothing. */
async function write(path) {
  if (path === "vega-transforms")
    return transforms
      .split(" ")
      .map((name) => `export {default as ${name.toLowerCase()}} from "./node_modules/vega-transforms/src/${name}.js";`)
      .join("\n");
  // All colours are the style sheet's.
  if (path === "./palettes.js") return "export const continuous = {}, discrete = {};";
  return nothing(Object.keys(await import(path)).filter((name) => name !== "default"));
}

/**
 * Leaves out of a page what it can do without: the package for schemas, of which a small file of ours does there what a
 * page needs, all of mathjs but its parser, and parts of Vega that no chart of a report uses.
 */
export function leanPage() {
  return {
    name: "lean-page",
    setup(build) {
      const instead = (filter, path) => build.onResolve({ filter }, () => ({ path: resolve(path) }));
      instead(/^\.\/shape\.ts$|\/schema\/shape\.ts$/, "src/page/plain-shape.ts");
      instead(/^mathjs\/number$/, "scripts/page-parser.mjs");
      // The package's own bundle cannot be taken apart, its sources can.
      instead(/^vega-scale$/, "node_modules/vega-scale/index.js");
      const written = new RegExp(
        `^(?:${["vega-transforms", "./palettes.js", ...idle].join("|").replaceAll(".", "\\.")})$`,
      );
      build.onResolve({ filter: written }, ({ path }) => ({ path, namespace: "written" }));
      build.onLoad({ filter: /.*/, namespace: "written" }, async ({ path }) => ({
        contents: await write(path),
        resolveDir: resolve("."),
      }));
    },
  };
}
