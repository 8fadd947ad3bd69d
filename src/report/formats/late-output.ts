import type { Output } from "./format.ts";

/** Makes a file whose text is written when it is first asked for, and only once. */
export function lateOutput(name: string, write: () => string): Output {
  let text: string | undefined;
  return {
    name,
    get text() {
      text ??= write();
      return text;
    },
  };
}
