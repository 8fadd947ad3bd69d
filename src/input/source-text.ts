import type { Checked, Diagnostic } from "../core/errors.ts";
import { Problems } from "./problems.ts";

/** A file as text, named as the user knows it: relative to the workspace, with `/`. */
export interface SourceText {
  readonly file: string;
  readonly text: string;
}

/** The largest table of figures, in bytes; the largest honest one is a hundredth of it. */
const largestData = 16 * 1024 * 1024;

/** The largest YAML file, in bytes; a scenario of a thousand lines is a twentieth of it. */
export const largestYaml = 1024 * 1024;

/** The one thing needed of the Encoding Standard, which Node and every browser have and `lib: es2022` does not name. */
declare const TextDecoder: new (
  label: "utf-8",
  options: { fatal: true },
) => { decode(bytes: Uint8Array, how?: { stream: boolean }): string };

/**
 * Turns the bytes of a file into text: UTF-8 with or without a byte order mark.
 *
 * Refuses what cannot be text that a person wrote for this program: `file/too-large`, `file/empty`, `file/binary`,
 * `file/not-utf8`.
 */
export function decodeSource(file: string, bytes: Uint8Array): Checked<SourceText> {
  const problems = new Problems();
  const place = { file, line: 1, column: 1 };
  const large = tooLarge(file, bytes.length);
  let text = "";
  if (large) problems.add(large);
  else if (wide(bytes)) {
    problems.error("file/not-utf8", place, "the file is UTF-16 text, expected UTF-8", {
      hint: 'a spreadsheet: save it as "CSV UTF-8", not as "Unicode text"; an editor: save it with the encoding UTF-8',
    });
  } else if (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4) {
    problems.error("file/binary", place, "the file is a spreadsheet or an archive, expected text", {
      hint: "open it in the spreadsheet and save the sheet as CSV UTF-8",
    });
  } else if (bytes.includes(0)) {
    problems.error("file/binary", place, "the file is binary, expected text", {
      hint: "save it as plain text in UTF-8 (a spreadsheet: export it as CSV UTF-8)",
    });
  } else {
    try {
      text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
      if (text.trim() === "")
        problems.error("file/empty", place, "the file is empty", { hint: "fill it, or delete it" });
    } catch {
      const { line, column } = firstBadByte(bytes);
      problems.error("file/not-utf8", { file, line, column }, "the file is not UTF-8 text", {
        hint: "save it again with the encoding UTF-8; its letters are now in another, such as Windows-1252 or Windows-1258",
      });
    }
  }
  return problems.close(() => ({ file, text }));
}

/** Refuses a file by its size alone, so that a huge one need not be read: `file/too-large`; null if it is small enough. */
export function tooLarge(file: string, bytes: number): Diagnostic | null {
  const limit = /\.ya?ml$/i.test(file) ? largestYaml : largestData;
  if (bytes <= limit) return null;
  return {
    code: "file/too-large",
    severity: "error",
    message: `the file has ${size(bytes)}, expected at most ${size(limit)}`,
    place: { file, line: 1, column: 1 },
    hint: "name the right file; figures and scenarios are small",
  };
}

/** Tells that bytes begin as UTF-16 does. */
function wide([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

/** Finds the first byte that is not UTF-8, by bisection over the length of the well-formed beginning. */
function firstBadByte(bytes: Uint8Array): { line: number; column: number } {
  // `stream` lets a character that the cut has halved pass, so that being readable is monotone in the length.
  const readable = (end: number) => {
    try {
      return new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, end), { stream: true });
    } catch {
      return null;
    }
  };
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (readable(middle) === null) high = middle - 1;
    else low = middle;
  }
  const lines = (readable(low) ?? "").split(/\r\n?|\n/);
  return { line: lines.length, column: lines[lines.length - 1].length + 1 };
}

function size(bytes: number): string {
  const [value, unit] = bytes < 1024 * 1024 ? [bytes / 1024, "kB"] : [bytes / 1024 / 1024, "MB"];
  return `${Number(value.toFixed(1))} ${unit}`;
}
