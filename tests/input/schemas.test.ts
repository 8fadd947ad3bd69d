import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { jsonSchemas } from "../../src/input/schema/json-schemas.ts";
import { parseYaml } from "../../src/input/yaml.ts";

const schemas = jsonSchemas();
const accepts = (name: keyof typeof schemas, value: unknown) =>
  z.fromJSONSchema(schemas[name] as never).safeParse(value).success;
const read = (file: string) => {
  const checked = parseYaml({ file, text: readFileSync(file, "utf8") });
  return checked.ok ? checked.value.value : null;
};
const scenario = { schema: 1, id: "x", title: "x", question: "x" };
const lever = { kind: "enrolment", scheme: "si", start: "2025-01-01", reach: "20%", takeUp: { p5: "10%", p95: 0.3 } };

test.each(["workspace", "scenario", "suite"] as const)("schemas/%s.schema.json is what the program writes", (name) => {
  expect(JSON.parse(readFileSync(`schemas/${name}.schema.json`, "utf8"))).toEqual(schemas[name]);
});

describe("the schemas accept every file that is shipped", () => {
  const folders = [".", "src/cli/template", "tests/bad-input/good"];
  test.each(folders.map((folder) => `${folder}/covercast.yaml`))("%s", (file) => {
    expect(accepts("workspace", read(file))).toBe(true);
  });
  test.each(
    folders.flatMap((folder) => readdirSync(`${folder}/scenarios`).map((file) => `${folder}/scenarios/${file}`)),
  )("%s", (file) => {
    expect(accepts("scenario", read(file))).toBe(true);
  });
  test.each(readdirSync("suites").map((file) => `suites/${file}`))("%s", (file) => {
    expect(accepts("suite", read(file))).toBe(true);
  });
});

describe("the schema of scenarios", () => {
  test("accepts a lever, and the change of an inherited one", () => {
    expect(accepts("scenario", { ...scenario, levers: { a: lever, b: { reach: "30%" }, c: { enabled: false } } })).toBe(
      true,
    );
  });

  test.each([
    ["an unknown key", { ...scenario, titel: "x" }],
    ["an unknown key of a lever", { ...scenario, levers: { a: { ...lever, reech: "20%" } } }],
    ["an unknown kind of lever", { ...scenario, levers: { a: { ...lever, kind: "enrollment" } } }],
    ["another kind's parameter", { ...scenario, levers: { a: { ...lever, compliance: "20%" } } }],
    ["a bare 12 for a share", { ...scenario, levers: { a: { ...lever, reach: 12 } } }],
    ["points for a share", { ...scenario, levers: { a: { ...lever, reach: "2pp" } } }],
    ["an incomplete triangle", { ...scenario, levers: { a: { ...lever, reach: { low: "1%", high: "2%" } } } }],
    ["a missing question", { schema: 1, id: "x", title: "x" }],
    ["another version", { ...scenario, schema: 2 }],
  ])("refuses %s", (_, value) => {
    expect(accepts("scenario", value)).toBe(false);
  });
});

test("every key tells an editor what it is, and numbers how they are written", () => {
  const bare: string[] = [];
  const walk = (node: unknown, path: string) => {
    if (typeof node !== "object" || node === null) return;
    for (const [name, inner] of Object.entries((node as { properties?: object }).properties ?? {}))
      if (!("description" in inner) && !("$ref" in inner) && !path.includes("definitions"))
        bare.push(`${path}.${name}`);
    for (const [key, inner] of Object.entries(node)) walk(inner, `${path}.${key}`);
  };
  walk(schemas, "");
  expect(bare).toEqual([]);
});
