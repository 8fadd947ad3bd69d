import { expect, test } from "vitest";
import { decodeSource, largestYaml } from "../../src/input/source-text.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const code = (file: string, content: Uint8Array) => decodeSource(file, content).diagnostics[0]?.code;

test("text in UTF-8 is read, without its byte order mark", () => {
  const source = decodeSource("a.yaml", bytes("\ufefftitle: Độ bao phủ\n"));
  expect(source).toMatchObject({ ok: true, value: { file: "a.yaml", text: "title: Độ bao phủ\n" } });
});

test("what no person wrote as text is refused by what it is", () => {
  expect(code("a.csv", bytes(""))).toBe("file/empty");
  expect(code("a.csv", bytes(" \n\t\n"))).toBe("file/empty");
  expect(code("a.csv", Uint8Array.from([80, 75, 0, 1]))).toBe("file/binary");
  expect(code("a.csv", Uint8Array.from([0xff, 0xfe, 0x61, 0x00]))).toBe("file/not-utf8");
  expect(code("a.csv", Uint8Array.from([80, 75, 3, 4, 20]))).toBe("file/binary");
  expect(code("a.yaml", new Uint8Array(largestYaml + 1).fill(35))).toBe("file/too-large");
  expect(code("a.csv", new Uint8Array(largestYaml + 1).fill(35))).toBeUndefined();
});

test("text in another encoding is refused at the first letter that shows it", () => {
  const latin1 = Uint8Array.from([...bytes("id,title\nốé,B"), 0xe9, ...bytes("b\n")]);
  expect(decodeSource("a.csv", latin1).diagnostics).toMatchObject([
    { code: "file/not-utf8", place: { line: 2, column: 5 } },
  ]);
  const cut = bytes("ab\nđộ").slice(0, -1);
  expect(decodeSource("a.csv", cut).diagnostics).toMatchObject([{ code: "file/not-utf8", place: { line: 2 } }]);
});
