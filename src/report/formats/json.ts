import type { Run } from "../../core/domain.ts";
import { languageFor } from "../language.ts";
import { tables } from "../tables/index.ts";
import type { Table } from "../tables/table.ts";
import type { Format } from "./format.ts";

/** What the JSON file holds: the whole run, and all that the reports show as tidy tables. */
export interface JsonReport {
  readonly schema: "covercast/report/1";
  readonly locale: string;
  readonly tables: readonly Table[];
  readonly run: Run;
}

/** The run as one JSON file with a versioned schema. */
export const jsonFormat: Format = {
  id: "json",
  label: "JSON",
  extension: "json",
  write(run, options) {
    const language = languageFor(options.locale);
    const report: JsonReport = {
      schema: "covercast/report/1",
      locale: language.locale,
      tables: tables.map((make) => make(run, language)),
      run,
    };
    return [{ name: "run.json", text: `${JSON.stringify(report)}\n` }];
  },
};
