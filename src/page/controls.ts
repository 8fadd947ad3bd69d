import type { BaseDefinition, Distribution, Lever, Projection, Scenario } from "../core/domain.ts";
import { leverKind } from "../core/levers/index.ts";
import type { LeverParameter } from "../core/levers/lever.ts";
import { isIsoDate, startOfDay } from "../input/iso-date.ts";
import { readTypedNumber, writeTypedNumber } from "../input/typed-number.ts";
import { distributionText } from "../report/distribution-text.ts";
import type { PanelControl, PanelLever } from "../report/html/what-if-panel.ts";
import type { Language } from "../report/language.ts";
import { schemeOf } from "../report/subject.ts";
import { dateOfYearFraction } from "../report/year-fraction-date.ts";
import { centreOf, movedTo } from "./move-distribution.ts";
import type { Raw } from "./variant.ts";

/** Something that a reader moves: where it may go, and what a scenario file says when it is there. */
export interface Control {
  readonly key: string;
  /** Of a measure: its id; of the world: null. */
  readonly lever: string | null;
  /** The number of the measure that it moves; absent for a date. */
  readonly parameter?: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** Where the scenario has it that the reader started from. */
  readonly start: number;
  label(language: Language): string;
  /** What a file says with it at a value. */
  raw(value: number): Raw;
  /** Reads what was typed; null if it was not understood. */
  read(text: string): number | null;
  write(value: number): string;
  /** Where an effective scenario has it. */
  valueIn(scenario: Scenario): number | null;
  words(scenario: Scenario, language: Language): string;
}

/** Makes the controls of a scenario: every number of its measures, their first day, and how the bases grow. */
export function controlsOf({ input }: Projection, bases: readonly BaseDefinition[]): Control[] {
  const { scenario } = input;
  const levers = scenario.levers.flatMap((lever) => [
    ...parametersOf(lever).map((name) => numberControl(lever, name)),
    dateControl(lever, input.firstYear, input.run.horizon),
  ]);
  const world = input.bases.map((series) => {
    const definition = bases.find(({ id }) => id === series.base);
    const log = series.growth.mean;
    const mean = log.length === 0 ? 0 : Math.expm1(log.reduce((sum, x) => sum + x, 0) / log.length);
    // Where the data say how a base grows, its mean growth stands for it.
    const projected: Distribution = { kind: "normal", mean: round(mean, 4), sd: round(series.growth.sd, 4) };
    return growthControl(series.base, definition, scenario.world[series.base] ?? definition?.growth ?? projected);
  });
  return [...levers, ...world];
}

/** Numbers of a measure, that of its slider first. */
function parametersOf(lever: Lever): string[] {
  const known = leverKind(lever.kind)?.parameters ?? {};
  const names = Object.keys(known).filter((name) => {
    const given = lever.parameters[name];
    return given !== undefined && Number.isFinite(centreOf(given));
  });
  const first = lever.slider?.of;
  return first !== undefined && names.includes(first) ? [first, ...names.filter((name) => name !== first)] : names;
}

function numberControl(lever: Lever, name: string): Control {
  const parameter = leverKind(lever.kind)!.parameters[name]!;
  const given = lever.parameters[name]!;
  const start = centreOf(given);
  const hint = lever.slider?.of === name ? lever.slider : rangeOf(parameter, start);
  const givenIn = (scenario: Scenario) => scenario.levers.find(({ id }) => id === lever.id)?.parameters[name];
  return {
    key: `levers.${lever.id}.${name}`,
    lever: lever.id,
    parameter: name,
    ...hint,
    start,
    label: (language) => language.local(parameter.describe),
    ...quantityWays(given, parameter),
    valueIn(scenario) {
      const value = givenIn(scenario);
      return value === undefined ? null : centreOf(value);
    },
    words: (scenario, language) => distributionText(language, parameter, givenIn(scenario) ?? given),
  };
}

function growthControl(base: string, definition: BaseDefinition | undefined, given: Distribution): Control {
  const parameter: LeverParameter = {
    unit: "rate-per-year",
    min: -0.2,
    max: 0.2,
    default: null,
    step: 0.001,
    describe: { en: "" },
  };
  const start = centreOf(given);
  return {
    key: `world.${base}.growth`,
    lever: null,
    min: round(start - 0.02, 4),
    max: round(start + 0.02, 4),
    step: 0.0005,
    start,
    label: (language) => language.say("whatIf.growth", { base: definition ? language.local(definition.title) : base }),
    ...quantityWays(given, parameter),
    valueIn: (scenario) => (scenario.world[base] ? centreOf(scenario.world[base]) : start),
    words: (scenario, language) => distributionText(language, parameter, scenario.world[base] ?? given),
  };
}

function quantityWays(given: Distribution, parameter: LeverParameter) {
  return {
    raw: (value: number) => movedTo(given, parameter, value),
    read(text: string) {
      const read = readTypedNumber(parameter.unit, text.trim().replace(",", "."), parameter);
      return "value" in read ? read.value : null;
    },
    write: (value: number) => writeTypedNumber(parameter.unit, Number(value.toPrecision(6))),
  };
}

const monthsAYear = 12;

function dateControl(lever: Lever, firstYear: number, horizon: number): Control {
  const monthOf = (fraction: number) => {
    const [year, month] = dateOfYearFraction(fraction).split("-").map(Number);
    return year! * monthsAYear + month! - 1;
  };
  const dayOf = (month: number) =>
    `${Math.floor(month / monthsAYear)}-${String((month % monthsAYear) + 1).padStart(2, "0")}-01`;
  const startOf = (scenario: Scenario) => scenario.levers.find(({ id }) => id === lever.id)?.start;
  return {
    key: `levers.${lever.id}.start`,
    lever: lever.id,
    min: Math.min(monthOf(lever.start), firstYear * monthsAYear),
    max: Math.max(monthOf(lever.start), horizon * monthsAYear + 11),
    step: 1,
    start: monthOf(lever.start),
    label: (language) => language.say("whatIf.startDate"),
    // The day itself where nobody moved it: months are the slider's steps, not the file's.
    raw: (month) => (month === monthOf(lever.start) ? dateOfYearFraction(lever.start) : dayOf(month)),
    read: (text) => (isIsoDate(text) ? monthOf(startOfDay(text)) : null),
    write: dayOf,
    valueIn(scenario) {
      const start = startOf(scenario);
      return start === undefined ? null : monthOf(start);
    },
    words: (scenario, language) => language.date(dateOfYearFraction(startOf(scenario) ?? lever.start)),
  };
}

/** How far a slider goes whose file gives no hint: a share its whole way, another number to a few times its size. */
function rangeOf({ unit, min, max, step }: LeverParameter, start: number) {
  if (unit === "share" || max - min <= 100 * step) return { min, max, step };
  const reach = start === 0 ? 20 * step : 3 * Math.abs(start);
  const most = Math.min(max, niceAbove(start >= 0 ? reach : reach / 3));
  const least = Math.max(min, start >= 0 ? 0 : -niceAbove(reach));
  return { min: least, max: most, step: niceAbove((most - least) / 200) };
}

/** Returns the next of 1, 2, 5, 10, 20 ... that is not below a number. */
function niceAbove(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return round((([1, 2, 5].find((digit) => digit * power >= value * (1 - 1e-9)) ?? 10) as number) * power, 12);
}

const round = (value: number, decimals: number) => Number(value.toFixed(decimals));

/** Words a control for the panel. */
export function panelControl(
  control: Control,
  scenario: Scenario,
  original: Scenario,
  language: Language,
  refused: ReadonlyMap<string, string>,
): PanelControl {
  const { min, max, step } = control;
  const value = control.valueIn(scenario) ?? control.start;
  const decimal = language.chartLocale.decimal;
  const isDate = control.parameter === undefined && control.lever !== null;
  const text = isDate
    ? dateOfYearFraction(scenario.levers.find(({ id }) => id === control.lever)?.start ?? 0)
    : control.write(value).replace(".", decimal);
  const words = control.words(scenario, language);
  const was = control.words(original, language);
  return {
    key: control.key,
    label: control.label(language),
    steps: Math.max(1, Math.round((max - min) / step)),
    at: Math.round((Math.min(max, Math.max(min, value)) - min) / step),
    kind: isDate ? "date" : "number",
    text,
    words,
    was: words === was ? null : was,
    refused: refused.get(control.key) ?? null,
  };
}

/** Words the measures of a scenario for the panel. */
export function panelLevers(
  controls: readonly Control[],
  scenario: Scenario,
  projection: Projection,
  language: Language,
  refused: ReadonlyMap<string, string>,
): PanelLever[] {
  const original = projection.input.scenario;
  return original.levers.map((lever) => {
    const on = scenario.levers.some(({ id }) => id === lever.id);
    const own = controls.filter((control) => control.lever === lever.id);
    return {
      id: lever.id,
      title: leverTitle(lever, projection, language),
      on,
      controls: on ? own.map((control) => panelControl(control, scenario, original, language, refused)) : [],
    };
  });
}

/** Names a measure: its title, else what kind it is and on what it acts. */
export function leverTitle(lever: Lever, projection: Projection, language: Language): string {
  if (lever.title) return language.local(lever.title);
  const kind = leverKind(lever.kind);
  const scheme = schemeOf(projection, lever.target);
  return `${kind ? language.local(kind.label) : lever.id}: ${scheme ? language.local(scheme.title) : lever.target}`;
}
