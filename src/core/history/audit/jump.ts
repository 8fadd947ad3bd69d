import type { Finding } from "../../domain.ts";
import { median, medianAbsoluteDeviation } from "../../numeric/statistics.ts";
import { say } from "../say.ts";
import type { AuditRule } from "./rule.ts";

/** Robust z beyond which a change is told (Iglewicz and Hoaglin 1993, modified z-scores). */
const LIMIT = 3.5;

/** Makes the median absolute deviation of normal data its standard deviation. */
const MAD_TO_SD = 1.4826;

/** Fewer changes than this show no spread of their own. */
const LEAST_CHANGES = 5;

/**
 * Finds changes of coverage a year that lie beyond the history's own spread: more than 3.5 robust standard deviations
 * from the median change, and larger than the rounding of both ends.
 */
export const jump: AuditRule = ({ workspace, data, built }) =>
  workspace.schemes.flatMap((scheme) => {
    const points = built.histories.find((history) => history.scheme === scheme.id)?.points ?? [];
    const changes = points.slice(1).map((to, i) => {
      const from = points[i];
      const years = to.year - from.year;
      return { from, to, a: (to.coverage - from.coverage) / years, rounding: (to.rounding + from.rounding) / years };
    });
    if (changes.length < LEAST_CHANGES) return [];
    const rates = changes.map(({ a }) => a);
    const middle = median(rates);
    const spread = MAD_TO_SD * medianAbsoluteDeviation(rates);
    return changes.flatMap(({ from, to, a, rounding }): Finding[] => {
      const off = Math.abs(a - middle);
      if (off <= LIMIT * spread || off <= rounding) return [];
      return [
        {
          code: "audit/jump",
          severity: "note",
          message: say(
            (w) =>
              `${w.name(scheme)}: coverage moved by ${w.points(a)} a year from ${from.year} to ${to.year}, where ${w.points(middle)} are usual: a break, a campaign or a wrong figure`,
            (w) =>
              `${w.name(scheme)}: tỷ lệ thay đổi ${w.points(a)} mỗi năm từ ${from.year} đến ${to.year}, trong khi thường là ${w.points(middle)} mỗi năm: có thể do thay đổi chính sách, chiến dịch hoặc số sai`,
          ),
          place: data.observations[to.used[0]]?.place ?? null,
          scheme: scheme.id,
          date: `${to.year}-12-31`,
        },
      ];
    });
  });
