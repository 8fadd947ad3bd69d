import { version } from "../../package.json";

/** Words a fault of ours: what broke, and how to report it; where it happened only if the user asks for that. */
export function describeBug(error: unknown): string {
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
