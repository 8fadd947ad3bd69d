import { expect, test } from "vitest";
import { assumptionValue } from "../../src/report/assumption-value.ts";
import { languageFor } from "../../src/report/language.ts";

const values = [
  "3% to 7%, most likely 5%",
  "300k to 500k, most likely 350k VND per person",
  "30% to 70%",
  "12%",
  "From now to then",
];

test("an assumption's range is worded in the reader's language, its numbers as in the file", () => {
  expect(values.map((value) => assumptionValue(languageFor("en"), value))).toEqual(values);
  const [triangle, money, plain, ...others] = values.map((value) => assumptionValue(languageFor("vi"), value));
  for (const text of [triangle, money, plain]) expect(text).not.toMatch(/ to |most likely/);
  expect(triangle).toMatch(/3%.*7%.*5%/);
  expect(others).toEqual(values.slice(3));
});
