#!/usr/bin/env node
import module from "node:module";
import { exitCodes, widest } from "./command.ts";
import { describeBug } from "./describe-bug.ts";

// Newer Nodes keep compiled code between runs; the rest is loaded after this, so that all of it profits.
(module as { enableCompileCache?: () => void }).enableCompileCache?.();

// The reader of a pipe may leave before us: `covercast fit | head` is no error.
for (const stream of [process.stdout, process.stderr])
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(process.exitCode ?? exitCodes.done);
    throw error;
  });

try {
  process.exitCode = await answer(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${describeBug(error)}\n`);
  process.exitCode = exitCodes.bug;
}

async function answer(argv: readonly string[]): Promise<number> {
  // Laying out the overview costs more than all the rest of it; the build keeps it as it looks in a wide window.
  if (argv.length === 1 && argv[0] === "--help" && (process.stdout.columns ?? widest) >= widest) {
    const { readAsset } = await import("./files/io.ts");
    process.stdout.write(readAsset("help.txt"));
    return exitCodes.done;
  }
  const { main } = await import("./main.ts");
  return main(argv, process, process.cwd());
}
