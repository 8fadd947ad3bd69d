import { createHash } from "node:crypto";
import type { Run } from "../core/domain.ts";
import type { Format, Output } from "../report/formats/format.ts";
import { formats } from "../report/formats/index.ts";
import { UsageError } from "./command.ts";
import { readAsset } from "./io.ts";
import { suggest } from "./usage.ts";

/** Picks formats by id; all of them if none is named. */
export function pickFormats(asked: readonly string[]): Format[] {
  const known = formats.map(({ id }) => id);
  const wrong = asked.find((id) => !known.includes(id));
  if (wrong !== undefined)
    throw new UsageError(`There is no format ${wrong}.${suggest(wrong, known)}\nFormats: ${known.join(", ")}`);
  return formats.filter(({ id }) => asked.length === 0 || asked.includes(id));
}

/** Writes a run down in some formats; nothing goes to disk here. */
export function renderRun(run: Run, locale: string, formats: readonly Format[]): Output[] {
  const sha256Base64 = (text: string) => createHash("sha256").update(text, "utf8").digest("base64");
  const options = { locale, script: readAsset("page.js"), sha256Base64 };
  return formats.flatMap((format) => [...format.write(run, options)]);
}
