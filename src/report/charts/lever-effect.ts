import type { Attribution } from "../../core/domain.ts";
import { leverKind } from "../../core/levers/index.ts";
import { goalsOfOneYear } from "../goal-groups.ts";
import { assessmentOf, leadingAssessments, type Subject, schemeOf } from "../subject.ts";
import type { Chart, Figure, Row } from "./chart.ts";
import type { ChartSpec } from "./compile.ts";
import { chartFrame, colour } from "./theme.ts";

/** What each measure of a scenario adds to a goal: the parts of the gain, which sum to the whole. */
export const leverEffect: Chart = {
  id: "lever-effect",
  section: "changes",
  figures(subject) {
    if (subject.comparing) return [];
    return goalsOfOneYear(leadingAssessments(subject))
      .map(([a]) => subject.projection.attributions.find((attribution) => attribution.goal === a!.goal.id))
      .filter((a): a is Attribution => a !== undefined && Math.abs(a.total.coverage) >= noticeable)
      .map((attribution) => figure(subject, attribution));
  },
};

/** A gain below a twentieth of a point prints as nothing. */
const noticeable = 0.0005;
const rowHeight = 40;

function figure(subject: Subject, attribution: Attribution): Figure {
  const { language, projection } = subject;
  const goal = assessmentOf(projection, attribution.goal)!.goal;
  const scheme = schemeOf(projection, goal.scheme);
  const rows = effectRows(subject, attribution);
  const bars = rows.filter((r) => Math.abs(r.to - r.from) >= noticeable / 10).map((r, row) => ({ ...r, row }));
  const ends = [0, ...bars.flatMap((b) => [b.from, b.to])];
  const title = { scheme: scheme ? language.local(scheme.title) : goal.scheme, year: goal.year };
  return {
    id: `lever-effect-${goal.id}`,
    chart: leverEffect.id,
    scheme: goal.scheme,
    title: language.say("chart.effect.title", { ...title }),
    caption: language.say("chart.effect.caption", { year: goal.year, n: language.integer(attribution.draws) }),
    description: language.say("chart.effect.describe", {
      ...title,
      list: bars.map((b) => language.say("chart.effect.item", { lever: b.lever, points: b.label })).join("; "),
    }),
    spec: effectSpec(subject),
    datasets: { effects: bars },
    take: ["effects"],
    params: { xMin: Math.min(...ends), xMax: Math.max(...ends), rows: bars.length },
    height: bars.length * rowHeight,
    table: {
      columns: [
        { key: "lever", label: language.say("column.lever"), numeric: false },
        { key: "label", label: language.say("column.gain"), numeric: true },
        { key: "chance", label: language.say("column.gainChance"), numeric: true },
      ],
      rows,
    },
  };
}

/** Bars that start where the one above ends, and the sum of them all. */
function effectRows(subject: Subject, attribution: Attribution) {
  const { language, projection } = subject;
  let reached = 0;
  const parts = attribution.levers.map((part) => {
    const from = reached;
    reached += part.coverage;
    return { lever: leverTitle(subject, part.lever), from, to: reached, ...words(part), whole: false };
  });
  const whole = { from: 0, to: attribution.total.coverage, ...words(attribution.total), whole: true };
  const all = { lever: language.say("chart.effect.all"), ...whole };
  return (parts.length > 1 ? [...parts, all] : parts) satisfies Row[];

  function words(part: { coverage: number; probability: number }) {
    const error = assessmentOf(projection, attribution.goal)?.monteCarloError ?? null;
    const coarse = error !== null && Math.abs(part.probability) < 2 * error;
    return {
      label: language.pointsWithUnit(part.coverage),
      chance: coarse ? "≈ 0" : language.pointsWithUnit(part.probability),
    };
  }
}

function leverTitle(subject: Subject, id: string): string {
  const { language, projection } = subject;
  const lever = projection.input.scenario.levers.find((l) => l.id === id);
  const kind = lever && leverKind(lever.kind);
  if (lever?.title) return language.local(lever.title);
  return kind ? language.local(kind.label) : id;
}

const share = "quantitative" as const;

/** The specification that these charts share. */
export function effectSpec(subject: Subject): ChartSpec {
  const at = (part: number) => ({ expr: `height / rows * (datum.row + ${part})` });
  return {
    ...chartFrame(subject.language, { left: 8, right: 16, top: 6, bottom: 10 }),
    params: [
      { name: "xMin", value: 0 },
      { name: "xMax", value: 1 },
      { name: "rows", value: 2 },
    ],
    encoding: {
      x: {
        type: share,
        scale: { domainMin: { expr: "xMin" }, domainMax: { expr: "xMax" }, nice: false, zero: false },
        axis: { values: [0], labels: false, ticks: false, domain: false, grid: true, gridColor: colour.faint },
      },
    },
    layer: [
      {
        data: { name: "effects" },
        mark: { type: "rule", strokeWidth: 10, y: at(0.68) },
        encoding: {
          x: { field: "from", type: share },
          x2: { field: "to" },
          color: {
            condition: [
              { test: "datum.whole", value: colour.ink },
              { test: "datum.to < datum.from", value: colour.goal },
            ],
            value: colour.accent,
          },
        },
      },
      {
        data: { name: "effects" },
        mark: { type: "text", align: "left", x: 0, dx: 4, y: at(0.3), limit: { expr: "width - 130" } },
        encoding: {
          text: { field: "lever" },
          color: { value: colour.ink },
        },
      },
      {
        data: { name: "effects" },
        mark: { type: "text", align: "right", x: "width", y: at(0.3), fontWeight: 600 },
        encoding: { text: { field: "label" } },
      },
    ],
  };
}
