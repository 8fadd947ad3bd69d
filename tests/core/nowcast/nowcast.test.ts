import fc from "fast-check";
import { expect, test } from "vitest";
import type { Observation } from "../../../src/core/domain.ts";
import { angleOf, shareAt } from "../../../src/core/nowcast/angle.ts";
import { combineTwo } from "../../../src/core/nowcast/combine-two.ts";
import { type NowcastRequest, nowcast } from "../../../src/core/nowcast.ts";
import { data, goal, observation, reading, scheme, workspace } from "../history/made-up.ts";
import { scenario } from "../projection-input.ts";

const years = [2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022];
const people = 1e6;
const published = (date: string) => {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 20);
  return day.toISOString().slice(0, 10);
};
const read = (id: string, date: string, participants: number, more: Partial<Observation> = {}): Observation =>
  observation({ scheme: id, date, participants, published: published(date), ...more });

/** Year ends on a steady way on the angle, and readings of some months that lie so far below the line between them. */
function figures(id: string, from: number, season: Readonly<Record<string, number>>, until = "2022-12-31") {
  const end = (year: number) => angleOf(from) + 0.012 * (year - 2014);
  return years
    .flatMap((year) => [
      ...Object.entries(season).map(([day, below]) => {
        const date = `${year}-${day}`;
        const way = (Date.parse(date) - Date.parse(`${year - 1}-12-31`)) / 864e5 / 365.25;
        const angle = end(year - 1) + way * (end(year) - end(year - 1)) - below;
        return read(id, date, people * shareAt(angle));
      }),
      read(id, `${year}-12-31`, people * shareAt(end(year)), { coverage: shareAt(end(year)), coverageRounding: 5e-7 }),
    ])
    .filter(({ date }) => date <= until);
}
const bases = [...years, 2023].map((year) => reading(`${year}-12-31`, people, { published: `${year}-12-31` }));
const flat = { kind: "fixed", value: 0 } as const;
const land = (ids: readonly string[]) =>
  workspace({
    schemes: ids.map((id) => scheme(id)),
    bases: [{ ...workspace().bases[0], growth: flat }],
  });
const request = (observations: readonly Observation[], over: Partial<NowcastRequest> = {}): NowcastRequest => ({
  workspace: land([...new Set(observations.map((o) => o.scheme))]),
  data: data({ observations, bases }),
  scenario,
  asOf: null,
  only: [],
  draws: 200,
  seed: 1,
  ...over,
});
const season = { "03-31": 0.04, "06-30": 0.005, "09-30": 0.03, "11-30": 0.02 };
const running = (day: string, below = 0) =>
  read("pension", `2023-${day}`, people * shareAt(angleOf(0.3) + 0.012 * 9 - below));
const at = (quantiles: readonly number[], level: number) =>
  quantiles[[0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975].indexOf(level)];

test("a season that is the same every year is found again, whatever the others do", () => {
  const others = figures("health", 0.8, { "03-31": 0.1, "09-30": 0.08 });
  for (const [day, below] of Object.entries(season)) {
    const made = nowcast(request([...figures("pension", 0.3, { [day]: below }), ...others, running(day, below)]));
    const [now] = made.nowcasts;
    const share = shareAt(angleOf(0.3) + 0.012 * 9 - below);
    expect(now.reading.coverage).toBeCloseTo(share, 9);
    const toGo = now.toGo;
    // The change of earlier years: what lay below the line, and the rest of the year's way.
    expect(now.seasonal.coverage).toBeCloseTo(shareAt(angleOf(share) + below + 0.012 * toGo), 3);
    const offs = made.profile.filter(({ scheme: id }) => id === "pension").map(({ offLine }) => offLine);
    expect(Math.min(...offs)).toBeLessThan(0);
    expect(Math.max(...offs) - Math.min(...offs)).toBeLessThan(0.05);
  }
});

test("a nowcast of a day rests on nothing that was published after it", () => {
  const all = [...figures("pension", 0.3, season), ...figures("health", 0.7, season)];
  const days = fc.integer({ min: 0, max: 6 * 365 }).map((n) => {
    return new Date(Date.UTC(2017, 0, 1) + n * 864e5).toISOString().slice(0, 10);
  });
  fc.assert(
    fc.property(days, (asOf) => {
      const told = nowcast(request(all, { asOf }));
      const cut = nowcast(
        request(
          all.filter((o) => o.published! <= asOf),
          { asOf },
        ),
      );
      expect(told).toEqual(cut);
      // What comes later may be anything.
      const wild = all.map((o) => (o.published! <= asOf ? o : { ...o, participants: 1000, coverage: null }));
      expect(nowcast(request(wild, { asOf })).nowcasts).toEqual(told.nowcasts);
      for (const past of told.past) expect(past.asOf <= asOf).toBe(true);
    }),
    { numRuns: 8 },
  );
});

test("quantiles rise and stay within 0 and 1, at the ends of the scale too", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.0005, max: 0.985, noNaN: true }),
      fc.double({ min: -0.02, max: 0.02, noNaN: true }),
      (from, below) => {
        const [now] = nowcast(
          request([
            ...figures("pension", from, { "06-30": below }),
            read("pension", "2023-06-30", people * Math.min(1, from * 1.01)),
          ]),
        ).nowcasts;
        for (const share of now.quantiles) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1);
        }
        expect([...now.quantiles].sort((a, b) => a - b)).toEqual(now.quantiles);
      },
    ),
    { numRuns: 12 },
  );
});

test("the more months are to go, the wider the interval", () => {
  const noise = [0.004, -0.006, 0.01, -0.008, 0.003, 0.007, -0.005, 0.002, -0.004];
  const noisy = figures("pension", 0.3, season).map((o) => {
    const wobble = o.date.endsWith("12-31") ? 0 : noise[Number(o.date.slice(0, 4)) - 2014];
    return { ...o, participants: Math.round(people * shareAt(angleOf(o.participants! / people) + wobble)) };
  });
  const width = (day: string) => {
    const [{ quantiles, weight }] = nowcast(request([...noisy, running(day, 0.02)])).nowcasts;
    return { width: angleOf(at(quantiles, 0.9)) - angleOf(at(quantiles, 0.1)), weight };
  };
  const widths = ["03-31", "06-30", "09-30", "11-30"].map(width);
  for (let i = 1; i < widths.length; i++) {
    expect(widths[i].width).toBeLessThan(widths[i - 1].width);
    // The nearer the end, the more the reading counts.
    expect(widths[i].weight).toBeGreaterThan(widths[i - 1].weight);
  }
});

test("without any past the interval is honest: wide, and around the reading", () => {
  const [now] = nowcast(
    request([read("pension", "2022-12-31", 300_000, { coverage: 0.3 }), read("pension", "2023-06-30", 310_000)]),
  ).nowcasts;
  expect(now).toMatchObject({ trend: null, weight: 1, year: 2023, lastYearEnd: 2022 });
  expect(now.seasonal).toMatchObject({ own: 0, all: 0 });
  expect(at(now.quantiles, 0.5)).toBeCloseTo(0.31, 6);
  expect(at(now.quantiles, 0.9) - at(now.quantiles, 0.1)).toBeGreaterThan(0.04);
});

test("a scheme without a reading after its last year end has no nowcast, but its past is scored", () => {
  const made = nowcast(request([...figures("pension", 0.3, season)]));
  expect(made.nowcasts).toEqual([]);
  expect(made.without).toEqual([{ scheme: "pension", lastYearEnd: 2022, lastReading: "2022-11-30" }]);
  expect(made.past.length).toBeGreaterThan(20);
  const { all, byMonthsToGo } = made;
  expect(all!.nowcasts).toBe(byMonthsToGo.reduce((sum, { score }) => sum + score.nowcasts, 0));
  expect(all!.mae).toBeLessThan(all!.noChange);
  for (const past of made.past) expect(past.outcome).toBeCloseTo(shareAt(angleOf(0.3) + 0.012 * (past.year - 2014)), 4);
});

test("the goals of that year end get their chances, those of other years none", () => {
  const observations = [...figures("pension", 0.3, season), running("11-30", 0.02)];
  const goals = [
    goal("low", 0.3, { year: 2023, adopted: "2020-01-01" }),
    goal("high", 0.6, { year: 2023, adopted: "2020-01-01" }),
    goal("heads", 300_000, { year: 2023, adopted: "2020-01-01" }),
    goal("later", 0.3, { year: 2025, adopted: "2020-01-01" }),
  ];
  const [now] = nowcast({ ...request(observations), data: data({ observations, bases, goals }) }).nowcasts;
  const chance = Object.fromEntries(now.goals.map(({ goal: id, probability }) => [id, probability]));
  expect(Object.keys(chance)).toEqual(["low", "high", "heads"]);
  expect(chance.low).toBeGreaterThan(0.99);
  expect(chance.high).toBeLessThan(0.01);
  expect(chance.heads).toBeCloseTo(chance.low, 9);
});

test("people of a reading are not moved by a base that is counted anew", () => {
  const observations = figures("pension", 0.3, season);
  const old = bases
    .filter(({ date }) => date < "2020-06-01")
    .map((row) => ({ ...row, regime: "old", persons: 1.1 * people }));
  const both = [...old, reading("2019-12-31", people), ...bases.filter(({ date }) => date >= "2020-06-01")];
  const counts = observations.map((o) => ({ ...o, coverage: null, coverageRounding: 0 }));
  const plain = nowcast(request(counts));
  const linked = nowcast({ ...request(counts), data: data({ observations: counts, bases: both }) });
  expect(linked.profile).toHaveLength(plain.profile.length);
  linked.profile.forEach(({ offLine }, i) => {
    expect(offLine).toBeCloseTo(plain.profile[i].offLine, 6);
  });
});

test("two ways are weighed by precision, and never come out wider than the wider one", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.001, max: 1, noNaN: true }),
      fc.double({ min: 0.001, max: 1, noNaN: true }),
      (a, b) => {
        const { middle, sd, weight } = combineTwo({ middle: 0, sd: a }, { middle: 1, sd: b });
        expect(weight).toBeCloseTo(b ** 2 / (a ** 2 + b ** 2), 12);
        expect(middle).toBeCloseTo(1 - weight, 12);
        expect(sd).toBeLessThanOrEqual(Math.max(a, b) + 1e-12);
      },
    ),
  );
});
