import fc from "fast-check";
import { expect, it } from "vitest";
import { packRows, unpackRows } from "../../../src/report/html/packed-rows.ts";

const cell = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.string(),
  fc.boolean(),
  fc.constant(null),
);
const row = fc.dictionary(fc.constantFrom("year", "share", "label", "scenario"), cell);

it("gives rows back as they were, columns that come and go included", () => {
  fc.assert(
    fc.property(fc.array(row), (rows) => {
      const plain = rows.map((cells) => ({ ...cells }));
      expect(unpackRows(JSON.parse(JSON.stringify(packRows(plain as never))))).toEqual(
        JSON.parse(JSON.stringify(plain)),
      );
    }),
  );
});

it("names the columns of like rows once", () => {
  const rows = [1, 2, 3].map((year) => ({ year, share: year / 10 }));
  expect(packRows(rows)).toEqual([
    [
      ["year", "share"],
      [1, 0.1],
      [2, 0.2],
      [3, 0.3],
    ],
  ]);
});
