/** Reads a number as people and programs print it (`12`, `-0.5`, `1.2e6`); null for anything else, `1e999` among it. */
export function readDecimal(text: string): number | null {
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text)) return null;
  const value = Number(text);
  return Number.isFinite(value) ? value : null;
}

/** Reads a whole number of at most nine digits; null for anything else. */
export function readWhole(text: string): number | null {
  return /^-?\d{1,9}$/.test(text) ? Number(text) : null;
}
