import type { LeverKind } from "../../core/levers/lever.ts";
import { currentFormat } from "../migrate/migration.ts";
import { slug } from "../slug.ts";
import { leverShape, overrideShape } from "./lever-shape.ts";
import type { ScenarioNames } from "./names.ts";
import { anyShare, number, quantity } from "./numbers.ts";
import {
  anyOf,
  byId,
  choice,
  closed,
  custom,
  idPattern,
  list,
  type Reading,
  text,
  type ValueOf,
  variants,
  whole,
} from "./shape.ts";
import { trendShape } from "./trend-shape.ts";
import { localText, nameOf, version } from "./words.ts";
import { growthLimits } from "./workspace-shape.ts";

/** The shape of an effective scenario: its own file with all that it inherits. */
export function scenarioShape(names: ScenarioNames, kinds: readonly LeverKind[], format = currentFormat("scenario")) {
  const [first, ...rest] = kinds.map((kind) => leverShape(kind, names));
  return shapeWith(
    format,
    names,
    variants("kind", [first, ...rest], {
      title: "Lever",
      description: "A decision: what somebody does, from a day on.",
    }),
  );
}

/** The shape of one scenario file, which may leave to its parents what an effective scenario needs; for editors. */
export function scenarioFileShape(names: ScenarioNames, kinds: readonly LeverKind[]) {
  const [first, second, ...rest] = [
    ...kinds.map((kind) =>
      leverShape(kind, names)
        .partial()
        .required({ kind: true })
        .meta({ title: kind.label.en, description: kind.describe.en }),
    ),
    overrideShape(kinds, names),
  ];
  return shapeWith(
    currentFormat("scenario"),
    names,
    anyOf([first, second, ...rest], {
      title: "Lever",
      description: "A decision; without `kind`, what changes in an inherited one.",
    }),
  );
}

/** What an effective scenario holds once its shape is right. */
export type ScenarioFile = Omit<ValueOf<ReturnType<typeof scenarioShape>>, "levers"> & {
  readonly levers?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
};

function shapeWith<T extends Parameters<typeof byId>[0]>(format: number, names: ScenarioNames, lever: T) {
  const one = (what: "scheme" | "base" | "source" | "goal", known: readonly string[] | null, description: string) =>
    nameOf(what, known, { description });
  return closed(
    {
      schema: version(format),
      id: scenarioId("Id; other scenarios and the command line call it by this."),
      title: localText({ title: "Title", description: "A few words." }),
      question: localText({ title: "Question", description: "The question that this scenario answers." }),
      extends: extendsShape().optional(),
      references: list(one("source", names.sources, "A source's id."), {
        title: "References",
        description: "Sources that the scenario rests on, by their ids in the data.",
        examples: [["law-2024", "yearbook-2024"]],
      }).optional(),
      leavesOut: list(localText({ description: "One thing left out." }), {
        title: "Left out",
        description: "What the scenario does not hold, so that nobody reads it in.",
        examples: [["A crisis on the way"]],
      }).optional(),
      trend: byScheme(names).optional(),
      world: byId(
        closed(
          {
            growth: quantity("rate-per-year", growthLimits, {
              title: "Growth",
              description: "Growth of the base a year, replacing the workspace's.",
            }),
          },
          { description: "What is assumed of one base." },
        ),
        { title: "World", description: "What is uncertain and nobody's decision, by base." },
      ).optional(),
      levers: byId(lever, {
        title: "Levers",
        description: "Decisions, by id; inherited ones are merged by id.",
      }).optional(),
      expect: list(expectShape(names), {
        title: "Expectations",
        description: "What the result must satisfy; `run` says so if it does not. Not inherited.",
      }).optional(),
      solve: list(solveShape(names), {
        title: "What it would take",
        description: "What `run` is to find: a lever's value, or the cheapest mix, for a goal. Not inherited.",
        examples: [[{ lever: "drive.takeUp", goal: "health-2030", probability: "80%" }]],
      }).optional(),
    },
    {
      title: "covercast scenario",
      description: "A question: what is assumed, and how it differs from the scenarios it extends.",
    },
  );
}

/** The id of a scenario, or of a suite. */
export const scenarioId = (description: string) =>
  custom<string>(
    { type: "string", pattern: idPattern.source },
    { title: "Id", description, examples: ["registration-drive"] },
    (raw) =>
      typeof raw === "string" && idPattern.test(raw)
        ? { value: raw }
        : {
            fault: {
              code: "bad-id",
              expected: "an id of lower-case letters, digits and hyphens",
              hint: `write ${slug(String(raw ?? "")) ?? "registration-drive"}`,
            },
          },
  );

function extendsShape() {
  const one = { type: "string", pattern: idPattern.source };
  return custom<readonly string[]>(
    { anyOf: [one, { type: "array", items: one, minItems: 1 }] },
    {
      title: "Extends",
      description: "Scenarios whose settings are taken over, by id, left to right.",
      examples: ["baseline", ["baseline", "law-2024"]],
    },
    (raw): Reading<readonly string[]> => {
      const ids = typeof raw === "string" ? [raw] : raw;
      return Array.isArray(ids) && ids.length > 0 && ids.every((id) => typeof id === "string")
        ? { value: ids }
        : {
            fault: {
              code: "wrong-type",
              expected: "a scenario's id, or a list of them",
              hint: "write extends: baseline, or take the line out",
            },
          };
    },
  );
}

function byScheme(names: ScenarioNames) {
  return byId(trendShape(names.curves), {
    title: "Trend",
    description: "Changes to how trends are fitted, by scheme.",
  });
}

function solveShape(names: ScenarioNames) {
  return closed(
    {
      lever: text({
        description: "The number to find: a lever of the scenario, and which of its numbers.",
        examples: ["drive.takeUp", "drive"],
      }).optional(),
      mix: list(
        text({ description: "A lever with a unit cost, and which of its numbers.", examples: ["drive.reach"] }),
        {
          description: "Levers whose cheapest mix is to be found, two to four.",
          examples: [["drive.reach", "subsidy"]],
        },
        2,
      ).optional(),
      goal: nameOf("goal", names.goals, { description: "A goal's id." }),
      probability: number(
        "share",
        { min: 0.01, max: 0.99 },
        { description: "Chance that the goal is to have.", examples: ["80%"] },
      ),
    },
    { description: "Either lever or mix, with goal and probability." },
  );
}

function expectShape(names: ScenarioNames) {
  return closed(
    {
      scheme: nameOf("scheme", names.schemes, { description: "Whose median coverage." }).optional(),
      year: whole(1900, 2200, { description: "At the end of which year.", examples: [2030] }).optional(),
      between: list(
        number("share", anyShare, { description: "An end." }),
        { description: "Least and greatest median coverage.", examples: [["42%", "47%"]] },
        2,
      ).optional(),
      goal: nameOf("goal", names.goals, { description: "A goal's id." }).optional(),
      probabilityAtLeast: number("share", anyShare, { description: "Least probability of the goal." }).optional(),
      level: choice(["error", "warn"], {
        description: "What it means if it does not hold.",
        default: "error",
      }).optional(),
    },
    { description: "Either scheme, year and between, or goal and probabilityAtLeast." },
  );
}
