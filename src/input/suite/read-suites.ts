import type { Data, Scenario, Suite, Sweep, SweepVariable, Workspace } from "../../core/domain.ts";
import type { Checked } from "../../core/errors.ts";
import { countPoints } from "../../core/sweep/sweep-points.ts";
import { checkShape } from "../check-shape.ts";
import { grouped } from "../grouped.ts";
import { Problems } from "../problems.ts";
import { idPattern } from "../schema/shape.ts";
import {
  defaultDraws,
  mostPoints,
  type SuiteFile,
  type SweepKnown,
  suiteShape,
  sweepMethods,
} from "../schema/suite-shape.ts";
import type { SourceText } from "../source-text.ts";
import { parseYaml } from "../yaml.ts";
import { isMap, type YamlTree } from "../yaml-tree.ts";
import { type SweepableNumber, sweepableNumbers } from "./sweepable-numbers.ts";

/** What suites are checked against. */
export interface SuiteContext {
  readonly workspace: Workspace;
  /** Null where they could not be read: what refers to them then passes unchecked. */
  readonly scenarios: readonly Scenario[] | null;
  readonly data: Pick<Data, "goals"> | null;
}

/** The id under which a suite's own scenarios stand beside its sweeps in every table. */
export const scenariosId = "scenarios";

/** Reads suite files, in their order; everything that is wrong with any of them at once. */
export function readSuites(sources: readonly SourceText[], context: SuiteContext): Checked<readonly Suite[]> {
  const problems = new Problems();
  const read = sources.flatMap((source) => {
    const tree = problems.take(parseYaml(source));
    const suite = tree && readSuite(tree, context, problems);
    return suite ? [{ suite, tree }] : [];
  });
  read.forEach(({ suite, tree }, i) => {
    const other = read.find(({ suite: { id } }) => id === suite.id);
    if (other !== read[i])
      problems.error(
        "suite/duplicate-id",
        tree.valueAt(["id"]),
        `the id ${suite.id} is taken by ${other?.suite.file}`,
        { path: "id", hint: "give each suite an id of its own" },
      );
  });
  return problems.close(() => read.map(({ suite }) => suite));
}

function readSuite(tree: YamlTree, context: SuiteContext, problems: Problems): Suite | null {
  const root = tree.value;
  if (!isMap(root)) {
    problems.error("suite/wrong-type", tree.valueAt([]), "the file is not a map of keys", {
      hint: "begin with  schema: 1",
    });
    return null;
  }
  const raw = Object.hasOwn(root, "sweeps") && isMap(root.sweeps) ? root.sweeps : {};
  const numbers = new Map(Object.entries(raw).map(([id, sweep]) => [id, numbersOf(sweep, context)]));
  const known = new Map(Object.entries(raw).map(([id, sweep]) => [id, knownOf(sweep, numbers.get(id) ?? null)]));
  checkSweepIds(Object.keys(raw), tree, problems);
  checkRaw(root, tree, problems);
  const ids = (list: readonly { readonly id: string }[] | null | undefined) => list?.map(({ id }) => id) ?? null;
  const names = { scenarios: ids(context.scenarios), goals: ids(context.data?.goals) };
  const file = checkShape(suiteShape(names, known), tree, "suite", problems) as SuiteFile | undefined;
  if (!file || context.scenarios === null) return null;

  const { scenarios = [], goals = null, compareWith = context.workspace.reference, draws = defaultDraws } = file;
  const sweeps = Object.entries(file.sweeps ?? {}).map(([id, sweep]): Sweep => {
    const variables = (numbers.get(id) ?? []).flatMap((number): SweepVariable[] => {
      const variation = sweep.vary[number.key];
      return variation === undefined ? [] : [{ ...number, ...variation }];
    });
    // The file's own order: in a grid the last number is the fastest.
    const inOrder = Object.keys((raw[id] as { readonly vary: object }).vary);
    variables.sort((a, b) => inOrder.indexOf(a.key) - inOrder.indexOf(b.key));
    const of = context.scenarios?.find((s) => s.id === sweep.scenario);
    const levels = variables.map(({ values }) => values.length);
    return {
      id,
      title: sweep.title ?? of?.title ?? { en: id },
      scenario: sweep.scenario,
      method: sweep.method,
      variables,
      points: countPoints(sweep.method, levels, sweep.points ?? null),
      goals: sweep.goals ?? null,
    };
  });
  checkSize(sweeps, tree, problems);
  const { id, title, question = null } = file;
  return { id, file: tree.source.file, title, question, scenarios, compareWith, draws, goals, sweeps };
}

/** The numbers of the scenario that a sweep names; null where there is no such scenario. */
function numbersOf(sweep: unknown, { scenarios, workspace }: SuiteContext): SweepableNumber[] | null {
  const scenario = isMap(sweep) ? scenarios?.find(({ id }) => id === sweep.scenario) : undefined;
  return scenario ? sweepableNumbers(scenario, workspace) : null;
}

function knownOf(sweep: unknown, numbers: readonly SweepableNumber[] | null): SweepKnown | null {
  const method = isMap(sweep) ? sweepMethods.find((one) => one === sweep.method) : undefined;
  return method && numbers ? { method, numbers } : null;
}

function checkSweepIds(ids: readonly string[], tree: YamlTree, problems: Problems): void {
  for (const id of ids) {
    const at = tree.keyAt(["sweeps", id]);
    if (!idPattern.test(id))
      problems.error(
        "suite/bad-id",
        at,
        `sweeps.${id} is not named by an id of lower-case letters, digits and hyphens`,
        {
          path: `sweeps.${id}`,
          hint: "write compliance-by-subsidy",
        },
      );
    else if (id === scenariosId)
      problems.error("suite/reserved-id", at, `a sweep cannot be called ${scenariosId}`, {
        path: `sweeps.${id}`,
        hint: "choose another id: tables list the suite's own scenarios under this one",
      });
  }
}

/** Checks what no single key can tell; on raw values, so that it speaks even where other things are wrong. */
function checkRaw(root: Readonly<Record<string, unknown>>, tree: YamlTree, problems: Problems): void {
  const own = (map: unknown, key: string) => (isMap(map) && Object.hasOwn(map, key) ? map[key] : undefined);
  const [scenarios, sweeps] = [own(root, "scenarios"), own(root, "sweeps")];
  const listed: readonly unknown[] = Array.isArray(scenarios) ? scenarios : [];
  const empty = (value: unknown) =>
    value === undefined || value === null || (typeof value === "object" && Object.keys(value).length === 0);
  if (empty(sweeps) && empty(scenarios))
    problems.error("suite/nothing-to-run", tree.valueAt([]), "the suite names neither scenarios nor sweeps", {
      hint: "add scenarios: [...] or sweeps:",
    });
  listed.forEach((id, i) => {
    if (typeof id === "string" && listed.indexOf(id) !== i)
      problems.error("suite/duplicate-scenario", tree.valueAt(["scenarios", i]), `${id} stands twice`, {
        path: `scenarios[${i}]`,
        hint: "name each scenario once",
      });
  });
  for (const [id, sweep] of Object.entries(isMap(sweeps) ? sweeps : {})) {
    const path = `sweeps.${id}`;
    const [vary, method, points] = ["vary", "method", "points"].map((key) => own(sweep, key));
    if (isMap(vary) && empty(vary))
      problems.error("suite/nothing-varied", tree.valueAt(["sweeps", id, "vary"]), `${path} moves no number`, {
        path: `${path}.vary`,
        hint: "name one or more; covercast explain SCENARIO lists them",
      });
    if (method === "latin-hypercube" && points === undefined)
      problems.error(
        "suite/points-missing",
        tree.keyAt(["sweeps", id]),
        `${path} does not say how many points to draw`,
        { path, hint: "add points: 200" },
      );
    else if ((method === "grid" || method === "one-per-lever") && points !== undefined)
      problems.error(
        "suite/points-given",
        tree.valueAt(["sweeps", id, "points"]),
        `the values of ${path} say how many points there are`,
        { path: `${path}.points`, hint: "take points out, or write method: latin-hypercube" },
      );
  }
}

/** Checks that there is not too much to run. */
function checkSize(sweeps: readonly Sweep[], tree: YamlTree, problems: Problems): void {
  for (const { id, variables, points } of sweeps)
    if (points > mostPoints) {
      const product = variables.map(({ values }) => values.length).join(" x ");
      problems.error(
        "suite/too-many-points",
        tree.valueAt(["sweeps", id, "vary"]),
        `sweeps.${id} has ${grouped(points)} points (${product}); a suite may have ${grouped(mostPoints)}`,
        { path: `sweeps.${id}.vary`, hint: "take fewer values, or write method: latin-hypercube with points: 1000" },
      );
    }
  const total = sweeps.reduce((sum, { points }) => sum + points, 0);
  if (total > mostPoints && sweeps.every(({ points }) => points <= mostPoints))
    problems.error(
      "suite/too-many-points",
      tree.keyAt(["sweeps"]),
      `the sweeps have ${grouped(total)} points in all; a suite may have ${grouped(mostPoints)}`,
      { path: "sweeps", hint: "split the suite" },
    );
}
