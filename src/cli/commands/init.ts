import { relative, resolve } from "node:path";
import { type Command, exitCodes, type GlobalOptions, UsageError } from "../command.ts";
import { exists, listAssets, readAsset, workspaceFile, writeFiles } from "../files/io.ts";
import { schemaFiles } from "../files/schema-files.ts";

interface InitOptions {
  readonly folder?: string;
}

/** Copies a small workspace of a made-up country, which runs at once and is there to be changed. */
export const init: Command<InitOptions> = {
  command: "init [folder]",
  describe: "Start a new workspace that runs at once (figures of a made-up country)",
  positionals: { folder: { type: "string", describe: "Where; here if not given" } },
  options: {},
  examples: [["init my-country", "then: cd my-country && covercast run"]],
  async run(options: InitOptions & GlobalOptions, { terminal, cwd }) {
    const folder = resolve(cwd, options.folder ?? ".");
    const schemas = await schemaFiles();
    const own = listAssets("template");
    const files = [...own, ...schemas.map(({ file }) => file)];
    const taken = files.filter((file) => exists(resolve(folder, file)));
    if (taken.length > 0)
      throw new UsageError(
        `${relative(cwd, folder) || "this folder"} already has ${taken.join(", ")}; nothing was written.\n` +
          "Name a new folder: covercast init my-country",
      );
    writeFiles([
      ...own.map((file) => ({ path: resolve(folder, file), content: readAsset(`template/${file}`) })),
      ...schemas.map(({ file, content }) => ({ path: resolve(folder, file), content })),
    ]);
    if (options.json) {
      terminal.print(JSON.stringify({ folder, files }, null, 2));
      return exitCodes.done;
    }
    const into = relative(cwd, folder);
    terminal.print(
      `Made ${files.length} files${into ? ` in ${into}` : ""}: ${workspaceFile}, data/, scenarios/, suites/, schemas/.`,
    );
    terminal.print("Every figure in them is made up. Run it as it is, then put your own in.");
    terminal.print("");
    if (into) terminal.print(`    cd ${into}`);
    terminal.print("    covercast run");
    return exitCodes.done;
  },
};
