import { expect, test } from "vitest";
import { problemsOf, readChanged } from "./change-good.ts";

const curve = (more: string) => ({
  "covercast.yaml": (text: string) => `${text}
curves:
  mine:
    title: {en: Mine, vi: Của tôi}
${more}`,
});
const good = `    expression: top / (1 + exp(-pace * t))
    parameters:
      top: {start: 0.8, min: 0.1, max: 1, prior: {mean: 0.8, sd: 0.1}}
      pace: {start: 1e-1, min: 0, max: 2}
`;

test("a workspace's own curve is read, and trends may name it", () => {
  const { workspace } = readChanged(curve(good));
  expect(workspace.curves).toEqual([
    {
      id: "mine",
      title: { en: "Mine", vi: "Của tôi" },
      expression: "top / (1 + exp(-pace * t))",
      gives: "share",
      parameters: [
        { name: "top", start: 0.8, min: 0.1, max: 1, prior: { mean: 0.8, sd: 0.1 } },
        { name: "pace", start: 0.1, min: 0, max: 2, prior: null },
      ],
    },
  ]);
  const named = {
    "covercast.yaml": (text: string) =>
      curve(good)["covercast.yaml"](text).replace("trend: {", "trend: {curves: [mine, naive], "),
  };
  expect(problemsOf(named)).toEqual([]);
  expect(readChanged({}).workspace.curves).toBeUndefined();
});

test("formulas that are refused, idle parameters and starts out of bounds are told with their lines", () => {
  const codes = (more: string) =>
    problemsOf(curve(more)).map((problem) => problem.replace(/^covercast\.yaml:\d+ /, ""));
  expect(codes(good.replace("exp(", "exec("))).toEqual(["workspace/curve-formula"]);
  expect(codes(good.replace("top /", "1e999 * top /"))).toEqual(["workspace/curve-formula"]);
  expect(codes(good.replace("* t", "* year"))).toEqual(["workspace/curve-formula"]);
  expect(codes(good.replace("-pace * t", "-t"))).toEqual(["workspace/curve-formula"]);
  expect(codes(good.replace("start: 0.8", "start: 8"))).toEqual(["workspace/curve-parameter"]);
  expect(codes(good.replace("min: 0,", "min: 3,"))).toEqual(["workspace/curve-parameter"]);
  expect(codes(good.replace("sd: 0.1", "sd: 0"))).toEqual(["workspace/curve-parameter"]);
  expect(codes(good.replace("pace: {start: 1e-1", "pace: {start: fast"))).toHaveLength(1);
  const taken = {
    "covercast.yaml": (text: string) => curve(good)["covercast.yaml"](text).replace("  mine:", "  naive:"),
  };
  expect(problemsOf(taken).map((p) => p.split(" ")[1])).toEqual(["workspace/curve-id"]);
});
