import type { BaseReading, Observation } from "../../core/domain.ts";
import type { CsvRow } from "../csv.ts";
import { grouped } from "../grouped.ts";
import type { Problems } from "../problems.ts";
import { Cells } from "./cells.ts";
import { statuses } from "./statuses.ts";

export const observationColumns = [
  "scheme",
  "date",
  "participants",
  "coverage_pct",
  "base",
  "status",
  "published",
  "source",
  "note",
] as const;

/** Ids that an observation may name, and the bases that it is held against. */
export interface ObservationNames {
  readonly schemes: ReadonlySet<string>;
  readonly bases: ReadonlySet<string> | null;
  readonly sources: ReadonlySet<string> | null;
  readonly readings: readonly BaseReading[];
}

/** Reads the table of observations; each row needs a count or a rate, and no count may pass its base. */
export function readObservations(
  rows: readonly CsvRow<(typeof observationColumns)[number]>[],
  names: ObservationNames,
  problems: Problems,
): Observation[] {
  const largest = largestByYear(names.readings);
  return rows.flatMap((row) => {
    const cells = new Cells(row, problems);
    const [participants, coverage] = [cells.count("participants"), cells.percent("coverage_pct")];
    if (participants === null && coverage === null)
      cells.refuse(
        "participants",
        "no-figure",
        "the row has neither participants nor coverage_pct",
        "fill one of them in, or take the row out",
      );
    const observation: Observation = {
      scheme: cells.name("scheme", "scheme", names.schemes),
      date: cells.date("date"),
      participants: participants?.value ?? null,
      coverage: coverage?.value ?? null,
      participantsRounding: participants?.rounding ?? 0,
      coverageRounding: coverage?.rounding ?? 0,
      base: cells.text("base") === "" ? "" : cells.name("base", "base", names.bases),
      status: cells.choice("status", statuses),
      published: cells.optionalDate("published"),
      sources: cells.sources("source", names.sources),
      note: cells.text("note"),
      place: row.at("scheme"),
    };
    const whole = largest.get(`${observation.base} ${observation.date.slice(0, 4)}`);
    if (!cells.broken && whole && participants && participants.value - participants.rounding > whole.persons)
      cells.refuse(
        "participants",
        "participants-above-base",
        `${observation.scheme} has ${grouped(participants.value)} participants, more than the ${grouped(whole.persons)} people of its base ${observation.base} (${whole.place.file}:${whole.place.line})`,
        "look both figures up; a zero too many is the usual reason",
      );
    return cells.broken ? [] : [observation];
  });
}

/** The largest reading of each base in each year, of any definition: what no count can be above. */
function largestByYear(readings: readonly BaseReading[]): Map<string, BaseReading> {
  const largest = new Map<string, BaseReading>();
  for (const reading of readings) {
    const key = `${reading.base} ${reading.date.slice(0, 4)}`;
    if (reading.persons > (largest.get(key)?.persons ?? 0)) largest.set(key, reading);
  }
  return largest;
}
