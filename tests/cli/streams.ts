import type { TerminalStreams } from "../../src/cli/show/terminal.ts";

/** Opens streams that only remember what was written to them. */
export function rememberingStreams(env: Record<string, string> = {}, tty?: { readonly columns: number }) {
  const written = { stdout: "", stderr: "" };
  const to = (name: "stdout" | "stderr") => (text: string) => {
    written[name] += text;
  };
  const streams: TerminalStreams = {
    stdout: { write: to("stdout"), isTTY: tty !== undefined, columns: tty?.columns },
    stderr: { write: to("stderr"), isTTY: false },
    env,
  };
  return { streams, written };
}
