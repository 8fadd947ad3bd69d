/** Makes the JSON Schemas of a workspace's files, where the files' first lines look for them. */
export async function schemaFiles(): Promise<readonly { readonly file: string; readonly content: string }[]> {
  const { jsonSchemas } = await import("../../input/schema/json-schemas.ts");
  return Object.entries(jsonSchemas()).map(([name, schema]) => ({
    file: `schemas/${name}.schema.json`,
    content: `${JSON.stringify(schema, null, 2)}\n`,
  }));
}
