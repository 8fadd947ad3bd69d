import type { Data, Scenario } from "../../core/domain.ts";
import type { Checked } from "../../core/errors.ts";
import { leverKind, leverKinds } from "../../core/levers/index.ts";
import { checkShape } from "../check-shape.ts";
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
import { checkSubjects, checkTotals } from "./check-subjects.ts";
import { buildExpectations, checkExpectations } from "./expectations.ts";
import { type Inheritance, inheritAll } from "./extend.ts";
import { mergeScenario } from "./merged.ts";
import { readScenarioTree, type ScenarioTree } from "./scenario-tree.ts";

/** What scenarios are checked against. */
export interface ScenarioContext {
  readonly workspace: WorkspaceSource;
  /** Null where the data could not be read: goals and sources then pass unchecked. */
  readonly data: Pick<Data, "goals" | "sources"> | null;
  readonly curveIds: readonly string[];
}

/**
 * Reads all scenario files of a workspace into effective scenarios, in the order of the files.
 *
 * Every scenario is checked as it stands after inheritance; what is wrong in a parent is told once, at the parent.
 */
export function readScenarios(sources: readonly SourceText[], context: ScenarioContext): Checked<readonly Scenario[]> {
  const problems = new Problems();
  const trees = sources.flatMap((source) => readScenarioTree(source, problems) ?? []);
  checkIds(trees, problems);
  const inheritance = inheritAll(trees, problems);
  const shape = scenarioShape(namesIn(context), leverKinds);
  const built = trees.flatMap((tree) => {
    const of = inheritance.get(tree) as Inheritance;
    const scenario = readScenario(tree, of, shape, context, problems);
    return scenario ? [{ scenario, rows: assumptionRows(tree, of, context.workspace) }] : [];
  });
  const { reference } = context.workspace.workspace;
  const compared = built.find(({ scenario }) => scenario.id === reference);
  if (!trees.some(({ id }) => id === reference))
    problems.error(
      "workspace/unknown-reference",
      context.workspace.tree.valueAt(["reference"]),
      `the reference scenario ${JSON.stringify(reference)} is not there`,
      {
        path: "reference",
        hint: didYouMean(
          reference,
          trees.flatMap(({ id }) => id ?? []),
        ),
      },
    );
  return problems.close(() =>
    built.map(({ scenario, rows }) => ({
      ...scenario,
      assumptions: compareRows(rows, compared?.rows ?? ([] as Row[]), scenario),
    })),
  );
}

function checkIds(trees: readonly ScenarioTree[], problems: Problems): void {
  const first = new Map<string, ScenarioTree>();
  for (const tree of trees) {
    const other = tree.id === null ? undefined : first.get(tree.id);
    if (other) {
      const { file, line } = other.tree.valueAt(["id"]);
      problems.error(
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
): Scenario | null {
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
  checkExpectations(merged, problems);
  const placed = withoutUnsettledKinds(tree, inheritance, merged, problems);
  const file: ScenarioFile | undefined = checkShape(shape, placed, "scenario", problems);
  if (!file || placed !== merged) return null;

  const levers = Object.entries(file.levers ?? {}) as unknown as [string, LeverFile][];
  const active = levers.filter(([, { enabled }]) => enabled !== false);
  for (const [id, { window }] of Object.entries(file.trend ?? {}))
    if (window?.from !== undefined && window.to !== undefined && window.from > window.to)
      problems.error("scenario/window", placed.valueAt(["trend", id, "window"]), "the window ends before it begins", {
        path: `trend.${id}.window`,
        hint: "write the earlier year first",
      });

  return {
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
    levers: active.flatMap(([id, lever]) => {
      const kind = leverKind(lever.kind);
      return kind ? [buildLever(id, lever, kind, placed)] : [];
    }),
    expect: buildExpectations(file, placed, problems),
    assumptions: [],
  };
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
