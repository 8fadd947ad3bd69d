import { createHash } from "node:crypto";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { csvText } from "../../../src/report/formats/csv-text.ts";
import { formats } from "../../../src/report/formats/index.ts";
import { decode93, encode93 } from "../../../src/report/html/base93.ts";
import { fixtureRun } from "../fixture.ts";

/** Half of a character beyond the first 65,536: no file can hold it. */
const loneSurrogate = /\p{Surrogate}/u;
const run = fixtureRun({ scenarios: 3 });
const sha256Base64 = (text: string) => createHash("sha256").update(text, "utf8").digest("base64");
const pack = (text: string) => encode93(deflateRawSync(text));
const unpack = (packed: string) => inflateRawSync(decode93(packed)).toString();
const options = {
  locale: "en",
  script: 'console.log("program </script>");\r\n',
  loader: 'console.log("</script><!--");\r\n',
  sha256Base64,
  pack,
};
const write = (id: string, of = run) => formats.find((format) => format.id === id)!.write(of, options);

test.each(formats.map((format) => [format.id, format] as const))("%s is the same for the same run", (_, format) => {
  const outputs = format.write(run, options);
  expect(format.write(run, options)).toEqual(outputs);
  expect(new Set(outputs.map((output) => output.name)).size).toBe(outputs.length);
  for (const { name, text } of outputs) {
    expect(name).toMatch(new RegExp(`^[a-z0-9-]+\\.${format.extension}$`));
    expect(text.length).toBeGreaterThan(0);
    expect(text).not.toMatch(loneSurrogate);
  }
});

test("one page compares all scenarios and one stands for each", () => {
  expect(write("html").map((output) => output.name)).toEqual([
    "index.html",
    "scenario-baseline.html",
    "scenario-registration-drive.html",
    "scenario-premium-subsidy.html",
  ]);
});

test("the policy of a page allows its own scripts and style by hash, a thread, and nothing else", () => {
  const page = write("html")[0]!.text;
  const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(page)![1]!;
  const loader = /<script>([\s\S]*?)<\/script>/.exec(page)![1]!;
  const script = unpack(/id="page-program">([^<]*)<\/script>/.exec(page)![1]!);
  const style = /<style>([\s\S]*?)<\/style>/.exec(page)![1]!;
  expect(policy).toBe(
    `default-src 'none'; script-src 'sha256-${sha256Base64(loader)}' 'sha256-${sha256Base64(script)}'; ` +
      `style-src 'sha256-${sha256Base64(style)}'; ` +
      "img-src data: blob:; worker-src blob:; base-uri 'none'; form-action 'none'",
  );
  expect(loader).toBe('console.log("<\\/script><\\!--");\n');
  expect(script).toBe('console.log("program </script>");\n');
});

test("no attribute of a page carries a style or a handler", () => {
  for (const { text } of write("html")) expect(text).not.toMatch(/<[^>]+\s(?:style|on\w+)=/);
});

test("a page says every goal's chance without a script", () => {
  const [comparison] = write("html");
  for (const assessment of run.projections[0]!.assessments.filter((a) => a.probability !== null))
    expect(comparison!.text).toContain(assessment.goal.instrument);
  expect(comparison!.text).toContain("<b>1%</b>");
  expect(comparison!.text).toContain("Pension insurance is heading for 52.6% in 2030");
});

test("a scenario's page marks what differs from the reference, with file and line", () => {
  const page = write("html").find((output) => output.name === "scenario-registration-drive.html")!.text;
  expect(page).toContain("levers.drive.compliance");
  expect(page).toContain("scenarios/registration-drive.yaml:15");
  expect(page).toMatch(/<tr id="a\d+" class="marked"><th scope=row><code>trend\.pension-others\.ceiling<\/code>/);
});

test("JSON holds the run as it is, and every table", () => {
  const report = JSON.parse(write("json")[0]!.text);
  expect(report.schema).toBe("covercast/report/1");
  expect(report.run).toEqual(JSON.parse(JSON.stringify(run)));
  expect(report.tables.map((table: { id: string }) => table.id)).toEqual(write("csv").map((o) => o.name.slice(0, -4)));
  for (const table of report.tables)
    for (const row of table.rows)
      expect(Object.keys(row)).toEqual(table.columns.map((column: { key: string }) => column.key));
});

test("CSV reads back as it was, whatever the text", () => {
  const text = fc.string({ unit: "binary" }).filter((s) => !/^[=+\-@\t\r]/.test(s) && !loneSurrogate.test(s));
  fc.assert(
    fc.property(fc.array(fc.record({ a: text, b: text }), { minLength: 1, maxLength: 5 }), (rows) => {
      const columns = ["a", "b"].map((key) => ({ key, type: "string" as const, describe: "" }));
      const read = parse(csvText({ columns, rows }), { columns: true, record_delimiter: "\r\n" });
      expect(read).toEqual(rows);
    }),
  );
});

test("a spreadsheet takes no text for a formula, and numbers stay numbers", () => {
  const columns = ["x"].map((key) => ({ key, type: "string" as const, describe: "" }));
  const cells = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", -3.5, Number.NaN, null, true, "a,b"];
  expect(csvText({ columns, rows: cells.map((x) => ({ x })) }).split("\r\n")).toEqual([
    "x",
    "'=1+1",
    "'+1",
    "'-1",
    "'@SUM(A1)",
    "'\t=1",
    "-3.5",
    "",
    "",
    "true",
    '"a,b"',
    "",
  ]);
});

test("a run without projections writes no page", () => {
  expect(write("html", { ...run, projections: [] })).toEqual([]);
});
