import { relative, resolve, sep } from "node:path";
import { curves } from "../core/curves/index.ts";
import type { Data, Finding, Manifest, Scenario, Suite, Workspace, YearEndPeak } from "../core/domain.ts";
import { type Diagnostic, invariant } from "../core/errors.ts";
import { audit } from "../core/history/audit.ts";
import { buildHistories } from "../core/history/build-history.ts";
import { yearEndPeaks } from "../core/history/year-end-peaks.ts";
import { formulaFaults } from "../core/simulate/formula-faults.ts";
import type { Placed } from "../input/check-shape.ts";
import { loadAll } from "../input/load.ts";
import { Refusal } from "./command.ts";
import { listFiles, workspaceFile } from "./files/io.ts";
import { locate } from "./files/locate.ts";
import { readSource } from "./files/read-source.ts";
import { unreadFiles } from "./files/unread-files.ts";

/** Where scenarios stand, within a workspace. */
export const scenariosFolder = "scenarios";
/** Where suites stand. */
export const suitesFolder = "suites";

/** A workspace that was read, checked and audited: all that commands work on. */
export interface Study {
  /** Folder of the workspace. */
  readonly root: string;
  readonly workspace: Workspace;
  readonly data: Data;
  readonly scenarios: readonly Scenario[];
  /** Scenarios from elsewhere, in the order in which they were asked for. */
  readonly guests: readonly Scenario[];
  /** Every scenario as one file, with the place of each of its parts. */
  readonly effective: ReadonlyMap<Scenario, Placed>;
  /** What is wrong with scenarios that nobody asked for; they are left out. */
  readonly aside: readonly Diagnostic[];
  /** None where nobody asked for them. */
  readonly suites: readonly Suite[];
  /** The scenario that the others are compared with. */
  readonly reference: Scenario;
  /** Only what had been published by this day counts; null: all. */
  readonly asOf: string | null;
  readonly atOrigin: ReturnType<typeof buildHistories>;
  /** How far year ends stand above other months, by what is known at the origin. */
  readonly peaks: readonly YearEndPeak[];
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
  /** Ids of the scenarios that are asked for: others that are wrong are left aside. Absent: all must be right. */
  readonly only?: readonly string[];
  /** Scenario files from elsewhere, as paths from `cwd`. */
  readonly guests?: readonly string[];
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
    guestFiles: (asked.guests ?? []).map((path) => relative(root, resolve(asked.cwd, path)).split(sep).join("/")),
    only: asked.only ?? null,
    curveIds: curves.map(({ id }) => id),
  });
  if (!loaded.ok) throw new Refusal(loaded.diagnostics, sources);
  const { workspace, data, suites, guests, effective, needed } = loaded.value;
  const atOrigin = buildHistories({ workspace, data, asOf });
  const faults = new Map(
    [...loaded.value.scenarios, ...guests].map((scenario) => [
      scenario,
      formulaFaults(scenario, atOrigin.histories, workspace.run.horizon),
    ]),
  );
  const faultsOf = (scenario: Scenario) => faults.get(scenario) ?? [];
  const refused = [...faults.keys()].filter(({ file }) => needed.has(file)).flatMap(faultsOf);
  if (refused.length > 0) throw new Refusal(refused, sources);
  const scenarios = loaded.value.scenarios.filter((scenario) => faultsOf(scenario).length === 0);
  const reference = scenarios.find(({ id }) => id === workspace.reference);
  invariant(reference, "a checked workspace has its reference scenario");
  return {
    root,
    workspace,
    data,
    scenarios,
    guests,
    effective,
    aside: [...loaded.value.aside, ...[...faults.values()].flat()],
    suites,
    reference,
    asOf,
    atOrigin,
    peaks: yearEndPeaks(data, atOrigin.histories, asOf),
    known: asOf === null ? atOrigin : buildHistories({ workspace, data, asOf: null }),
    findings: audit({ workspace, data, asOf }),
    warnings: [...loaded.diagnostics, ...unreadFiles(root, [scenariosFolder, suitesFolder])],
    inputs: [...inputs.values()],
    sources,
  };
}
