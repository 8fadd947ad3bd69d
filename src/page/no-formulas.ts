/**
 * Stands in for the reader of formulas in pages whose run has none: it would make up an eighth of the program. A
 * scenario with a formula is then refused with this reason; the command line reads it.
 */
export function parseFormula(): { readonly kind: "refused"; readonly reason: string } {
  return { kind: "refused", reason: "this page came without the reader of formulas, which the command line has" };
}
