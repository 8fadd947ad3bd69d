const DAY = 86_400_000;

/** Returns the number of days since 1 January 1970 of an ISO date, so that dates can be subtracted. */
export function dayNumber(isoDate: string): number {
  const [year, month, day] = isoDate.split("-").map(Number);
  return Date.UTC(year, month - 1, day) / DAY;
}

/** Moves an ISO date by so many days, earlier when negative. */
export function addDays(isoDate: string, days: number): string {
  return new Date((dayNumber(isoDate) + days) * DAY).toISOString().slice(0, 10);
}

/** Returns the time from one ISO date to another in years of 365.25 days; negative when `to` lies earlier. */
export function yearsBetween(from: string, to: string): number {
  return (dayNumber(to) - dayNumber(from)) / 365.25;
}

/** Returns the year of an ISO date. */
export function yearOf(isoDate: string): number {
  return Number(isoDate.slice(0, 4));
}
