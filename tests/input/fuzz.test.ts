import fc from "fast-check";
import { expect, test } from "vitest";
import type { Diagnostic } from "../../src/core/errors.ts";
import { frameDiagnostics } from "../../src/input/frame.ts";
import { filesOf } from "./bad-input.ts";
import { loadFiles } from "./load-files.ts";

/** Pieces that have broken parsers before, and pieces of our own format in the wrong place. */
const nasty = [
  "",
  " ",
  "\n",
  "\r\n",
  "\t",
  ":",
  ": ",
  "- ",
  "? ",
  "[",
  "]",
  "{",
  "}",
  ",",
  '"',
  "'",
  "&a ",
  "*a",
  "!!binary ",
  "%",
  "#",
  "|\n",
  ">\n",
  "---\n",
  "\u0000",
  "\ufeff",
  "\u2028",
  "\u202e",
  "\ud800",
  "💥",
  "null",
  "true",
  "~",
  "NaN",
  ".nan",
  ".inf",
  "-.inf",
  "-1",
  "0",
  "1e999",
  "1e-999",
  "0x10",
  "9".repeat(400),
  "12",
  "12%",
  "2pp",
  "-5%",
  "1.2M",
  "6mo",
  "2025-02-30",
  "0000-00-00",
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "kind",
  "extends",
  "levers",
  "trend",
  "world",
  "baseline",
  "drive",
  "law",
  "pension",
  "formal",
  "workers",
  "{low: 1%, mode: 2%, high: 3%}",
  "{p5: 0%, p95: 100%}",
  "{normal: {mean: 1%, sd: 0}}",
  "{uniform: {low: 5%, high: 5%}}",
  "[[[[[[[[[[]]]]]]]]]]",
  "extends: [drive, law, drive]",
  "enabled: false",
  "a,b,c",
  "x".repeat(5000),
];

/** One change of one text: cut, doubled, or with something nasty in the place of something else. */
const mutation = fc.record({
  at: fc.nat(1_000_000),
  length: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(60)),
  how: fc.oneof(
    fc.constantFrom(...nasty).map((text) => ({ text })),
    fc.constant({ double: true as const }),
    fc.constant({ lines: true as const }),
    fc.string({ unit: "binary", maxLength: 8 }).map((text) => ({ text })),
  ),
});
type Mutation = typeof mutation extends fc.Arbitrary<infer T> ? T : never;

function mutate(text: string, { at, length, how }: Mutation): string {
  const start = at % (text.length + 1);
  if ("lines" in how) {
    const lines = text.split("\n");
    const [moved] = lines.splice(at % lines.length, 1);
    lines.splice((at >> 3) % (lines.length + 1), 0, ...Array.from({ length: length % 3 }, () => moved));
    return lines.join("\n");
  }
  const inserted = "text" in how ? how.text : text.slice(start, start + length).repeat(2);
  return text.slice(0, start) + inserted + text.slice(start + length);
}

const good = filesOf("good");
const decoder = new TextDecoder();
const texts = new Map([...good].map(([file, bytes]) => [file, decoder.decode(bytes)]));

const mutated = fc
  .array(fc.tuple(fc.constantFrom(...texts.keys()), mutation), { minLength: 1, maxLength: 5 })
  .map((changes) => {
    const files = new Map(texts);
    for (const [file, change] of changes) files.set(file, mutate(files.get(file) as string, change));
    return files;
  });

function everyNumberIsFinite(value: unknown): boolean {
  if (typeof value === "number") return Number.isFinite(value);
  return typeof value !== "object" || value === null || Object.values(value).every(everyNumberIsFinite);
}

function standsInItsFile({ place }: Diagnostic, files: ReadonlyMap<string, string>): boolean {
  if (place === null) return true;
  const lines = (files.get(place.file) ?? "").split(/\r\n|\n|\r/);
  return place.line >= 1 && place.column >= 1 && place.line <= lines.length;
}

test("whatever is done to good files, they are read or refused with a place, and nothing is thrown", () => {
  fc.assert(
    fc.property(mutated, (files) => {
      const checked = loadFiles(new Map([...files].map(([file, text]) => [file, new TextEncoder().encode(text)])));
      for (const diagnostic of checked.diagnostics) {
        expect(diagnostic.code).toMatch(/^[a-z]+\/[a-z0-9-]+$/);
        expect(diagnostic.message.length).toBeGreaterThan(5);
        expect(standsInItsFile(diagnostic, files), JSON.stringify(diagnostic)).toBe(true);
      }
      expect(frameDiagnostics(checked.diagnostics, files)).not.toMatch(/undefined|\[object/);
      if (checked.ok)
        expect(everyNumberIsFinite([checked.value.workspace, checked.value.scenarios, checked.value.data])).toBe(true);
      else expect(checked.diagnostics.some(({ severity }) => severity === "error")).toBe(true);
      expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
    }),
    { seed: Number(process.env.FUZZ_SEED ?? 20241121), numRuns: Number(process.env.FUZZ_RUNS ?? 150) },
  );
}, 120_000);
