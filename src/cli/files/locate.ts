import { relative, resolve } from "node:path";
import { UsageError } from "../command.ts";
import { exists, findWorkspace, workspaceFile } from "./io.ts";

/** Where a run writes, within its workspace. */
export const reportsFolder = "reports";

/** Finds the workspace's folder: the one named (or its covercast.yaml), else the nearest one upwards from `cwd`. */
export function locate(named: string | undefined, cwd: string): string {
  if (named !== undefined) {
    const folder = resolve(cwd, named.endsWith(workspaceFile) ? resolve(cwd, named, "..") : named);
    if (exists(resolve(folder, workspaceFile))) return folder;
    throw new UsageError(`${relative(cwd, folder) || "."} holds no ${workspaceFile}.\n${howToStart}`);
  }
  const found = findWorkspace(cwd);
  if (found) return found;
  throw new UsageError(`There is no ${workspaceFile} here or in any folder above.\n${howToStart}`);
}

const howToStart = "Name a workspace with --workspace FOLDER, or start one: covercast init my-country";
