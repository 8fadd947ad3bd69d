import { Document, isCollection, visit } from "../yaml-package.ts";

/** Sections of settings, in the order in which they are written. */
const sections = ["world", "trend", "levers"] as const;

/** What a scenario file says. */
export interface ScenarioText {
  /** Keys of the file itself, in their order: `id`, `title`, `extends` ... */
  readonly head: Readonly<Record<string, unknown>>;
  /** Settings by dotted path: `levers.drive.compliance`. */
  readonly settings: Readonly<Record<string, unknown>>;
}

/** Writes a small scenario file: only what is set, in an order that depends on nothing else. */
export function writeScenario({ head, settings }: ScenarioText): string {
  const root: Record<string, unknown> = { schema: 1, ...head };
  for (const section of sections) {
    const subjects: Record<string, Record<string, unknown>> = {};
    for (const key of Object.keys(settings).sort()) {
      const [of, subject, name] = key.split(".");
      if (of !== section || subject === undefined || name === undefined) continue;
      subjects[subject] ??= {};
      subjects[subject][name] = settings[key];
    }
    if (Object.keys(subjects).length > 0) root[section] = subjects;
  }
  return writeYaml(root, 3);
}

/** Writes plain values as YAML: maps and lists this deep or deeper stand in one line. */
function writeYaml(value: unknown, inLine: number): string {
  const document = new Document(value, { aliasDuplicateObjects: false });
  visit(document, {
    Collection(_, node, path) {
      if (path.filter(isCollection).length >= inLine) node.flow = true;
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}
