import type { Assessment, Attribution } from "../../core/domain.ts";
import { goalsOfOneYear } from "../goal-groups.ts";
import { goalCondition } from "../goal-text.ts";
import { assessmentOf, leadingAssessments, type Subject, summaryOf } from "../subject.ts";
import { leverName, schemeName } from "../why-text.ts";
import type { Chart, Figure } from "./chart.ts";
import { percentOf } from "./percent-of.ts";
import { type BarRow, rowFigure, rowSpec } from "./row-spec.ts";

/** From the reference to a scenario, lever by lever: mean coverage, and the chance of the goal. */
export const waterfall: Chart = {
  id: "waterfall",
  section: "changes",
  figures(subject) {
    if (subject.comparing) return [];
    return goalsOfOneYear(leadingAssessments(subject)).flatMap((group) => {
      const [assessment] = group;
      const attribution = subject.projection.attributions.find((a) => a.goal === assessment?.goal.id);
      if (!assessment || !attribution) return [];
      return (["coverage", "probability"] as const)
        .filter((measure) => Math.abs(attribution.total[measure]) >= noticeable[measure])
        .map((measure) => figure(subject, assessment, attribution, measure));
    });
  },
};

type Measure = "coverage" | "probability";

/** Totals below these print as nothing: a twentieth of a point of coverage, half a point of chance. */
const noticeable = { coverage: 0.0005, probability: 0.005 } as const;

function figure(subject: Subject, assessment: Assessment, attribution: Attribution, measure: Measure): Figure {
  const { language } = subject;
  const { goal } = assessment;
  const steps = stepsOf(subject, attribution, measure);
  const words = {
    scheme: schemeName(subject, goal.scheme),
    year: goal.year,
    goal: goalCondition(language, goal),
    from: steps[0]!.label,
    to: steps.at(-1)!.label,
  };
  const told = sentence(subject, attribution, measure, words);
  const sampled = attribution.error[measure] > 0;
  return {
    id: `waterfall-${measure}-${goal.id}`,
    chart: waterfall.id,
    scheme: goal.scheme,
    title: language.say(`chart.waterfall.title.${measure}`, words),
    sentence: told,
    caption: language.say(sampled ? "chart.waterfall.sampled" : "chart.waterfall.caption", {
      n: language.integer(attribution.draws),
      error: language.pointsSize(attribution.error[measure]),
    }),
    description: language.say("chart.waterfall.describe", {
      ...words,
      list: steps.map(({ name, label }) => language.say("chart.rows.item", { name, label })).join("; "),
    }),
    spec: rowSpec(language),
    ...rowFigure(steps, { joined: true, rules: [] }),
    data: () =>
      steps.map(({ name, from, to, tone }) => ({
        step: name,
        kind: tone === "total" ? "scenario" : "measure",
        measure: measure === "coverage" ? "mean coverage" : "chance of the goal",
        from_pct: tone === "total" ? null : percentOf(from),
        to_pct: percentOf(to),
        change_points: tone === "total" ? null : percentOf(to - from),
      })),
    table: {
      columns: [
        { key: "name", label: language.say("column.lever"), numeric: false },
        {
          key: "label",
          label: language.say(measure === "coverage" ? "column.gain" : "column.gainChance"),
          numeric: true,
        },
      ],
      rows: steps.map(({ name, label }) => ({ name, label })),
    },
  };
}

/** The reference, what the scenario sets beside its levers, each lever by the size of its part, the scenario. */
function stepsOf(subject: Subject, attribution: Attribution, measure: Measure): BarRow[] {
  const { language, projection, reference } = subject;
  const assessment = assessmentOf(projection, attribution.goal)!;
  const start = attribution.without[measure];
  const end = start + attribution.total[measure];
  const before = referenceValue(subject, assessment, measure) ?? start;
  const value = (at: number) =>
    measure === "coverage" ? language.percent(at) : language.probability(at, assessment.monteCarloError);
  const total = (name: string, at: number): BarRow => ({
    name,
    label: value(at),
    from: at,
    to: at,
    tone: "total",
    fromText: "",
    toText: "",
  });
  let reached = before;
  const part = (name: string, size: number): BarRow => {
    const from = reached;
    reached += size;
    return {
      name,
      label: language.points(size),
      from,
      to: reached,
      tone: size < 0 ? "less" : "plain",
      fromText: "",
      toText: "",
    };
  };
  const bySize = [...attribution.levers].sort((a, b) => Math.abs(b[measure]) - Math.abs(a[measure]));
  const seen = bySize.filter((l) => Math.abs(l[measure]) >= noticeable.coverage);
  const unseen = bySize.filter((l) => Math.abs(l[measure]) < noticeable.coverage && l[measure] !== 0);
  const rest = unseen.reduce((sum, l) => sum + l[measure], 0);
  const others = start - before;
  return [
    total(language.local((before === start ? reference : reference).input.scenario.title), before),
    ...(Math.abs(others) >= noticeable.coverage ? [part(language.say("chart.waterfall.world"), others)] : []),
    ...seen.map((l) => part(leverName(subject, l.lever), l[measure])),
    ...(Math.abs(rest) >= noticeable.coverage / 10
      ? [
          part(
            unseen.length === 1
              ? leverName(subject, unseen[0]!.lever)
              : language.say("chart.waterfall.others", { n: unseen.length }),
            rest,
          ),
        ]
      : []),
    total(language.local(projection.input.scenario.title), end),
  ];
}

/** The reference's own value; null where it has none for this goal. */
function referenceValue({ reference }: Subject, { goal }: Assessment, measure: Measure): number | null {
  if (measure === "probability") return assessmentOf(reference, goal.id)?.probability ?? null;
  const year = reference.summary.years.indexOf(goal.year);
  return summaryOf(reference, goal.scheme)?.meanCoverage[year] ?? null;
}

function sentence(
  subject: Subject,
  { levers, total }: Attribution,
  measure: Measure,
  words: Readonly<Record<string, string | number>>,
): string {
  const { language } = subject;
  const [first] = [...levers].sort(
    (a, b) => b[measure] * Math.sign(total[measure]) - a[measure] * Math.sign(total[measure]),
  );
  const acting = levers.filter((l) => l[measure] !== 0).length;
  const way = total[measure] >= 0 ? "up" : "down";
  return language.say(`chart.waterfall.${measure}.${acting > 1 ? "many" : "one"}.${way}`, {
    ...words,
    gain: language.pointsSize(total[measure]),
    lever: first ? leverName(subject, first.lever) : "",
    part: language.pointsSize(first?.[measure] ?? 0),
  });
}
