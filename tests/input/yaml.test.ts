import { describe, expect, test } from "vitest";
import { parseYaml } from "../../src/input/yaml.ts";
import { valueAtPath } from "../../src/input/yaml-tree.ts";

const parse = (text: string) => parseYaml({ file: "f.yaml", text });
const tree = (text: string) => {
  const checked = parse(text);
  if (!checked.ok) throw new Error(JSON.stringify(checked.diagnostics));
  return checked.value;
};
const faults = (text: string) =>
  parse(text).diagnostics.map(({ code, place }) => `${place?.line}:${place?.column} ${code}`);
const at = ({ line, column }: { line: number; column: number }) => `${line}:${column}`;

test("values are plain, and every key and value knows its place", () => {
  const { value, valueAt, keyAt } = tree("a: 1\nb:\n  - {c: 12%, d: [x, null]}\n  - 2025-01-01\n");
  expect(value).toEqual({ a: 1, b: [{ c: "12%", d: ["x", null] }, "2025-01-01"] });
  expect(at(valueAt(["a"]))).toBe("1:4");
  expect(at(keyAt(["b", 0, "d"]))).toBe("3:14");
  expect(at(valueAt(["b", 0, "d", 1]))).toBe("3:21");
  expect(at(valueAt(["b", 1]))).toBe("4:5");
});

test("a path that is not there has the place of its nearest ancestor's key", () => {
  const { keyAt, valueAt } = tree("a:\n  b: {c: 1}\n");
  expect(at(keyAt(["a", "b", "x", "y"]))).toBe("2:3");
  expect(at(valueAt(["nothing"]))).toBe("1:1");
});

test("JSON with tabs is YAML too", () => {
  expect(tree('{\n\t"a": [\n\t\t1, {"b": "x"}\n\t]\n}').value).toEqual({ a: [1, { b: "x" }] });
});

test("an anchor may be repeated; what it expands to stands where it is repeated", () => {
  const { value, valueAt } = tree("a: &x {p: 1}\nb: *x\n");
  expect(value).toEqual({ a: { p: 1 }, b: { p: 1 } });
  expect(at(valueAt(["b", "p"]))).toBe("2:4");
});

describe("what is not plain data is refused at its place", () => {
  test.each([
    ["a key set twice", "a: 1\nb: 2\na: 3\n", ["3:1 yaml/duplicate-key"]],
    ["a quote left open", 'a: 1\nb: "x\nc: 2\n', ["2:4 yaml/syntax"]],
    ["a bracket left open", "a: [1, 2\nb: 3\n", ["1:4 yaml/syntax"]],
    ["a tab as indentation", "a:\n\tb: 1\n", ["2:1 yaml/syntax"]],
    ["a tag", "a: !!js/function x\n", ["1:4 yaml/tag"]],
    ["a second document", "a: 1\n---\nb: 2\n", ["2:1 yaml/many-documents"]],
    ["an alias of nothing", "a: *x\n", ["1:4 yaml/unknown-alias"]],
    ["an alias within itself", "a: &x [1, *x]\n", ["1:11 yaml/circular-alias"]],
    [
      "keys that reach into JavaScript",
      "__proto__: 1\na: {constructor: 2, prototype: 3}\n",
      ["1:1 yaml/forbidden-key", "2:5 yaml/forbidden-key", "2:21 yaml/forbidden-key"],
    ],
    ["a list as a key", "? [a]\n: 1\n", ["1:3 yaml/key"]],
    ["nothing but comments", "# later\n", ["1:1 yaml/empty"]],
  ])("%s", (_, text, expected) => {
    expect(faults(text)).toEqual(expected);
  });
});

describe("what only an attack has is refused before it costs anything", () => {
  test.each([
    ["brackets", `a: ${"[".repeat(500_000)}`, "yaml/too-deep"],
    ["maps in brackets", `a: ${"{a: ".repeat(100_000)}`, "yaml/too-deep"],
    ["lists on one line", `${"- ".repeat(100_000)}x`, "yaml/too-deep"],
    ["explicit keys", `${"? ".repeat(100_000)}x`, "yaml/too-deep"],
    ["steps of indentation", Array.from({ length: 1000 }, (_, i) => `${" ".repeat(i)}a:`).join("\n"), "yaml/too-deep"],
    ["forty honest levels", `${"[".repeat(40)}1${"]".repeat(40)}`, "yaml/too-deep"],
    ["commas", `[${",".repeat(1_000_000)}]`, "yaml/too-long"],
    ["values", `[${"1,".repeat(60_000)}1]`, "yaml/too-many-values"],
    [
      "aliases of aliases",
      `a: &a [x,x,x,x,x,x,x,x,x,x]\n${"bcdefg"
        .split("")
        .map((k, i) => `${k}: &${k} [${Array(10).fill(`*${"abcdefg"[i]}`).join(",")}]`)
        .join("\n")}`,
      "yaml/too-many-values",
    ],
  ])("%s", (_, text, code) => {
    expect(parse(text).diagnostics.map((d) => d.code)).toEqual([code]);
  });

  test("long text with many brackets in it is none", () => {
    const words = "a [note] with {brackets} ".repeat(1000);
    expect(valueAtPath(tree(`a: "${words}"\nb: |\n  ${words}\n`).value, ["a"])).toBe(words);
  });
});

test("a forbidden key pollutes no object", () => {
  parse('{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}');
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});
