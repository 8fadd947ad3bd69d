import { join } from "node:path";
import { listFolders, readOwn, removeFolder, writeFiles } from "../files/io.ts";
import { blockNumbers, type SweepPlan } from "./sweep-plan.ts";

/** Blocks that are done, on disk, so that a sweep that was killed goes on where it stopped. */
export interface SweepStore {
  /** Numbers of blocks that an earlier run has left, by block. */
  readonly found: ReadonlyMap<number, Float64Array>;
  /** An earlier run has left work on other input, or somebody asked to start afresh: it is gone. */
  readonly dropped: boolean;
  /** Puts a block on disk; it stands there whole or not at all. */
  keep(block: number, numbers: Float64Array): void;
  /** Takes the work away once its result is written. */
  remove(): void;
}

/**
 * Opens the work folder of a suite within `out`. Its name holds the plan's fingerprint, so that work on other input is
 * never taken for this one's; such folders of the same suite are taken away.
 */
export function openStore(out: string, suite: string, plan: SweepPlan, fresh: boolean): SweepStore {
  const prefix = `.covercast-sweep-${suite}-`;
  const name = `${prefix}${plan.fingerprint}`;
  const folder = join(out, name);
  const stale = listFolders(out).filter(
    (other) =>
      other.startsWith(prefix) && /^[0-9a-f]{16}$/.test(other.slice(prefix.length)) && (fresh || other !== name),
  );
  for (const other of stale) removeFolder(join(out, other));
  const fileOf = (block: number) => join(folder, `block-${String(block).padStart(6, "0")}.f64`);
  const found = new Map<number, Float64Array>();
  plan.blocks.forEach((block, b) => {
    const bytes = readOwn(fileOf(b));
    // A file of another length is none of ours; its block is done again.
    if (bytes?.length === 8 * blockNumbers(plan, block)) found.set(b, new Float64Array(new Uint8Array(bytes).buffer));
  });
  return {
    found,
    dropped: stale.length > 0,
    keep: (block, numbers) =>
      writeFiles([
        { path: fileOf(block), content: new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength) },
      ]),
    remove: () => removeFolder(folder),
  };
}
