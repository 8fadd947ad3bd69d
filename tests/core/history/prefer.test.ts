import fc from "fast-check";
import { expect, test } from "vitest";
import type { Observation } from "../../../src/core/domain.ts";
import { prefer } from "../../../src/core/history/prefer.ts";
import { dated, observation, source } from "./made-up.ts";

const sources = [source("early", "2021-01-10"), source("late", "2021-06-10"), source("undated")];
const choose = (rows: readonly Observation[], pins: Parameters<typeof prefer>[2] = []) =>
  prefer(dated(rows, sources), "participants", pins);

test("actual comes before estimate before derived before projection, however late", () => {
  const rows = (["projection", "derived", "estimate", "actual"] as const).map((status, i) =>
    observation({ participants: 1e6 + i * 1e5, status, sources: [status === "actual" ? "early" : "late"] }),
  );
  expect(choose(rows).used?.row.status).toBe("actual");
  expect(choose(rows.slice(0, 3)).used?.row.status).toBe("estimate");
  expect(choose(rows.slice(0, 2)).used?.row.status).toBe("derived");
});

test("of like status the later publication wins, and a date that is only assumed loses", () => {
  const [early, late, undated] = sources.map(({ id }, i) =>
    observation({ participants: 1e6 + i * 1e5, sources: [id], date: "2020-12-31" }),
  );
  expect(choose([early, late, undated]).used?.row).toBe(late);
  expect(choose([undated, early]).used?.row).toBe(early);
});

test("of two undated figures the more finely printed wins", () => {
  const coarse = observation({ participants: 1.2e6, participantsRounding: 5e4, sources: ["undated"] });
  const fine = observation({ participants: 1.05e6, participantsRounding: 5e3, sources: ["undated"] });
  expect(choose([coarse, fine]).used?.row).toBe(fine);
});

test("a later text that rounds or cuts a finer figure of like status does not beat it", () => {
  const exact = observation({ participants: 15_033_644, participantsRounding: 0.5, sources: ["early"] });
  const over = observation({ participants: 15_000_000, participantsRounding: 500_000, sources: ["late"] });
  const cut = observation({ participants: 15_000_000, participantsRounding: 5_000, sources: ["late"] });
  expect(choose([exact, over]).used?.row).toBe(exact);
  expect(choose([exact, over]).rivals.map(({ row }) => row)).toEqual([over]);
  expect(choose([exact, cut]).used?.row, "33,644 is more than the last digit of 15,000,000 to the ten thousand").toBe(
    cut,
  );
  const derived: Observation = { ...exact, status: "derived" };
  expect(choose([derived, over]).used?.row, "a figure of lesser status explains nothing").toBe(over);
});

test("a pin beats the rule and is named", () => {
  const rows = [
    observation({ participants: 2e6, sources: ["late"] }),
    observation({ participants: 1e6, status: "derived", sources: ["early"] }),
  ];
  const pin = { scheme: "pension", date: "2020-12-31", source: "early", reason: "counted by hand" };
  expect(choose(rows, [pin])).toMatchObject({ used: { index: 1 }, pin, rivals: [{ index: 0 }] });
  expect(choose(rows, [{ ...pin, date: "2021-12-31" }]).pin).toBeNull();
});

test("figures without the quantity take no part", () => {
  const rate = observation({ coverage: 0.3 });
  expect(choose([rate])).toEqual({ used: null, rivals: [], pin: null });
});

test("whoever wins, every other figure is kept as a rival", () => {
  const row = fc.record({
    participants: fc.integer({ min: 1, max: 1e8 }),
    status: fc.constantFrom("actual", "estimate", "derived", "projection" as const),
    source: fc.constantFrom("early", "late", "undated"),
    digits: fc.integer({ min: 0, max: 6 }),
  });
  fc.assert(
    fc.property(fc.array(row, { minLength: 1 }), (made) => {
      const rows = made.map(({ participants, status, source: id, digits }) =>
        observation({ participants, status, sources: [id], participantsRounding: 0.5 * 10 ** digits }),
      );
      const { used, rivals } = choose(rows);
      expect(new Set([used!.index, ...rivals.map(({ index }) => index)]).size).toBe(rows.length);
    }),
  );
});
