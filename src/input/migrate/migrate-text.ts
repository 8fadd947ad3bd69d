import type { Checked } from "../../core/errors.ts";
import { Problems } from "../problems.ts";
import type { SourceText } from "../source-text.ts";
import { parseYaml } from "../yaml.ts";
import { parseDocument } from "../yaml-package.ts";
import { isMap } from "../yaml-tree.ts";
import { currentFormat, type FileKind, type Migration } from "./migration.ts";

/** A file brought to the current version of its format. */
export interface Migrated {
  readonly source: SourceText;
  /** The version that it was written in. */
  readonly from: number;
  readonly to: number;
  /** What was changed and why, step by step; empty for a file that was current. */
  readonly notes: readonly string[];
}

/**
 * Brings a file to the current version of its format, step by step. Comments, the order of keys and the spelling of
 * values stay; only spaces before comments and the line breaks of folded text (`>`) may be laid out anew.
 *
 * A file that is current, or whose version cannot be read, comes back as it is: its readers tell what is wrong with it.
 * Refuses a file that is not YAML, and by name one that is newer than this program (`CODE/newer-version`).
 */
export function migrateText(source: SourceText, file: FileKind, steps: readonly Migration[]): Checked<Migrated> {
  const problems = new Problems();
  const to = currentFormat(file, steps);
  const tree = problems.take(parseYaml(source));
  const from = isMap(tree?.value) ? tree.value.schema : undefined;
  const same = (version: number): Migrated => ({ source, from: version, to, notes: [] });
  if (!tree || typeof from !== "number" || !Number.isInteger(from)) return problems.close(() => same(to));
  if (from > to)
    problems.error(
      `${file}/newer-version`,
      tree.valueAt(["schema"]),
      `the file has format ${from}, this covercast reads format ${to}`,
      { path: "schema", hint: "install a newer covercast" },
    );
  // There is no version below the first: such a file is no older one.
  if (from >= to || from < 1) return problems.close(() => same(Math.max(from, to)));
  const road = Array.from({ length: to - from }, (_, i) =>
    steps.find((step) => step.file === file && step.from === from + i),
  );
  // The tree above was read within all limits, so that this cannot be bombed either.
  const document = parseDocument(source.text, { version: "1.2", schema: "core", logLevel: "error" });
  for (const step of road) step?.change(document);
  document.set("schema", to);
  const text = document.toString({ lineWidth: 0, flowCollectionPadding: false });
  const notes = road.flatMap((step) => step?.note ?? []);
  return problems.close(() => ({ source: { file: source.file, text }, from, to, notes }));
}
