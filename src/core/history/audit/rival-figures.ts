import type { Observation } from "../../domain.ts";
import { dayNumber } from "../calendar.ts";
import { agrees, impliedBase } from "../measured-on.ts";
import type { Quantity } from "../prefer.ts";
import { say, type Words } from "../say.ts";
import type { Dated } from "../vintage.ts";
import { type AuditRule, factsOf, findingAt } from "./rule.ts";

/** Finds actual figures of one scheme, at most a day apart, that disagree beyond rounding: one finding a date. */
export const rivalFigures: AuditRule = (context) =>
  context.workspace.schemes.flatMap((scheme) =>
    clusters(factsOf(context, scheme).filter(({ row }) => row.status === "actual")).flatMap((cluster) => {
      const rates = atOdds(cluster, "coverage");
      const counts = atOdds(cluster, "participants");
      const odd = [...new Set([...rates, ...counts])].sort((a, b) => a.index - b.index);
      if (odd.length === 0) return [];
      const listed = (w: Words) =>
        w.list([
          ...rates.map(({ row }) => `${w.percent(row.coverage!)} [${row.sources.join("+")}]`),
          ...counts.map(({ row }) => `${w.people(row.participants!)} [${row.sources.join("+")}]`),
        ]);
      const days = [...new Set(odd.map(({ row }) => row.date))].sort().join("/");
      return [
        findingAt(
          odd[0],
          "audit/rival-figures",
          "warning",
          say(
            (w) => `${w.name(scheme)}: actual figures for ${days} disagree beyond rounding: ${listed(w)}`,
            (w) => `${w.name(scheme)}: các số thực tế ngày ${days} khác nhau vượt sai số làm tròn: ${listed(w)}`,
          ),
        ),
      ];
    }),
  );

function clusters(figures: readonly Dated<Observation>[]): Dated<Observation>[][] {
  const found: Dated<Observation>[][] = [];
  for (const figure of figures) {
    const cluster = found.at(-1);
    const last = cluster?.at(-1);
    if (cluster && last && dayNumber(figure.row.date) - dayNumber(last.row.date) <= 1) cluster.push(figure);
    else found.push([figure]);
  }
  return found.filter((cluster) => cluster.length > 1);
}

/** Returns one figure for each value that has a rival, in the order of the file. */
function atOdds(cluster: readonly Dated<Observation>[], quantity: Quantity): Dated<Observation>[] {
  const rivals = cluster.filter((a) => cluster.some((b) => disagree(a.row, b.row, quantity)));
  return rivals.filter((a, i) => rivals.findIndex((b) => b.row[quantity] === a.row[quantity]) === i);
}

/** Two prints disagree when they differ by a unit of the coarser one's last digit, so that neither rounds or cuts the other. */
function disagree(a: Observation, b: Observation, quantity: Quantity): boolean {
  const rounding = quantity === "participants" ? "participantsRounding" : "coverageRounding";
  if (a[quantity] === null || b[quantity] === null) return false;
  const unit = 2 * Math.max(a[rounding], b[rounding]);
  if (Math.abs(a[quantity] - b[quantity]) < unit * (1 - 1e-9) || a[quantity] === b[quantity]) return false;
  return quantity === "participants" || (a.base === b.base && !onTwoBases(a, b));
}

/** Rates on two bases are told as a jump of the base. */
function onTwoBases(a: Observation, b: Observation): boolean {
  const [first, second] = [impliedBase(a, a), impliedBase(b, b)];
  if (!first || !second) return false;
  return !agrees(first, second.value) && Math.abs(Math.log(first.value / second.value)) > 0.02;
}
