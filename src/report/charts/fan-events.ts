import type { Event } from "../../core/domain.ts";
import { yearFraction } from "../../core/units.ts";
import { type Subject, schemeOf } from "../subject.ts";
import type { Row } from "./chart.ts";

/** An event beside the axis: where it stands, in which line under the axis, and on which side of its mark its words are. */
interface EventRow extends Row {
  readonly year: number;
  readonly line: number;
  readonly side: "left" | "right";
  readonly label: string;
}

/** Events named in one chart, and the years that lie between two of them at least: the table has them all. */
const most = 3;
const apart = 2;
/** Width of a letter in pixels, and of the plot and its margins on a phone: words that fit there fit everywhere. */
const letter = 5.9;
const phone = { plot: 262, left: 36, right: 48 };

/** Picks the few events that a fan chart names, and lays their words out in lines under the axis so that none touch. */
export function fanEvents(subject: Subject, scheme: string, first: number, last: number): EventRow[] {
  const { language } = subject;
  const perYear = phone.plot / (last - first + 0.4);
  const ends: { from: number; to: number }[][] = [];
  return chosen(subject, scheme, first, last).map((event) => {
    const year = placeOf(event);
    const x = (year - first + 0.4) * perYear;
    const rooms = { left: x + phone.left, right: phone.plot - x + phone.right };
    const whole = nameOf(language.local(event.title));
    const side = rooms.right >= Math.min(rooms.left, whole.length * letter + 6) ? "right" : "left";
    const label = cut(whole, Math.floor((rooms[side] - 6) / letter));
    const width = label.length * letter + 14;
    const span = side === "right" ? { from: x - 4, to: x + width } : { from: x - width, to: x + 4 };
    const free = ends.findIndex((taken) => taken.every(({ from, to }) => span.to < from || span.from > to));
    const line = free < 0 ? ends.length : free;
    ends[line] = [...(ends[line] ?? []), span];
    return { year, line, side, label };
  });
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

/** Cuts a text at a word; what is cut off says so. */
function cut(text: string, letters: number): string {
  if (text.length <= letters) return text;
  return `${text.slice(0, Math.max(8, letters - 1)).replace(/[\s,]+\S*$/u, "")}…`;
}
