import { expect, test } from "vitest";
import { openTerminal } from "../../src/cli/terminal.ts";
import { rememberingStreams } from "./streams.ts";

const open = (env: Record<string, string> = {}, options = {}, tty?: { columns: number }) => {
  const { streams, written } = rememberingStreams(env, tty);
  return { terminal: openTerminal(streams, { quiet: false, noColor: false, ...options }), written };
};

test("results go to stdout, everything else to stderr, and quiet silences remarks but not errors", () => {
  const { terminal, written } = open({}, { quiet: true });
  terminal.print("result");
  terminal.remark("by the way");
  terminal.complain("wrong");
  expect(written).toEqual({ stdout: "result\n", stderr: "wrong\n" });
});

test("colour needs a watcher, and neither NO_COLOR nor --no-color", () => {
  const tty = { columns: 80 };
  expect(open({}, {}, tty).terminal.paint.bold("x")).not.toBe("x");
  expect(open({}, {}).terminal.paint.bold("x")).toBe("x");
  expect(open({ NO_COLOR: "1" }, {}, tty).terminal.paint.bold("x")).toBe("x");
  expect(open({}, { noColor: true }, tty).terminal.paint.bold("x")).toBe("x");
});

test("columns line up under Vietnamese letters, composed or not", () => {
  const { terminal } = open();
  const lines = terminal
    .table(
      ["scheme", "n"],
      [
        ["Bảo hiểm y tế", "1"],
        ["Bảo hiểm y tế".normalize("NFD"), "22"],
        ["UI", "333"],
      ],
      [1],
    )
    .split("\n");
  expect(lines.map((line) => line.normalize("NFC"))).toEqual([
    "scheme           n",
    "─────────────  ───",
    "Bảo hiểm y tế    1",
    "Bảo hiểm y tế   22",
    "UI             333",
  ]);
});

test("a table wider than the window wraps its widest column and keeps the others whole", () => {
  const { terminal } = open({}, {}, { columns: 40 });
  const text = terminal.table(["a", "words"], [["12345678", "one two three four five six seven eight nine ten"]]);
  expect(Math.max(...text.split("\n").map((line) => line.length))).toBeLessThanOrEqual(40);
  expect(text).toContain("12345678  one two three");
});
