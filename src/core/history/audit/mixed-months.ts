import { median } from "../../numeric/statistics.ts";
import { isYearEnd } from "../../units.ts";
import { yearsBetween } from "../calendar.ts";
import { groupBy } from "../group-by.ts";
import { interpolateLog } from "../interpolate.ts";
import { counted, say } from "../say.ts";
import { type AuditRule, factsOf, findingAt } from "./rule.ts";

/** Readings between year ends that many years apart at most are held against the line between them. */
const APART_YEARS = 2.01;

/** Departures below 1 % are rounding. */
const NOTABLE = 0.01;

/**
 * Tells, scheme by scheme, how far readings of other months lie from the line between the year ends around them (on
 * the logarithm of participants): they are another quantity, so they feed no history.
 */
export const mixedMonths: AuditRule = (context) =>
  context.workspace.schemes.flatMap((scheme) => {
    const yearEnds = (context.built.histories.find((history) => history.scheme === scheme.id)?.points ?? []).map(
      ({ year, participants }) => ({ date: `${year}-12-31`, persons: participants }),
    );
    const departures = factsOf(context, scheme).flatMap((figure) => {
      const { date, participants } = figure.row;
      if (participants === null || isYearEnd(date)) return [];
      const before = yearEnds.filter((end) => end.date < date).at(-1);
      const after = yearEnds.find((end) => end.date > date);
      if (!before || !after || yearsBetween(before.date, after.date) > APART_YEARS) return [];
      return [
        { figure, month: Number(date.slice(5, 7)), off: participants / interpolateLog([before, after], date)! - 1 },
      ];
    });
    if (departures.length === 0) return [];
    const middle = median(departures.map(({ off }) => off));
    const lowest = departures.reduce((a, b) => (b.off < a.off ? b : a));
    if (Math.abs(middle) < NOTABLE && lowest.off > -NOTABLE) return [];
    const months = [...groupBy(departures, ({ month }) => month)]
      .map(([month, same]) => ({ month, off: median(same.map(({ off }) => off)) }))
      .sort((a, b) => b.off - a.off);
    const [peak, trough] = [months[0], months[months.length - 1]];
    return [
      findingAt(
        departures[0].figure,
        "audit/mixed-months",
        "note",
        say(
          (w) =>
            `${w.name(scheme)}: ${counted(departures.length, "reading")} of other months lie ${w.percent(middle, 1)} off the line between year ends (median), lowest ${w.percent(lowest.off, 1)} on ${lowest.figure.row.date}; by month, highest ${w.month(peak.month)} (${w.percent(peak.off, 1)}), lowest ${w.month(trough.month)} (${w.percent(trough.off, 1)})${middle < 0 ? ": year ends are peaks, so" : ":"} other months stay out of the history`,
          (w) =>
            `${w.name(scheme)}: ${departures.length} số liệu các tháng khác lệch ${w.percent(middle, 1)} so với đường nối các cuối năm (trung vị), thấp nhất ${w.percent(lowest.off, 1)} ngày ${lowest.figure.row.date}; theo tháng, cao nhất ${w.month(peak.month)} (${w.percent(peak.off, 1)}), thấp nhất ${w.month(trough.month)} (${w.percent(trough.off, 1)})${middle < 0 ? ": cuối năm là đỉnh, nên" : ":"} các tháng khác không vào lịch sử`,
        ),
      ),
    ];
  });
