import { expect, it } from "vitest";
import type { Data } from "../../../src/core/domain.ts";
import { goalsKnownBy } from "../../../src/core/history/known-goals.ts";
import { goal } from "../projection-input.ts";

const source = (id: string, published: string | null) => ({ id, title: id, publisher: "", published, url: null });
const data: Data = {
  observations: [],
  bases: [],
  events: [],
  sources: [source("early", "2020-03-01"), source("late", "2025-03-01"), source("undated", null)],
  goals: [
    goal("by-adoption", { adopted: "2023-11-24", sources: ["late"] }),
    goal("by-source", { sources: ["late", "early"] }),
    goal("by-late-source", { sources: ["late"] }),
    goal("by-year", { year: 2024, sources: ["undated"] }),
    goal("not-yet", { year: 2026, sources: ["undated"] }),
  ],
};
const known = (asOf: string | null) => goalsKnownBy(data, asOf).map((g) => g.id);

it("knows a goal from its adoption, else from its first source, else from its year", () => {
  expect(known("2024-11-24")).toEqual(["by-adoption", "by-source", "by-year"]);
  expect(known("2023-11-23")).toEqual(["by-source"]);
  expect(known("2023-11-24")).toEqual(["by-adoption", "by-source"]);
});

it("knows every goal when nothing is replayed", () => {
  expect(known(null)).toHaveLength(5);
});
