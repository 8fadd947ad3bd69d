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
/** Width of a letter in pixels, and of the plot and its margins on a phone, where room is scarcest. */
const letter = 5.9;
const phone = { plot: 262, left: 36, right: 48 };

/**
 * Picks the few events that a fan chart names, and lays their words out in lines under the axis so that none touch. All
 * words of a chart stand on one side of their marks, where there is more room for them; the lines go down from the far
 * side, so that no mark's line runs through another's words.
 */
export function fanEvents(subject: Subject, scheme: string, first: number, last: number): EventRow[] {
  const { language } = subject;
  const perYear = phone.plot / (last - first + 0.4);
  const events = chosen(subject, scheme, first, last).map((event) => {
    const year = placeOf(event);
    const x = (year - first + 0.4) * perYear;
    const label = nameOf(language.local(event.title));
    const wanted = label.length * letter + 8;
    return { year, x, label, wanted, room: { left: x + phone.left, right: phone.plot - x + phone.right } };
  });
  const lost = (side: Side) => events.reduce((sum, { wanted, room }) => sum + Math.max(0, wanted - room[side]), 0);
  const side: Side = lost("left") < lost("right") ? "left" : "right";
  return (side === "left" ? events : [...events].reverse()).map(({ year, label }, line) => ({
    year,
    line,
    side,
    label,
  }));
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
