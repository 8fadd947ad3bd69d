/** Keeps the list of languages: every file of src/report/labels that is one is taken in, so that one file adds one. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";

const folder = "src/report/labels";
const index = `${folder}/index.ts`;

/** Returns what the list must say: one line for each language, by its subtag. */
export function languageIndex() {
  const subtags = readdirSync(folder)
    .flatMap((name) => /^([a-z]{2,3})\.ts$/.exec(name)?.[1] ?? [])
    .sort();
  return subtags.map((subtag) => `export { ${subtag} } from "./${subtag}.ts";\n`).join("");
}

/** Writes the list where a language has come or gone. */
export function writeLanguageIndex() {
  if (!existsSync(index) || readFileSync(index, "utf8") !== languageIndex()) writeFileSync(index, languageIndex());
}
