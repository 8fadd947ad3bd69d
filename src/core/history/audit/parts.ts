import type { Finding, HistoryPoint } from "../../domain.ts";
import { say } from "../say.ts";
import type { AuditContext, AuditRule } from "./rule.ts";

/** Share of a total by which its parts may miss it before it is told: below that lies what rounding leaves. */
const TOLERANCE = 0.005;

/** Finds totals that are not the sum of their parts, and schemes with more people than the scheme that holds them. */
export const parts: AuditRule = (context) => [...sums(context), ...wholes(context)];

function sums(context: AuditContext): Finding[] {
  return context.workspace.schemes
    .filter(({ sumOf }) => sumOf.length > 0)
    .flatMap((total) =>
      pointsOf(context, total.id).flatMap((whole): Finding[] => {
        const known = total.sumOf.map((id) => pointsOf(context, id).find(({ year }) => year === whole.year));
        if (known.some((part) => part === undefined)) return [];
        const sum = known.reduce((people, part) => people + part!.participants, 0);
        const rounding = [whole, ...known].reduce((people, point) => people + point!.rounding * point!.base, 0);
        if (Math.abs(sum - whole.participants) <= TOLERANCE * whole.participants + rounding) return [];
        return [
          {
            code: "audit/sum-of-parts",
            severity: "warning",
            message: say(
              (w) =>
                `${w.name(total)}: ${w.people(whole.participants)} at the end of ${whole.year}, but its parts make ${w.people(sum)}`,
              (w) =>
                `${w.name(total)}: cuối năm ${whole.year} là ${w.people(whole.participants)}, nhưng tổng các phần là ${w.people(sum)}`,
            ),
            place: placeOf(context, whole),
            scheme: total.id,
            date: `${whole.year}-12-31`,
          },
        ];
      }),
    );
}

function wholes(context: AuditContext): Finding[] {
  return context.workspace.schemes.flatMap((inner) => {
    const outer = context.workspace.schemes.find(({ id }) => id === inner.within);
    if (!outer) return [];
    return pointsOf(context, inner.id).flatMap((point): Finding[] => {
      const whole = pointsOf(context, outer.id).find(({ year }) => year === point.year);
      if (
        !whole ||
        point.participants - point.rounding * point.base <= whole.participants + whole.rounding * whole.base
      )
        return [];
      return [
        {
          code: "audit/part-above-whole",
          severity: "error",
          message: say(
            (w) =>
              `${w.name(inner)}: ${w.people(point.participants)} at the end of ${point.year} are more than the ${w.people(whole.participants)} of ${w.name(outer)}, which holds it`,
            (w) =>
              `${w.name(inner)}: cuối năm ${point.year} có ${w.people(point.participants)}, nhiều hơn ${w.people(whole.participants)} của ${w.name(outer)} chứa nó`,
          ),
          place: placeOf(context, point),
          scheme: inner.id,
          date: `${point.year}-12-31`,
        },
      ];
    });
  });
}

function pointsOf({ built }: AuditContext, scheme: string): readonly HistoryPoint[] {
  return built.histories.find((history) => history.scheme === scheme)?.points ?? [];
}

function placeOf({ data }: AuditContext, point: HistoryPoint): Finding["place"] {
  return data.observations[point.used[0]]?.place ?? null;
}
