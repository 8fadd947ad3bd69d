import type { Plugin } from "esbuild";

export function leanPage(): Plugin;
