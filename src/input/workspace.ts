import type { BaseDefinition, Scheme, TrendSettings, Workspace } from "../core/domain.ts";
import type { Checked } from "../core/errors.ts";
import { buildCurves, checkCurves } from "./check-curves.ts";
import { checkSchemes } from "./check-schemes.ts";
import { checkShape } from "./check-shape.ts";
import { Problems } from "./problems.ts";
import { toDistribution } from "./quantity.ts";
import { type WorkspaceFile, workspaceShape } from "./schema/workspace-shape.ts";
import type { SourceText } from "./source-text.ts";
import { parseYaml } from "./yaml.ts";
import { isMap, type YamlTree } from "./yaml-tree.ts";

/** A checked workspace with the tree it was read from, which knows the line of every setting. */
export interface WorkspaceSource {
  readonly workspace: Workspace;
  readonly tree: YamlTree;
}

/** What a scheme gets where the workspace says nothing. */
const defaultTrend: TrendSettings = {
  ceiling: null,
  window: { from: null, to: null },
  curves: [],
  exclude: [],
};

/** Share of participants that leave in a year where the workspace says nothing. */
const defaultExitRate = 0.05;

/** Reads covercast.yaml; `curveIds` are the curves that there are, `format` the version that the file must have. */
export function readWorkspace(
  source: SourceText,
  curveIds: readonly string[],
  format?: number,
): Checked<WorkspaceSource> {
  const problems = new Problems();
  const tree = problems.take(parseYaml(source));
  if (tree === undefined) return problems.close(never);
  // Where there is no such map, that is what is wrong, and not every name that would stand in it.
  const ids = (key: string) => {
    const map = isMap(tree.value) ? tree.value[key] : null;
    return isMap(map) ? Object.keys(map) : null;
  };
  const curves = [...curveIds, ...(ids("curves") ?? [])];
  const shape = workspaceShape({ schemes: ids("schemes"), bases: ids("bases"), curves }, format);
  const file = checkShape(shape, tree, "workspace", problems);
  checkSchemes(tree, problems);
  if (file) {
    checkNumbers(file, tree, problems);
    checkCurves(file.curves ?? {}, curveIds, tree, problems);
    checkLikelihood(file.likelihood, tree, problems);
  }
  return problems.close(() => ({ tree, workspace: build(file as WorkspaceFile, tree) }));
}

function build(content: WorkspaceFile, tree: YamlTree): Workspace {
  const { run = {}, bases, schemes } = content;
  const places = [
    ...Object.keys(schemes).map((id) => [`schemes.${id}`, tree.keyAt(["schemes", id])] as const),
    ...Object.keys(bases).map((id) => [`bases.${id}`, tree.keyAt(["bases", id])] as const),
  ];
  return {
    file: tree.source.file,
    title: content.title,
    dataPath: content.data,
    schemes: Object.entries(schemes).map(([id, scheme]) => buildScheme(id, scheme)),
    bases: Object.entries(bases).map(([id, base]): BaseDefinition => {
      const { title, reading, regime, growth, levelSd = 0 } = base;
      return { id, title, reading, regime, growth: growth ? toDistribution(growth) : null, levelSd };
    }),
    ...(content.curves && { curves: buildCurves(content.curves) }),
    headlineGoals: content.goals?.headline ?? [],
    pins: content.pins ?? [],
    reference: content.reference ?? "baseline",
    run: {
      horizon: run.horizon ?? 2035,
      draws: run.draws ?? 10_000,
      seed: run.seed ?? 1,
      bands: [...(run.bands ?? [0.5, 0.8, 0.95])].sort((a, b) => a - b),
    },
    locale: content.locale ?? "en",
    ...(content.likelihood && {
      likelihood: { name: content.likelihood.name, bands: content.likelihood.scale },
    }),
    places: Object.fromEntries([...places, ["run.horizon", tree.valueAt(["run", "horizon"])]]),
  };
}

function buildScheme(id: string, scheme: WorkspaceFile["schemes"][string]): Scheme {
  const { title, short, base, baseLagYears = 0, sumOf = [], within = null, exitRate, trend = {} } = scheme;
  return {
    id,
    title,
    short: short ?? id.toUpperCase(),
    base,
    baseLagYears,
    sumOf,
    within,
    exitRate: exitRate ? toDistribution(exitRate) : { kind: "fixed", value: defaultExitRate },
    trend: { ...defaultTrend, ...trendSettings(trend) },
  };
}

/** Turns the trend settings that a file has into those of the domain; what it leaves out stays out. */
export function trendSettings(trend: NonNullable<WorkspaceFile["schemes"][string]["trend"]>): Partial<TrendSettings> {
  const { ceiling, window, curves, exclude, loss, halfLife } = trend;
  return {
    ...(ceiling && { ceiling }),
    ...(window && { window: { from: window.from ?? null, to: window.to ?? null } }),
    ...(curves && { curves }),
    ...(exclude && { exclude }),
    ...(loss && { loss }),
    ...(halfLife !== undefined && { halfLife }),
  };
}

function checkNumbers({ schemes, bases, run }: WorkspaceFile, tree: YamlTree, problems: Problems): void {
  if (Object.keys(schemes).length === 0)
    problems.error("workspace/no-schemes", tree.keyAt(["schemes"]), "no scheme is named", {
      path: "schemes",
      hint: "name what is to be projected",
    });
  for (const [id, { trend }] of Object.entries(schemes)) {
    const { from, to } = trend?.window ?? {};
    if (from !== undefined && to !== undefined && from > to)
      problems.error(
        "workspace/window",
        tree.valueAt(["schemes", id, "trend", "window"]),
        "the window ends before it begins",
        { path: `schemes.${id}.trend.window`, hint: "write the earlier year first" },
      );
  }
  const used = new Set(Object.values(schemes).map(({ base }) => base));
  for (const id of Object.keys(bases).filter((base) => !used.has(base)))
    problems.warn("workspace/unused-base", tree.keyAt(["bases", id]), `no scheme has the base ${id}`, {
      path: `bases.${id}`,
      hint: "take it out, or name it as a scheme's base",
    });
  const bands = run?.bands ?? [];
  for (const band of bands.filter((b, i) => bands.indexOf(b) !== i))
    problems.error("workspace/duplicate-band", tree.valueAt(["run", "bands"]), `the band ${band * 100}% stands twice`, {
      path: "run.bands",
      hint: "name each band once",
    });
}

/** Every probability must have one word: borders fall, and the last is 0. */
function checkLikelihood(likelihood: WorkspaceFile["likelihood"], tree: YamlTree, problems: Problems): void {
  const scale = likelihood?.scale ?? [];
  const at = (i: number) => tree.valueAt(["likelihood", "scale", i, "atLeast"]);
  scale.forEach(({ atLeast }, i) => {
    if (i > 0 && atLeast >= scale[i - 1].atLeast)
      problems.error(
        "workspace/likelihood",
        at(i),
        `likelihood.scale[${i}].atLeast, ${percent(atLeast)}, is not below ${percent(scale[i - 1].atLeast)} before it`,
        { path: `likelihood.scale[${i}].atLeast`, hint: "write the words from the likeliest down" },
      );
  });
  const last = scale.length - 1;
  if (last >= 0 && scale[last].atLeast !== 0)
    problems.error(
      "workspace/likelihood",
      at(last),
      `the last word of likelihood.scale begins at ${percent(scale[last].atLeast)}, so that less has no word`,
      { path: `likelihood.scale[${last}].atLeast`, hint: "end with atLeast: 0%" },
    );
}

const percent = (share: number) => `${Number((share * 100).toFixed(4))}%`;

const never = (): never => {
  throw new Error("a refused file has no value");
};
