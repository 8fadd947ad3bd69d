import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readTypedNumber, type Unit, unitForms, writeTypedNumber } from "../../src/input/typed-number.ts";

const anything = { min: Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY };
const share = { min: 0, max: 1 };
const value = (unit: Unit, raw: unknown, limits = anything) => {
  const read = readTypedNumber(unit, raw, limits);
  return "value" in read ? read.value : read.fault.code;
};
const hint = (unit: Unit, raw: unknown, limits = share) => {
  const read = readTypedNumber(unit, raw, limits);
  return "fault" in read ? read.fault.hint : null;
};

describe("numbers are read in the unit that they are of", () => {
  test.each<[Unit, unknown, number]>([
    ["share", "12%", 0.12],
    ["share", "57%", 0.57],
    ["share", "4.5 %", 0.045],
    ["share", 0.12, 0.12],
    ["share", "0.12", 0.12],
    ["share", "-0%", 0],
    ["rate-per-year", "-0.6%", -0.006],
    ["rate-per-year", 0.7, 0.7],
    ["points-per-year", "2pp", 0.02],
    ["points-per-year", "0.25 pp", 0.0025],
    ["points-per-year", 0, 0],
    ["people", "1.2M", 1_200_000],
    ["people", "850k", 850_000],
    ["people", 1_200_000, 1_200_000],
    ["years", "3y", 3],
    ["years", "6mo", 0.5],
    ["years", "1.5y", 1.5],
    ["years", 0, 0],
    ["number", 1.5, 1.5],
    ["number", "-0.3", -0.3],
    ["money", "350k", 350_000],
    ["money", "1.2bn", 1_200_000_000],
  ])("%s %s is %d", (unit, raw, expected) => {
    expect(value(unit, raw)).toBe(expected);
  });
});

describe("what is not clear is refused", () => {
  test.each<[Unit, unknown, string]>([
    ["share", 12, "out-of-range"],
    ["share", "140%", "out-of-range"],
    ["share", "2pp", "wrong-unit"],
    ["share", "12 percent", "wrong-unit"],
    ["share", "0,12", "not-a-number"],
    ["share", "", "not-a-number"],
    ["share", "%", "not-a-number"],
    ["share", Number.NaN, "not-a-number"],
    ["share", Number.POSITIVE_INFINITY, "not-a-number"],
    ["share", true, "wrong-type"],
    ["share", null, "wrong-type"],
    ["share", [0.1], "wrong-type"],
    ["points-per-year", "2%", "wrong-unit"],
    ["points-per-year", 2, "unit-missing"],
    ["points-per-year", 0.02, "unit-missing"],
    ["people", "1.2m", "wrong-unit"],
    ["people", "1e999", "not-a-number"],
    ["people", `${"9".repeat(39)}M`, "out-of-range"],
    ["years", 3, "unit-missing"],
    ["number", "50%", "wrong-unit"],
    ["money", "350 VND", "wrong-unit"],
    ["years", "3 years", "wrong-unit"],
  ])("%s %s: %s", (unit, raw, code) => {
    expect(value(unit, raw, unit === "people" ? { min: 0, max: 1e9 } : { min: 0, max: 1 })).toBe(code);
  });
});

test("a bare 12 for 12 % is answered by both ways to write it", () => {
  expect(hint("share", 12)).toBe("write 12% or 0.12");
});

test("percent and percentage points are told apart in the hint", () => {
  expect(hint("points-per-year", "2%")).toBe("write 2pp for percentage points");
  expect(hint("share", "2pp")).toBe("pp are percentage points; write 2%");
});

test("a unit in the wrong case is answered by the right one", () => {
  expect(hint("people", "1.2m", anything)).toBe("write 1.2M");
});

describe("a hint says what was meant, and can be taken as it stands", () => {
  const limits: Record<Unit, { min: number; max: number }> = {
    share,
    "rate-per-year": { min: -0.2, max: 0.2 },
    "points-per-year": { min: -0.5, max: 0.5 },
    people: { min: 0, max: 1e9 },
    years: { min: 0, max: 100 },
    number: { min: 0, max: 10 },
    money: { min: 0, max: 1e18 },
  };
  test.each<[Unit, unknown, string]>([
    ["share", "12,5 %", "12.5%"],
    ["share", "12 percent", "12%"],
    ["share", "12 phần trăm", "12%"],
    ["share", "１２％", "12%"],
    ["share", "khoảng 12%", "12%"],
    ["share", "12% per year", "12%"],
    ["rate-per-year", "\u22120,6 %/năm", "-0.6%"],
    ["points-per-year", "2,5 điểm phần trăm", "2.5pp"],
    ["points-per-year", "2 percentage points a year", "2pp"],
    ["points-per-year", "12 percent", "12pp"],
    ["people", "1,2 triệu", "1.2M"],
    ["people", "1,2 triệu người", "1.2M"],
    ["people", "850 nghìn", "850k"],
    ["people", "850K", "850k"],
    ["people", "1.200.000", "1200000"],
    ["people", "1 200 000", "1200000"],
    ["people", "1,200", "1200"],
    ["people", "1bn", "1000M"],
    ["money", "350.000 đồng", "350000"],
    ["money", "2 tỷ", "2bn"],
    ["money", "350k VND", "350k"],
    ["money", "1.234,5", "1234.5"],
    ["years", "18 tháng", "18mo"],
    ["years", "1 year 6 months", "18mo"],
    ["years", "1y6mo", "18mo"],
    ["years", "P2Y", "2y"],
    ["years", "2 tuần", "14d"],
  ])("%s %s: write %s", (unit, raw, meant) => {
    const told = hint(unit, raw, limits[unit]);
    expect(told).toMatch(new RegExp(`write ${meant.replaceAll(".", "\\.")}( for percentage points)?$`));
    expect(value(unit, meant, limits[unit])).toBeTypeOf("number");
  });

  test.each<[Unit, string, string]>([
    ["share", "18 months", "that is a length of time; write a share as 12% or 0.12"],
    ["people", "12%", "that is a share; write a number of people as 1.2M or 850k or 1200000"],
    ["years", "1.2M", "that is a count in millions; write a length of time as 3y or 6mo"],
    ["people", "2 tỷ", "that is a count in billions; write a number of people as 1.2M or 850k or 1200000"],
    ["people", "2pp", "those are percentage points; write a number of people as 1.2M or 850k or 1200000"],
  ])("%s %s: %s", (unit, raw, told) => {
    expect(hint(unit, raw, limits[unit])).toBe(told);
  });

  test("no hint proposes what would be refused in turn", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...(Object.keys(unitForms) as Unit[])),
        fc.stringMatching(/^[-+]?\d{1,4}([.,]\d{1,3})?( ?(%|pp|k|M|m|y|mo|triệu|năm|percent|VND))?$/),
        (unit, raw) => {
          const meant = /write (\S+)$/.exec(String(hint(unit, raw, limits[unit])))?.[1];
          if (meant !== undefined && /\d/.test(meant) && !/^(the|a)$/.test(meant))
            expect(value(unit, meant, limits[unit])).toBeTypeOf("number");
        },
      ),
      { numRuns: 1000 },
    );
  });
});

test("people come whole: a part of a person is asked for its k or M", () => {
  expect(value("people", 1.2)).toBe("unit-missing");
  expect(hint("people", 1.2, anything)).toBe("people come whole: write 1.2M for millions, 1.2k for thousands");
  expect(value("people", 1234567.8)).toBe(1234567.8);
});

test("what is written reads back as the same number", () => {
  const units = Object.keys(unitForms) as Unit[];
  fc.assert(
    fc.property(
      fc.constantFrom(...units),
      fc.integer({ min: -1_000_000, max: 1_000_000 }),
      fc.integer({ min: 0, max: 6 }),
      (unit, digits, decimals) => {
        const number = digits / 10 ** decimals;
        expect(value(unit, writeTypedNumber(unit, number))).toBeCloseTo(number, 9);
      },
    ),
  );
});
