import type { Finding } from "../../core/domain.ts";
import type { Language } from "../../report/language.ts";
import type { Terminal } from "./terminal.ts";

const severities = ["error", "warning", "note"] as const;

/** Prints what the audit found, the gravest first, each with its code and the line that it is about. */
export function showFindings(findings: readonly Finding[], language: Language, { print, paint }: Terminal): void {
  const colour = { error: paint.red, warning: paint.yellow, note: paint.cyan };
  for (const severity of severities) {
    const group = findings.filter((finding) => finding.severity === severity);
    if (group.length === 0) continue;
    print(paint.bold(colour[severity](`${language.say(`severity.${severity}`)} (${group.length})`)));
    for (const { code, message, place } of group) {
      print(`  ${place ? `${place.file}:${place.line}  ` : ""}${paint.dim(code)}`);
      print(`    ${language.local(message)}`);
    }
    print("");
  }
}

/** Counts findings in words: `2 errors, 5 warnings, 12 notes`. */
export function countFindings(findings: readonly Pick<Finding, "severity">[]): string {
  return severities
    .map((severity) => {
      const n = findings.filter((finding) => finding.severity === severity).length;
      return `${n} ${severity}${n === 1 ? "" : "s"}`;
    })
    .join(", ");
}
