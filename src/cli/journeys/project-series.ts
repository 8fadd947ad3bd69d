import { relative, resolve, sep } from "node:path";
import type { Checked } from "../../core/errors.ts";
import { type ForecastTask, furthestHorizon, readOrigins } from "../../input/series/read-origins.ts";
import { readSeries, type SeriesTable } from "../../input/series/read-series.ts";
import { type ExitCode, exitCodes, type GlobalOptions, Refusal, type Session, UsageError } from "../command.ts";
import { growFile, readPieces } from "../files/io.ts";
import { readSource } from "../files/read-source.ts";
import { threadCount } from "../settings.ts";
import { openProgress } from "../show/progress.ts";
import { forecastAll, threadsForTasks } from "./forecast-all.ts";

/** What `project` may be told. */
export interface SeriesOptions {
  readonly series: string;
  readonly origins?: string;
  readonly horizon: number;
  readonly out?: string;
  readonly unbounded: boolean;
  readonly workers?: number;
}

/** Columns of the table of forecasts; the numbers stand in the unit of the input. */
const columns = ["series_id", "origin", "horizon", "mean", "median", "lo80", "hi80", "lo95", "hi95"];
type Forecast = readonly (string | number)[];

/** Digits printed of a forecast: far finer than any forecast, and the same on every machine. */
const DIGITS = 9;

/** Reads a long table of series, foretells each, and writes the forecasts as they come. */
export async function projectSeries(
  options: SeriesOptions & GlobalOptions,
  { terminal, cwd }: Session,
): Promise<ExitCode> {
  const { unbounded, horizon } = options;
  if (!Number.isInteger(horizon) || horizon < 1 || horizon > furthestHorizon)
    throw new UsageError(`--horizon must be a whole number from 1 to ${furthestHorizon}, the years ahead`);
  const workers = threadCount(options.workers);
  const inputs = [options.series, ...(options.origins === undefined ? [] : [options.origins])];
  const out = options.out === undefined ? null : resolve(cwd, options.out);
  if (out !== null && inputs.some((file) => resolve(cwd, file) === out))
    throw new UsageError(`--out names a file that is read, ${options.out}; it would be lost`);

  const table = read(cwd, options.series, (name, pieces) => readSeries(name, pieces, unbounded));
  const { tasks, leftOut } = tasksOf(options, cwd, table);
  for (const id of leftOut.slice(0, LISTED)) terminal.remark(`${JSON.stringify(id)} has one reading and is left out`);
  if (leftOut.length > LISTED) terminal.remark(`${leftOut.length - LISTED} more series have one reading each`);

  const file = out === null ? null : growFile(out, nameOf(cwd, out));
  const kept: Forecast[] = [];
  const emit = (lines: readonly string[]) => {
    if (file) file.write(`${lines.join("\n")}\n`);
    else if (!options.json) terminal.print(lines.join("\n"));
  };
  const progress = openProgress(tasks.length, terminal.watched);
  let forecasts = 0;
  try {
    emit([columns.join(",")]);
    const scale = unbounded ? "unbounded" : "share";
    await forecastAll(table.series, tasks, scale, workers ?? threadsForTasks(tasks.length), (task, years) => {
      const rows = rowsOf(task, years, table);
      forecasts += rows.length;
      if (out === null && options.json) kept.push(...rows);
      emit(rows.map((row) => row.map(csvCell).join(",")));
      progress.step("");
    });
    file?.finish();
  } catch (error) {
    file?.discard();
    throw error;
  } finally {
    progress.stop();
  }

  const about = { series: table.series.size, origins: tasks.length, unit: table.unit, leftOut };
  if (options.json)
    terminal.print(
      JSON.stringify(
        out === null
          ? { ...about, forecasts: kept.map((row) => Object.fromEntries(columns.map((name, c) => [name, row[c]]))) }
          : { ...about, forecasts, file: nameOf(cwd, out) },
      ),
    );
  else if (out !== null)
    terminal.remark(
      `Wrote ${forecasts} forecasts of ${about.series} series from ${about.origins} origins to ${nameOf(cwd, out)}`,
    );
  return exitCodes.done;
}

/** Series told by name that are left out. */
const LISTED = 5;

const nameOf = (cwd: string, file: string) => relative(cwd, resolve(cwd, file)).split(sep).join("/");

/** Reads a table in pieces; what is refused comes with the lines it is about, where the file is small enough to show. */
function read<T>(cwd: string, file: string, take: (name: string, pieces: Iterable<Uint8Array>) => Checked<T>): T {
  const path = resolve(cwd, file);
  const name = nameOf(cwd, file);
  const checked = take(name, readPieces(path, name));
  if (checked.ok) return checked.value;
  const { source } = readSource(cwd, path);
  throw new Refusal(checked.diagnostics, new Map(source.ok ? [[name, source.value.text]] : []));
}

/** What is to be foretold: the origins of the file, else every series from its last row; one reading is too few. */
function tasksOf({ origins, horizon }: SeriesOptions, cwd: string, table: SeriesTable) {
  if (origins !== undefined)
    return { tasks: read(cwd, origins, (name, pieces) => readOrigins(name, pieces, table, horizon)), leftOut: [] };
  const all = [...table.series.values()];
  return {
    tasks: all
      .filter(({ years }) => years.length > 1)
      .map(({ id, years }): ForecastTask => ({ series: id, readings: years.length, horizon })),
    leftOut: all.filter(({ years }) => years.length < 2).map(({ id }) => id),
  };
}

function rowsOf(task: ForecastTask, years: readonly Float64Array[], { series, unit }: SeriesTable): Forecast[] {
  const origin = series.get(task.series)?.years[task.readings - 1] ?? Number.NaN;
  const scale = unit === "percent" ? 100 : 1;
  return years.map((numbers, h) => [
    task.series,
    origin,
    h + 1,
    ...Array.from(numbers, (value) => Number((value * scale).toPrecision(DIGITS))),
  ]);
}

/** Writes a cell so that it is read back as it is: names are those of the input, to the letter. */
function csvCell(cell: string | number): string {
  const text = String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
