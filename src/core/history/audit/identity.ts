import type { Finding, Observation, Scheme } from "../../domain.ts";
import { agrees, impliedBase } from "../measured-on.ts";
import { counted, say } from "../say.ts";
import type { Dated } from "../vintage.ts";
import { type AuditContext, type AuditRule, basesAt, factsOf, findingAt } from "./rule.ts";

/**
 * Holds participants = coverage x base against the base that was read, beyond rounding and 1 %: one finding a scheme
 * with the worst case. More participants than there are people in any base of the time is an error.
 */
export const identity: AuditRule = (context) =>
  context.workspace.schemes.flatMap((scheme) => [...aboveBase(context, scheme), ...contradictions(context, scheme)]);

function aboveBase(context: AuditContext, scheme: Scheme): Finding[] {
  return factsOf(context, scheme).flatMap((figure) => {
    const { participants, participantsRounding, date } = figure.row;
    const base = Math.max(...basesAt(context, scheme, date));
    if (participants === null || !Number.isFinite(base) || participants - participantsRounding <= base) return [];
    return [
      findingAt(
        figure,
        "audit/participants-above-base",
        "error",
        say(
          (w) =>
            `${w.name(scheme)}: ${w.people(participants)} participants on ${date} are more than the ${w.people(base)} of "${scheme.base}"`,
          (w) =>
            `${w.name(scheme)}: ${w.people(participants)} người tham gia ngày ${date}, nhiều hơn ${w.people(base)} của "${scheme.base}"`,
        ),
      ),
    ];
  });
}

function contradictions(context: AuditContext, scheme: Scheme): Finding[] {
  const broken = factsOf(context, scheme).flatMap((figure) => {
    const implied = figure.row.base === scheme.base ? impliedBase(figure.row, figure.row) : null;
    const bases = implied ? basesAt(context, scheme, figure.row.date) : [];
    if (!implied || bases.length === 0 || bases.some((base) => agrees(implied, base))) return [];
    const off = (base: number) => Math.abs(Math.log(implied.value / base));
    const base = bases.reduce((best, one) => (off(one) < off(best) ? one : best));
    return [{ figure, implied: implied.value, base, off: off(base) }];
  });
  if (broken.length === 0) return [];
  const worst = broken.reduce((a, b) => (b.off > a.off ? b : a));
  const dates = broken.map(({ figure }) => figure.row.date);
  return [
    findingAt(
      worst.figure,
      "audit/identity",
      "warning",
      say(
        (w) =>
          `${w.name(scheme)}: in ${counted(broken.length, "figure")} (${w.list([...new Set(dates)])}) coverage x base contradicts participants beyond rounding; worst ${cited(worst.figure, w)}: implied base ${w.people(worst.implied)}, read ${w.people(worst.base)}`,
        (w) =>
          `${w.name(scheme)}: trong ${broken.length} số liệu (${w.list([...new Set(dates)])}) tỷ lệ x mẫu số trái với số người, vượt sai số làm tròn; nặng nhất ${cited(worst.figure, w)}: mẫu số suy ra ${w.people(worst.implied)}, đọc được ${w.people(worst.base)}`,
      ),
    ),
  ];
}

function cited(
  { row }: Dated<Observation>,
  w: { people: (n: number) => string; percent: (x: number) => string },
): string {
  return `${row.date} ${w.people(row.participants!)} / ${w.percent(row.coverage!)} [${row.sources.join("+")}]`;
}
