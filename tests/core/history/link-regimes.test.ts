import { expect, test } from "vitest";
import { linkRegimes } from "../../../src/core/history/link-regimes.ts";
import { settleReadings } from "../../../src/core/history/settle-readings.ts";
import { dated, reading } from "./made-up.ts";

const old = { regime: "old" } as const;

test("readings of one day settle on the median of the best status", () => {
  const cells = settleReadings(
    dated([
      reading("2023-12-31", 46.5e6, { status: "derived" }),
      reading("2023-12-31", 46.6e6, { status: "derived" }),
      reading("2023-12-31", 46.7e6, { status: "derived" }),
      reading("2022-12-31", 46.1e6, { status: "derived" }),
      reading("2022-12-31", 46.2e6, { status: "estimate" }),
    ]),
  );
  expect(cells).toEqual([
    { date: "2022-12-31", persons: 46.2e6 },
    { date: "2023-12-31", persons: 46.6e6 },
  ]);
});

test("a derived reading far from its neighbours is set aside, an actual one never", () => {
  const near = [reading("2020-09-30", 49.3e6), reading("2020-11-30", 49.4e6)];
  const odd = reading("2020-12-31", 48.3e6, { status: "derived" });
  expect(settleReadings(dated([...near, odd])).map(({ date }) => date)).toEqual(["2020-09-30", "2020-11-30"]);
  expect(settleReadings(dated([...near, { ...odd, status: "actual" }]))).toHaveLength(3);
  expect(settleReadings(dated([near[0], odd])), "two readings cannot outvote each other").toHaveLength(2);
});

test("an older regime is linked by the ratio on the day both were read", () => {
  const { cells, links } = linkRegimes(
    "new",
    dated([
      reading("2020-12-31", 49e6, old),
      reading("2022-09-30", 49.5e6, old),
      reading("2022-09-30", 46.2e6),
      reading("2023-12-31", 46.5e6),
    ]),
  );
  expect(links).toEqual([{ regime: "old", factor: 46.2 / 49.5, date: "2022-09-30" }]);
  expect(cells.map(({ date, linked }) => [date, linked])).toEqual([
    ["2020-12-31", true],
    ["2022-09-30", false],
    ["2023-12-31", false],
  ]);
  expect(cells[0].persons).toBeCloseTo((49e6 * 46.2) / 49.5, 3);
});

test("of several common dates the three next to today's regime count, by their median", () => {
  const years = [2015, 2016, 2017, 2018, 2019];
  const ratios = [0.98, 0.99, 0.97, 1.2, 1.3];
  const { links } = linkRegimes(
    "new",
    dated([
      reading("2014-07-01", 90e6, old),
      ...years.flatMap((year, i) => [
        reading(`${year}-07-01`, 100e6 * ratios[i]),
        reading(`${year}-07-01`, 100e6, old),
      ]),
    ]),
  );
  expect(links).toEqual([{ regime: "old", factor: 0.98, date: "2015-07-01" }]);
});

test("a regime half a year away is linked as it stands, one within two years along its own growth", () => {
  const today = reading("2020-12-31", 50e6);
  const near = linkRegimes("new", dated([today, reading("2020-08-31", 40e6, old)]));
  expect(near.links[0].factor).toBeCloseTo(1.25, 12);
  const apart = linkRegimes(
    "new",
    dated([today, reading("2018-12-31", 38.4e6, old), reading("2019-12-31", 39.2e6, old)]),
  );
  expect(apart.links[0].factor).toBeCloseTo(50 / (39.2 * (39.2 / 38.4) ** (366 / 365)), 9);
});

test("a regime never read within two years of another is left out and named", () => {
  const { cells, unlinked } = linkRegimes(
    "new",
    dated([reading("2020-12-31", 50e6), reading("2010-12-31", 40e6, old)]),
  );
  expect(unlinked).toEqual(["old"]);
  expect(cells).toHaveLength(1);
});

test("a linked reading counts only in years in which today's definition was not read", () => {
  const { cells } = linkRegimes(
    "new",
    dated([
      ...["2018-06-30", "2019-06-30", "2020-06-30", "2021-06-30"].map((date) => reading(date, 50e6, old)),
      ...["2019-06-30", "2019-12-31", "2021-12-31"].map((date) => reading(date, 40e6)),
    ]),
  );
  expect(cells.map(({ date, linked }) => `${date}${linked ? " linked" : ""}`)).toEqual([
    "2018-06-30 linked",
    "2019-06-30",
    "2019-12-31",
    "2020-06-30 linked",
    "2021-12-31",
  ]);
});

test("in the year in which today's definition begins, older readings before it count", () => {
  const { cells } = linkRegimes(
    "new",
    dated([reading("2020-03-31", 50e6, old), reading("2020-09-30", 50e6, old), reading("2020-09-30", 40e6)]),
  );
  expect(cells.map(({ date }) => date)).toEqual(["2020-03-31", "2020-09-30"]);
});

test("before today's definition was born, the regime read last stands for it", () => {
  const linked = linkRegimes("new", dated([reading("2019-12-31", 49e6, old), reading("2015-12-31", 48e6, old)]));
  expect(linked.regime).toBe("old");
  expect(linked.cells.every((cell) => !cell.linked)).toBe(true);
});

test("regimes are linked in a chain", () => {
  const { links } = linkRegimes(
    "new",
    dated([
      reading("2020-12-31", 60e6),
      reading("2020-12-31", 50e6, old),
      reading("2010-12-31", 40e6, old),
      reading("2010-12-31", 20e6, { regime: "oldest" }),
      reading("2005-12-31", 18e6, { regime: "oldest" }),
    ]),
  );
  expect(links.map(({ regime, factor }) => [regime, factor])).toEqual([
    ["old", 1.2],
    ["oldest", 2.4],
  ]);
});
