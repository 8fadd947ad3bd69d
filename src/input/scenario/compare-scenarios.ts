import type { Assumption, Scenario } from "../../core/domain.ts";
import type { Placed } from "../check-shape.ts";
import { dotted, isMap, type Path, valueAtPath } from "../yaml-tree.ts";

/** A value of one of two scenarios, and the line that sets it. */
export interface SetValue {
  readonly value: string;
  readonly file: string;
  readonly line: number;
}

/** One key in which two effective scenarios differ; null where a scenario does not have it. */
export interface KeyDifference {
  readonly key: string;
  readonly a: SetValue | null;
  readonly b: SetValue | null;
}

/** A lever that only one of two scenarios has in force, with all its numbers. */
export interface LeverDifference {
  readonly lever: string;
  readonly group: Assumption["group"];
  readonly file: string;
  readonly line: number;
  readonly values: readonly (SetValue & { readonly key: string })[];
}

/** How two effective scenarios differ, by what a reader asks for. */
export interface ScenarioDifference {
  /** Title, question, references and what is left out. */
  readonly about: readonly KeyDifference[];
  readonly leversAdded: readonly LeverDifference[];
  readonly leversRemoved: readonly LeverDifference[];
  /** Keys of levers that both have in force. */
  readonly leversChanged: readonly KeyDifference[];
  /** What nobody decides, but for levers. */
  readonly world: readonly KeyDifference[];
  readonly trend: readonly KeyDifference[];
  /** What is expected, and what is to be found. */
  readonly expectations: readonly KeyDifference[];
  /** Words, evidence and sliders of levers that both have: they move no number. */
  readonly notes: readonly KeyDifference[];
}

/** An effective scenario as it was read. */
export interface ComparedScenario {
  readonly scenario: Scenario;
  readonly placed: Placed;
}

/** Compares what holds in two scenarios: meanings, not spellings, since both are read first. */
export function compareScenarios(a: ComparedScenario, b: ComparedScenario): ScenarioDifference {
  const rows = keyDifferences(assumptionsOf(a), assumptionsOf(b)).filter(({ a: one, b: other, key }) => {
    const [, id, usual] = /^levers\.([^.]+)\.(\w+)$/.exec(key) ?? [];
    const said = (set: SetValue | null, { scenario }: ComparedScenario) =>
      set?.value ??
      (usual === "decidedBy" ? scenario.levers.find((lever) => lever.id === id)?.decidedBy : leftOut[usual ?? ""]);
    return said(one, a) !== said(other, b);
  });
  const [inA, inB] = [a, b].map(({ scenario }) => new Set(scenario.levers.map(({ id }) => id)));
  const both = [...inA].filter((id) => inB.has(id));
  const only = (one: ComparedScenario, others: ReadonlySet<string>) =>
    one.scenario.levers.filter(({ id }) => !others.has(id)).map(({ id }) => wholeLever(one, id));
  const ofLever = (key: string) => key.startsWith("levers.");
  return {
    about: [...keyDifferences(textsAt(a, aboutKeys), textsAt(b, aboutKeys)), ...references(a, b)],
    leversAdded: only(b, inA),
    leversRemoved: only(a, inB),
    leversChanged: rows.filter(({ key }) => both.some((id) => key.startsWith(`levers.${id}.`))),
    world: rows.filter(({ key }) => !ofLever(key) && !key.startsWith("trend.")),
    trend: rows.filter(({ key }) => key.startsWith("trend.")),
    expectations: keyDifferences(expectations(a), expectations(b)),
    notes: keyDifferences(textsAt(a, noteKeys(both)), textsAt(b, noteKeys(both))),
  };
}

/** Counts the keys and levers in which two scenarios differ. */
export function countDifferences(difference: ScenarioDifference): number {
  return Object.values(difference).reduce((sum, part) => sum + part.length, 0);
}

/** What a lever's keys mean where they are left out. */
const leftOut: Readonly<Record<string, string>> = {
  lag: "0y",
  ramp: "step",
  beyondTrend: "true",
  replacesTrendShare: "0%",
  passesOn: "true",
};

const aboutKeys: readonly Path[] = [["title"], ["question"], ["leavesOut"]];
const noteKeys = (levers: readonly string[]) =>
  levers.flatMap((id) => ["title", "evidence", "note", "slider"].map((key) => ["levers", id, key]));

type Rows = ReadonlyMap<string, SetValue>;

function assumptionsOf({ scenario }: ComparedScenario): Rows {
  return new Map(scenario.assumptions.map(({ key, value, file, line }) => [key, { value, file, line }]));
}

/** Words the values of keys that hold text or lists; one that is not there has none. */
function textsAt({ placed }: ComparedScenario, keys: readonly Path[]): Rows {
  return new Map(
    keys.flatMap((path) => {
      const value = valueAtPath(placed.value, path);
      if (value === undefined) return [];
      const { file, line } = placed.keyAt(path);
      return [[dotted(path), { value: words(value), file, line }] as const];
    }),
  );
}

/** Names the sources that only one of the two rests on, inherited ones too. */
function references(a: ComparedScenario, b: ComparedScenario): KeyDifference[] {
  const alone = ({ scenario, placed }: ComparedScenario, other: ComparedScenario): SetValue | null => {
    const ids = scenario.references.filter((id) => !other.scenario.references.includes(id));
    if (ids.length === 0) return null;
    const { file, line } = placed.keyAt(["references"]);
    return { value: ids.join(", "), file, line };
  };
  const [inA, inB] = [alone(a, b), alone(b, a)];
  return inA || inB ? [{ key: "references", a: inA, b: inB }] : [];
}

/** What is expected or to be found has no name: one that is worded alike is the same. */
function expectations({ placed }: ComparedScenario): Rows {
  return new Map(
    ["expect", "solve"].flatMap((key) => {
      const items = valueAtPath(placed.value, [key]);
      return (Array.isArray(items) ? items : []).map((item, i) => {
        const { file, line } = placed.valueAt([key, i]);
        const told = key === "solve" ? `find ${words(item)}` : words(item);
        return [`${key} ${words(item)}`, { value: told, file, line }] as const;
      });
    }),
  );
}

function keyDifferences(a: Rows, b: Rows): KeyDifference[] {
  return [...new Set([...a.keys(), ...b.keys()])].flatMap((key) => {
    const [one, other] = [a.get(key) ?? null, b.get(key) ?? null];
    return one?.value === other?.value ? [] : [{ key, a: one, b: other }];
  });
}

function wholeLever({ scenario, placed }: ComparedScenario, id: string): LeverDifference {
  const values = scenario.assumptions.filter(({ key }) => key.startsWith(`levers.${id}.`));
  const { file, line } = placed.keyAt(["levers", id, "kind"]);
  return {
    lever: id,
    group: values[0]?.group ?? "decision",
    file,
    line,
    values: values.map(({ key, value, file, line }) => ({ key, value, file, line })),
  };
}

/** Words a value on one line; of text in several languages the English. */
export function words(value: unknown): string {
  if (Array.isArray(value)) return value.map(words).join("; ");
  if (!isMap(value)) return String(value);
  if (typeof value.en === "string") return value.en;
  return Object.entries(value)
    .map(([key, inner]) => `${key} ${Array.isArray(inner) ? inner.map(words).join(" to ") : words(inner)}`)
    .join(", ");
}
