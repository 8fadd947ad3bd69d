import * as fc from "fast-check";
import { expect, test } from "vitest";
import { decode93, encode93 } from "../../../src/report/html/base93.ts";
import { packShared, unpackShared } from "../../../src/report/html/shared-json.ts";

test("bytes of any length come back from their text, which means nothing to HTML", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      const text = encode93(bytes);
      expect(text).not.toMatch(/[<\s]/);
      expect(text.length).toBeLessThanOrEqual(Math.ceil((bytes.length * 16) / 13));
      expect([...decode93(text)]).toEqual([...bytes]);
    }),
  );
});

test("JSON comes back as it was", () => {
  const keys = fc.string({ minLength: 1, maxLength: 8 }).filter((key) => key !== "$" && key !== "__proto__");
  const tree = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: "small" },
      fc.jsonValue({ maxDepth: 0 }),
      fc.array(tie("value")),
      fc.dictionary(keys, tie("value")),
    ),
  })).value;
  fc.assert(
    fc.property(tree, (value) => {
      const plain = JSON.parse(JSON.stringify(value));
      expect(unpackShared(JSON.parse(JSON.stringify(packShared([plain, plain]))))).toEqual([plain, plain]);
    }),
  );
});

test("what stands twice is written once and is one object afterwards", () => {
  const long = { name: "a part that is long enough to be shared", numbers: [1, 2, 3] };
  const packed = packShared([long, { inner: long }, JSON.parse(JSON.stringify(long))]);
  expect(JSON.stringify(packed).match(/long enough/g)).toHaveLength(1);
  const [first, second] = unpackShared(packed) as [typeof long, { inner: typeof long }];
  expect(second.inner).toBe(first);
});
