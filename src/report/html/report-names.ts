/** The comparing report's file name, without folder. */
export const comparisonName = "index.html";

/** Returns the file name of a scenario's report; only letters, digits, dots and hyphens of its id survive. */
export function scenarioHref(id: string): string {
  const safe = id.replace(/[^A-Za-z0-9._-]+/g, "-").replace(/^[.-]+/, "");
  return `scenario-${safe === "" ? "unnamed" : safe}.html`;
}
