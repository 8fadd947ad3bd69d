import { relative, resolve } from "node:path";
import { frameDiagnostic } from "../../input/frame.ts";
import { chartKinds, type ReportFigure, reportFigures } from "../../report/formats/export-figures.ts";
import { workbookSheets } from "../../report/formats/workbook.ts";
import { paletteOf } from "../../report/html/palette.ts";
import { chooseLanguage } from "../choose-language.ts";
import { type ExitCode, exitCodes, type GlobalOptions, type Session, UsageError } from "../command.ts";
import { type FigureFormat, figureFormats, figureWriter } from "../files/figure-files.ts";
import { type NewFile, writeFiles } from "../files/io.ts";
import { planRun } from "../run/plan-run.ts";
import { projectScenarios } from "../run/project-scenarios.ts";
import { refuseGrave } from "../run/refuse-grave.ts";
import { asOfDay, type SettingOptions, threadCount } from "../settings.ts";
import { frameStyle } from "../show/frame-style.ts";
import { openProgress } from "../show/progress.ts";
import { showAside } from "../show/show-aside.ts";
import { openStudy } from "../study.ts";
import { suggest } from "../usage.ts";

/** What `export` may be told. */
export interface ExportOptions extends SettingOptions {
  readonly scenario?: readonly string[];
  readonly out?: string;
  readonly format?: readonly string[];
  readonly chart?: readonly string[];
  readonly scale: number;
  readonly dark: boolean;
  readonly locale?: string;
  readonly asOf?: string;
  readonly workers?: number;
}

/** Folder of the workspace that files go to where no other is named. */
const exportFolder = "export";
/** The workbook of all tables. */
const workbookName = "covercast.xlsx";

const [smallest, largest] = [0.5, 8];

/** Projects scenarios and writes the charts of their reports, and all tables in one workbook, as files of their own. */
export async function exportJourney(options: ExportOptions & GlobalOptions, session: Session): Promise<ExitCode> {
  const { terminal, cwd } = session;
  const formats = pickFileFormats(options.format ?? []);
  const wanted = listed(options.chart ?? []);
  refuseUnknownKinds(wanted);
  if (!(options.scale >= smallest && options.scale <= largest))
    throw new UsageError(`--scale must be a number from ${smallest} to ${largest}`);
  const only = options.scenario?.length ? { only: options.scenario } : {};
  const study = openStudy({ workspace: options.workspace, cwd, asOf: asOfDay(options.asOf), ...only });
  const language = chooseLanguage(options.locale, study.workspace.locale);
  for (const warning of study.warnings)
    terminal.remark(`${frameDiagnostic(warning, study.sources, frameStyle(terminal))}\n`);
  showAside(study, terminal);
  if (refuseGrave(study, language, terminal)) return exitCodes.refused;

  const { picked: _, ...request } = planRun(study, { ...options, format: [] });
  const projecting = openProgress(request.scenarios.length, terminal.watched);
  const run = await projectScenarios(study, {
    ...request,
    manifest: { ...request.manifest, command: request.manifest.command.replace(/^covercast run/, "covercast export") },
    workers: threadCount(options.workers),
    done: (scenario) => projecting.step(language.local(scenario.title)),
  });
  projecting.stop();

  const folder = resolve(cwd, options.out ?? resolve(study.root, exportFolder));
  const files: NewFile[] = [];
  const figures = formats.figures.length > 0 ? pickFigures(reportFigures(run, language), wanted) : [];
  const writer = await figureWriter(formats.figures, {
    palette: paletteOf(options.dark ? "dark" : "light"),
    scale: options.scale,
  });
  if (writer.silent && figures.length > 0) {
    terminal.complain(writer.silent);
    // Who asked for pictures alone would get nothing.
    if (formats.asked && formats.figures.every((id) => id === "png")) return exitCodes.refused;
  }
  const drawing = openProgress(figures.length, terminal.watched);
  for (const one of figures) {
    for (const { name, content } of writer.write(one)) files.push({ path: resolve(folder, one.report, name), content });
    drawing.step(one.figure.title);
  }
  drawing.stop();
  if (formats.workbook && wanted.length === 0) {
    const { workbookBytes } = await import("../files/workbook-bytes.ts");
    files.push({ path: resolve(folder, workbookName), content: await workbookBytes(workbookSheets(run, language)) });
  }
  writeFiles(files);
  const shown = files.map(({ path, content }) => ({
    file: relative(folder, path).replaceAll("\\", "/"),
    bytes: Buffer.byteLength(content),
  }));
  if (options.json) terminal.print(JSON.stringify({ folder, font: writer.font, files: shown }, null, 2));
  else tell(shown, figures, relative(cwd, folder) || ".", terminal.print);
  return exitCodes.done;
}

/** Words of a list that may be given one by one or with commas between. */
function listed(words: readonly string[]): string[] {
  return words
    .flatMap((word) => word.split(","))
    .map((word) => word.trim())
    .filter((word) => word !== "");
}

function pickFileFormats(given: readonly string[]) {
  const asked = listed(given);
  const known = [...figureFormats, "xlsx"];
  const wrong = asked.find((id) => !known.includes(id));
  if (wrong !== undefined)
    throw new UsageError(`There is no format ${wrong}.${suggest(wrong, known)}\nFormats: ${known.join(", ")}`);
  const holds = (id: string) => asked.length === 0 || asked.includes(id);
  return { asked: asked.length > 0, figures: figureFormats.filter(holds) as FigureFormat[], workbook: holds("xlsx") };
}

/** Refuses what can be no chart before anything is computed: a name begins with its kind. */
function refuseUnknownKinds(wanted: readonly string[]): void {
  const wrong = wanted.find((name) => !chartKinds.some((kind) => name === kind || name.startsWith(`${kind}-`)));
  if (wrong !== undefined)
    throw new UsageError(`There is no chart ${wrong}.${suggest(wrong, chartKinds)}\nCharts: ${chartKinds.join(", ")}`);
}

function pickFigures(figures: readonly ReportFigure[], wanted: readonly string[]): ReportFigure[] {
  const ids = [...new Set(figures.map(({ figure }) => figure.id))];
  const wrong = wanted.find((name) => !figures.some(({ figure }) => figure.id === name || figure.chart === name));
  if (wrong !== undefined) {
    const kind = chartKinds.includes(wrong);
    throw new UsageError(
      kind
        ? `The reports of this run have no chart of the kind ${wrong}.`
        : `There is no chart ${wrong}.${suggest(wrong, ids)}\nCharts of this run: ${ids.join(", ")}`,
    );
  }
  return figures.filter(
    ({ figure }) => wanted.length === 0 || wanted.includes(figure.id) || wanted.includes(figure.chart),
  );
}

/** Prints what was written: a line for each report, since its charts may be many. */
function tell(
  files: readonly { readonly file: string; readonly bytes: number }[],
  figures: readonly ReportFigure[],
  folder: string,
  print: (line: string) => void,
): void {
  print(`Wrote ${files.length} files to ${folder}/`);
  const reports = [...new Set(figures.map(({ report }) => report))];
  const kilobytes = (of: typeof files) => `${Math.ceil(of.reduce((sum, { bytes }) => sum + bytes, 0) / 1000)} kB`;
  const width = Math.max(...[...reports, workbookName].map((name) => name.length + 1));
  for (const report of reports) {
    const own = files.filter(({ file }) => file.startsWith(`${report}/`));
    const charts = figures.filter((one) => one.report === report).length;
    print(`  ${`${report}/`.padEnd(width)}  ${charts} charts in ${own.length} files, ${kilobytes(own)}`);
  }
  const book = files.filter(({ file }) => file === workbookName);
  if (book.length > 0) print(`  ${workbookName.padEnd(width)}  ${kilobytes(book)}`);
}
