/** How the program of a report's pages is bundled, for the build and for tests alike. */
import { resolve } from "node:path";

/**
 * Leaves out of a page what it can do without: the package for schemas, whose checks a small file of ours makes there,
 * and the reader of formulas for runs that have none.
 */
export function leanPage({ formulas }) {
  return {
    name: "lean-page",
    setup(build) {
      const instead = (filter, path) => build.onResolve({ filter }, () => ({ path: resolve(path) }));
      instead(/^\.\/shape\.ts$|\/schema\/shape\.ts$/, "src/page/plain-shape.ts");
      if (!formulas) instead(/^\.\/mathjs\.ts$/, "src/page/no-formulas.ts");
    },
  };
}
