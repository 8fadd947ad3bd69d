import { createHash } from "node:crypto";
import type { Run } from "../core/domain.ts";
import type { Output } from "../report/formats/format.ts";
import { formats } from "../report/formats/index.ts";
import { UsageError } from "./command.ts";
import { readAsset } from "./io.ts";
import { suggest } from "./usage.ts";

/** Writes a run down in the formats asked for, all of them if none is; nothing goes to disk here. */
export function renderRun(run: Run, locale: string, asked: readonly string[]): Output[] {
  const known = formats.map(({ id }) => id);
  const wrong = asked.find((id) => !known.includes(id));
  if (wrong !== undefined)
    throw new UsageError(`There is no format ${wrong}.${suggest(wrong, known)}\nFormats: ${known.join(", ")}`);
  const sha256Base64 = (text: string) => createHash("sha256").update(text, "utf8").digest("base64");
  const options = { locale, script: readAsset("page.js"), sha256Base64 };
  return formats
    .filter(({ id }) => asked.length === 0 || asked.includes(id))
    .flatMap((format) => [...format.write(run, options)]);
}
