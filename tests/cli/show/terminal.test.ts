import { expect, test } from "vitest";
import { openTerminal } from "../../../src/cli/show/terminal.ts";
import { rememberingStreams } from "../streams.ts";

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

test("the window has a width, a pipe has none", () => {
  expect(open({}, {}, { columns: 72 }).terminal.width).toBe(72);
  expect(open().terminal.width).toBe(Number.POSITIVE_INFINITY);
});
