import { createHash } from "node:crypto";
import { deflateRawSync } from "node:zlib";
import type { Run } from "../../core/domain.ts";
import type { Format, Output } from "../../report/formats/format.ts";
import { formats } from "../../report/formats/index.ts";
import { encode93 } from "../../report/html/base93.ts";
import { UsageError } from "../command.ts";
import { readAsset } from "../files/io.ts";
import { suggest } from "../usage.ts";
import type { KeptWork } from "./kept-work.ts";

/** Picks formats by id; all of them if none is named. */
export function pickFormats(asked: readonly string[]): Format[] {
  const known = formats.map(({ id }) => id);
  const wrong = asked.find((id) => !known.includes(id));
  if (wrong !== undefined)
    throw new UsageError(`There is no format ${wrong}.${suggest(wrong, known)}\nFormats: ${known.join(", ")}`);
  return formats.filter(({ id }) => asked.length === 0 || asked.includes(id));
}

/**
 * Writes a run down in some formats; nothing goes to disk here. `sources` has the text of the files read, of which pages
 * carry the YAML ones, so that they can read a scenario as the command line does. `kept` is what earlier runs have left.
 */
export function renderRun(
  run: Run,
  locale: string,
  formats: readonly Format[],
  sources: ReadonlyMap<string, string> = new Map(),
  kept?: Pick<KeptWork, "drawings" | "packed">,
): Output[] {
  const packed = new Map(kept?.packed);
  const script = readAsset("page.js");
  const options = {
    locale,
    script,
    loader: readAsset("loader.js"),
    files: [...sources].flatMap(([file, text]) => (/\.ya?ml$/i.test(file) ? [{ file, text }] : [])),
    drawings: kept?.drawings,
    sha256Base64: (text: string) => createHash("sha256").update(text, "utf8").digest("base64"),
    pack(text: string) {
      // The script is the same in every page of a run.
      const known = packed.get(text) ?? encode93(deflateRawSync(text, { level: 9, memLevel: 7 }));
      packed.set(text, known);
      if (text === script) kept?.packed.set(text, known);
      return known;
    },
  };
  return formats.flatMap((format) => [...format.write(run, options)]);
}
