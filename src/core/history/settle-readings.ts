import type { BaseReading } from "../domain.ts";
import { median } from "../numeric/statistics.ts";
import { dayNumber } from "./calendar.ts";
import { groupBy } from "./group-by.ts";
import { STATUS_ORDER } from "./prefer.ts";
import type { Dated } from "./vintage.ts";

/** One settled value of a base on one day, in persons. */
export interface Cell {
  readonly date: string;
  readonly persons: number;
}

/** Readings within half a year either side are held against each other: a base moves by well under 1 % in that time. */
const NEIGHBOUR_DAYS = 183;

/**
 * Relative distance from its neighbours' median at which a reading is set aside. Most readings are a printed count
 * divided by a printed rate; three digits each leave a third of a percent, and 1 % is three times that.
 */
const SET_ASIDE = 0.01;

/**
 * Settles the readings of one regime of a base to one value a day, dates ascending.
 *
 * A reading that is not `actual` is set aside when it lies more than 1 % from the median of at least three readings
 * within half a year. Of the rest, the best status on a day counts; several of like status give their median.
 */
export function settleReadings(readings: readonly Dated<BaseReading>[]): Cell[] {
  const byDate = groupBy(
    readings.filter((reading) => !isSetAside(reading, readings)),
    ({ row }) => row.date,
  );
  return [...byDate]
    .map(([date, same]) => {
      const best = Math.min(...same.map(({ row }) => STATUS_ORDER.indexOf(row.status)));
      const alike = same.filter(({ row }) => STATUS_ORDER.indexOf(row.status) === best);
      return { date, persons: median(alike.map(({ row }) => row.persons)) };
    })
    .sort((a, b) => (a.date < b.date ? -1 : 1));
}

function isSetAside({ row }: Dated<BaseReading>, readings: readonly Dated<BaseReading>[]): boolean {
  if (row.status === "actual") return false;
  const day = dayNumber(row.date);
  const near = readings.filter((other) => Math.abs(dayNumber(other.row.date) - day) <= NEIGHBOUR_DAYS);
  if (near.length < 3) return false;
  return Math.abs(Math.log(row.persons / median(near.map((other) => other.row.persons)))) > SET_ASIDE;
}
