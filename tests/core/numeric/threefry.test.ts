import { expect, it } from "vitest";
import { threefry } from "../../../src/core/numeric/threefry.ts";

const words = (key: [number, number], counter: [number, number]) => {
  const out = new Uint32Array(2);
  threefry(key[0], key[1], counter[0], counter[1], out);
  return [...out].map((w) => w.toString(16).padStart(8, "0")).join(" ");
};

it("gives the words published with the Random123 library for 20 rounds", () => {
  expect(words([0, 0], [0, 0])).toBe("6b200159 99ba4efe");
  expect(words([-1, -1], [-1, -1])).toBe("1cb996fc bb002be7");
  expect(words([0x13198a2e, 0x03707344], [0x243f6a88, 0x85a308d3])).toBe("c4923a9c 483df7a0");
});
