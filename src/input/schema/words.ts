import type { LocalText } from "../../core/domain.ts";
import { dateHint, isIsoDate } from "../iso-date.ts";
import { didYouMean } from "../nearest.ts";
import { isMap } from "../yaml-tree.ts";
import { type About, custom, type Reading, type Shape, type ShapeFault } from "./shape.ts";

/** Text in one or more languages: plain text is English, a map has `en` and any other language tag. */
export function localText(about: About): Shape<LocalText> {
  const told = { examples: ["Registration drive", { en: "Registration drive", vi: "Vận động tham gia" }], ...about };
  return custom<LocalText>({ allOf: [{ $ref: "#/definitions/text" }] }, told, (raw): Reading<LocalText> => {
    const expected = "text, or a map {en: ..., vi: ...}";
    if (typeof raw === "string" && raw.trim() !== "") return { value: { en: raw } };
    if (!isMap(raw)) return { fault: { code: "wrong-type", expected } };
    const faults = Object.entries(raw).flatMap(([tag, words]): ShapeFault[] => {
      if (!/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag))
        return [
          { code: "unknown-key", path: [tag], message: `${tag} is not a language tag`, hint: "write en, vi, fr, ..." },
        ];
      return typeof words === "string" && words.trim() !== ""
        ? []
        : [{ code: "wrong-type", path: [tag], expected: "text" }];
    });
    if (faults.length > 0) return { faults };
    if (!Object.hasOwn(raw, "en"))
      return {
        fault: {
          code: "missing-key",
          message: "English is missing",
          hint: "add en: every other language falls back to it",
        },
      };
    return { value: raw as unknown as LocalText };
  });
}

/** The version of a file's format: `format` alone, since older files are migrated before they are checked. */
export function version(format: number): Shape<number> {
  const about = { title: "Format", description: "Version of this format.", examples: [format] };
  return custom<number>({ const: format }, about, (raw) => {
    if (raw === format) return { value: format };
    if (typeof raw === "number" && Number.isInteger(raw) && raw > format)
      return {
        fault: {
          code: "newer-version",
          message: `the file has format ${raw}, this covercast reads format ${format}`,
          hint: "install a newer covercast",
        },
      };
    const hint = raw === String(format) ? `write ${format} without quotes` : `begin the file with  schema: ${format}`;
    return { fault: { code: "wrong-value", expected: String(format), hint } };
  });
}

/** A day, `2025-07-01`; `edge` says which day of a month or year is proposed where no day was written. */
export function isoDate(about: About, edge: "first" | "last" = "last"): Shape<string> {
  const json = { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}$", format: "date" };
  return custom<string>(json, { examples: ["2026-07-01"], ...about }, (raw) =>
    typeof raw === "string" && isIsoDate(raw)
      ? { value: raw }
      : { fault: { code: "bad-date", expected: "a day that exists", hint: dateHint(String(raw), edge) } },
  );
}

/** Ids as they might be, by what they name. */
const exampleIds: Readonly<Record<string, string>> = {
  scheme: "health",
  base: "population",
  source: "yearbook-2024",
  goal: "health-2030",
  curve: "logit-linear",
  scenario: "baseline",
};

/** An id of something that stands elsewhere; `known` lists what there is, null leaves it unchecked. */
export function nameOf(what: string, known: readonly string[] | null, about: About): Shape<string> {
  const told = { examples: [exampleIds[what] ?? `a-${what}`], ...about };
  return custom<string>({ type: "string", minLength: 1 }, told, (raw) => {
    if (typeof raw !== "string" || raw === "")
      return {
        fault: {
          code: "wrong-type",
          expected: `the id of a ${what}`,
          ...(Array.isArray(raw) && { hint: `name one ${what} alone` }),
        },
      };
    if (known === null || known.includes(raw)) return { value: raw };
    const code = `unknown-${what.replaceAll(" ", "-")}`;
    return {
      fault: { code, message: `there is no ${what} ${JSON.stringify(raw)}`, hint: () => didYouMean(raw, known) },
    };
  });
}

/** JSON Schema definitions that shapes of this folder refer to. */
export const wordDefinitions = {
  text: {
    title: "Text",
    description: "Plain text is English; a map gives it in several languages, of which en must be one.",
    anyOf: [
      { type: "string", minLength: 1 },
      {
        type: "object",
        properties: { en: { type: "string", minLength: 1 } },
        required: ["en"],
        additionalProperties: { type: "string", minLength: 1 },
        propertyNames: { pattern: "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$" },
      },
    ],
  },
};
