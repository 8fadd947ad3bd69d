import { inflateRawSync } from "node:zlib";
import readXlsxFile, { type Row, readSheet } from "read-excel-file/node";
import { expect, test } from "vitest";
import { stampZip } from "../../../src/cli/files/stamp-zip.ts";
import { workbookBytes } from "../../../src/cli/files/workbook-bytes.ts";
import { workbookSheets } from "../../../src/report/formats/workbook.ts";
import { languageFor } from "../../../src/report/language.ts";
import { fixtureRun } from "../../report/fixture.ts";

const sheets = workbookSheets(fixtureRun(), languageFor("en"));
const column = (key: string, type: "string" | "integer" | "number" | "date" | "boolean") => ({
  key,
  type,
  describe: "",
});

/** Files of a zip archive that was just written, by name. */
function unzip(bytes: Uint8Array): Map<string, string> {
  const archive = Buffer.from(bytes);
  const files = new Map<string, string>();
  let at = archive.readUInt32LE(archive.length - 22 + 16);
  while (archive.readUInt32LE(at) === 0x02014b50) {
    const [size, name, extra, comment] = [
      archive.readUInt32LE(at + 20),
      ...[28, 30, 32].map((o) => archive.readUInt16LE(at + o)),
    ];
    const head = archive.readUInt32LE(at + 42);
    const start = head + 30 + archive.readUInt16LE(head + 26) + archive.readUInt16LE(head + 28);
    files.set(
      archive.toString("utf8", at + 46, at + 46 + name),
      inflateRawSync(archive.subarray(start, start + size)).toString(),
    );
    at += 46 + name + extra + comment;
  }
  return files;
}

test("every table comes back as it was: numbers as numbers, days as days, gaps as gaps", async () => {
  const bytes = Buffer.from(await workbookBytes(sheets));
  const read = await readXlsxFile(bytes);
  expect(read.map(({ sheet }) => sheet)).toEqual(sheets.map(({ name }) => name));
  for (const [i, { columns, rows }] of sheets.entries()) {
    const [head, ...body] = read[i].data;
    expect(head).toEqual(columns.map(({ key }) => key));
    expect(body.length).toBe(rows.length);
    body.forEach((cells: Row, r) => {
      const back = cells.map((cell) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : cell));
      const wanted = columns.map(({ key }) => (rows[r][key] === "" ? null : (rows[r][key] ?? null)));
      while (wanted.length > back.length && wanted.at(-1) === null) wanted.pop();
      expect(back).toEqual(wanted);
    });
  }
});

test("names of sheets are short, and the first sheet says what made them and what each column holds", () => {
  for (const { name } of sheets) expect(name).toMatch(/^[a-z-]{1,31}$/);
  const about = sheets[0].rows;
  expect(about.find(({ what }) => what === "Seed")?.value).toBe(7);
  expect(about.find(({ what }) => what === "SHA-256 of covercast.yaml")?.value).toMatch(/^[0-9a-f]{64}$/);
  for (const { name, columns } of sheets.slice(1))
    for (const { key } of columns)
      expect(about.some((row) => row.sheet === name && row.what === key && String(row.value).length > 3)).toBe(true);
});

test("heads are bold and stay in sight, and no text is read as a formula", async () => {
  const texts = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "=cmd|'/c calc'!A0", "<script>alert(1)</script>", "]]>&amp;"];
  const hostile = [{ name: "t", columns: [column("x", "string")], rows: texts.map((x) => ({ x })) }];
  const files = unzip(await workbookBytes(hostile));
  const sheet = files.get("xl/worksheets/sheet1.xml") ?? "";
  expect(sheet).toContain('state="frozen"');
  expect(sheet).not.toContain("<f>");
  expect(files.get("xl/styles.xml")).toContain("<b/>");
  const back = await readSheet(Buffer.from(await workbookBytes(hostile)), { trim: false });
  expect(back.slice(1).map(([cell]) => cell)).toEqual(texts);
});

test("what no cell can hold is left out or cut, and the workbook still opens", async () => {
  const rows = [
    { s: "a\u0000b\u001fc", n: Number.NaN, d: "1899-12-31", b: true },
    { s: "x".repeat(40_000), n: 1e300, d: "2024-02-29", b: false },
    { s: "\ud800", n: -0.5, d: "2024-02", b: null },
  ];
  const columns = [column("s", "string"), column("n", "number"), column("d", "date"), column("b", "boolean")];
  const [, first, second, third] = await readSheet(Buffer.from(await workbookBytes([{ name: "t", columns, rows }])));
  expect(first).toEqual(["abc", null, "1899-12-31", true]);
  expect(String(second[0]).length).toBe(32_767);
  expect(second.slice(1)).toEqual([1e300, new Date("2024-02-29"), false]);
  expect(third.slice(1, 3)).toEqual([-0.5, "2024-02"]);
});

test("the same sheets make the same bytes, whenever they are written", async () => {
  const bytes = await workbookBytes(sheets);
  const archive = Buffer.from(bytes);
  expect(archive.readUInt32LE(10)).toBe(0x00210000);
  const other = Uint8Array.from(archive);
  other.set([1, 2, 3, 4], 10);
  expect(Buffer.from(stampZip(other)).equals(archive)).toBe(true);
  expect(() => stampZip(new Uint8Array(30))).toThrow("no zip archive");
});
