import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { expect, test } from "vitest";
import { jsonSchemas } from "../../src/input/schema/json-schemas.ts";

interface Node {
  readonly [key: string]: unknown;
  readonly title?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly additionalProperties?: Node | boolean;
  readonly items?: Node;
  readonly anyOf?: readonly Node[];
  readonly oneOf?: readonly Node[];
}

/** Walks every property of a schema, but for the definitions, which are the ways to write one number or text. */
function properties(schema: object): readonly (readonly [string, Node])[] {
  const found: (readonly [string, Node])[] = [];
  const walk = (node: Node, path: string) => {
    for (const [name, inner] of Object.entries(node.properties ?? {})) {
      found.push([`${path}.${name}`, inner]);
      walk(inner, `${path}.${name}`);
    }
    if (typeof node.additionalProperties === "object") walk(node.additionalProperties, `${path}.*`);
    if (node.items) walk(node.items, `${path}[]`);
    [...(node.anyOf ?? []), ...(node.oneOf ?? [])].forEach((one, i) => {
      walk(one, `${path}|${i}`);
    });
  };
  walk(schema as Node, "");
  return found;
}

const isLeaf = (node: Node) =>
  node.properties === undefined &&
  node.items?.properties === undefined &&
  typeof node.additionalProperties !== "object";
const shown = (node: Node) => ["examples", "enum", "const", "default"].some((key) => node[key] !== undefined);

test.each(Object.entries(jsonSchemas()))(
  "%s: every key has a title and a description, every value an example",
  (_, schema) => {
    const all = properties(schema);
    expect(all.length).toBeGreaterThan(10);
    expect(all.filter(([, { title, description }]) => !title || !description).map(([path]) => path)).toEqual([]);
    const leaves = all.filter(([, node]) => isLeaf(node) && node.type !== "boolean");
    expect(leaves.filter(([, node]) => !shown(node)).map(([path]) => path)).toEqual([]);
  },
);

const folders = (root: string) =>
  [".", "scenarios", "suites"].map((folder) => join(root, folder)).filter((folder) => existsSync(folder));
const workspaces = [".", "src/cli/template", ...readdirSync("examples").map((name) => join("examples", name))].filter(
  (root) => existsSync(join(root, "covercast.yaml")),
);
const shipped = workspaces.flatMap(folders).flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => /\.ya?ml$/.test(name))
    .map((name) => join(folder, name)),
);

test.each(shipped)("%s names its schema in its first line, so that editors complete and check it", (file) => {
  const kind = /suites\/[^/]+$/.test(file) ? "suite" : file.endsWith("covercast.yaml") ? "workspace" : "scenario";
  const named = /^# yaml-language-server: \$schema=(\S+)\n/.exec(readFileSync(file, "utf8"))?.[1] ?? "";
  expect(named).toMatch(new RegExp(`schemas/${kind}\\.schema\\.json$`));
  // A new workspace gets its schemas from `covercast init`.
  const template = file.startsWith(join("src", "cli"));
  expect(template || existsSync(resolve(dirname(file), named)), named).toBe(true);
});
