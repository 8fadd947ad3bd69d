import type { Goal, HistoryPoint, Observation } from "../../core/domain.ts";
import { goalValue } from "../goal-text.ts";
import { goalAsCoverage, originOf, quantile, readingsOf, type Subject, schemeOf } from "../subject.ts";
import { type AxisRange, axisRange } from "./axis-range.ts";
import type { Row } from "./chart.ts";
import { fanEvents } from "./fan-events.ts";
import { spreadLabels } from "./spread-labels.ts";

/** Years of history drawn; earlier readings stand in the table. */
const yearsShown = 15;
/** Futures above this share are near full coverage; readings this far below them still fit on their axis. */
const nearFull = 0.75;
const zoomReach = 0.1;
/** Least distance of two labels as a share of the chart's height: 14 of 230 pixels. */
const labelGap = 14 / 230;
/** Years that a goal's label is wide in a chart of half the page: goals of plans five years apart stay clear of each other. */
const labelYears = 5;

/** Goals closer together than this part of the axis are one mark to the eye. */
const alike = 0.02;

/** Shares closer together than this look like one point. */
const visible = 0.001;

/** Everything particular of one scheme's fan chart. */
export interface FanData {
  readonly title: string;
  readonly base: string;
  readonly firstYear: number;
  readonly axis: AxisRange;
  readonly datasets: Readonly<Record<string, readonly Row[]>>;
}

/** Gathers the rows that the marks of a fan chart are made from; shares are fractions. */
export function fanData(subject: Subject, scheme: string): FanData {
  const { projection, reference, language } = subject;
  const input = schemeOf(projection, scheme);
  const years = projection.summary.years;
  const { fitted, later } = readingsOf(subject, scheme);
  const futures = futureRows(subject, scheme, fitted.at(-1));
  const shown = shownReadings(fitted, originOf(projection), Math.min(...futures.map((f) => f.p025 as number)));
  const recent = shown.readings;
  const firstYear = recent[0]?.year ?? years[0]! - 1;
  const rivals = recent.flatMap((point) => rivalShares(subject, point));
  const goals = projection.assessments
    .filter((a) => a.goal.scheme === scheme && a.goal.year >= firstYear && isShown(subject, a.goal))
    .map((a) => ({ goal: a.goal, value: goalAsCoverage(projection, a.goal) }))
    .filter((g): g is { goal: Goal; value: number } => g.value !== null);

  const axis = axisRange(
    [
      ...recent.map((p) => p.coverage),
      ...later.map((p) => p.coverage),
      ...futures.flatMap((f) => [f.p025 as number, f.p975 as number]),
      ...goals.filter((g) => g.goal.year >= years[0]!).map((g) => g.value),
    ],
    !shown.zoomed,
  );
  const shownGoals = goals.filter((g) => g.value >= axis.min && g.value <= axis.max);
  const span = axis.max - axis.min;
  const lastReading = recent.at(-1);
  const differs = projection.input.scenario.id !== reference.input.scenario.id;

  return {
    title: input ? language.local(input.title) : scheme,
    base: input?.base ?? "",
    firstYear,
    axis,
    datasets: {
      readings: [
        ...recent.map((p) => ({ year: p.year, coverage: p.coverage, status: p.status as string })),
        ...later.map((p) => ({ year: p.year, coverage: p.coverage, status: "later" })),
      ],
      segments: segments(recent),
      rivals: rivals.filter((r) => (r.coverage as number) >= axis.min && (r.coverage as number) <= axis.max),
      futures,
      reference: differs
        ? [lastReading ? { year: lastReading.year, median: lastReading.coverage } : null, ...medians(subject, scheme)]
            .filter((row) => row !== null)
            .filter((row) => row.median !== null)
        : [],
      ...pinRows(subject, scheme),
      ...goalRows(subject, scheme, shownGoals, span),
      origin: lastReading ? [{ year: lastReading.year, label: language.say("chart.fan.origin") }] : [],
      ends: endLabels(subject, scheme, axis),
      events: fanEvents(subject, scheme, firstYear, years.at(-1)!),
      readouts: [...readingReadouts(subject, [...recent, ...later]), ...futureReadouts(subject, scheme, later)],
    },
  };
}

/**
 * Picks the readings drawn. A scheme whose futures all lie near full coverage gets an axis of its own, and then only
 * the latest readings that lie near them too, since older ones would flatten all that happens.
 */
function shownReadings(fitted: readonly HistoryPoint[], origin: number, lowest: number) {
  const recent = fitted.filter((p) => p.year >= origin - yearsShown);
  if (lowest < nearFull) return { readings: recent, zoomed: false };
  const last = recent.map((p) => p.coverage < lowest - zoomReach).lastIndexOf(true);
  return { readings: recent.slice(last + 1), zoomed: true };
}

/** A chart marks the goals that lead the report; for a scheme without one, those still ahead. The table has them all. */
function isShown(subject: Subject, goal: Goal): boolean {
  const leads = (g: Goal) => subject.run.headlineGoals.includes(g.id);
  if (subject.projection.input.goals.some((g) => g.scheme === goal.scheme && leads(g))) return leads(goal);
  return goal.year >= subject.projection.summary.years[0]!;
}

function futureRows(subject: Subject, scheme: string, last: HistoryPoint | undefined): Row[] {
  const { projection } = subject;
  const at = (level: number, year: number) => quantile(projection, scheme, "coverage", level, year);
  const rows: Row[] = projection.summary.years.map((year) => ({
    year,
    p025: at(0.025, year),
    p10: at(0.1, year),
    p25: at(0.25, year),
    p50: at(0.5, year),
    p75: at(0.75, year),
    p90: at(0.9, year),
    p975: at(0.975, year),
  }));
  if (last === undefined) return rows;
  const start = last.coverage;
  const origin = { p025: start, p10: start, p25: start, p50: start, p75: start, p90: start, p975: start };
  return [{ year: last.year, ...origin }, ...rows];
}

/** Middle futures of the variants that a reader has pinned, with a letter for each, further left the later its letter. */
function pinRows(subject: Subject, scheme: string): { pins: Row[]; pinLabels: Row[] } {
  const { years } = subject.projection.summary;
  const lines = (subject.live?.pins ?? []).map(({ letter, projection }, i) => ({
    letter,
    labelYear: years[Math.max(0, years.length - 2 - i)],
    rows: years.map((year) => ({ letter, year, median: quantile(projection, scheme, "coverage", 0.5, year) })),
  }));
  return {
    pins: lines.flatMap(({ rows }) => rows),
    pinLabels: lines.flatMap(({ rows, labelYear }) => rows.filter(({ year }) => year === labelYear)),
  };
}

function medians(subject: Subject, scheme: string) {
  return subject.projection.summary.years.map((year) => ({
    year,
    median: quantile(subject.reference, scheme, "coverage", 0.5, year),
  }));
}

/** Lines between neighbouring years only: a gap in the history stays a gap in the picture. */
function segments(points: readonly HistoryPoint[]): Row[] {
  return points.slice(1).flatMap((point, i) => {
    const before = points[i]!;
    if (point.year - before.year !== 1) return [];
    return [{ year: before.year, year2: point.year, coverage: before.coverage, coverage2: point.coverage }];
  });
}

/** Rival figures that the eye can tell from the reading and from each other; the table of data has them all. */
function rivalShares(subject: Subject, point: HistoryPoint): Row[] {
  const known = [point.coverage];
  return point.rivals
    .map((index): Observation | undefined => subject.run.data.observations[index])
    .map((o) => o?.coverage ?? (o?.participants ? o.participants / point.base : null))
    .filter((coverage): coverage is number => {
      if (coverage === null || known.some((other) => Math.abs(other - coverage) < visible)) return false;
      known.push(coverage);
      return true;
    })
    .map((coverage) => ({ year: point.year, coverage }));
}

/** Marks of goals, and one label for the goals of a year: above them, or below where all of them are passed. */
function goalRows(
  subject: Subject,
  scheme: string,
  goals: readonly { goal: Goal; value: number }[],
  span: number,
): { goals: Row[]; goalLabels: Row[] } {
  const { projection, language } = subject;
  const read = schemeOf(projection, scheme)?.history.points.at(-1)?.year ?? Number.NEGATIVE_INFINITY;
  const ahead = (year: number) => year >= projection.summary.years[0]! && year > read;
  const median = (year: number) => quantile(projection, scheme, "coverage", 0.5, year);
  const marks = goals.map(({ goal: { year }, value }) => ({
    year,
    value,
    median: median(year) ?? value,
    from: year - 0.55,
    to: year + 0.55,
  }));
  const years = [...new Set(goals.map((g) => g.goal.year))].filter(ahead);
  const labels = years.map((year) => {
    const sorted = goals.filter((g) => g.goal.year === year).sort((a, b) => a.value - b.value);
    const [lowest, highest] = [sorted[0]!.value, sorted.at(-1)!.value];
    const above = highest >= (median(year) ?? 0);
    // A count that comes to a share which is a goal too is told by the share.
    const isTold = (g: (typeof sorted)[number]) =>
      g.goal.measure === "coverage" ||
      !sorted.some((o) => o.goal.measure === "coverage" && Math.abs(o.value - g.value) < alike * span);
    const values = [...new Set(sorted.filter(isTold).map((g) => goalValue(language, g.goal)))];
    return {
      year,
      away: above ? 1 : -1,
      at: (above ? highest : lowest) + (above ? 1 : -1) * labelGap * 0.75 * span,
      label: language.say("goal.short", { value: values.join(" · ") }),
    };
  });
  return { goals: marks, goalLabels: apart(labels, labelGap * span).map(({ away: _, ...label }) => label) };
}

/** Moves labels of goals a few years apart away from each other, those above their goals up and those below down. */
function apart<L extends { year: number; at: number; away: number }>(labels: readonly L[], gap: number): L[] {
  const placed: L[] = [];
  for (const label of [...labels].sort((a, b) => a.away * a.at - b.away * b.at)) {
    const beside = placed.filter((p) => p.away === label.away && Math.abs(p.year - label.year) < labelYears);
    const least = Math.max(...beside.map((p) => p.away * p.at + gap));
    placed.push({ ...label, at: label.away * Math.max(label.away * label.at, least) });
  }
  return placed.sort((a, b) => a.year - b.year);
}

function endLabels(subject: Subject, scheme: string, axis: AxisRange): Row[] {
  const { projection, language } = subject;
  const last = projection.summary.years.at(-1)!;
  const kinds = [
    ["low", 0.1],
    ["median", 0.5],
    ["high", 0.9],
  ] as const;
  const labels = kinds.flatMap(([kind, level]) => {
    const value = quantile(projection, scheme, "coverage", level, last);
    return value === null ? [] : [{ kind, value }];
  });
  const span = axis.max - axis.min;
  const placed = spreadLabels(
    labels.map((l) => l.value),
    labelGap * span,
    axis.min,
    axis.max,
  );
  return labels.map((l, i) => ({ kind: l.kind, at: placed[i]!, label: language.percent(l.value) }));
}

function readingReadouts(subject: Subject, points: readonly HistoryPoint[]): Row[] {
  const { language } = subject;
  return points.map((p) => ({
    year: p.year,
    text: language.say("chart.fan.readoutPast", {
      year: p.year,
      value: language.percent(p.coverage),
      status: language.say(`status.${p.status}`),
    }),
  }));
}

function futureReadouts(subject: Subject, scheme: string, later: readonly HistoryPoint[]): Row[] {
  const { projection, language } = subject;
  const known = new Set(later.map((p) => p.year));
  return projection.summary.years
    .filter((year) => !known.has(year))
    .map((year) => ({
      year,
      text: language.say("chart.fan.readout", {
        year,
        median: language.percent(quantile(projection, scheme, "coverage", 0.5, year) ?? Number.NaN),
        range: language.percentRange(
          quantile(projection, scheme, "coverage", 0.1, year) ?? Number.NaN,
          quantile(projection, scheme, "coverage", 0.9, year) ?? Number.NaN,
        ),
      }),
    }));
}
