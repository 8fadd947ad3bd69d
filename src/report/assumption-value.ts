import type { LabelKey, Language } from "./language.ts";

/** A number as a file has it, with its unit, standing alone. */
const number = /(?<![\w.,-])(-?\d+(?:\.\d+)?)(%|k|M|pp|mo|y)?(?![\w.,-]*\w)/g;
const date = /^\d{4}-\d{2}-\d{2}$/;

/** Units that are written with a letter or two. */
const units: Readonly<Record<string, LabelKey>> = { pp: "unit.points", mo: "unit.months", y: "unit.years" };

/** Shapes of a ramp, and how they are worded. */
const ramps = /^(linear|smoothstep|s-curve|front-loaded) over (\S+)$/;

/** How tables of assumptions word what is no plain number: the words in English, and the key in every language. */
const wordings = [
  [/^(.+) to (.+), most likely (\S+)(.*)$/, "distribution.triangle", ["low", "high", "mode", "kind"]],
  [/^(.+) to (.+), all equally likely$/, "distribution.uniform", ["low", "high"]],
  [/^(-?\d\S*) to (-?\d\S*)$/, "distribution.between", ["low", "high"]],
  [/^(\S+), one in twenty above (\S+)(.*)$/, "distribution.tail", ["median", "high", "kind"]],
  [/^beta with alpha (\S+) and beta (\S+)$/, "distribution.beta", ["alpha", "beta"]],
  [/^from (\d{4})$/, "distribution.from", ["year"]],
  [/^from the projections in the data$/, "distribution.fromData", []],
] as const;

/** Words an assumption's value in the reader's language, with its way of writing numbers and dates; all else stays. */
export function assumptionValue(language: Language, value: string): string {
  if (date.test(value)) return language.shortDate(value);
  const local = (text: string) =>
    text.replace(number, (whole, digits: string, unit: string | undefined) => {
      if (unit === "k" || unit === "M") return language.people(Number(digits) * (unit === "k" ? 1e3 : 1e6));
      const key = unit && units[unit];
      return key ? language.say(key, { n: decimal(language, digits) }) : decimal(language, whole);
    });
  if (value === "never") return language.say("unit.never");
  const ramp = ramps.exec(value);
  if (ramp) return language.say(`ramp.${ramp[1] as "linear"}`, { over: local(ramp[2]!) });
  const kindOf = (text = "") => local(text).replace(/ per person$/, ` ${language.say("unit.perPerson")}`);
  if (/^\S+ in \S+%(?:, \S+ in \S+%)*$/.test(value)) return local(value.replaceAll(/ in (\S+%)/g, " ($1)"));
  for (const [english, key, places] of wordings) {
    const found = english.exec(value);
    if (found === null) continue;
    const words = Object.fromEntries(places.map((place, i) => [place, local(found[i + 1] ?? "")]));
    if (key === "distribution.triangle") {
      const range = language.say("unit.range", words);
      return `${language.say(key, { range, mode: words.mode! })}${kindOf(words.kind)}`;
    }
    if (key === "distribution.between") return language.say("unit.range", words);
    return `${language.say(key, words)}${kindOf(words.kind)}`;
  }
  return local(value);
}

function decimal(language: Language, number: string): string {
  return number.replace(".", language.chartLocale.decimal).replace("-", "\u2212");
}
