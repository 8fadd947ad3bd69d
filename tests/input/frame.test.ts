import { expect, test } from "vitest";
import type { Diagnostic } from "../../src/core/errors.ts";
import { frameDiagnostics } from "../../src/input/frame.ts";

const problem = (line: number, column: number, rest: Partial<Diagnostic> = {}): Diagnostic => ({
  code: "scenario/out-of-range",
  severity: "error",
  message: "levers.drive.compliance is 12, expected a share between 0 and 1",
  place: { file: "scenarios/drive.yaml", line, column },
  ...rest,
});
const sources = (text: string) => new Map([["scenarios/drive.yaml", text]]);

test("a problem is framed with its place, its line and a caret under the spot", () => {
  const text = frameDiagnostics(
    [problem(2, 17, { hint: "write 12% or 0.12" })],
    sources("levers:\n    compliance: 12\n"),
  );
  expect(text).toBe(
    [
      "scenarios/drive.yaml:2:17  error  scenario/out-of-range",
      "  levers.drive.compliance is 12, expected a share between 0 and 1",
      "  2 |     compliance: 12",
      "    |                 ^^",
      "  hint: write 12% or 0.12",
      "",
      "1 error",
    ].join("\n"),
  );
});

test("problems come file by file in the order of their lines, and are counted by severity", () => {
  const other = problem(1, 1, { place: { file: "a.csv", line: 9, column: 1 } });
  const list = [problem(5, 1), other, problem(2, 3), problem(2, 1), problem(3, 1, { severity: "warning" })];
  const text = frameDiagnostics(list);
  expect(text.match(/^\S+(?= {2})/gm)).toEqual([
    "scenarios/drive.yaml:2:1",
    "scenarios/drive.yaml:2:3",
    "scenarios/drive.yaml:3:1",
    "scenarios/drive.yaml:5:1",
    "a.csv:9:1",
  ]);
  expect(text.split("\n").at(-1)).toBe("4 errors, 1 warning");
});

test("the key is named where the message does not name it", () => {
  expect(frameDiagnostics([problem(1, 1, { message: "there is no scheme", path: "pins[0].scheme" })])).toContain(
    "  pins[0].scheme: there is no scheme",
  );
});

test("the caret stands under the letter behind marks, wide letters and tabs", () => {
  const caret = (line: string, column: number) => frameDiagnostics([problem(1, column)], sources(line)).split("\n")[3];
  expect(caret("Độ phủ: x", 9)).toBe("    |         ^");
  expect(caret("Đo\u0302\u0323 phu\u0309: x", 12)).toBe("    |         ^");
  expect(caret("社会: x", 5)).toBe("    |       ^");
  expect(caret("a:\tx", 4)).toBe("    |    ^");
});

test("the whole of what is wrong is marked: key, value, text in quotes, brackets, cell; a spot where only that is known", () => {
  const marked = (line: string, column: number, rest: Partial<Diagnostic> = {}) => {
    const place = { file: "scenarios/drive.yaml", line: 1, column, ...rest.place };
    const told = frameDiagnostics([problem(1, column, { ...rest, place })], new Map([[place.file, line]])).split("\n");
    const from = told[3].indexOf("^");
    return told[2].slice(from, told[3].lastIndexOf("^") + 1);
  };
  expect(marked("    reech: 20%  # a fifth", 5)).toBe("reech");
  expect(marked("    reach: 20 %  # a fifth", 12)).toBe("20 %");
  expect(marked("    question: Who, and when?", 15)).toBe("Who, and when?");
  expect(marked("  a: {reech: 20%, x: 1}", 7)).toBe("reech");
  expect(marked("  a: {reach: 20 %, x: 1}", 14)).toBe("20 %");
  expect(marked("  a: {reach: {low: 1%, high: [2%]}, x: 1}", 14)).toBe("{low: 1%, high: [2%]}");
  expect(marked("  a: {reach: {low: 1%,", 14)).toBe("{");
  expect(marked("  title: 'it''s' # x", 10)).toBe("'it''s'");
  expect(marked("  coverage: 2 * foo + 1", 17, { code: "scenario/formula" })).toBe("foo");
  expect(marked("  reach 20%", 3, { code: "yaml/syntax" })).toBe("r");
  const cell = { place: { file: "data/goals.csv", line: 1, column: 3 } };
  expect(marked("a,forty two,b", 3, cell)).toBe("forty two");
  expect(marked('a,"forty, two",b', 3, cell)).toBe('"forty, two"');
});

test("a long line is cut around the spot", () => {
  const [, , line, caret] = frameDiagnostics(
    [problem(1, 5001)],
    sources(`${"a".repeat(5000)}B${"c".repeat(5000)}`),
  ).split("\n");
  expect(line.length).toBeLessThan(120);
  expect(line[caret.indexOf("^")]).toBe("B");
});

test("what stands in a file cannot drive the terminal", () => {
  const text = frameDiagnostics(
    [problem(1, 1, { message: "a \u001b[2J b", hint: "\u202ec" })],
    sources("\u001b]0;title\u0007 x"),
  );
  for (const control of ["\u001b", "\u0007", "\u202e"]) expect(text).not.toContain(control);
});

test("colours are handed in and leave the text as it is", () => {
  const mark = (text: string) => `<${text}>`;
  const style = { error: mark, warning: mark, place: mark, faint: mark };
  expect(frameDiagnostics([problem(1, 1)], sources("x"), style)).toContain(
    "<scenarios/drive.yaml:1:1>  <error>  <scenario/out-of-range>",
  );
});
