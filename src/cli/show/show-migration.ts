import type { MigratedFile } from "../journeys/migrate-files.ts";
import type { Terminal } from "./terminal.ts";

/** Prints which files are older than their formats, what changes in each and why. */
export function showMigration(
  { read, old }: { readonly read: number; readonly old: readonly MigratedFile[] },
  written: boolean,
  { paint, print }: Terminal,
): void {
  for (const { file, from, to, notes, before, source } of old) {
    print(paint.bold(`${file}: format ${from} -> ${to}`));
    for (const note of notes) print(`  ${note}`);
    for (const { sign, line, text } of changedLines(before, source.text))
      print(`  ${(sign === "-" ? paint.red : paint.green)(`${sign} ${line}: ${text}`)}`);
    print("");
  }
  const current = read - old.length;
  const files = (n: number) => `${n} file${n === 1 ? "" : "s"}`;
  if (old.length === 0) print(`Read ${files(read)}: all up to date.`);
  else if (written) print(`Wrote ${files(old.length)}; ${current} more ${current === 1 ? "was" : "were"} up to date.`);
  else print(`${files(old.length)} of ${read} would change: covercast migrate --write`);
}

interface ChangedLine {
  readonly sign: "-" | "+";
  readonly line: number;
  readonly text: string;
}

/** Lists lines taken out and put in, found by the longest common subsequence of lines between equal ends. */
export function changedLines(before: string, after: string): ChangedLine[] {
  const [a, b] = [before.split("\n"), after.split("\n")];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const [m, n] = [a.length - start - end, b.length - start - end];
  // Tables of long files with changes at both ends would be large; they are shown as one block.
  if (m * n > 4_000_000)
    return [
      ...a.slice(start, start + m).map((text, i): ChangedLine => ({ sign: "-", line: start + i + 1, text })),
      ...b.slice(start, start + n).map((text, i): ChangedLine => ({ sign: "+", line: start + i + 1, text })),
    ];
  const longest = Array.from({ length: m + 1 }, () => new Uint32Array(n + 1));
  for (let i = m - 1; i >= 0; i--)
    for (let j = n - 1; j >= 0; j--)
      longest[i][j] =
        a[start + i] === b[start + j] ? longest[i + 1][j + 1] + 1 : Math.max(longest[i + 1][j], longest[i][j + 1]);
  const changes: ChangedLine[] = [];
  for (let i = 0, j = 0; i < m || j < n; ) {
    if (i < m && j < n && a[start + i] === b[start + j]) {
      i++;
      j++;
    } else if (j >= n || (i < m && longest[i + 1][j] >= longest[i][j + 1])) {
      changes.push({ sign: "-", line: start + i + 1, text: a[start + i] });
      i++;
    } else {
      changes.push({ sign: "+", line: start + j + 1, text: b[start + j] });
      j++;
    }
  }
  return changes;
}
