import { expect, test } from "vitest";
import { htmlFormat } from "../../src/report/formats/html.ts";
import { readPageData } from "../../src/report/html/page-data.ts";
import { fixtureRun } from "../report/fixture.ts";

test("no chart comes to what pages leave out of Vega: other scales, colour schemes, dates, maps, files", () => {
  const packed: string[] = [];
  const pack = (text: string) => {
    packed.push(text);
    return "";
  };
  const pages = htmlFormat.write(fixtureRun(), { locale: "en", script: "", loader: "", sha256Base64: () => "", pack });
  for (const page of pages) expect(page.text).toContain("page-data");
  const data = readPageData(packed[0]!);
  const specs = Object.values(data.specs);
  expect(specs.length).toBeGreaterThan(10);
  const found = new Set<string>();
  const look = (value: unknown, within: string) => {
    if (typeof value !== "object" || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      if (within === "scales" && key === "type") found.add(String(inner));
      if (key === "scheme" || key === "timeUnit" || key === "projection" || key === "url") found.add(key);
      if (key === "type" && /^(?:time|utc|geo\w+|timeunit)$/.test(String(inner))) found.add(String(inner));
      look(inner, Array.isArray(value) ? within : key);
    }
  };
  for (const spec of specs) look(spec, "");
  expect([...found].filter((one) => !["linear", "ordinal", "band", "point"].includes(one))).toEqual([]);
});
