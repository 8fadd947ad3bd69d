import { type Command, exitCodes, type GlobalOptions, UsageError } from "../command.ts";

interface MigrateOptions {
  readonly file?: readonly string[];
  readonly check: boolean;
  readonly write: boolean;
}

/** Brings files that were written for an older covercast up to the current version of their formats. */
export const migrate: Command<MigrateOptions> = {
  command: "migrate [file..]",
  describe: "Bring files of an older format up to date, keeping comments and order",
  positionals: {
    file: { type: "string", array: true, describe: "Files to look at; the whole workspace if none is named" },
  },
  options: {
    check: {
      type: "boolean",
      default: false,
      describe: "Change nothing; end with 1 if a file is older than its format",
    },
    write: { type: "boolean", default: false, describe: "Write the files; without it only what would change is shown" },
  },
  examples: [
    ["migrate", "what would change, and why"],
    ["migrate --write", "change it"],
    ["migrate --check", "in a pipeline: fail if something is out of date"],
  ],
  async run(options: MigrateOptions & GlobalOptions, { terminal, cwd }) {
    if (options.check && options.write) throw new UsageError("--check changes nothing and --write does: choose one");
    const [{ locate }, { migrateFiles }, { migrations }, { showMigration }] = await Promise.all([
      import("../files/locate.ts"),
      import("../journeys/migrate-files.ts"),
      import("../../input/migrate/migration.ts"),
      import("../show/show-migration.ts"),
    ]);
    const root = locate(options.workspace, cwd);
    const found = migrateFiles({ root, cwd, named: options.file ?? [], steps: migrations, write: options.write });
    if (options.json) {
      const files = found.old.map(({ file, from, to, notes, source }) => ({
        file,
        from,
        to,
        notes,
        text: source.text,
      }));
      terminal.print(JSON.stringify({ read: found.read, written: options.write, files }, null, 2));
    } else showMigration(found, options.write, terminal);
    return options.check && found.old.length > 0 ? exitCodes.refused : exitCodes.done;
  },
};
