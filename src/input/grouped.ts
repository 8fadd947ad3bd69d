/** Writes a whole number with commas between its thousands, for messages: 1,000,000; years and the like without. */
export function grouped(value: number): string {
  if (Math.abs(value) < 10_000) return String(value);
  return String(value).replace(/\B(?=(\d{3})+$)/g, ",");
}
