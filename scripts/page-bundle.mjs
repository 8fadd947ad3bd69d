/** How the program of a report's pages is bundled, for the build and for tests alike. */
import { resolve } from "node:path";

/** Transforms that the charts of a page and Vega's own scales and axes use; the others are as large again. */
const transforms =
  "Aggregate Collect Compare Expression Extent Facet Field Filter Formula Generate Key MultiExtent MultiValues Params PreFacet Project Proxy Relay Sequence Sieve Subflow TupleIndex Values";

/** Modules written here, in place of packages of which a page needs a part or nothing. */
const written = {
  "vega-transforms": transforms
    .split(" ")
    .map((name) => `export {default as ${name.toLowerCase()}} from "./node_modules/vega-transforms/src/${name}.js";`)
    .join("\n"),
  // Vega's expressions know maps; no chart of ours is one.
  "d3-geo": ["geoArea", "geoBounds", "geoCentroid"].map((name) => `export const ${name} = null;`).join("\n"),
};

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
      build.onResolve({ filter: /^(?:vega-transforms|d3-geo)$/ }, ({ path }) => ({ path, namespace: "written" }));
      build.onLoad({ filter: /.*/, namespace: "written" }, ({ path }) => ({
        contents: written[path],
        resolveDir: resolve("."),
      }));
    },
  };
}
