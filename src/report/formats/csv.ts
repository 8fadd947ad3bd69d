import { languageFor } from "../language.ts";
import { tables } from "../tables/index.ts";
import { csvText } from "./csv-text.ts";
import type { Format } from "./format.ts";

/** One tidy table a file. */
export const csvFormat: Format = {
  id: "csv",
  label: "CSV tables",
  extension: "csv",
  write(run, options) {
    const language = languageFor(options.locale);
    return tables
      .map((make) => make(run, language))
      .map((table) => ({ name: `${table.id}.csv`, text: csvText(table) }));
  },
};
