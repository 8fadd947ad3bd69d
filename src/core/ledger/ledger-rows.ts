import { levels } from "../backtest/score.ts";
import type { LedgerRun } from "../domain.ts";

/** Columns of quantiles: `q0.025` to `q0.975`. */
export const quantileColumns = levels.map((level) => `q${level}`);

/** Columns of a ledger, the chained hash last. */
export const ledgerColumns = [
  "run",
  "record",
  "vintage",
  "scenario",
  "scheme",
  "year",
  "measure",
  "goal",
  "origin",
  "reading",
  ...quantileColumns,
  "probability",
  "rows",
  "made",
  "replay",
  "version",
  "seed",
  "draws",
  "command",
  "inputs",
  "chain",
] as const;

/** A row without its hash: cells by column; absent cells are empty. */
export type LedgerRow = Readonly<Record<string, string | number>>;

/** Lays out what a run foretold, one row for each forecast and goal; `id` and `vintage` stand in each. */
export function forecastRows({
  id,
  vintage,
  scenario,
  forecasts,
  goals,
}: Pick<LedgerRun, "id" | "vintage" | "scenario" | "forecasts" | "goals">): LedgerRow[] {
  const common = { run: id, vintage, scenario };
  return [
    ...forecasts.map(({ scheme, year, measure, origin, reading, quantiles }) => ({
      ...common,
      record: "forecast",
      scheme,
      year,
      measure,
      origin,
      reading,
      ...Object.fromEntries(quantileColumns.map((column, i) => [column, quantiles[i]])),
    })),
    ...goals.map(({ goal, scheme, year, probability }) => ({
      ...common,
      record: "goal",
      scheme,
      year,
      goal,
      probability,
    })),
  ];
}

/** Lays a run out: first a row that says how it was made and how many rows follow, then what it foretold. */
export function runRows(run: LedgerRun): LedgerRow[] {
  const rows = forecastRows(run);
  const { id, vintage, scenario, made, replay, version, seed, draws, command, inputs } = run;
  const head = {
    run: id,
    record: "run",
    vintage,
    scenario,
    rows: rows.length,
    made,
    replay: replay ? "yes" : "no",
    version,
    seed,
    draws,
    command,
    inputs: inputs.map(({ file, sha256 }) => `${file}:${sha256}`).join(" "),
  };
  return [head, ...rows];
}

/** Rounds a forecast to what a ledger keeps: eight digits of a share, whole persons. */
export function ledgerNumber(value: number, measure: "coverage" | "participants"): number {
  return measure === "participants" ? Math.round(value) : Number(value.toPrecision(8));
}

/** What the first line of a ledger is chained to. */
export const chainStart = "covercast/ledger/1";

/**
 * Returns the hash that ends a line: that of the hash before it and of the line without its own, so that no line can be
 * changed, moved or taken out without the next one telling.
 */
export function chainHash(before: string, line: string, sha256: (text: string) => string): string {
  return sha256(`${before}\n${line}`);
}
