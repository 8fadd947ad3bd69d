import type { Run } from "../../core/domain.ts";
import type { CompiledChart } from "../charts/compile.ts";
import { packShared, type SharedJson, unpackShared } from "./shared-json.ts";

/** A file of the workspace, as it was read. */
export interface WorkspaceFile {
  readonly file: string;
  readonly text: string;
}

/** All that a page's script needs to answer what if: what every scenario is projected from, never the draws. */
export interface PageData {
  readonly locale: string;
  /** The scenario that the page tells of; in the comparing report the reference. */
  readonly scenario: string;
  readonly comparing: boolean;
  readonly run: Run;
  /** Compiled specifications by `specKey`. */
  readonly specs: Readonly<Record<string, CompiledChart>>;
  /** The workspace's file and the scenarios, so that a page can read a scenario file as the command line does. */
  readonly files: readonly WorkspaceFile[];
}

/** Writes page data as JSON in which nothing stands twice. */
export function writePageData(data: PageData): string {
  return JSON.stringify(packShared(data));
}

/** Reads what `writePageData` wrote. */
export function readPageData(text: string): PageData {
  return unpackShared(JSON.parse(text) as SharedJson) as PageData;
}
