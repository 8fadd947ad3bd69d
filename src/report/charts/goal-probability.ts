import type { Assessment } from "../../core/domain.ts";
import { goalsToReach } from "../goal-groups.ts";
import { goalCondition, goalValue } from "../goal-text.ts";
import { reachedSentence } from "../sentences/chart-sentences.ts";
import { assessmentOf, leadingAssessments, type Subject, schemeOf } from "../subject.ts";
import type { Chart, Figure, Row } from "./chart.ts";
import type { ChartSpec } from "./compile.ts";
import { percentOf } from "./percent-of.ts";
import { spreadLabels } from "./spread-labels.ts";
import { chartFrame, colour } from "./theme.ts";

/** When a goal's value comes within reach: the share of futures that have met it at least once, by year and scenario. */
export const goalProbability: Chart = {
  id: "goal-probability",
  section: "scenarios",
  figures(subject) {
    if (!subject.comparing && pinsOf(subject).length === 0) return [];
    return goalsToReach(leadingAssessments(subject)).map((a) => figure(subject, a));
  },
};

const pinsOf = (subject: Subject) => subject.live?.pins ?? [];

const height = 200;
const labelGap = 14 / height;

function figure(subject: Subject, assessment: Assessment): Figure {
  const { language, projection } = subject;
  const { goal } = assessment;
  const scheme = schemeOf(projection, goal.scheme);
  const title = scheme ? language.local(scheme.title) : goal.scheme;
  const lines = scenarioLines(subject, goal.id);
  const [start, end] = [projection.summary.years[0]!, projection.summary.years.at(-1)!];
  const column = (key: string, label: string, numeric: boolean) => ({ key, label, numeric });
  return {
    id: `goal-probability-${goal.id}`,
    chart: goalProbability.id,
    scheme: goal.scheme,
    title: language.say("chart.chance.title", { scheme: title, value: goalValue(language, goal) }),
    caption: [
      language.say("chart.chance.caption", { year: goal.year }),
      language.say(
        subject.projection === subject.reference ? "chart.chance.captionLines" : "chart.chance.captionShown",
        { reference: language.local(subject.reference.input.scenario.title) },
      ),
    ].join(" "),
    description: language.say("chart.chance.describe", {
      value: goalCondition(language, goal),
      year: end,
      list: lines
        .map((l) => language.say("chart.chance.item", { scenario: l.scenario, p: l.points.at(-1)!.text }))
        .join("; "),
    }),
    sentence: reachedSentence(
      language,
      title,
      goalValue(language, goal),
      end,
      lines.map(({ scenario, role, points }) => {
        const { chance, text } = points.at(-1)!;
        return { scenario, chance, text, isReference: role === "reference" };
      }),
    ),
    spec: chanceSpec(subject),
    datasets: {
      lines: lines.flatMap((l) => l.points.map(({ year, chance }) => ({ scenario: l.id, role: l.role, year, chance }))),
      goal: [{ year: goal.year, label: String(goal.year) }],
      ends: endLabels(lines, end),
    },
    data: () =>
      lines.flatMap(({ id, scenario, points }) =>
        points.map(({ year, chance }) => ({
          scenario: id,
          title: scenario,
          year,
          chance_of_having_reached_pct: percentOf(chance),
        })),
      ),
    params: {
      lead: lines.find((l) => l.role === "lead")?.id ?? "",
      reference: subject.reference.input.scenario.id,
      xMin: start,
      xMax: end,
      xTicks: [start, ...roundYears(start + 2, end)],
    },
    height,
    table: {
      columns: [
        column("scenario", language.say("column.scenario"), false),
        ...projection.summary.years.map((year) => column(String(year), String(year), true)),
      ],
      rows: lines.map((l) => ({
        scenario: l.scenario,
        ...Object.fromEntries(l.points.map((p) => [String(p.year), p.text])),
      })),
    },
  };
}

function roundYears(from: number, to: number): number[] {
  const first = Math.ceil(from / 5) * 5;
  return Array.from({ length: Math.max(0, Math.floor((to - first) / 5) + 1) }, (_, i) => first + 5 * i);
}

interface Line {
  readonly id: string;
  readonly scenario: string;
  /** Of a variant that a reader has pinned; else empty. */
  readonly letter: string;
  readonly role: "reference" | "lead" | "pin" | "other";
  readonly points: readonly { readonly year: number; readonly chance: number; readonly text: string }[];
}

/** The lead line is that of the scenario which ends highest; in a page that a reader runs, that of the one shown. */
function scenarioLines(subject: Subject, goalId: string): Line[] {
  const { run, language, reference } = subject;
  const own = subject.projection === reference ? [] : [subject.projection];
  const compared = subject.comparing ? run.projections : [reference, ...own];
  const named = [
    ...compared.map((projection) => ({
      projection,
      id: projection.input.scenario.id,
      scenario: language.local(projection.input.scenario.title),
      letter: "",
    })),
    ...pinsOf(subject).map(({ letter, projection }) => ({
      projection,
      id: `pin ${letter}`,
      scenario: language.say("whatIf.pinName", { letter }),
      letter,
    })),
  ];
  const lines = named.flatMap((line) => {
    const assessment = assessmentOf(line.projection, goalId);
    if (!assessment?.firstMet) return [];
    let reached = 0;
    const points = line.projection.summary.years.map((year, i) => {
      reached = Math.min(1, reached + (assessment.firstMet?.share[i] ?? 0));
      return { year, chance: reached, text: language.probability(reached, assessment.monteCarloError) };
    });
    return { ...line, points };
  });
  const others = lines.filter((l) => l.projection !== reference && l.letter === "");
  const highest = others.reduce<(typeof lines)[number] | undefined>(
    (top, l) => (top === undefined || l.points.at(-1)!.chance > top.points.at(-1)!.chance ? l : top),
    undefined,
  );
  const best = lines.find((l) => l.letter === "" && own.includes(l.projection)) ?? highest;
  const role = (l: (typeof lines)[number]) => {
    if (l.letter !== "") return "pin";
    if (l.projection === reference) return "reference";
    return l === best ? "lead" : "other";
  };
  return lines.map((l) => ({ id: l.id, scenario: l.scenario, letter: l.letter, role: role(l), points: l.points }));
}

/** Names at the end of the two lines that matter; the others are in the table. */
function endLabels(lines: readonly Line[], year: number): Row[] {
  const named = lines.filter((l) => l.role !== "other");
  const placed = spreadLabels(
    named.map((l) => l.points.at(-1)!.chance),
    labelGap,
    0,
    1,
  );
  return named.map((l, i) => ({
    year,
    at: placed[i]!,
    label: `${l.letter} ${l.points.at(-1)!.text}`.trim(),
    role: l.role,
  }));
}

const share = "quantitative" as const;

/** The specification that the charts of all goals share. */
export function chanceSpec(subject: Subject): ChartSpec {
  const year = { field: "year", type: share };
  const line = (filter: string, color: string, strokeWidth: number, strokeDash?: number[]) => ({
    data: { name: "lines" },
    transform: [{ filter }],
    mark: { type: "line" as const, color, strokeWidth, ...(strokeDash ? { strokeDash } : {}) },
    encoding: { x: year, y: { field: "chance", type: share }, detail: { field: "scenario", type: "nominal" as const } },
  });
  return {
    ...chartFrame(subject.language, { left: 42, right: 50, top: 22, bottom: 24 }),
    params: [
      { name: "lead", value: "" },
      { name: "reference", value: "" },
      { name: "xMin", value: 2026 },
      { name: "xMax", value: 2035 },
      { name: "xTicks", value: [2026, 2030, 2035] },
    ],
    encoding: {
      x: {
        ...year,
        scale: { domainMin: { expr: "xMin" }, domainMax: { expr: "xMax" }, nice: false, zero: false },
        axis: { values: { expr: "xTicks" }, format: "d" },
      },
      y: {
        type: share,
        scale: { domain: [0, 1] },
        axis: { values: [0, 0.25, 0.5, 0.75, 1], labelExpr: "format(datum.value, '.0%')", grid: true },
      },
    },
    layer: [
      {
        data: { name: "goal" },
        mark: { type: "rule", color: colour.goal, strokeWidth: 2 },
        encoding: { x: year, y: { value: -6 }, y2: { value: "height" } },
      },
      {
        data: { name: "goal" },
        mark: { type: "text", color: colour.goal, fontWeight: 600 },
        encoding: { x: year, y: { value: -13 }, text: { field: "label" } },
      },
      line("datum.scenario !== lead && datum.scenario !== reference", colour.faint, 1.5),
      line("datum.scenario === reference", colour.ink, 2, [5, 3]),
      line("datum.scenario === lead", colour.accent, 2.5),
      {
        data: { name: "ends" },
        mark: { type: "text", align: "left", dx: 7, baseline: "middle", fontWeight: 600 },
        encoding: {
          x: { value: "width" },
          y: { field: "at", type: share },
          text: { field: "label" },
          color: { condition: { test: "datum.role === 'lead'", value: colour.accent }, value: colour.ink },
        },
      },
    ],
  };
}
