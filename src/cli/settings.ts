import type { RunSettings } from "../core/domain.ts";
import { UsageError } from "./command.ts";

/** Settings that may be given on the command line. */
export interface SettingOptions {
  readonly draws?: number;
  readonly seed?: number;
  readonly horizon?: number;
}

/** Lays the options over the workspace's run settings; refuses numbers that no run can be made with. */
export function runSettings(workspace: RunSettings, options: SettingOptions): RunSettings {
  const whole = (name: keyof SettingOptions, low: number, high: number) => {
    const given = options[name];
    if (given === undefined) return workspace[name];
    if (Number.isInteger(given) && given >= low && given <= high) return given;
    throw new UsageError(`--${name} must be a whole number from ${low} to ${high}${instead(given)}`);
  };
  return {
    ...workspace,
    draws: whole("draws", 100, 1_000_000),
    seed: whole("seed", 0, Number.MAX_SAFE_INTEGER),
    horizon: whole("horizon", 1900, 2200),
  };
}

/** Checks a number of threads as typed; null if none was given. */
export function threadCount(given: number | undefined): number | null {
  if (given === undefined) return null;
  if (Number.isInteger(given) && given >= 1 && given <= 64) return given;
  throw new UsageError(`--workers must be a whole number from 1 to 64${instead(given)}`);
}

/** What was typed, as far as it could be read. */
function instead(given: number): string {
  return Number.isNaN(given) ? "; what was typed is no number" : `, not ${given}`;
}

/** Checks a day as typed; null if none was given. */
export function asOfDay(day: string | undefined, option = "--as-of"): string | null {
  if (day === undefined) return null;
  const time = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  // Dates that do not exist are either no number or another day: 2024-02-30 would be 1 March.
  if (!Number.isNaN(time) && new Date(time).toISOString().startsWith(day)) return day;
  throw new UsageError(`${option} must be a day such as 2024-11-24, not ${day}`);
}
