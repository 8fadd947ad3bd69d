import type { FrameStyle } from "../../input/frame.ts";
import type { Terminal } from "./terminal.ts";

/** Colours diagnostics for a terminal, as far as it shows any. */
export function frameStyle({ paint }: Terminal): FrameStyle {
  return { error: paint.red, warning: paint.yellow, place: paint.bold, faint: paint.dim };
}
