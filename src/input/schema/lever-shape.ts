import type { RampShape, SliderHint } from "../../core/domain.ts";
import type { LeverKind, LeverParameter, LeverTable } from "../../core/levers/lever.ts";
import { describeLimits, unitForms, writeTypedNumber } from "../typed-number.ts";
import { evidenceStrengths, sliderExample, sliderShape, unitCostShape } from "./lever-extras.ts";
import type { ScenarioNames } from "./names.ts";
import { anyShare, number, quantity } from "./numbers.ts";
import { choice, closed, custom, exactly, flag, list, text, type ValueOf } from "./shape.ts";
import { table } from "./table.ts";
import { tableExamples, tableOrFormula } from "./table-or-formula.ts";
import { isoDate, localText, nameOf } from "./words.ts";

/** Ramps, by what they look like. */
export const rampShapes = [
  "step",
  "linear",
  "smoothstep",
  "s-curve",
  "front-loaded",
  "table",
] as const satisfies readonly RampShape[];

/** The shape of a whole lever of one kind. */
export function leverShape(kind: LeverKind, names: ScenarioNames) {
  const parameters = Object.entries(kind.parameters).map(([name, parameter], i) => [
    name,
    parameterShape(parameter, kind.example.values[i]),
  ]);
  return closed(
    {
      kind: exactly(kind.id, { title: kind.label.en, description: kind.describe.en }),
      ...(kind.target === "scheme"
        ? { scheme: nameOf("scheme", names.schemes, { title: "Scheme", description: "The scheme it acts on." }) }
        : { base: nameOf("base", names.bases, { title: "Base", description: "The base it acts on." }) }),
      ...commonKeys(names),
      ...Object.fromEntries(parameters),
      ...Object.fromEntries(Object.entries(kind.tables ?? {}).map(([name, one]) => [name, tableShape(one).optional()])),
      slider: sliderShape(kind).optional(),
    },
    { title: kind.label.en, description: `${kind.describe.en} Reference: ${kind.reference}.` },
  );
}

/** The keys of an inherited lever that a file changes, whatever its kind; for editors. */
export function overrideShape(kinds: readonly LeverKind[], names: ScenarioNames) {
  const own = new Map<string, readonly unknown[]>(
    kinds.flatMap((kind) => [
      ...Object.entries(kind.parameters).map(([name, { unit }]) => [name, unitForms[unit].examples] as const),
      ...Object.entries(kind.tables ?? {}).map(([name, { unit }]) => [name, tableExamples(unit)] as const),
      ["slider", [sliderExample]] as const,
    ]),
  );
  const any = (examples: readonly unknown[]) =>
    custom<unknown>({}, { description: "As the lever's kind has it.", examples }, (value) => ({ value }));
  const common = commonKeys(names);
  return closed(
    {
      scheme: nameOf("scheme", names.schemes, { description: "The scheme it acts on." }).optional(),
      base: nameOf("base", names.bases, { description: "The base it acts on." }).optional(),
      ...common,
      start: common.start.optional(),
      ...Object.fromEntries([...own].map(([name, examples]) => [name, any(examples).optional()])),
    },
    {
      title: "Changes to an inherited lever",
      description: "Only the keys that differ from the lever of the same id in a scenario that this one extends.",
    },
  );
}

/** What every lever has once its shape is right, whatever its kind. */
export type LeverFile = {
  readonly kind: string;
  readonly scheme?: string;
  readonly base?: string;
  readonly slider?: SliderHint;
} & {
  readonly [K in keyof ReturnType<typeof commonKeys>]: ValueOf<ReturnType<typeof commonKeys>[K]>;
};

function commonKeys(names: ScenarioNames) {
  const length = (title: string, description: string, min = 0) =>
    number("years", { min, max: 100 }, { title, description });
  return {
    title: localText({ title: "Title", description: "What the decision is called." }).optional(),
    start: isoDate(
      { title: "Start", description: "First day; nothing changes before it.", examples: ["2025-07-01"] },
      "first",
    ),
    end: isoDate({ title: "End", description: "Last day; left out: it stays." }).optional(),
    lag: length("Lag", "Time from the start until anything is seen.").optional(),
    ramp: closed(
      {
        shape: choice(rampShapes, { title: "Shape", description: "How strength grows from nothing to full." }),
        over: length("Over", "Time from nothing to full strength; not for a step or a table.", 1 / 12).optional(),
        points: table("share", anyShare, {
          title: "Points",
          description: "For a table: strength at the end of each year, straight lines between.",
          examples: [{ 2026: "20%", 2028: "100%" }],
        }).optional(),
      },
      { title: "Ramp", description: "How strength grows after start and lag; left out: at once." },
    ).optional(),
    fade: length(
      "Fade",
      "After the end, strength halves every so long; left out: it stops at once.",
      1 / 12,
    ).optional(),
    beyondTrend: flag({
      title: "Beyond the trend",
      description:
        "true: on top of the trend; otherwise say with replacesTrendShare how much of the trend's own gain it stands in for.",
      default: true,
    }).optional(),
    replacesTrendShare: number("share", anyShare, {
      title: "Replaces of the trend",
      description: "Share of the trend's own yearly gain that this lever stands in for.",
      default: "0%",
    }).optional(),
    decidedBy: choice(["somebody", "nobody"], {
      title: "Decided by",
      description:
        "somebody: a decision; nobody: it happens, and is shown with the world; left out: nobody for a shock, somebody for all others.",
    }).optional(),
    passesOn: flag({
      title: "Passes on",
      description: "Whether the people it brings also enter the schemes within its scheme.",
      default: true,
    }).optional(),
    enabled: flag({ title: "Enabled", description: "false takes an inherited lever out.", default: true }).optional(),
    evidence: list(
      closed(
        {
          ref: nameOf("source", names.sources, { description: "A source's id." }),
          strength: choice(evidenceStrengths, { description: "What kind of evidence it is.", examples: ["legal"] }),
        },
        { description: "One piece of evidence." },
      ),
      { title: "Evidence", description: "What the numbers rest on." },
    ).optional(),
    unitCost: unitCostShape().optional(),
    note: text({
      title: "Note",
      description: "Anything a reader should know.",
      examples: ["Counts firms with fewer than ten workers."],
    }).optional(),
  };
}

function parameterShape({ unit, min, max, describe, default: value }: LeverParameter, example: number) {
  const write = (x: number) => writeTypedNumber(unit, Number(Math.min(max, Math.max(min, x)).toPrecision(3)));
  const told = value === null ? {} : { default: Number.isFinite(value) ? writeTypedNumber(unit, value) : undefined };
  const [low, high] = [write(Math.min(example / 2, example * 1.5)), write(Math.max(example / 2, example * 1.5))];
  const shape = quantity(
    unit,
    { min, max },
    {
      description: `${describe.en}. ${capital(describeLimits(unit, { min, max }))}, certain or not.`,
      examples: [write(example), { low, mode: write(example), high }],
      ...told,
    },
  );
  return value === null ? shape : shape.optional();
}

function tableShape({ unit, min, max, describe }: LeverTable) {
  const limits = { min, max };
  const of = `${capital(describeLimits(unit, limits))} for each year, or a formula.`;
  return tableOrFormula(unit, limits, { description: `${describe.en}. ${of}` });
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
