/** What a point's numbers are of, in this order: quantities of each scheme and year, then of each goal. */
export interface RecordShape {
  readonly schemes: readonly string[];
  readonly years: readonly number[];
  readonly goals: readonly string[];
}

/** Quantiles of one scheme at one year's end: coverage as fractions, participants as persons. */
export const schemeNumbers = [
  "coverage_p10",
  "coverage_p50",
  "coverage_p90",
  "participants_p10",
  "participants_p50",
  "participants_p90",
] as const;

/** Numbers of one goal: its chance with the error that the finite number of draws leaves, and what is reached. */
export const goalNumbers = ["probability", "monte_carlo_error", "reached_p10", "reached_p50", "reached_p90"] as const;

/** Counts the numbers of one point. */
export function recordLength({ schemes, years, goals }: RecordShape): number {
  return schemes.length * years.length * schemeNumbers.length + goals.length * goalNumbers.length;
}

/** Finds the first number of a scheme in a year within a record, both by their place in the shape. */
export function schemeAt({ years }: RecordShape, scheme: number, year: number): number {
  return (scheme * years.length + year) * schemeNumbers.length;
}

/** Finds the first number of a goal within a record. */
export function goalAt({ schemes, years }: RecordShape, goal: number): number {
  return schemes.length * years.length * schemeNumbers.length + goal * goalNumbers.length;
}
