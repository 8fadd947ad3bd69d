import type { Event } from "../../core/domain.ts";
import { yearFraction } from "../../core/units.ts";
import { type Subject, schemeOf } from "../subject.ts";
import type { Row } from "./chart.ts";

type Side = "left" | "right";

/** An event beside the axis: where it stands, in which line under the axis, and on which side of its mark its words are. */
interface EventRow extends Row {
  readonly year: number;
  readonly line: number;
  readonly side: Side;
  readonly label: string;
}

/** Events named in one chart, and the years that lie between two of them at least: the table has them all. */
const most = 3;
const apart = 2;
/** Letters of a title that is its own name; a longer one without a name before a colon stands in the table alone. */
const longest = 40;
/** Width of a letter in pixels, and of the plot and its margins on a phone, where room is scarcest. */
const letter = 5.9;
const phone = { plot: 262, left: 36, right: 48 };

/** Pixels of a name cut off that weigh as much as one line drawn through another's name. */
const crossing = 40;

interface Named {
  readonly year: number;
  readonly label: string;
  readonly x: number;
  readonly wanted: number;
  readonly room: Readonly<Record<Side, number>>;
}

/**
 * Picks the few events that a fan chart names, and lays their names out, each in a line of its own under the axis: on the
 * sides of their marks and in the order in which least is cut off and no mark's line runs through another's name.
 */
export function fanEvents(subject: Subject, scheme: string, first: number, last: number): EventRow[] {
  const { language } = subject;
  const perYear = phone.plot / (last - first + 0.4);
  const named = chosen(subject, scheme, first, last).map((event): Named => {
    const year = placeOf(event);
    const x = (year - first + 0.4) * perYear;
    const label = nameOf(language.local(event.title));
    const room = { left: x + phone.left, right: phone.plot - x + phone.right };
    return { year, label, x, wanted: label.length * letter + 8, room };
  });
  let best: { cost: number; rows: EventRow[] } = { cost: Number.POSITIVE_INFINITY, rows: [] };
  for (const order of orders(named))
    for (let sides = 0; sides < 2 ** order.length; sides++) {
      const sideOf = (line: number): Side => ((sides >> line) & 1 ? "left" : "right");
      const cost = costOf(order, sideOf);
      if (cost >= best.cost) continue;
      best = { cost, rows: order.map(({ year, label }, line) => ({ year, line, side: sideOf(line), label })) };
    }
  return best.rows;
}

/** What a layout loses: names cut off, and names that the mark of an event in a lower line runs through. */
function costOf(order: readonly Named[], sideOf: (line: number) => Side): number {
  return order.reduce((sum, { x, wanted, room }, line) => {
    const width = Math.min(wanted, room[sideOf(line)]);
    const [from, to] = sideOf(line) === "right" ? [x, x + width] : [x - width, x];
    const crossed = order.slice(line + 1).filter((lower) => lower.x > from && lower.x < to).length;
    return sum + Math.max(0, wanted - width) + crossing * crossed;
  }, 0);
}

/** All orders of a few things. */
function orders<T>(things: readonly T[]): T[][] {
  if (things.length === 0) return [[]];
  return things.flatMap((one) => orders(things.filter((other) => other !== one)).map((rest) => [one, ...rest]));
}

/** How many lines the named events of a report's charts take at most. */
export function eventLines(rows: readonly (readonly Row[])[]): number {
  return Math.max(0, ...rows.flat().map((row) => (row.line as number) + 1));
}

/** The axis marks 31 December of each year, so that a morning stands a year to the left of its fraction. */
function placeOf(event: Event): number {
  return yearFraction(event.date) - 1;
}

function chosen(subject: Subject, scheme: string, first: number, last: number): Event[] {
  const family = familyOf(subject, scheme);
  const weights = subject.run.data.events
    .filter((event) => moving.includes(event.direction) && family.has(event.scheme))
    .filter(({ title }) => title.en.includes(":") || title.en.length <= longest)
    .filter((event) => placeOf(event) > first - 0.4 && placeOf(event) < last)
    .map((event) => ({ event, weight: weightOf(event, scheme) }))
    // Sorting is stable: of two on one day, the one that stands first.
    .sort((a, b) => b.weight - a.weight || placeOf(b.event) - placeOf(a.event));
  const picked: Event[] = [];
  for (const { event } of weights)
    if (picked.length < most && picked.every((other) => Math.abs(placeOf(other) - placeOf(event)) >= apart))
      picked.push(event);
  return picked.sort((a, b) => placeOf(a) - placeOf(b));
}

/** Directions of events that move coverage or change what it is a share of. */
const moving = ["up", "down", "mixed", "base-down", "base-up", "definition"];

/** A scheme, its parts, the scheme that holds it, its base, and what concerns all. */
function familyOf({ projection }: Subject, scheme: string): Set<string> {
  const { sumOf = [], within = null, base = "" } = schemeOf(projection, scheme) ?? {};
  return new Set([scheme, ...sumOf, ...(within === null ? [] : [within]), base, "all"]);
}

/**
 * What deserves a name most: a law or a shock that has one (its title begins with a name before a colon); what takes
 * effect, on the first day of a month, before what was observed at the end of a period; a scheme's own before others'.
 */
function weightOf({ title, date, scheme }: Event, own: string): number {
  return (title.en.includes(":") ? 2 : 0) + (date.endsWith("-01") ? 2 : 0) + (scheme === own ? 1 : 0);
}

/** The name before the colon, where there is one. */
function nameOf(title: string): string {
  return title.split(/[:：;]/)[0]!.trim();
}
