import type { LocalText, Scenario, SweepVariable, Workspace } from "../../core/domain.ts";
import { leverKind } from "../../core/levers/index.ts";
import { growthLimits } from "../schema/workspace-shape.ts";

/** A number of a scenario that a sweep may move. */
export type SweepableNumber = Omit<SweepVariable, "values" | "spread">;

/** Settings of levers that are numbers, beside the parameters of their kind. */
const settings = {
  lag: { en: "time until anything is seen", vi: "thời gian trước khi có tác dụng" },
  over: { en: "time to full strength", vi: "thời gian đạt đủ hiệu lực" },
  replaces: { en: "share of the trend’s gain that it stands in for", vi: "phần mức tăng của xu thế mà nó thay thế" },
} as const satisfies Record<string, LocalText>;
const growth: LocalText = { en: "growth a year", vi: "mức tăng mỗi năm" };
const ceiling: LocalText = { en: "ceiling", vi: "mức trần" };

/**
 * Lists the numbers of a scenario that a sweep may move, by the keys that the table of assumptions has for them: every
 * parameter of every lever with its lag, ramp and stand-in for the trend, the growth of every base, every ceiling that
 * is stated.
 */
export function sweepableNumbers(scenario: Scenario, { bases, schemes }: Workspace): SweepableNumber[] {
  const make = (
    section: SweepVariable["section"],
    subject: string,
    name: string,
    rest: Pick<SweepableNumber, "unit" | "title" | "limits">,
  ): SweepableNumber => ({ key: `${section}.${subject}.${name}`, section, subject, name, ...rest });
  const levers = scenario.levers.flatMap((lever) => {
    const kind = leverKind(lever.kind);
    if (!kind) return [];
    const owner = lever.title ?? { en: lever.id };
    const setting = (name: string, unit: "years" | "share", what: LocalText, min: number, max: number) =>
      make("levers", lever.id, name, { unit, title: joined(owner, what), limits: { min, max } });
    return [
      ...Object.entries(kind.parameters).map(([name, { unit, min, max, describe }]) =>
        make("levers", lever.id, name, { unit, title: joined(owner, describe), limits: { min, max } }),
      ),
      setting("lag", "years", settings.lag, 0, 100),
      ...(["step", "table"].includes(lever.ramp.shape)
        ? []
        : [setting("ramp.over", "years", settings.over, 1 / 12, 100)]),
      ...(kind.replacesTrend === false ? [] : [setting("replacesTrendShare", "share", settings.replaces, 0, 1)]),
    ];
  });
  return [
    ...levers,
    ...bases.map(({ id, title }) =>
      make("world", id, "growth", { unit: "rate-per-year", title: joined(title, growth), limits: growthLimits }),
    ),
    ...schemes
      .filter(({ id, trend, sumOf }) => sumOf.length === 0 && (scenario.trend[id]?.ceiling ?? trend.ceiling))
      .map(({ id, title }) =>
        make("trend", id, "ceiling", {
          unit: "share",
          title: joined(title, ceiling),
          limits: { min: 0.001, max: 1 },
        }),
      ),
  ];
}

/** Joins two texts in every language that either has: `Owners on declaration tax: share who comply in the long run`. */
function joined(owner: LocalText, what: LocalText): LocalText {
  const tags = new Set([...Object.keys(owner), ...Object.keys(what)]);
  const lower = (words: string) => words.charAt(0).toLowerCase() + words.slice(1);
  const texts = [...tags].map((tag) => [tag, `${owner[tag] ?? owner.en}: ${lower(what[tag] ?? what.en)}`] as const);
  return Object.fromEntries(texts) as LocalText;
}
