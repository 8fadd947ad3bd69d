/** Writes a whole number with commas between its thousands, for messages: 1,000,000. */
export function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ",");
}
