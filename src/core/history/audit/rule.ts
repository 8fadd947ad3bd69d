import type { BaseDefinition, Data, Finding, LocalText, Observation, Scheme, Workspace } from "../../domain.ts";
import type { BuiltHistories } from "../build-history.ts";
import { dayNumber, yearOf } from "../calendar.ts";
import { interpolateLog } from "../interpolate.ts";
import { baseOf } from "../link-bases.ts";
import { type Dated, isFact } from "../vintage.ts";

/** What every rule of the audit sees. */
export interface AuditContext {
  readonly workspace: Workspace;
  readonly data: Data;
  readonly built: BuiltHistories;
}

/** One rule: looks at the data, never at names, and tells what it finds. */
export type AuditRule = (context: AuditContext) => Finding[];

/** Makes a finding about one scheme at the figure that shows it first. */
export function findingAt(
  figure: Dated<Observation>,
  code: string,
  severity: Finding["severity"],
  message: LocalText,
): Finding {
  const { scheme, date, place } = figure.row;
  return { code, severity, message, place, scheme, date };
}

/** Returns the figures of a scheme that state what had happened, oldest first. */
export function factsOf({ built }: AuditContext, scheme: Scheme): Dated<Observation>[] {
  return built.observations
    .filter((figure) => figure.row.scheme === scheme.id && isFact(figure))
    .sort((a, b) => dayNumber(a.row.date) - dayNumber(b.row.date) || a.index - b.index);
}

/**
 * Returns the bases that a figure of any date may be a share of: today's definition, and what older definitions still
 * in use around that date made of it. Empty where nothing was read near the date.
 */
export function basesAt({ workspace, built }: AuditContext, scheme: Scheme, date: string): number[] {
  const linkedBase = built.linkedBases.get(scheme.base);
  const definition = workspace.bases.find(({ id }) => id === scheme.base);
  if (!linkedBase || !definition) return [];
  const persons = baseAt(definition, linkedBase, scheme, date);
  if (persons === null) return [];
  const { spans, links, regime } = linkedBase.linked;
  const today = spans.find((span) => span.regime === regime);
  const older = today && date <= today.first ? links.map(({ factor }) => persons / factor) : [];
  return [persons, ...older];
}

function baseAt(
  { reading }: BaseDefinition,
  { series, linked }: NonNullable<ReturnType<BuiltHistories["linkedBases"]["get"]>>,
  scheme: Scheme,
  date: string,
): number | null {
  if (reading === "year-average") return baseOf(series, yearOf(date) - scheme.baseLagYears)?.persons ?? null;
  const within = interpolateLog(linked.cells, date);
  if (within !== null) return within;
  const last = linked.cells.at(-1);
  return last && date > last.date && dayNumber(date) - dayNumber(last.date) <= 183 ? last.persons : null;
}
