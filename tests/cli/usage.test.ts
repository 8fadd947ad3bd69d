import { expect, test } from "vitest";
import { commands } from "../../src/cli/commands/index.ts";
import { explainUsage, suggest } from "../../src/cli/usage.ts";

const globals = { quiet: { type: "boolean", describe: "" } } as const;

test("an unknown command names the one that was probably meant", () => {
  expect(explainUsage("Unknown command: chek", ["chek"], commands, globals)).toBe(
    "There is no command chek. Did you mean check?\nSee covercast --help",
  );
});

test("an unknown option names the one that was probably meant, of that command or of all", () => {
  expect(explainUsage("Unknown argument: drws", ["run", "--drws", "5"], commands, globals)).toBe(
    "There is no option --drws. Did you mean --draws?\nSee covercast run --help",
  );
  expect(explainUsage("Unknown argument: quit", ["run", "--quit=1"], commands, globals)).toContain(
    "There is no option --quit. Did you mean --quiet?",
  );
});

test("a word that looks like nothing known gets no guess", () => {
  expect(suggest("xyzzy", ["run", "check"])).toBe("");
});

test("a word that is none of an option's is told with those that are", () => {
  const message = 'Invalid values:\n  Argument: format, Given: "parkuet", Choices: "csv", "parquet"';
  expect(explainUsage(message, ["sweep", "s", "--format", "parkuet"], commands, globals)).toBe(
    '--format is "parkuet", expected csv or parquet. Did you mean parquet?\nSee covercast sweep --help',
  );
});

test("any other complaint is passed on, with the help that belongs to it", () => {
  expect(explainUsage("Not enough arguments following: draws", ["run", "--draws"], commands, globals)).toBe(
    "Not enough arguments following: draws\nSee covercast run --help",
  );
});
