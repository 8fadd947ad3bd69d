import type { Diagnostic } from "../core/errors.ts";

/** Writes diagnostics out as a user reads them: where and which rule, what, and what to do; then how many. */
export function listDiagnostics(diagnostics: readonly Diagnostic[]): string {
  const count = (severity: Diagnostic["severity"], word: string) => {
    const n = diagnostics.filter((d) => d.severity === severity).length;
    return n === 0 ? [] : [`${n} ${word}${n === 1 ? "" : "s"}`];
  };
  const total = [...count("error", "error"), ...count("warning", "warning")].join(", ");
  return [...diagnostics.map(describeDiagnostic), total].join("\n");
}

/** Writes one diagnostic out; the first line is one that editors and terminals can jump from. */
export function describeDiagnostic({ place, severity, code, message, path, hint }: Diagnostic): string {
  const where = place ? `${place.file}:${place.line}:${place.column}  ` : "";
  const subject = path && !message.includes(path) ? `${path}: ` : "";
  return [`${where}${severity}  ${code}`, `  ${subject}${message}`, ...(hint ? [`  hint: ${hint}`] : [])].join("\n");
}
