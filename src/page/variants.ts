import type { LocalText, Projection, Run, Scenario } from "../core/domain.ts";
import type { Diagnostic } from "../core/errors.ts";
import { writeScenario } from "../input/scenario/write-scenario.ts";
import type { WorkspaceFile } from "../report/html/page-data.ts";
import { languageFor, languages } from "../report/language.ts";
import { referenceOf } from "../report/subject.ts";
import type { Engine } from "./engine.ts";
import { applySetting, isPlain, type Raw, type Settings, settingsOf, type Variant } from "./variant.ts";

/** A variant made ready: the projection that its scenario starts from, and the scenario itself. */
export interface ReadyVariant {
  /** Of the run: its fits and data serve the variant too. */
  readonly start: Projection;
  readonly scenario: Scenario;
  /** Settings that changed something; others were not understood. */
  readonly changed: readonly string[];
}

/** What became of a variant that had to be read. */
export type Reading =
  | { readonly kind: "ready" }
  | { readonly kind: "refused"; readonly diagnostics: readonly Diagnostic[] }
  | { readonly kind: "no-files" };

/** Turns variants into scenarios, by the rules of the input floor alone. */
export function variantReader(run: Run, files: readonly WorkspaceFile[], engine: Engine) {
  const reference = referenceOf(run);
  const bases = reference.input.bases;
  /** Scenarios that were read from text, by what was read, as projections whose fits suit them. */
  const read = new Map<string, Projection>();
  const shipped = (id: string) => run.projections.find((p) => p.input.scenario.id === id) ?? reference;

  /** Whether it stands on its base alone, so that what it sets can be put on top of that. */
  const extendsBase = ({ base, head }: Variant) => head === undefined || [head.extends].flat().join() === base;
  const split = (variant: Variant) => {
    const start = shipped(variant.base).input.scenario;
    const isQuick = ([key]: [string, Raw]) => extendsBase(variant) && isPlain(key, start, bases);
    const entries = Object.entries(variant.settings);
    const moved = Object.entries(variant.moved ?? {});
    return {
      slow: Object.fromEntries(entries.filter((entry) => !isQuick(entry))),
      quick: [...entries.filter(isQuick), ...moved],
    };
  };
  const nameOf = (variant: Variant) =>
    JSON.stringify([variant.base, variant.head?.extends ?? extendsBase(variant), split(variant).slow]);
  const needsReading = (variant: Variant) => Object.keys(split(variant).slow).length > 0 || !extendsBase(variant);

  return {
    /** Makes a variant ready; null while it must be read first. */
    ready(variant: Variant): ReadyVariant | null {
      const start = needsReading(variant) ? read.get(nameOf(variant)) : shipped(variant.base);
      if (!start) return null;
      let scenario = start.input.scenario;
      const changed: string[] = [];
      for (const [key, raw] of split(variant).quick) {
        const next = applySetting(scenario, key, raw);
        if (next === null || next === scenario) continue;
        scenario = next;
        changed.push(key);
      }
      const isSame = changed.length === 0 && start === shipped(variant.base) && variant.head === undefined;
      if (isSame) return { start, scenario, changed };
      return {
        start,
        scenario: { ...scenario, ...words(variant, start), id: idOf(variant), file: fileOf(variant) },
        changed,
      };
    },

    /** Reads what of a variant only the reader of scenario files understands. */
    async read(variant: Variant): Promise<Reading> {
      if (!needsReading(variant) || read.has(nameOf(variant))) return { kind: "ready" };
      if (files.length === 0) return { kind: "no-files" };
      const { base, head } = variant;
      const kept = { base, settings: split(variant).slow, ...(head && { head }) };
      const source = { file: fileOf(variant), text: textOf(kept) };
      const result = await engine.ask({ task: "read", source, files, data: run.data });
      if (result.scenario === null) return { kind: "refused", diagnostics: result.diagnostics };
      const { scenario } = result;
      const own = shipped(variant.base);
      const alike = [own, ...run.projections].find(
        (p) => JSON.stringify(p.input.scenario.trend) === JSON.stringify(scenario.trend),
      );
      const fitted = alike
        ? { input: { ...alike.input, scenario } }
        : await engine.ask({ task: "fit", input: own.input, scenario, workspaceFile: files[0]! });
      if (fitted.input === null) return { kind: "refused", diagnostics: fitted.diagnostics };
      read.set(nameOf(variant), { ...(alike ?? own), input: fitted.input });
      return { kind: "ready" };
    },

    /** Sets one thing of a variant, or takes it back where `raw` is null. */
    set(variant: Variant, key: string, raw: Raw | null): Variant {
      const place = needsReading(variant) ? "moved" : "settings";
      const { [key]: _, ...others } = variant[place] ?? {};
      return { ...variant, [place]: raw === null ? others : { ...others, [key]: raw } };
    },

    /** Finds what is wrong with a scenario file, at its own lines; nothing where it is sound or cannot be read here. */
    async faults(source: WorkspaceFile): Promise<readonly Diagnostic[]> {
      if (files.length === 0) return [];
      const result = await engine.ask({ task: "read", source, files, data: run.data });
      return result.scenario === null ? result.diagnostics : [];
    },

    textOf,
    idOf,
    fileOf,
  };

  /** The scenario file of a variant. */
  function textOf(variant: Variant): string {
    const { base, head } = variant;
    const told = words(variant, shipped(base));
    const parent = head === undefined ? { extends: base } : {};
    return writeScenario({ head: { id: idOf(variant), ...told, ...parent, ...head }, settings: settingsOf(variant) });
  }

  function words({ head }: Variant, start: Projection): { title: LocalText; question: LocalText } {
    const { title, question } = start.input.scenario;
    const own = (given: Raw | undefined, key: "whatIf.changed" | "whatIf.question", made: LocalText) =>
      given === undefined ? madeOf(key, made) : ((typeof given === "string" ? { en: given } : given) as LocalText);
    return {
      title: own(head?.title, "whatIf.changed", title),
      question: own(head?.question, "whatIf.question", head?.question === undefined ? title : question),
    };
  }
}

/** Says something of a scenario's title in every language there is. */
function madeOf(key: "whatIf.changed" | "whatIf.question", title: LocalText): LocalText {
  return Object.fromEntries(
    Object.keys(languages).map((locale) => {
      const language = languageFor(locale);
      return [locale, language.say(key, { scenario: language.local(title) })];
    }),
  ) as unknown as LocalText;
}

function idOf({ base, head }: Variant): string {
  return typeof head?.id === "string" ? head.id : `${base.slice(0, 56)}-what-if`;
}

function fileOf(variant: Variant): string {
  return `scenarios/${idOf(variant)}.yaml`;
}

/** Takes a scenario file's own text apart into a variant; what is wrong in it is found when it is read. */
export function variantOfTree(
  root: Readonly<Record<string, unknown>>,
  known: readonly string[],
  reference: string,
): Variant {
  const settings: Record<string, Raw> = {};
  const head: Record<string, Raw> = {};
  for (const [key, value] of Object.entries(root)) {
    if (key === "schema") continue;
    if (!["levers", "world", "trend"].includes(key)) head[key] = value as Raw;
    else
      for (const [subject, inner] of Object.entries((value ?? {}) as Record<string, unknown>))
        for (const [name, setting] of Object.entries((inner ?? {}) as Record<string, unknown>))
          settings[`${key}.${subject}.${name}`] = setting as Raw;
  }
  const parents = [head.extends].flat().filter((parent): parent is string => typeof parent === "string");
  const base = parents.find((parent) => known.includes(parent)) ?? reference;
  return { base, settings: settings as Settings, head };
}
