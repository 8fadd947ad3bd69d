import { expect, test } from "vitest";
import type { BaseReading, Observation, Pin } from "../../../src/core/domain.ts";
import { buildBaseSeries } from "../../../src/core/history/link-bases.ts";
import { impliedBase } from "../../../src/core/history/measured-on.ts";
import { yearEndPoint } from "../../../src/core/history/year-end-point.ts";
import { dated, definition, observation, reading, scheme } from "./made-up.ts";

/** 50 m workers on the old definition, 40 m on today's since 30 September 2022: the link is 0.8. */
const bases = [
  reading("2020-12-31", 50e6, { regime: "old" }),
  reading("2022-09-30", 50e6, { regime: "old" }),
  reading("2022-09-30", 40e6),
  reading("2023-12-31", 40e6),
];
const at = (
  date: string,
  rows: readonly Partial<Observation>[],
  pins: readonly Pin[] = [],
  readings: readonly BaseReading[] = bases,
  lag = 0,
) =>
  yearEndPoint(
    scheme("pension", { baseLagYears: lag }),
    Number(date.slice(0, 4)),
    dated(rows.map((row) => observation({ date, ...row }))),
    buildBaseSeries({ definition: definition(), readings: dated(readings), from: 2015, to: 2025, horizon: 2030 }),
    pins,
  );
const pin = (date: string, source: string): Pin => ({ scheme: "pension", date, source, reason: "counted by hand" });

test("an implied base carries the interval that rounding leaves", () => {
  const implied = impliedBase(
    { participants: 20e6, participantsRounding: 5e3 },
    { coverage: 0.4271, coverageRounding: 5e-5 },
  )!;
  expect(implied.value).toBeCloseTo(20e6 / 0.4271, 6);
  expect(implied.low).toBeCloseTo(19_995_000 / 0.42715, 6);
  expect(implied.high).toBeCloseTo(20_005_000 / 0.42705, 6);
  expect(
    impliedBase({ participants: null, participantsRounding: 0 }, { coverage: 0.4, coverageRounding: 0 }),
  ).toBeNull();
});

test("a rate whose count implies today's base is used as printed, with its own count", () => {
  expect(at("2023-12-31", [{ participants: 16.04e6, coverage: 0.4 }])).toMatchObject({
    coverage: 0.4,
    participants: 16.04e6,
    base: 16.04e6 / 0.4,
    published: 0.4,
    derivation: "published",
    rounding: 0.00005,
    rivals: [],
  });
});

test("a rate whose count implies the older base is linked: the count over the linked base, the rate kept as printed", () => {
  const point = at("2020-12-31", [{ participants: 16e6, coverage: 0.32 }]);
  expect(point).toMatchObject({ participants: 16e6, published: 0.32, derivation: "linked", status: "actual" });
  expect(point).toHaveProperty("coverage", 16e6 / (50e6 * 0.8));
});

test("the implied base decides, not the date: an old rate may be printed late", () => {
  expect(at("2023-12-31", [{ participants: 16e6, coverage: 0.32 }])).toMatchObject({ coverage: 0.4, published: 0.32 });
});

test("a rate alone goes by its date: before today's definition it is divided by the link", () => {
  const old = at("2020-12-31", [{ coverage: 0.32 }]);
  expect(old).toMatchObject({ published: 0.32, derivation: "linked" });
  expect(old).toHaveProperty("coverage", 0.32 / 0.8);
  const today = at("2023-12-31", [{ coverage: 0.32 }]);
  expect(today).toMatchObject({ coverage: 0.32, participants: 0.32 * 40e6, derivation: "published" });
});

test("a regime that runs on beside today's is no older definition", () => {
  const beside = [
    reading("2015-12-31", 50e6, { regime: "abroad" }),
    reading("2022-12-31", 50e6, { regime: "abroad" }),
    reading("2025-12-31", 50e6, { regime: "abroad" }),
    reading("2022-12-31", 40e6),
  ];
  expect(at("2020-12-31", [{ coverage: 0.32 }], [], beside)).toMatchObject({ coverage: 0.32, derivation: "published" });
});

test("a count alone is divided by the base of its year, or of the year before under a lag", () => {
  const readings = [reading("2022-12-31", 30e6), reading("2023-12-31", 40e6)];
  expect(at("2023-12-31", [{ participants: 12e6 }], [], readings)).toMatchObject({ coverage: 0.3 });
  const lagged = at("2023-12-31", [{ participants: 12e6 }], [], readings, 1);
  expect(lagged).toMatchObject({ coverage: 0.4, derivation: "participants/base", rounding: 500 / 30e6 });
});

test("rate and count may come from different texts, and a projected count is no fact", () => {
  const rows: Partial<Observation>[] = [
    { participants: 16.3e6, coverage: 0.4012, status: "projection", sources: ["plan"] },
    { coverage: 0.4012, sources: ["later"] },
  ];
  expect(at("2023-12-31", rows)).toMatchObject({
    coverage: 0.4012,
    participants: 0.4012 * 40e6,
    used: [1],
    rivals: [0],
    sources: ["later"],
  });
});

test("a preliminary count beside a final rate must agree within rounding with a base that was read", () => {
  const rate: Partial<Observation> = { coverage: 0.4, sources: ["final"] };
  const off: Partial<Observation> = { participants: 16.1e6, status: "estimate", sources: ["early"] };
  expect(at("2023-12-31", [rate, off])).toMatchObject({ participants: 16e6, used: [0] });
  expect(at("2023-12-31", [rate, { ...off, participants: 16.001e6 }])).toMatchObject({ participants: 16.001e6 });
  expect(at("2023-12-31", [rate, { ...off, status: "actual" }]), "a final count has its own base").toMatchObject({
    participants: 16.1e6,
  });
});

test("a count printed coarser than 1 % yields to coverage x base, unless it is all there is", () => {
  const coarse: Partial<Observation> = { participants: 16e6, participantsRounding: 5e5, sources: ["headline"] };
  expect(at("2023-12-31", [{ coverage: 0.4012, sources: ["table"] }, coarse])).toMatchObject({
    participants: 0.4012 * 40e6,
    rivals: [1],
  });
  const pinned = at("2023-12-31", [{ coverage: 0.4012, sources: ["table"] }, coarse], [pin("2023-12-31", "headline")]);
  expect(pinned).toMatchObject({ participants: 16e6, note: "counted by hand" });
  expect(at("2023-12-31", [coarse])).toMatchObject({ participants: 16e6, rounding: 5e5 / 40e6 });
});

test("projections alone, other measures alone and a missing base make no point", () => {
  expect(at("2023-12-31", [{ coverage: 0.4, status: "projection" }])).toBe("only-projections");
  expect(at("2023-12-31", [{ coverage: 0.4, published: "2023-06-01" }]), "printed half a year ahead").toBe(
    "only-projections",
  );
  expect(at("2023-12-31", [{ coverage: 0.4, base: "adults" }])).toBe("only-other-measures");
  expect(at("2023-12-31", [{ participants: 16e6 }], [], [])).toBe("no-base");
});

test("a count published with a rate on another base counts, its rate does not", () => {
  expect(at("2023-12-31", [{ participants: 16e6, coverage: 0.3, base: "adults" }])).toMatchObject({
    coverage: 0.4,
    published: null,
    derivation: "participants/base",
  });
});

test("where the base is only held, an older rate over its link beats the count over it", () => {
  expect(
    at("2016-12-31", [{ participants: 12e6, coverage: 0.2 }]),
    "the count implies a base nobody read",
  ).toMatchObject({
    coverage: 12e6 / 40e6,
  });
  const point = at("2016-12-31", [
    { coverage: 0.24, sources: ["a"] },
    { participants: 11e6, sources: ["b"] },
  ]);
  expect(point).toMatchObject({ participants: 11e6, published: 0.24, derivation: "linked" });
  expect(point).toHaveProperty("coverage", 0.24 / 0.8);
});

test("a pin decides and its reason goes into the note", () => {
  const rows: Partial<Observation>[] = [
    { participants: 16e6, coverage: 0.4, sources: ["a"] },
    { participants: 15.9e6, coverage: 0.3975, status: "estimate", sources: ["b"], note: "preliminary" },
  ];
  expect(at("2023-12-31", rows, [pin("2023-12-31", "b")])).toMatchObject({
    coverage: 0.3975,
    participants: 15.9e6,
    note: "counted by hand; preliminary",
    rivals: [0],
  });
  const older = at(
    "2023-12-31",
    [rows[0], { participants: 16e6, coverage: 0.32, sources: ["b"] }],
    [pin("2023-12-31", "b")],
  );
  expect(older, "a pinned rate on the older base comes before an unpinned one on today's").toMatchObject({
    coverage: 0.4,
    published: 0.32,
  });
});

test("a point was known when the last of the figures that make it was", () => {
  const rows: Partial<Observation>[] = [
    { coverage: 0.4, published: "2024-09-04", sources: ["a"] },
    { participants: 16e6, published: "2024-01-17", sources: ["b"] },
  ];
  expect(at("2023-12-31", rows)).toMatchObject({ publishedOn: "2024-09-04", used: [0, 1], sources: ["a", "b"] });
});
