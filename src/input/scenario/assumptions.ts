import type { Assumption, DecidedBy, Scenario } from "../../core/domain.ts";
import type { Place } from "../../core/errors.ts";
import { leverKind } from "../../core/levers/index.ts";
import type { LeverKind } from "../../core/levers/lever.ts";
import type { WorkspaceSource } from "../workspace.ts";
import { dotted, isMap, type Path, valueAtPath } from "../yaml-tree.ts";
import type { Inheritance } from "./extend.ts";
import type { ScenarioTree } from "./scenario-tree.ts";
import { defaultText, isDrawn, leverDrawn, leverText, numberText, trendDrawn, trendText } from "./setting-text.ts";
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
  const settings = [...effective.values()].filter(({ path }) => path.length === 3);
  const find = (path: Path) => settings.find((s) => path.every((step, i) => s.path[i] === step));
  const { tree } = workspace;
  const fromWorkspace = (key: Path, at: Path, words: Words): Row => ({
    key: dotted(key),
    ...words,
    ...placed(tree.keyAt(at)),
    inherited: true,
  });

  const world = workspace.workspace.bases.map(({ id }) => {
    const path = ["world", id, "growth"];
    const words = (value: unknown): Words =>
      value === undefined
        ? { group: "world", value: "from the projections in the data", drawn: true }
        : { group: "world", value: numberText("rate-per-year", value), drawn: isDrawn("rate-per-year", value) };
    const setting = find(path);
    const own = ["bases", id, "growth"];
    return setting
      ? fromSetting(scenario, setting, words(setting.value))
      : fromWorkspace(path, own, words(valueAtPath(tree.value, own)));
  });

  const schemes = workspace.workspace.schemes.filter(({ sumOf }) => sumOf.length === 0);
  const exits = schemes.map(({ id }) => {
    const path = ["schemes", id, "exitRate"];
    const raw = valueAtPath(tree.value, path) ?? "5%";
    return fromWorkspace(path, path, {
      group: "world",
      value: numberText("share", raw),
      drawn: isDrawn("share", raw),
    });
  });
  const trends = schemes.flatMap(({ id }) =>
    ["ceiling", "window", "curves", "exclude", "loss", "halfLife"].flatMap((key) => {
      const path = ["trend", id, key];
      const words = (value: unknown): Words => ({
        group: "trend",
        value: trendText(key, value),
        drawn: trendDrawn(key, value),
      });
      const setting = find(path);
      if (setting) return [fromSetting(scenario, setting, words(setting.value))];
      const own = ["schemes", id, "trend", key];
      const value = valueAtPath(tree.value, own);
      return value === undefined ? [] : [fromWorkspace(path, own, words(value))];
    }),
  );

  return [...world, ...exits, ...trends, ...leverRows(scenario, settings)];
}

type Words = Pick<Assumption, "group" | "value" | "drawn">;

const placed = ({ file, line }: Place) => ({ file, line });

function fromSetting(scenario: ScenarioTree, { path, from }: Setting, words: Words): Row {
  return { key: dotted(path), ...words, ...placed(from.tree.keyAt(path)), inherited: from !== scenario };
}

function leverRows(scenario: ScenarioTree, settings: readonly Setting[]): Row[] {
  const own = settings.filter(({ path }) => path[0] === "levers");
  const levers = assemble(own).levers;
  return Object.entries(isMap(levers) ? levers : {}).flatMap(([id, lever]) => {
    const of = own.filter(({ path }) => path[1] === id);
    const kind = isMap(lever) ? leverKind(String(lever.kind)) : undefined;
    if (!kind || !isMap(lever)) return [];
    const group = groupOf(kind, lever.decidedBy);
    const enabled = of.find(({ path, value }) => path[2] === "enabled" && value === false);
    if (enabled) {
      const row = fromSetting(scenario, enabled, { group, value: "switched off", drawn: false });
      return [{ ...row, key: `levers.${id}` }];
    }
    const set = of.filter(({ path }) => !wordsOnly.has(String(path[2])));
    const left = Object.entries(kind.parameters).filter(
      ([name, { default: value }]) => value !== null && !set.some(({ path }) => path[2] === name),
    );
    const start = set.find(({ path }) => path[2] === "kind") ?? set[0];
    return [
      ...set.map((setting) => {
        const key = String(setting.path[2]);
        const { value } = setting;
        return fromSetting(scenario, setting, {
          group,
          value: leverText(kind, key, value),
          drawn: leverDrawn(kind, key, value),
        });
      }),
      ...left.map(
        ([name]): Row => ({
          group,
          key: `levers.${id}.${name}`,
          value: defaultText(kind, name),
          drawn: false,
          ...placed(start.from.tree.keyAt(["levers", id])),
          inherited: start.from !== scenario,
        }),
      ),
    ];
  });
}

/** What nobody decides belongs to the world, in whatever part of the file it stands. */
function groupOf(kind: LeverKind, said: unknown): Assumption["group"] {
  const by = said === "somebody" || said === "nobody" ? (said satisfies DecidedBy) : kind.decidedBy;
  return by === "nobody" ? "world" : "decision";
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
      ([key, { group }]): Assumption => ({
        group,
        drawn: false,
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
