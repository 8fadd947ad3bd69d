import type { LeverSolution, MixSolution } from "../../core/domain.ts";
import { goalReach } from "../goal-text.ts";
import type { Language } from "../language.ts";
import { leverTitle, mixText, moneyText, parameterOf, solutionText, solvedValue } from "../solution-text.ts";
import { type Subject, schemeOf } from "../subject.ts";
import type { Chart, Figure } from "./chart.ts";
import type { ChartSpec } from "./compile.ts";
import { percentOf } from "./percent-of.ts";
import { chartFrame, colour } from "./theme.ts";

/** What it would take, as the scenario asks: the chance of a goal by the value of a number, or by the cost of a mix. */
export const frontier: Chart = {
  id: "frontier",
  section: "solve",
  figures(subject) {
    const solutions = subject.projection.analysis?.solutions;
    if (subject.comparing || !solutions) return [];
    return [
      ...solutions.levers.map((solution) => leverFigure(subject, solution)),
      ...solutions.mixes.filter((mix) => mix.frontier.length > 0).map((mix, i) => mixFigure(subject, mix, i)),
    ];
  },
};

/** A value and the chance of the goal there, as numbers and as they are printed. */
interface Point {
  readonly at: number;
  readonly chance: number;
  readonly value: string;
  readonly p: string;
}

function leverFigure(subject: Subject, solution: LeverSolution): Figure {
  const { language, projection } = subject;
  const { input } = projection;
  const parameter = parameterOf(input, solution);
  const point = (at: number, chance: number, value: string): Point => ({
    at,
    chance,
    value,
    p: told(language, chance),
  });
  const number = parameter ? language.local(parameter.describe) : solution.parameter;
  const points = solution.frontier.map((p) =>
    point(p.value, p.probability, solvedValue(language, parameter, Number(p.value.toPrecision(3)))),
  );
  const found = point(solution.value, solution.reached, solvedValue(language, parameter, solution.value));
  return {
    id: `frontier-${solution.goal}-${solution.lever}-${solution.parameter}`.toLowerCase(),
    scheme: input.goals.find((g) => g.id === solution.goal)?.scheme ?? "",
    title: language.say("solve.frontier.title", { lever: leverTitle(language, input, solution.lever), number }),
    caption: language.say("solve.frontier.caption", { goal: goalText(subject, solution.goal) }),
    description: solutionText(language, input, solution),
    sentence: solutionText(language, input, solution),
    ...drawn(language, points, found, solution.probability, number),
    data: () =>
      solution.frontier.map(({ value, probability }) => ({
        lever: solution.lever,
        parameter: solution.parameter,
        unit: solution.unit,
        value,
        chance_pct: percentOf(probability),
      })),
  };
}

function mixFigure(subject: Subject, mix: MixSolution, i: number): Figure {
  const { language, projection } = subject;
  const { input } = projection;
  const goal = input.goals.find((g) => g.id === mix.goal);
  const point = (at: number, chance: number): Point => ({
    at,
    chance,
    value: moneyText(language, at, mix.currency),
    p: told(language, chance),
  });
  const points = mix.frontier.map(({ cost, probability }) => point(cost, probability));
  return {
    id: `frontier-${mix.goal}-mix-${i + 1}`,
    scheme: goal?.scheme ?? "",
    title: language.say("solve.frontier.mixTitle", {
      levers: mix.levers.map(({ lever }) => leverTitle(language, input, lever)).join(", "),
    }),
    caption: language.say("solve.frontier.mixCaption", { goal: goalText(subject, mix.goal), year: goal?.year ?? "" }),
    description: mixText(language, input, mix),
    sentence: `${mixText(language, input, mix)} ${language.say("solve.mixNote")}`,
    ...drawn(language, points, point(mix.cost, mix.reached), mix.probability, language.say("column.cost")),
    data: () =>
      mix.frontier.map(({ cost, probability, levers }) => ({
        currency: mix.currency,
        cost,
        chance_pct: percentOf(probability),
        ...Object.fromEntries(levers.map(({ lever, parameter, value }) => [`${lever}.${parameter}`, value])),
      })),
  };
}

/** The line, the chance asked for and what was found, with the values at both ends written out below. */
function drawn(language: Language, points: readonly Point[], found: Point, asked: number, head: string) {
  const sorted = [...points].sort((a, b) => a.at - b.at);
  const ends = [...sorted, found].map(({ at }) => at);
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const part = high > low ? (found.at - low) / (high - low) : 0;
  return {
    chart: frontier.id,
    spec: frontierSpec(language),
    datasets: {
      points: sorted.map((point) => ({ ...point })),
      asked: [{ chance: asked, label: language.percent(asked, 0) }],
      found: [{ ...found, label: `${found.value}: ${found.p}`, side: part > 0.6 ? "left" : "right" }],
      ticks: [
        { at: low, value: sorted[0]!.value, side: "low" },
        { at: high, value: sorted.at(-1)!.value, side: "high" },
      ],
    },
    params: { xMin: low, xMax: high > low ? high : low + 1 },
    height: 170,
    table: {
      columns: [
        { key: "value", label: head, numeric: true },
        { key: "p", label: language.say("column.chance"), numeric: true },
      ],
      rows: sorted.map(({ value, p }) => ({ value, p })),
    },
  };
}

const told = (language: Language, chance: number) => language.probability(chance, null);

function goalText({ language, projection }: Subject, id: string): string {
  const goal = projection.input.goals.find((g) => g.id === id);
  if (!goal) return id;
  const scheme = schemeOf(projection, goal.scheme);
  return language.say("solve.goalBy", {
    scheme: scheme ? language.local(scheme.title) : goal.scheme,
    value: goalReach(language, goal),
    year: goal.year,
  });
}

const share = "quantitative" as const;

/** The specification that these charts share; values stand below as texts, since each number has its own unit. */
export function frontierSpec(language: Language): ChartSpec {
  const at = { field: "at", type: share };
  const chance = { field: "chance", type: share };
  const beside = "datum.side === 'left'";
  const label = {
    data: { name: "found" },
    mark: {
      type: "text" as const,
      align: { expr: `${beside} ? 'right' : 'left'` } as never,
      dx: { expr: `${beside} ? -8 : 8` },
      dy: -10,
      fontWeight: 600 as const,
      color: colour.accent,
    },
    encoding: { x: at, y: chance, text: { field: "label" } },
  };
  const tick = {
    data: { name: "ticks" },
    mark: {
      type: "text" as const,
      align: { expr: "datum.side === 'low' ? 'left' : 'right'" } as never,
      baseline: "top" as const,
      dy: 8,
      color: colour.muted,
    },
    encoding: { x: at, y: { value: "height" as const }, text: { field: "value" } },
  };
  return {
    ...chartFrame(language, { left: 42, right: 16, top: 22, bottom: 26 }),
    params: [
      { name: "xMin", value: 0 },
      { name: "xMax", value: 1 },
    ],
    encoding: {
      x: {
        ...at,
        scale: { domainMin: { expr: "xMin" }, domainMax: { expr: "xMax" }, nice: false, zero: false },
        axis: { labels: false, ticks: false },
      },
      y: {
        type: share,
        scale: { domain: [0, 1] },
        axis: { values: [0, 0.25, 0.5, 0.75, 1], labelExpr: "format(datum.value, '.0%')", grid: true },
      },
    },
    layer: [
      {
        data: { name: "asked" },
        mark: { type: "rule", color: colour.goal, strokeWidth: 2 },
        encoding: { x: { value: 0 }, x2: { value: "width" }, y: chance },
      },
      {
        data: { name: "points" },
        mark: { type: "line", color: colour.accent, strokeWidth: 2.5 },
        encoding: { x: at, y: chance },
      },
      {
        data: { name: "found" },
        mark: { type: "point", filled: true, size: 60, opacity: 1, color: colour.accent },
        encoding: { x: at, y: chance },
      },
      label,
      tick,
    ],
  };
}
