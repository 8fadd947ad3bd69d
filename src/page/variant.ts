import type { BaseSeries, Lever, Scenario } from "../core/domain.ts";
import { leverKind } from "../core/levers/index.ts";
import { isIsoDate, startOfDay } from "../input/iso-date.ts";
import { readQuantity, toDistribution } from "../input/quantity.ts";

/** A value as it stands in a scenario file. */
export type Raw = string | number | boolean | null | readonly Raw[] | { readonly [key: string]: Raw };

/** Settings by their path in a scenario file: `levers.drive.compliance`, `world.population.growth`. */
export type Settings = Readonly<Record<string, Raw>>;

/** A scenario that a reader has made: what a small scenario file says, and nothing else. */
export interface Variant {
  /** Id of the run's scenario that it extends, or the nearest to it. */
  readonly base: string;
  readonly settings: Settings;
  /** What else a loaded file says: its id, title, question, what it extends and the like. */
  readonly head?: Settings;
  /** What the reader has changed in a loaded file that says more than a panel can. */
  readonly moved?: Settings;
}

/** All settings of a variant, as they stand in its file. */
export function settingsOf({ settings, moved }: Variant): Settings {
  return { ...settings, ...moved };
}

/** Limits of the growth of a base a year, as scenario files have them. */
const growthLimits = { min: -0.2, max: 0.2 };

/** Tells whether a setting changes a number, a date or a switch of what is there, which needs no reading of files. */
export function isPlain(key: string, start: Scenario, bases: readonly BaseSeries[]): boolean {
  const [section, subject, name, ...more] = key.split(".");
  if (more.length > 0) return false;
  if (section === "world") return name === "growth" && bases.some(({ base }) => base === subject);
  const lever = start.levers.find(({ id }) => id === subject);
  if (section !== "levers" || lever === undefined || name === undefined) return false;
  return name === "enabled" || name === "start" || Object.hasOwn(leverKind(lever.kind)?.parameters ?? {}, name);
}

/** Applies a plain setting as the reader of scenario files would; null if the value is not understood. */
export function applySetting(scenario: Scenario, key: string, raw: Raw): Scenario | null {
  const [section, subject = "", name = ""] = key.split(".");
  if (section === "world") {
    const read = readQuantity("rate-per-year", raw, growthLimits);
    if (!("value" in read)) return null;
    return { ...scenario, world: { ...scenario.world, [subject]: toDistribution(read.value) } };
  }
  if (name === "enabled") {
    if (typeof raw !== "boolean") return null;
    return raw ? scenario : { ...scenario, levers: scenario.levers.filter(({ id }) => id !== subject) };
  }
  let understood = true;
  const change = (lever: Lever): Lever => {
    if (name === "start") {
      understood = typeof raw === "string" && isIsoDate(raw) && (lever.end === null || startOfDay(raw) < lever.end);
      return understood ? { ...lever, start: startOfDay(raw as string) } : lever;
    }
    const parameter = leverKind(lever.kind)?.parameters[name];
    const read = parameter && readQuantity(parameter.unit, raw, parameter);
    understood = read !== undefined && "value" in read;
    return read && "value" in read
      ? { ...lever, parameters: { ...lever.parameters, [name]: toDistribution(read.value) } }
      : lever;
  };
  const levers = scenario.levers.map((lever) => (lever.id === subject ? change(lever) : lever));
  return understood ? { ...scenario, levers } : null;
}
