import type { BaseReading } from "../domain.ts";
import { median } from "../numeric/statistics.ts";
import { dayNumber, yearOf, yearsBetween } from "./calendar.ts";
import { groupBy } from "./group-by.ts";
import { type Cell, settleReadings } from "./settle-readings.ts";
import type { Dated } from "./vintage.ts";

/** What readings of one regime are multiplied with to speak of today's definition. */
interface Link {
  readonly regime: string;
  readonly factor: number;
  /** The date nearest to today's regime on which both were read. */
  readonly date: string;
}

/** First and last day on which a regime was read. */
interface RegimeSpan {
  readonly regime: string;
  readonly first: string;
  readonly last: string;
}

/** A base read on one definition: today's readings as they are, older ones times their link. */
export interface LinkedCells {
  /** Today's regime; the one read last, where nothing on the workspace's own regime was known yet. */
  readonly regime: string;
  readonly cells: readonly (Cell & { readonly linked: boolean })[];
  readonly links: readonly Link[];
  readonly spans: readonly RegimeSpan[];
  /** Regimes that were never read within two years of any other: they cannot be linked and are left out. */
  readonly unlinked: readonly string[];
}

/** Readings of two regimes up to half a year apart can be linked; the base's own growth in that time is neglected. */
const LINK_DAYS = 183;

/** Where one regime follows another without overlap, growth bridges a gap of up to two years. */
const GAP_DAYS = 731;

/** Own growth is read over at least about a year, so that two rounded readings a month apart do not set it. */
const GROWTH_YEARS = 0.9;

/**
 * Dates of overlap that a link rests on, those next to today's regime. Two sources' ratio drifts over decades; what
 * matters is that the series does not jump where one takes over from the other.
 */
const LINK_DATES = 3;

/**
 * Puts all readings of a base on one definition.
 *
 * The factor of an older regime is the median ratio, today's over older, on the three dates nearest to the first
 * reading of today's regime on which both were read; without a common date, on the closest pair within six months;
 * where they follow each other within two years, the older is moved across the gap by its own last growth. A linked reading counts only in years in which today's definition was not read.
 */
export function linkRegimes(regime: string, readings: readonly Dated<BaseReading>[]): LinkedCells {
  const settled = new Map(
    [...groupBy(readings, ({ row }) => row.regime)].map(([name, rows]) => [name, settleReadings(rows)]),
  );
  const spans = [...settled].map(([name, cells]) => ({
    regime: name,
    first: cells[0].date,
    last: cells[cells.length - 1].date,
  }));
  const byLast = [...spans].sort((a, b) => (a.last < b.last ? 1 : a.last > b.last ? -1 : 0));
  const today = settled.has(regime) ? regime : (byLast[0]?.regime ?? regime);
  const cells = (settled.get(today) ?? []).map((cell) => ({ ...cell, linked: false }));
  const links: Link[] = [];
  const waiting = byLast.map((span) => span.regime).filter((name) => name !== today);
  for (let i = 0; i < waiting.length; ) {
    const older = settled.get(waiting[i])!;
    const link = linkTo(cells, older);
    if (link === null) {
      i++;
      continue;
    }
    const known = new Set(cells.map(({ date }) => yearOf(date)));
    cells.push(
      ...older
        .filter(({ date }) => date < cells[0].date || !known.has(yearOf(date)))
        .map(({ date, persons }) => ({ date, persons: persons * link.factor, linked: true })),
    );
    cells.sort((a, b) => (a.date < b.date ? -1 : 1));
    links.push({ regime: waiting[i], ...link });
    waiting.splice(i, 1);
    i = 0;
  }
  return { regime: today, cells, links, spans, unlinked: waiting };
}

function linkTo(newer: readonly Cell[], older: readonly Cell[]): Omit<Link, "regime"> | null {
  const pairs = newer.flatMap((a) =>
    older.map((b) => ({ a, b, apart: Math.abs(dayNumber(a.date) - dayNumber(b.date)) })),
  );
  const closest = Math.min(...pairs.map(({ apart }) => apart));
  if (closest > GAP_DAYS) return null;
  if (closest > LINK_DAYS) return acrossGap(newer[0], older);
  const used = pairs
    .filter(({ apart }) => apart === closest)
    .sort((x, y) => (x.a.date < y.a.date ? -1 : 1))
    .slice(0, LINK_DATES);
  return { factor: median(used.map(({ a, b }) => a.persons / b.persons)), date: used[0].b.date };
}

function acrossGap(newer: Cell, older: readonly Cell[]): Omit<Link, "regime"> | null {
  const last = older[older.length - 1];
  if (last.date > newer.date) return null;
  const before = older.filter(({ date }) => yearsBetween(date, last.date) >= GROWTH_YEARS).at(-1);
  const growth = before ? Math.log(last.persons / before.persons) / yearsBetween(before.date, last.date) : 0;
  const moved = last.persons * Math.exp(growth * yearsBetween(last.date, newer.date));
  return { factor: newer.persons / moved, date: last.date };
}
