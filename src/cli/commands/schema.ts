import { resolve } from "node:path";
import { type Command, exitCodes, type GlobalOptions } from "../command.ts";
import { writeFiles } from "../files/io.ts";
import { locate } from "../files/locate.ts";
import { schemaFiles } from "../files/schema-files.ts";

interface SchemaOptions {
  readonly write: boolean;
}

/** Prints the JSON Schemas of the files that a user writes, or puts them where editors find them. */
export const schema: Command<SchemaOptions> = {
  command: "schema",
  describe: "Print the JSON Schemas of covercast.yaml, scenario and suite files, for editors",
  positionals: {},
  options: { write: { type: "boolean", default: false, describe: "Write them into schemas/ of the workspace" } },
  examples: [
    ["schema --write", "then an editor completes and checks your files"],
    ["schema", "print them as one JSON object"],
  ],
  async run(options: SchemaOptions & GlobalOptions, { terminal, cwd }) {
    if (!options.write) {
      const { jsonSchemas } = await import("../../input/schema/json-schemas.ts");
      terminal.print(JSON.stringify(jsonSchemas(), null, 2));
      return exitCodes.done;
    }
    const root = locate(options.workspace, cwd);
    const files = await schemaFiles();
    writeFiles(files.map(({ file, content }) => ({ path: resolve(root, file), content })));
    if (options.json) terminal.print(JSON.stringify({ files: files.map(({ file }) => file) }, null, 2));
    else for (const { file } of files) terminal.print(file);
    return exitCodes.done;
  },
};
