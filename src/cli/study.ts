import { resolve } from "node:path";
import { curves } from "../core/curves/index.ts";
import type { Data, Finding, Manifest, Scenario, Suite, Workspace } from "../core/domain.ts";
import { type Diagnostic, invariant } from "../core/errors.ts";
import { audit } from "../core/history/audit.ts";
import { buildHistories } from "../core/history/build-history.ts";
import { loadAll } from "../input/load.ts";
import { Refusal } from "./command.ts";
import { listFiles, workspaceFile } from "./io.ts";
import { locate } from "./locate.ts";
import { readSource } from "./read-source.ts";

/** Where scenarios stand, within a workspace. */
const scenariosFolder = "scenarios";
/** Where suites stand. */
const suitesFolder = "suites";

/** A workspace that was read, checked and audited: all that commands work on. */
export interface Study {
  /** Folder of the workspace. */
  readonly root: string;
  readonly workspace: Workspace;
  readonly data: Data;
  readonly scenarios: readonly Scenario[];
  /** None where nobody asked for them. */
  readonly suites: readonly Suite[];
  /** The scenario that the others are compared with. */
  readonly reference: Scenario;
  /** Only what had been published by this day counts; null: all. */
  readonly asOf: string | null;
  readonly atOrigin: ReturnType<typeof buildHistories>;
  /** Histories of all that is known; those `atOrigin` where nothing is left out. */
  readonly known: ReturnType<typeof buildHistories>;
  readonly findings: readonly Finding[];
  /** What is doubtful about the files themselves. */
  readonly warnings: readonly Diagnostic[];
  readonly inputs: Manifest["inputs"];
  /** Text of every file read, by name. */
  readonly sources: ReadonlyMap<string, string>;
}

/** Opens the workspace; throws a CovercastError with everything that is wrong with its files. */
export function openStudy(asked: {
  readonly workspace: string | undefined;
  readonly cwd: string;
  readonly asOf: string | null;
  /** Reads suites too: a suite that is wrong then refuses all. */
  readonly suites?: boolean;
}): Study {
  const { asOf } = asked;
  const root = locate(asked.workspace, asked.cwd);
  const inputs = new Map<string, Manifest["inputs"][number]>();
  const sources = new Map<string, string>();
  const loaded = loadAll({
    workspaceFile,
    read(path) {
      const { source, shown, sha256, bytes } = readSource(root, path);
      inputs.set(path, { file: path, sha256, bytes });
      sources.set(path, shown);
      return source;
    },
    scenarioFiles: listFiles(resolve(root, scenariosFolder), ".yaml", ".yml").map(
      (name) => `${scenariosFolder}/${name}`,
    ),
    suiteFiles: asked.suites
      ? listFiles(resolve(root, suitesFolder), ".yaml", ".yml").map((name) => `${suitesFolder}/${name}`)
      : [],
    curveIds: curves.map(({ id }) => id),
  });
  if (!loaded.ok) throw new Refusal(loaded.diagnostics, sources);
  const { workspace, data, scenarios, suites } = loaded.value;
  const reference = scenarios.find(({ id }) => id === workspace.reference);
  invariant(reference, "a checked workspace has its reference scenario");
  const atOrigin = buildHistories({ workspace, data, asOf });
  return {
    root,
    workspace,
    data,
    scenarios,
    suites,
    reference,
    asOf,
    atOrigin,
    known: asOf === null ? atOrigin : buildHistories({ workspace, data, asOf: null }),
    findings: audit({ workspace, data, asOf }),
    warnings: loaded.diagnostics,
    inputs: [...inputs.values()],
    sources,
  };
}
