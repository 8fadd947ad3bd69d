#!/usr/bin/env node
import module from "node:module";
import { version } from "../../package.json";
import { exitCodes, widest } from "./command.ts";

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
    const { readAsset } = await import("./io.ts");
    process.stdout.write(readAsset("help.txt"));
    return exitCodes.done;
  }
  const { main } = await import("./main.ts");
  return main(argv, process, process.cwd());
}

function describeBug(error: unknown): string {
  const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return [
    `covercast ${version} broke on something that it should have handled. The fault is ours, not yours.`,
    `  ${what}`,
    'Please report it with this message and the command that you typed: see "Reporting a bug" in README.md.',
    process.env.COVERCAST_DEBUG
      ? ((error as Error)?.stack ?? "")
      : "COVERCAST_DEBUG=1 before the command prints where it happened.",
  ].join("\n");
}
