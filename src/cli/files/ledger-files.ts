import { createHash } from "node:crypto";
import { resolve } from "node:path";
import type { LedgerScores, Statement } from "../../core/domain.ts";
import type { Checked } from "../../core/errors.ts";
import { chainStart } from "../../core/ledger/ledger-rows.ts";
import { scoreLedger } from "../../core/ledger.ts";
import { type Ledger, readLedger } from "../../input/ledger/read-ledger.ts";
import { readStatements } from "../../input/ledger/read-statements.ts";
import { Refusal } from "../command.ts";
import type { Study } from "../study.ts";
import { exists } from "./io.ts";
import { readSource } from "./read-source.ts";

/** Where archived forecasts and official statements stand, within a workspace. */
export const ledgerFile = "ledger/forecasts.csv";
const statementsFile = "ledger/statements.csv";

/** Returns the SHA-256 of a text in UTF-8, in hexadecimal digits. */
export function sha256(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}

/** A ledger with its text; an empty one where there is no file yet. */
export interface OpenLedger extends Ledger {
  readonly text: string;
}

/** Reads a workspace's ledger; throws a Refusal that names the line where it does not hold together. */
export function openLedger(root: string): OpenLedger {
  if (!exists(resolve(root, ledgerFile))) return { runs: [], head: chainStart, text: "" };
  const { source, shown } = readSource(root, ledgerFile);
  const ledger = accept(source.ok ? readLedger(source.value, sha256) : source, ledgerFile, shown);
  return { ...ledger, text: shown };
}

/** Reads what officials stated of coming year ends; none where there is no such file. */
export function openStatements({ root, workspace, data }: Study): readonly Statement[] {
  if (!exists(resolve(root, statementsFile))) return [];
  const { source, shown } = readSource(root, statementsFile);
  const names = {
    schemes: new Set(workspace.schemes.map(({ id }) => id)),
    sources: new Set(data.sources.map(({ id }) => id)),
  };
  return accept(source.ok ? readStatements(source.value, names) : source, statementsFile, shown);
}

/** Holds a workspace's ledger against all that is known; null where it has none. */
export function scoreStudy(study: Study): LedgerScores | null {
  const { workspace, data, known, root } = study;
  const { runs } = openLedger(root);
  if (runs.length === 0) return null;
  return scoreLedger({
    runs,
    statements: openStatements(study),
    histories: known.histories,
    observations: data.observations,
    goals: data.goals,
    schemes: workspace.schemes.map(({ id }) => id),
    reference: workspace.reference,
  });
}

function accept<T>(checked: Checked<T>, file: string, shown: string): T {
  if (checked.ok) return checked.value;
  throw new Refusal(checked.diagnostics, new Map([[file, shown]]));
}
