import type { Assumption, Scenario } from "../../core/domain.ts";
import type { Place } from "../../core/errors.ts";
import { leverKind } from "../../core/levers/index.ts";
import type { WorkspaceSource } from "../workspace.ts";
import { dotted, isMap, type Path, valueAtPath } from "../yaml-tree.ts";
import type { Inheritance } from "./extend.ts";
import type { ScenarioTree } from "./scenario-tree.ts";
import { defaultText, leverText, numberText, trendText } from "./setting-text.ts";
import type { Setting } from "./settings.ts";
import { assemble } from "./settings.ts";

/** An assumption before it is held against the reference scenario's. */
export type Row = Omit<Assumption, "reference" | "differs">;

/** Keys of a lever that change no number. */
const wordsOnly = new Set(["title", "evidence", "note", "enabled", "slider"]);

/**
 * Lists what holds in a scenario, key by key, with the line that says so: growth of bases, trends, exit rates, levers.
 *
 * Every stated ceiling, every exit rate and every lever parameter has a row; a default has the line of what it belongs
 * to. Levers that are switched off have one row.
 */
export function assumptionRows(scenario: ScenarioTree, { effective }: Inheritance, workspace: WorkspaceSource): Row[] {
  const row = (key: string, value: string, place: Place, inherited: boolean): Row => ({
    key,
    value,
    file: place.file,
    line: place.line,
    inherited,
  });
  const fromSetting = (path: Path, { value, from }: Setting, words: (value: unknown) => string) =>
    row(dotted(path), words(value), from.tree.keyAt(path), from !== scenario);
  const settings = [...effective.values()].filter(({ path }) => path.length === 3);
  const find = (path: Path) => settings.find((s) => path.every((step, i) => s.path[i] === step));
  const { tree } = workspace;

  const world = workspace.workspace.bases.map(({ id }) => {
    const path = ["world", id, "growth"];
    const words = (value: unknown) =>
      value === undefined ? "from the projections in the data" : numberText("rate-per-year", value);
    const setting = find(path);
    const own = ["bases", id, "growth"];
    return setting
      ? fromSetting(path, setting, words)
      : row(dotted(path), words(valueAtPath(tree.value, own)), tree.keyAt(own), true);
  });

  const trends = workspace.workspace.schemes.flatMap(({ id, sumOf }) => {
    if (sumOf.length > 0) return [];
    const exit = ["schemes", id, "exitRate"];
    const exitRate = valueAtPath(tree.value, exit) ?? "5%";
    const keys = ["ceiling", "window", "curves", "exclude"].flatMap((key) => {
      const path = ["trend", id, key];
      const setting = find(path);
      if (setting) return [fromSetting(path, setting, (value) => trendText(key, value))];
      const own = ["schemes", id, "trend", key];
      const value = valueAtPath(tree.value, own);
      return value === undefined ? [] : [row(dotted(path), trendText(key, value), tree.keyAt(own), true)];
    });
    return [...keys, row(dotted(exit), numberText("share", exitRate), tree.keyAt(exit), true)];
  });

  return [...world, ...trends, ...leverRows(settings, fromSetting, row)];
}

function leverRows(
  settings: readonly Setting[],
  fromSetting: (path: Path, setting: Setting, words: (value: unknown) => string) => Row,
  row: (key: string, value: string, place: Place, inherited: boolean) => Row,
): Row[] {
  const own = settings.filter(({ path }) => path[0] === "levers");
  const levers = assemble(own).levers;
  return Object.entries(isMap(levers) ? levers : {}).flatMap(([id, lever]) => {
    const of = own.filter(({ path }) => path[1] === id);
    const kind = isMap(lever) ? leverKind(String(lever.kind)) : undefined;
    if (!kind) return [];
    const enabled = of.find(({ path, value }) => path[2] === "enabled" && value === false);
    if (enabled) return [fromSetting(["levers", id], enabled, () => "switched off")];
    const set = of.filter(({ path }) => !wordsOnly.has(String(path[2])));
    const left = Object.entries(kind.parameters).filter(
      ([name, { default: value }]) => value !== null && !set.some(({ path }) => path[2] === name),
    );
    const start = set.find(({ path }) => path[2] === "kind") ?? set[0];
    return [
      ...set.map((setting) =>
        fromSetting(setting.path, setting, (value) => leverText(kind, String(setting.path[2]), value)),
      ),
      ...left.map(([name]) => {
        const { value, inherited } = {
          value: defaultText(kind, name),
          inherited: fromSetting(start.path, start, String).inherited,
        };
        return row(`levers.${id}.${name}`, value, start.from.tree.keyAt(["levers", id]), inherited);
      }),
    ];
  });
}

/**
 * Holds the rows of a scenario against those of the reference.
 *
 * What the reference has and the scenario does not comes last, one row for each lever, on the scenario's first line.
 */
export function compareRows(
  rows: readonly Row[],
  reference: readonly Row[],
  scenario: Pick<Scenario, "file">,
): Assumption[] {
  const other = new Map(reference.map(({ key, value }) => [key, value]));
  const keys = new Set(rows.map(({ key }) => key));
  const levers = new Set(rows.map(({ key }) => leverOf(key)));
  const missing = new Map(
    reference
      .filter(({ key }) => !keys.has(key) && leverOf(key) !== null && !levers.has(leverOf(key)))
      .map((r) => [leverOf(r.key) as string, r]),
  );
  return [
    ...rows.map((r) => ({ ...r, reference: other.get(r.key) ?? null, differs: other.get(r.key) !== r.value })),
    ...[...missing].map(
      ([key]): Assumption => ({
        key,
        value: "not in this scenario",
        file: scenario.file,
        line: 1,
        inherited: false,
        reference: "in force",
        differs: true,
      }),
    ),
  ];
}

/** `levers.drive.reach` belongs to `levers.drive`; null for keys of no lever. */
function leverOf(key: string): string | null {
  return /^levers\.[^.]+/.exec(key)?.[0] ?? null;
}
