import type { Finding, Goal, LocalText, Scheme } from "../../domain.ts";
import { groupBy } from "../group-by.ts";
import { say, type Words, yearRuns } from "../say.ts";
import { type AuditContext, type AuditRule, basesAt } from "./rule.ts";

/** Relative difference beyond which two numbers of people are not one number printed twice. */
const MOVED = 0.02;

/** Relative difference beyond which a number of people cannot be the percentage on any base of the time. */
const ANOTHER_GOAL = 0.25;

/** The different goals of one scheme and year, smallest first. */
interface YearGoals {
  readonly year: number;
  readonly shares: readonly Goal[];
  readonly people: readonly Goal[];
}

/**
 * Finds goals that move and goals that differ.
 *
 * `audit/goal-base-moved`: the percentages of a year stated as numbers of people further apart than the percentages, or
 * as a number that is not that percentage of today's base. `audit/goal-rivals`: several percentages for one year, or
 * people that are another goal altogether.
 */
export const goals: AuditRule = (context) =>
  context.workspace.schemes.flatMap((scheme) => {
    const years = [
      ...groupBy(
        context.data.goals.filter((goal) => goal.scheme === scheme.id),
        ({ year }) => year,
      ),
    ]
      .map(
        ([year, same]): YearGoals => ({
          year,
          shares: distinct(same.filter(({ measure }) => measure === "coverage")),
          people: distinct(same.filter(({ measure }) => measure === "participants")),
        }),
      )
      .sort((a, b) => a.year - b.year);
    return [...statedTwice(scheme, years), ...onAnotherBase(context, scheme, years), ...rivals(scheme, years)];
  });

function statedTwice(scheme: Scheme, years: readonly YearGoals[]): Finding[] {
  return years.filter(apart).map(({ year, shares, people }) => {
    const [least, most] = [people[0], people[people.length - 1]];
    return finding(
      most,
      "audit/goal-base-moved",
      say(
        (w) =>
          `${w.name(scheme)} ${year}: ${percentages(w, shares)} is stated as ${w.people(most.value)} (${most.instrument}) and as ${w.people(least.value)} (${least.instrument}): the base moved between the two, not the goal`,
        (w) =>
          `${w.name(scheme)} ${year}: ${percentages(w, shares)} được nêu là ${w.people(most.value)} (${most.instrument}) và ${w.people(least.value)} (${least.instrument}): mẫu số đã đổi giữa hai lần, không phải mục tiêu`,
      ),
    );
  });
}

function apart({ shares, people }: YearGoals): boolean {
  if (shares.length === 0 || people.length < 2) return false;
  return spread(people) > MOVED + spread(shares);
}

function onAnotherBase(context: AuditContext, scheme: Scheme, years: readonly YearGoals[]): Finding[] {
  const off = years.flatMap((goals) => {
    const [base] = basesAt(context, scheme, `${goals.year}-12-31`);
    if (base === undefined || goals.shares.length === 0 || goals.people.length === 0 || apart(goals)) return [];
    const taken = goals.shares
      .map(({ value }) => goals.people[0].value / value)
      .reduce((a, b) => (Math.abs(Math.log(b / base)) < Math.abs(Math.log(a / base)) ? b : a));
    const distance = Math.abs(Math.log(taken / base));
    return distance > MOVED ? [{ ...goals, base, taken, distance }] : [];
  });
  const moved = off.filter(({ distance }) => distance <= ANOTHER_GOAL);
  const found: Finding[] = [];
  const last = moved.at(-1);
  if (last) {
    const [goal] = last.people;
    found.push(
      finding(
        goal,
        "audit/goal-base-moved",
        say(
          (w) =>
            `${w.name(scheme)}: goals in people for ${yearRuns(moved.map(({ year }) => year))} stand on another base than today's, or are goals of their own; in ${last.year} ${w.people(goal.value)} (${goal.instrument}) as ${percentages(w, last.shares)} takes it to be ${w.people(last.taken)}, where it is ${w.people(last.base)}`,
          (w) =>
            `${w.name(scheme)}: mục tiêu theo số người cho ${yearRuns(moved.map(({ year }) => year))} dựa trên mẫu số khác hiện nay, hoặc là mục tiêu riêng; năm ${last.year}, ${w.people(goal.value)} (${goal.instrument}) ứng với ${percentages(w, last.shares)} lấy mẫu số là ${w.people(last.taken)}, trong khi thực tế là ${w.people(last.base)}`,
        ),
      ),
    );
  }
  for (const { year, shares, people, base, distance } of off)
    if (distance > ANOTHER_GOAL)
      found.push(
        finding(
          people[0],
          "audit/goal-rivals",
          say(
            (w) =>
              `${w.name(scheme)} ${year}: ${w.people(people[0].value)} (${people[0].instrument}) is ${w.percent(people[0].value / base, 1)} of the base, another goal than ${percentages(w, shares)}`,
            (w) =>
              `${w.name(scheme)} ${year}: ${w.people(people[0].value)} (${people[0].instrument}) bằng ${w.percent(people[0].value / base, 1)} mẫu số, là mục tiêu khác với ${percentages(w, shares)}`,
          ),
          "note",
        ),
      );
  return found;
}

function rivals(scheme: Scheme, years: readonly YearGoals[]): Finding[] {
  const several = years.filter(({ shares }) => shares.length > 1);
  const last = several.at(-1);
  if (!last) return [];
  const named = (w: Words) => w.list(last.shares.map((goal) => `${w.percent(goal.value)} (${goal.instrument})`));
  const runs = yearRuns(several.map(({ year }) => year));
  return [
    finding(
      last.shares[0],
      "audit/goal-rivals",
      say(
        (w) => `${w.name(scheme)}: different goals stand for ${runs}, for ${last.year} ${named(w)}`,
        (w) => `${w.name(scheme)}: có nhiều mục tiêu khác nhau cho ${runs}, cho ${last.year} là ${named(w)}`,
      ),
      "note",
    ),
  ];
}

/** Returns one goal for each value, smallest first. */
function distinct(same: readonly Goal[]): Goal[] {
  return [...groupBy(same, ({ value }) => value).values()].map(([first]) => first).sort((a, b) => a.value - b.value);
}

function spread(sorted: readonly Goal[]): number {
  return Math.log(sorted[sorted.length - 1].value / sorted[0].value);
}

function percentages(w: Words, shares: readonly Goal[]): string {
  return w.list(shares.map(({ value }) => w.percent(value)));
}

function finding(goal: Goal, code: string, message: LocalText, severity: Finding["severity"] = "warning"): Finding {
  return { code, severity, message, place: goal.place ?? null, scheme: goal.scheme, date: `${goal.year}-12-31` };
}
