import { expect, test } from "vitest";
import { contourPieces } from "../../../src/report/charts/contour-lines.ts";

const grid = (f: (x: number, y: number) => number, size = 5) =>
  Array.from({ length: size }, (_, y) => Array.from({ length: size }, (__, x) => f(x, y)));

test("the contours of a plane are straight and join up from border to border", () => {
  const pieces = contourPieces(
    grid((x, y) => x + 2 * y),
    4.5,
  );
  for (const { x, y, x2, y2 } of pieces) {
    expect(x + 2 * y).toBeCloseTo(4.5, 12);
    expect(x2 + 2 * y2).toBeCloseTo(4.5, 12);
  }
  const ends = pieces.flatMap(({ x, y, x2, y2 }) => [`${x} ${y}`, `${x2} ${y2}`]);
  const loose = ends.filter((end) => ends.filter((other) => other === end).length === 1);
  expect(loose).toHaveLength(2);
});

test("a hill has a closed contour; a level that is not there has none", () => {
  const hill = grid((x, y) => -((x - 2) ** 2) - (y - 2) ** 2);
  const ends = contourPieces(hill, -1.5).flatMap(({ x, y, x2, y2 }) => [`${x} ${y}`, `${x2} ${y2}`]);
  expect(ends.length).toBeGreaterThan(6);
  for (const end of ends) expect(ends.filter((other) => other === end)).toHaveLength(2);
  expect(contourPieces(hill, 1)).toEqual([]);
});

test("a saddle is parted by its middle: two pieces that do not cross", () => {
  for (const corners of [
    [
      [1, 0],
      [0, 1],
    ],
    [
      [0, 1],
      [1, 0],
    ],
  ]) {
    const high = contourPieces(corners, 0.4);
    const low = contourPieces(corners, 0.6);
    expect(high).toHaveLength(2);
    expect(low).toHaveLength(2);
    const cutsOff = (pieces: typeof high, x: number, y: number) =>
      pieces.some((p) => Math.abs(p.x - x) + Math.abs(p.y - y) < 1 && Math.abs(p.x2 - x) + Math.abs(p.y2 - y) < 1);
    // Below the middle's level the low corners are cut off alone, above it the high ones.
    for (const y of [0, 1])
      for (const x of [0, 1]) expect(cutsOff(corners[y]?.[x] === 0 ? high : low, x, y)).toBe(true);
  }
});
