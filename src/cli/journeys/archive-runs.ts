import { resolve } from "node:path";
import { version } from "../../../package.json";
import { levels } from "../../core/backtest/score.ts";
import type { LedgerForecast, LedgerGoal, LedgerRun, Projection, RunSettings, Scenario } from "../../core/domain.ts";
import { publicationDates } from "../../core/history/vintage.ts";
import {
  chainHash,
  chainStart,
  forecastRows,
  type LedgerRow,
  ledgerColumns,
  ledgerNumber,
  runRows,
} from "../../core/ledger/ledger-rows.ts";
import type { FitCache } from "../../core/prepare.ts";
import { project } from "../../core/project.ts";
import { csvLine } from "../../report/formats/csv-text.ts";
import { UsageError } from "../command.ts";
import { writeFiles } from "../files/io.ts";
import { ledgerFile, type OpenLedger, openLedger, sha256 } from "../files/ledger-files.ts";
import { prepareScenario } from "../run/project-scenarios.ts";
import type { Study } from "../study.ts";

/** Central intervals that a ledger keeps, whatever the workspace shows. */
const BANDS = [0.5, 0.8, 0.95];
/** Digits of a hash that name a run. */
const ID_DIGITS = 12;

/** What is to be archived. */
export interface ArchiveRequest {
  readonly scenarios: readonly Scenario[];
  readonly run: RunSettings;
  /** The day on which the forecast is made, as told; null: its vintage. */
  readonly made: string | null;
  /** What to type to get the same forecast again. */
  readonly command: string;
  /** Called after each scenario. */
  done(scenario: Scenario): void;
}

/** What became of it. */
export interface Archived {
  readonly file: string;
  readonly added: readonly LedgerRun[];
  /** Runs that the ledger had held before. */
  readonly known: readonly LedgerRun[];
}

/**
 * Projects scenarios and appends what they foretell to the workspace's ledger. The whole file is written beside and put
 * in place at once, so that a program that is killed leaves the old one. What the ledger holds already is not added again.
 *
 * There is no clock: a run's vintage is the day that is replayed, or that on which the newest figure was published.
 */
export function archiveRuns(study: Study, { scenarios, run, made, command, done }: ArchiveRequest): Archived {
  // A ledger that does not hold together is told of before any work is done.
  openLedger(study.root);
  const newest = newestPublication(study);
  const vintage = study.asOf ?? newest;
  if (made !== null && made < vintage)
    throw new UsageError(`--date ${made} lies before ${vintage}, up to which figures are used; replay it with --as-of`);
  const replay = vintage < newest;
  const fits: FitCache = new Map();
  const runs = scenarios.map((scenario): LedgerRun => {
    const input = prepareScenario(study, scenario, { ...run, bands: BANDS }, fits);
    const told = { vintage, scenario: scenario.id, ...whatIsTold(project(input, new Map(), false)) };
    done(scenario);
    const { seed, draws } = run;
    const inputs = study.inputs.map(({ file, sha256: hash }) => ({ file, sha256: hash }));
    return { id: idOf(told), made: made ?? vintage, replay, version, seed, draws, command, inputs, ...told };
  });
  // Read again: another program may have added to it meanwhile.
  const ledger = openLedger(study.root);
  const isKnown = ({ id }: LedgerRun) => ledger.runs.some((one) => one.id === id);
  const added = runs.filter((one) => !isKnown(one));
  if (added.length > 0)
    writeFiles([{ path: resolve(study.root, ledgerFile), content: append(ledger, added.flatMap(runRows)) }]);
  return { file: ledgerFile, added, known: runs.filter(isKnown) };
}

/** Returns the latest day on which any figure of the data was published, or is assumed to have been. */
function newestPublication({ data }: Study): string {
  const publicationOf = publicationDates(data);
  const days = [...data.observations, ...data.bases].flatMap((row) => publicationOf(row).published ?? []);
  return days.sort().at(-1) ?? "";
}

function whatIsTold({ input, summary, assessments }: Projection): Pick<LedgerRun, "forecasts" | "goals"> {
  const forecasts = summary.schemes.flatMap(({ scheme, ...tables }) => {
    const last = input.schemes.find(({ id }) => id === scheme)?.history.points.at(-1);
    if (last === undefined) return [];
    return (["coverage", "participants"] as const).flatMap((measure) =>
      summary.years.flatMap((year, y): LedgerForecast[] => {
        if (year <= last.year) return [];
        const quantiles = levels.map((level) => tables[measure][summary.levels.indexOf(level)][y]);
        const kept = (value: number) => ledgerNumber(value, measure);
        return [
          { scheme, year, measure, origin: last.year, reading: kept(last[measure]), quantiles: quantiles.map(kept) },
        ];
      }),
    );
  });
  const goals = assessments.flatMap(({ goal, probability }): LedgerGoal[] =>
    probability === null ? [] : [{ goal: goal.id, scheme: goal.scheme, year: goal.year, probability }],
  );
  return { forecasts, goals };
}

/** Names a run by what it foretells: the same forecast gets the same name. */
function idOf(told: Pick<LedgerRun, "vintage" | "scenario" | "forecasts" | "goals">): string {
  const lines = forecastRows({ id: "", ...told }).map(lineOf);
  return sha256(lines.join("\n")).slice(0, ID_DIGITS);
}

/** Returns a ledger's text with rows added, each chained to the one before. */
function append({ text, head }: OpenLedger, rows: readonly LedgerRow[]): string {
  const header = ledgerColumns.join(",");
  let hash = text === "" ? chainHash(chainStart, header, sha256) : head;
  let result = text === "" ? `${header}\n` : text;
  for (const row of rows) {
    const line = lineOf(row);
    hash = chainHash(hash, line, sha256);
    result += `${line},${hash}\n`;
  }
  return result;
}

function lineOf(row: LedgerRow): string {
  return csvLine(ledgerColumns.slice(0, -1).map((column) => row[column] ?? null));
}
