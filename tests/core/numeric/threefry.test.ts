import { expect, it } from "vitest";
import { threefry } from "../../../src/core/numeric/threefry.ts";

const words = (key: [number, number], counter: [number, number]) => {
  const [first, second] = [new Int32Array(1), new Int32Array(1)];
  threefry(key[0], key[1], counter[0], counter[1], first, second);
  return [first[0], second[0]].map((w) => (w >>> 0).toString(16).padStart(8, "0")).join(" ");
};

it("gives the words published with the Random123 library for 20 rounds", () => {
  expect(words([0, 0], [0, 0])).toBe("6b200159 99ba4efe");
  expect(words([-1, -1], [-1, -1])).toBe("1cb996fc bb002be7");
  expect(words([0x13198a2e, 0x03707344], [0x243f6a88, 0x85a308d3])).toBe("c4923a9c 483df7a0");
});

it("gives a run of counters the words that each has alone", () => {
  const [first, second] = [new Int32Array(9), new Int32Array(9)];
  threefry(5, -7, -4, 3, first, second);
  first.forEach((word, i) => {
    const hex = [word, second[i]].map((w) => (w >>> 0).toString(16).padStart(8, "0")).join(" ");
    expect(hex).toBe(words([5, -7], [i - 4, 3]));
  });
});
