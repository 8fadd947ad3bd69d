import type { Language } from "../../report/language.ts";
import { showFindings } from "../show/show-findings.ts";
import type { Terminal } from "../show/terminal.ts";
import type { Study } from "../study.ts";

/** Tells of figures that contradict themselves, from which nothing can be projected; true if there are any. */
export function refuseGrave(study: Study, language: Language, terminal: Terminal): boolean {
  const grave = study.findings.filter(({ severity }) => severity === "error");
  if (grave.length === 0) return false;
  showFindings(grave, language, { ...terminal, print: terminal.complain });
  terminal.complain("The figures contradict themselves: nothing was projected. covercast check shows all findings.");
  return true;
}
