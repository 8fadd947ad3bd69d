const millisecondsOfDay = 86_400_000;

/** Turns the year fraction of a morning back into its ISO date: 2025 + 181 / 365 is 2025-07-01, to the nearest day. */
export function dateOfYearFraction(yearFraction: number): string {
  const year = Math.floor(yearFraction + 1e-6);
  const start = Date.UTC(year, 0, 1);
  const days = Math.round(((yearFraction - year) * (Date.UTC(year + 1, 0, 1) - start)) / millisecondsOfDay);
  return new Date(start + days * millisecondsOfDay).toISOString().slice(0, 10);
}
