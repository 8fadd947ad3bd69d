import type { ChartSpec } from "../charts/compile.ts";

/**
 * Returns a short name of a specification, the same in every language: the page's script makes specifications anew, in
 * the reader's language, and finds by it the compiled one that came with the page. FNV-1a (Fowler, Noll and Vo 1991).
 */
export function specKey(spec: ChartSpec): string {
  const text = JSON.stringify(spec, (key, value) => (key === "locale" ? undefined : value));
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return `${text.length.toString(36)}-${(hash >>> 0).toString(36)}`;
}
