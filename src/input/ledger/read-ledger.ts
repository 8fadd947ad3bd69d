import type { LedgerForecast, LedgerGoal, LedgerRun } from "../../core/domain.ts";
import type { Checked } from "../../core/errors.ts";
import { chainHash, chainStart, ledgerColumns, quantileColumns } from "../../core/ledger/ledger-rows.ts";
import { type CsvRow, parseCsv } from "../csv.ts";
import { Problems } from "../problems.ts";
import type { SourceText } from "../source-text.ts";

/** A ledger that holds together, and the hash that its next line is chained to. */
export interface Ledger {
  readonly runs: readonly LedgerRun[];
  readonly head: string;
}

type Row = CsvRow<(typeof ledgerColumns)[number]>;

const mend = "take the file back from version control or a copy: a ledger is added to, never edited";

/** Reads a ledger, line by line against its chain of hashes; the first line that does not fit is told, and nothing is read. */
export function readLedger(source: SourceText, sha256: (text: string) => string): Checked<Ledger> {
  const problems = new Problems();
  const head = checkChain(source, sha256, problems);
  if (problems.failed) return problems.close(() => null as never);
  const table = parseCsv(source, ledgerColumns);
  problems.add(...table.diagnostics);
  const runs = gatherRuns(table.rows ?? [], problems);
  return problems.close(() => ({ runs, head }));
}

/** Follows the chain from the first line to the last and returns its last hash. */
function checkChain({ file, text }: SourceText, sha256: (text: string) => string, problems: Problems): string {
  const lines = text.replace(/^\ufeff/, "").split(/\r?\n/);
  const place = (index: number) => ({ file, line: index + 1, column: 1 });
  if (lines[0] !== ledgerColumns.join(",")) {
    problems.error("ledger/header", place(0), "the first line does not name the columns of a ledger", { hint: mend });
    return "";
  }
  if (lines[lines.length - 1] !== "") {
    problems.error("ledger/torn", place(lines.length - 1), "the last line has no end: the file was cut off", {
      hint: mend,
    });
    return "";
  }
  let before = chainHash(chainStart, lines[0], sha256);
  for (let i = 1; i < lines.length - 1; i++) {
    const cut = lines[i].lastIndexOf(",");
    const hash = lines[i].slice(cut + 1);
    if (!/^[0-9a-f]{64}$/.test(hash)) {
      problems.error("ledger/torn", place(i), "the line does not end with its hash: it was cut off or edited", {
        hint: mend,
      });
      return "";
    }
    if (hash !== chainHash(before, lines[i].slice(0, cut), sha256)) {
      const message = "the line is not what was archived, or a line before it was taken out: its hash does not follow";
      problems.error("ledger/broken-chain", place(i), message, { hint: mend });
      return "";
    }
    before = hash;
  }
  return before;
}

function gatherRuns(rows: readonly Row[], problems: Problems): LedgerRun[] {
  const runs: LedgerRun[] = [];
  for (let i = 0; i < rows.length; ) {
    const head = rows[i];
    const members = head.cells.record === "run" ? Number(head.cells.rows) : Number.NaN;
    const body = rows.slice(i + 1, i + 1 + members);
    if (!(members >= 0) || body.length < members || body.some(({ cells }) => cells.run !== head.cells.run)) {
      const message = `the run ${head.cells.run} should have ${head.cells.rows} lines, and has not: lines were cut off`;
      problems.error("ledger/lines-missing", head.at("run"), message, { hint: mend });
      return [];
    }
    runs.push(runOf(head, body));
    i += 1 + members;
  }
  return runs;
}

function runOf({ cells }: Row, body: readonly Row[]): LedgerRun {
  const of = (record: string) => body.filter((row) => row.cells.record === record).map((row) => row.cells);
  return {
    id: cells.run,
    vintage: cells.vintage,
    made: cells.made,
    replay: cells.replay === "yes",
    scenario: cells.scenario,
    version: cells.version,
    seed: Number(cells.seed),
    draws: Number(cells.draws),
    command: cells.command,
    inputs: cells.inputs
      .split(" ")
      .filter((entry) => entry !== "")
      .map((entry) => ({
        file: entry.slice(0, entry.lastIndexOf(":")),
        sha256: entry.slice(entry.lastIndexOf(":") + 1),
      })),
    forecasts: of("forecast").map(
      (row): LedgerForecast => ({
        scheme: row.scheme,
        year: Number(row.year),
        measure: row.measure as LedgerForecast["measure"],
        origin: Number(row.origin),
        reading: Number(row.reading),
        quantiles: quantileColumns.map((column) => Number((row as Readonly<Record<string, string>>)[column])),
      }),
    ),
    goals: of("goal").map(
      (row): LedgerGoal => ({
        goal: row.goal,
        scheme: row.scheme,
        year: Number(row.year),
        probability: Number(row.probability),
      }),
    ),
  };
}
