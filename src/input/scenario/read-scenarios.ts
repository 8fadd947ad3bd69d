import type { Data, Scenario } from "../../core/domain.ts";
import type { Checked, Diagnostic } from "../../core/errors.ts";
import { leverKind, leverKinds } from "../../core/levers/index.ts";
import { checkShape, type Placed } from "../check-shape.ts";
import { didYouMean } from "../nearest.ts";
import { Problems } from "../problems.ts";
import { toDistribution } from "../quantity.ts";
import type { LeverFile } from "../schema/lever-shape.ts";
import { type ScenarioFile, scenarioShape } from "../schema/scenario-shape.ts";
import type { SourceText } from "../source-text.ts";
import { trendSettings, type WorkspaceSource } from "../workspace.ts";
import { isMap, valueAtPath } from "../yaml-tree.ts";
import { assumptionRows, compareRows, type Row } from "./assumptions.ts";
import { buildLever } from "./build-lever.ts";
import { withoutUnsettledKinds } from "./check-kinds.ts";
import { checkLever } from "./check-lever.ts";
import { checkSubjects, checkTotals, checkWindows } from "./check-subjects.ts";
import { buildExpectations, checkExpectations } from "./expectations.ts";
import { type Inheritance, inheritAll, type ProblemsOf } from "./extend.ts";
import { mergeScenario } from "./merged.ts";
import { readScenarioTree, type ScenarioTree } from "./scenario-tree.ts";
import { buildSolveTasks, checkSolve } from "./solve-tasks.ts";

/** What scenarios are checked against. */
export interface ScenarioContext {
  readonly workspace: WorkspaceSource;
  /** Null where the data could not be read: goals and sources then pass unchecked. */
  readonly data: Pick<Data, "goals" | "sources"> | null;
  readonly curveIds: readonly string[];
  /** The version that files must have; absent: the current one. */
  readonly format?: number;
}

/** One scenario file to read. */
export interface ScenarioSource {
  readonly file: string;
  readonly source: Checked<SourceText>;
  /** A file from elsewhere: it may extend the workspace's scenarios, but they know nothing of it. */
  readonly guest: boolean;
}

/** Effective scenarios, in the order of their files. */
export interface ReadScenarios {
  readonly scenarios: readonly Scenario[];
  readonly guests: readonly Scenario[];
  /** Every scenario as one file, with the place of each of its parts. */
  readonly effective: ReadonlyMap<Scenario, Placed>;
  /** The files that had to be right. */
  readonly needed: ReadonlySet<string>;
  /** What is wrong with files that nobody asked for; they are left out. */
  readonly aside: readonly Diagnostic[];
}

/** Reads all scenario files of a workspace into effective scenarios, in the order of the files. */
export function readScenarios(sources: readonly SourceText[], context: ScenarioContext): Checked<readonly Scenario[]> {
  const files = sources.map(
    (value): ScenarioSource => ({ file: value.file, source: { ok: true, value, diagnostics: [] }, guest: false }),
  );
  const read = readScenarioFiles(files, context, null);
  return read.ok ? { ...read, value: read.value.scenarios } : read;
}

/**
 * Reads scenario files into effective scenarios. `only` names those that are asked for: they, all that they extend, the
 * reference and guests must be right, others are left out if they are not. Null: all must be right.
 *
 * Every scenario is checked as it stands after inheritance; what is wrong in a parent is told once, at the parent.
 */
export function readScenarioFiles(
  files: readonly ScenarioSource[],
  context: ScenarioContext,
  only: readonly string[] | null,
): Checked<ReadScenarios> {
  const problems = new Problems();
  const aside = new Problems();
  const { reference } = context.workspace.workspace;
  const parsed = files.map((file) => ({
    ...file,
    tree: file.source.ok ? readScenarioTree(file.source.value, new Problems()) : undefined,
  }));
  const needed = new Set((only === null ? files : neededFiles(parsed, [...only, reference])).map(({ file }) => file));
  const problemsIn = (file: string) => (needed.has(file) ? problems : aside);
  for (const { file, source, tree } of parsed)
    if (!source.ok) problemsIn(file).add(...source.diagnostics);
    // Read once more, to tell what is wrong.
    else if (!tree) readScenarioTree(source.value, problemsIn(file));

  const trees = parsed.flatMap(({ tree }) => tree ?? []);
  const guests = new Set(parsed.flatMap(({ tree, guest }) => (tree && guest ? [tree] : [])));
  const own = trees.filter((tree) => !guests.has(tree));
  const problemsOf = ({ tree }: ScenarioTree) => problemsIn(tree.source.file);
  checkIds(own, problemsOf);
  const byId = new Map(own.flatMap((tree) => (tree.id === null ? [] : [[tree.id, tree] as const])));
  const inheritance = inheritAll(trees, byId, problemsOf);
  const shape = scenarioShape(namesIn(context), leverKinds, context.format);
  const built = trees.flatMap((tree) => {
    const of = inheritance.get(tree) as Inheritance;
    const orphan = [tree, ...of.ancestors].some(({ parents }) => parents.some((id) => !byId.has(id)));
    const found = orphan ? new Problems() : problemsOf(tree);
    const read = readScenario(tree, of, shape, context, found);
    if (orphan) problemsOf(tree).add(...found.close(() => null).diagnostics.filter((found) => !mayBeInherited(found)));
    return read ? [{ ...read, tree, rows: assumptionRows(tree, of, context.workspace) }] : [];
  });
  const compared = built.find(({ scenario, tree }) => scenario.id === reference && !guests.has(tree));
  if (!byId.has(reference))
    problems.error(
      "workspace/unknown-reference",
      context.workspace.tree.valueAt(["reference"]),
      `the reference scenario ${JSON.stringify(reference)} is not there`,
      { path: "reference", hint: didYouMean(reference, [...byId.keys()]) },
    );
  return problems.close(() => {
    const whole = built.map(({ scenario, rows, ...rest }) => ({
      ...rest,
      scenario: { ...scenario, assumptions: compareRows(rows, compared?.rows ?? ([] as Row[]), scenario) },
    }));
    const of = (guest: boolean) =>
      whole.flatMap(({ tree, scenario }) => (guests.has(tree) === guest ? [scenario] : []));
    return {
      scenarios: of(false),
      guests: of(true),
      effective: new Map(whole.map(({ scenario, placed }) => [scenario, placed])),
      needed,
      aside: aside.close(() => null).diagnostics.filter(({ severity }) => severity === "error"),
    };
  });
}

/** Tells of something missing that a parent which is not there may have; title and question are a scenario's own. */
const mayBeInherited = ({ code, path }: Diagnostic) =>
  code === "scenario/lever-without-kind" ||
  code === "scenario/unknown-lever" ||
  (code === "scenario/missing-key" && path?.includes(".") === true);

/** A scenario file as far as it could be parsed. */
type Parsed = ScenarioSource & { readonly tree: ScenarioTree | undefined };

/** Finds the files of some scenarios and of all that they extend; what cannot be parsed goes by the name of its file. */
function neededFiles(files: readonly Parsed[], ids: readonly string[]): Parsed[] {
  const found = new Set(files.filter(({ guest }) => guest));
  const open = [...ids, ...[...found].flatMap(({ tree }) => tree?.parents ?? [])];
  const seen = new Set<string>();
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    for (const file of files) {
      if ((file.tree?.id ?? stem(file.file)) !== id || file.guest) continue;
      found.add(file);
      open.push(...(file.tree?.parents ?? []));
    }
  }
  return files.filter((file) => found.has(file));
}

/** The name of a file without folders and ending. */
const stem = (file: string) => file.replace(/^.*\//, "").replace(/\.ya?ml$/, "");

function checkIds(trees: readonly ScenarioTree[], problemsOf: ProblemsOf): void {
  const first = new Map<string, ScenarioTree>();
  for (const tree of trees) {
    const other = tree.id === null ? undefined : first.get(tree.id);
    if (other) {
      const { file, line } = other.tree.valueAt(["id"]);
      problemsOf(tree).error(
        "scenario/duplicate-id",
        tree.tree.valueAt(["id"]),
        `the id ${tree.id} is taken by ${file}:${line}`,
        { path: "id", hint: "give each scenario an id of its own" },
      );
    } else if (tree.id !== null) first.set(tree.id, tree);
  }
}

function readScenario(
  tree: ScenarioTree,
  inheritance: Inheritance,
  shape: ReturnType<typeof scenarioShape>,
  context: ScenarioContext,
  problems: Problems,
): { readonly scenario: Scenario; readonly placed: Placed } | null {
  const { workspace } = context.workspace;
  const names = namesIn(context);
  const totals = new Map(workspace.schemes.filter(({ sumOf }) => sumOf.length > 0).map(({ id, sumOf }) => [id, sumOf]));
  const merged = mergeScenario(tree, inheritance);
  checkSubjects("trend", "scheme", names.schemes, merged, problems);
  checkSubjects("world", "base", names.bases, merged, problems);
  checkTotals(totals, merged, problems);
  const rawLevers = valueAtPath(merged.value, ["levers"]);
  for (const [id, lever] of Object.entries(isMap(rawLevers) ? rawLevers : {}))
    if (isMap(lever) && lever.enabled !== false) checkLever(id, lever, totals, merged, problems);
  checkWindows(merged, problems);
  checkExpectations(merged, problems);
  const placed = withoutUnsettledKinds(tree, inheritance, merged, problems);
  const file: ScenarioFile | undefined = checkShape(shape, placed, "scenario", problems);
  if (!file || placed !== merged) {
    checkSolve(merged, problems);
    return null;
  }

  const levers = Object.entries(file.levers ?? {}) as unknown as [string, LeverFile][];
  const active = levers.filter(([, { enabled }]) => enabled !== false);
  const built = active.flatMap(([id, lever]) => {
    const kind = leverKind(lever.kind);
    return kind ? [buildLever(id, lever, kind, placed)] : [];
  });
  const { horizon } = workspace.run;
  // The horizon is the end of its year.
  for (const { id, start, lagYears } of built)
    if (start + lagYears >= horizon + 1)
      problems.warn(
        "scenario/after-horizon",
        placed.valueAt(["levers", id, "start"]),
        `levers.${id} begins after ${horizon}, the last year that is projected: it changes nothing`,
        { path: `levers.${id}.start`, hint: "let it start earlier, or raise run.horizon in covercast.yaml" },
      );
  const solve = buildSolveTasks(file, built, placed, problems);
  const scenario: Scenario = {
    id: file.id,
    file: tree.tree.source.file,
    title: file.title,
    question: file.question,
    references: [
      ...new Set([...inheritance.ancestors.flatMap((a) => textsOf(a, "references")), ...(file.references ?? [])]),
    ],
    leavesOut: file.leavesOut ?? [],
    trend: Object.fromEntries(Object.entries(file.trend ?? {}).map(([id, trend]) => [id, trendSettings(trend)])),
    world: Object.fromEntries(Object.entries(file.world ?? {}).map(([id, { growth }]) => [id, toDistribution(growth)])),
    levers: built,
    expect: buildExpectations(file, placed),
    ...(solve.length > 0 && { solve }),
    assumptions: [],
  };
  return { scenario, placed };
}

function namesIn({ workspace: { workspace }, data, curveIds }: ScenarioContext) {
  const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
  return {
    schemes: ids(workspace.schemes),
    bases: ids(workspace.bases),
    curves: curveIds,
    goals: data && ids(data.goals),
    sources: data && ids(data.sources),
  };
}

function textsOf(tree: ScenarioTree, key: string): string[] {
  const value = tree.root[key];
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}
