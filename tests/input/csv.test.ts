import { describe, expect, test } from "vitest";
import { parseCsv } from "../../src/input/csv.ts";

const columns = ["id", "title", "note"] as const;
const parse = (text: string) => parseCsv({ file: "t.csv", text }, columns);
const codes = (text: string) =>
  parse(text).diagnostics.map(({ code, place }) => `${place?.line}:${place?.column} ${code}`);

test("rows come back by column, in any order of columns, without spaces around their cells", () => {
  const { rows, diagnostics } = parse('note,id,title\n"x, ""y""", a ,Tên\n\n,b,\n');
  expect(diagnostics).toEqual([]);
  expect(rows?.map(({ cells }) => cells)).toEqual([
    { id: "a", title: "Tên", note: 'x, "y"' },
    { id: "b", title: "", note: "" },
  ]);
});

test("every cell knows its line and column, with quotes, commas, empty lines, CRLF and text over two lines", () => {
  const { rows } = parse('id,title,note\r\n\r\na,"one, two",x\r\nb,"one\r\ntwo",y\r\nc,t,z\r\n');
  expect(rows?.map((row) => columns.map((column) => `${row.at(column).line}:${row.at(column).column}`))).toEqual([
    ["3:1", "3:3", "3:14"],
    ["4:1", "4:3", "5:6"],
    ["6:1", "6:3", "6:5"],
  ]);
});

describe("a header that is not right is refused as a whole", () => {
  test.each([
    ["a missing column", "id,title\na,b\n", ["1:1 csv/missing-column"]],
    ["a misspelt one", "id,titel,note\n", ["1:4 csv/unknown-column"]],
    ["one that stands twice", "id,title,note,id\n", ["1:15 csv/duplicate-column"]],
    ["a nameless one", "id,title,note,\n", ["1:15 csv/unknown-column"]],
    ["semicolons for commas", "id;title;note\na;b;c\n", ["1:1 csv/separator"]],
    ["tabs for commas", "id\ttitle\tnote\na\tb\tc\n", ["1:1 csv/separator"]],
    ["figures without a header", "a,b,c\nd,e,f\n", ["1:1 csv/header"]],
  ])("%s", (_, text, expected) => {
    expect(parse(text).rows).toBeNull();
    expect(codes(text)).toEqual(expected);
  });
});

test("rows of another length are told, and the others still read", () => {
  const text = "id,title,note\na,b\nc,d,e\nf,g,h,i\n";
  expect(codes(text)).toEqual(["2:3 csv/row-length", "4:7 csv/row-length"]);
  expect(parse(text).rows?.map(({ cells }) => cells.id)).toEqual(["c"]);
});

test.each([
  ["a,1,234,567,b", "2:3 write 1234567 for 1,234,567"],
  ["a,30,5,b", "2:3 write 30.5 for 30,5"],
  ["a,b,one, two", "2:9 put text that holds a comma in double quotes"],
  ["a", "2:1 an empty cell still needs its comma"],
])("a row that commas have torn is pointed at where it tears: %j", (row, expected) => {
  const { diagnostics } = parse(`id,title,note\n${row}\n`);
  expect(diagnostics.map(({ place, hint }) => `${place?.line}:${place?.column} ${hint}`)).toEqual([expected]);
});

test.each([
  ['id,title,note\na,"b ""c\nd,e,f\n', "2:3 csv/syntax"],
  ['id,title,note\na,b"c,d\n', "2:1 csv/syntax"],
  ['id,title,note\n"a"b,c,d\n', "2:1 csv/syntax"],
])("quotes that do not pair are refused at their line: %j", (text, expected) => {
  expect(codes(text)).toEqual([expected]);
});

test("a table longer than any country's history is refused", () => {
  expect(codes(`id,title,note\n${"a,b,c\n".repeat(100_001)}`)).toEqual(["100002:1 csv/too-long"]);
});
