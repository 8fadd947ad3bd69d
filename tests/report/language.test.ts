import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { languageIndex } from "../../scripts/languages.mjs";
import { en } from "../../src/report/labels/en.ts";
import { languageFor, languages } from "../../src/report/language.ts";

const english = Object.entries<string>(en.words);
const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

test.each(Object.entries(languages))(
  "%s says everything that English says, with the same places to fill",
  (_, file) => {
    expect(Object.keys(file.words).sort()).toEqual(Object.keys(en.words).sort());
    for (const [key, text] of english) {
      const translated = (file.words as Record<string, string>)[key]!;
      expect(translated.trim(), key).not.toBe("");
      expect(places(translated), key).toEqual(places(text));
    }
  },
);

test("every file that is a language is one that reports can be written in", () => {
  expect(readFileSync("src/report/labels/index.ts", "utf8")).toBe(languageIndex());
  expect(Object.keys(languages)).toEqual(languageIndex().match(/\b[a-z]+(?= \})/g));
});

test("Vietnamese is not English left standing", () => {
  const wordless = (text: string) => !/\p{L}/u.test(text.replace(/\{\w+\}|SHA-256/g, ""));
  const left = english.filter(([key, text]) => languages.vi!.words[key as keyof typeof en.words] === text);
  expect(left.filter(([, text]) => !wordless(text)).map(([key]) => key)).toEqual([]);
});

test("no word is kept that nothing shows", () => {
  const files = (folder: string): string[] =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts"))
      .map((file) => join(folder, file));
  const code = ["src/report", "src/page", "src/cli"]
    .flatMap(files)
    .filter((file) => !file.includes("labels"))
    .map((file) => readFileSync(file, "utf8"))
    .join("\n");
  const made = [...code.matchAll(/`([a-z.]+\.)\$\{/g)].map((match) => match[1]!);
  const unused = english.filter(([key]) => !code.includes(`"${key}"`) && !made.some((start) => key.startsWith(start)));
  expect(unused.map(([key]) => key)).toEqual([]);
});

test("values are filled in one pass, so that braces in a user's text are not places", () => {
  const said = languageFor("en").say("goal.title", { scheme: "{year} $& {value}", value: "60%", year: 2030 });
  expect(said).toBe("{year} $& {value}, 60% by 2030");
});

test("a locale is matched by its language, and an unknown one is answered in English", () => {
  expect(languageFor("vi-VN").locale).toBe("vi");
  expect(languageFor("xx").locale).toBe("en");
  expect(languageFor("__proto__").locale).toBe("en");
});

test("a user's text falls back to English", () => {
  expect(languageFor("vi").local({ en: "Baseline", vi: "Cơ sở" })).toBe("Cơ sở");
  expect(languageFor("vi").local({ en: "Baseline" })).toBe("Baseline");
});
