import type { Plugin } from "esbuild";

export function leanPage(options: { readonly formulas: boolean }): Plugin;
