import { CovercastError, type Diagnostic } from "../../core/errors.ts";
import { frameDiagnostics } from "../../input/frame.ts";
import type { Language } from "../../report/language.ts";
import { Refusal, UsageError } from "../command.ts";
import { describeBug } from "../describe-bug.ts";
import { frameStyle } from "../show/frame-style.ts";
import type { Terminal } from "../show/terminal.ts";
import type { Study } from "../study.ts";

/** What went wrong in a run, for people and for programs. */
export interface WatchProblem {
  readonly plain: string;
  /** The same with the terminal's colours. */
  readonly painted: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** Words whatever a run threw. A fault of ours is shown like any other, so that the watch goes on. */
export function describeProblem(error: unknown, terminal: Terminal): WatchProblem {
  if (error instanceof CovercastError) {
    const sources = error instanceof Refusal ? error.sources : undefined;
    return problemOf(error.diagnostics, sources, terminal);
  }
  const usage = error instanceof UsageError;
  const text = usage ? error.message : describeBug(error);
  const diagnostic: Diagnostic = {
    code: usage ? "usage" : "bug",
    severity: "error",
    message: text,
    place: null,
  };
  return { plain: text, painted: text, diagnostics: [diagnostic] };
}

/** Frames diagnostics as a problem. */
export function problemOf(
  diagnostics: readonly Diagnostic[],
  sources: ReadonlyMap<string, string> | undefined,
  terminal: Terminal,
): WatchProblem {
  return {
    plain: frameDiagnostics(diagnostics, sources),
    painted: frameDiagnostics(diagnostics, sources, frameStyle(terminal)),
    diagnostics,
  };
}

/** Refuses figures that contradict themselves, each with its line. */
export function refuseContradictions({ findings, sources }: Study, language: Language): void {
  const grave = findings.filter(({ severity }) => severity === "error");
  if (grave.length === 0) return;
  throw new Refusal(
    grave.map(({ code, message, place }) => ({ code, severity: "error", message: language.local(message), place })),
    sources,
  );
}
