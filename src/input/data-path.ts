/**
 * Resolves a path that a file names against that file's folder; null if it leads out of the workspace.
 *
 * Only relative paths with `/` stay within, so that opening somebody's workspace never reads the rest of a disk.
 */
export function resolveWithin(file: string, path: string): string | null {
  if (path.startsWith("/") || path.includes("\\") || /^[a-z][a-z0-9+.-]*:/i.test(path)) return null;
  const steps: string[] = [];
  for (const step of [...file.split("/").slice(0, -1), ...path.split("/")]) {
    if (step === "" || step === ".") continue;
    if (step !== "..") steps.push(step);
    else if (steps.pop() === undefined) return null;
  }
  return steps.join("/");
}
