import type { SweepMethod, SweepVariable } from "../../core/domain.ts";
import { currentFormat } from "../migrate/migration.ts";
import { scenarioId } from "./scenario-shape.ts";
import { byId, choice, closed, custom, list, type Shape, type ValueOf, whole } from "./shape.ts";
import { type Variation, variation, variationSchema } from "./variation.ts";
import { localText, nameOf, version } from "./words.ts";

/** Ways to lay out the points of a sweep. */
export const sweepMethods = ["grid", "one-per-lever", "latin-hypercube"] as const satisfies readonly SweepMethod[];

/** Most points that a suite may have. */
export const mostPoints = 100_000;

/** Simulated futures of each point where a suite says nothing. */
export const defaultDraws = 1000;

/** Ids that a suite may refer to; null where they are not known, as for an editor. */
export interface SuiteNames {
  readonly scenarios: readonly string[] | null;
  readonly goals: readonly string[] | null;
}

/** What is known of one sweep before it is checked: its method, and the numbers that its scenario has. */
export interface SweepKnown {
  readonly method: SweepMethod;
  readonly numbers: readonly Pick<SweepVariable, "key" | "unit" | "limits">[];
}

/** The shape of a suite file. `sweeps` says what is known of each sweep, by id; null: nothing, as for an editor. */
export function suiteShape(names: SuiteNames, sweeps: ReadonlyMap<string, SweepKnown | null> | null) {
  const about = { title: "Sweeps", description: "Sweeps, by id." };
  return closed(
    {
      schema: version(currentFormat("suite")),
      id: scenarioId("Id; the command line calls the suite by this."),
      title: localText({ title: "Title", description: "A few words." }),
      question: localText({ title: "Question", description: "The question that the suite answers." }).optional(),
      scenarios: list(scenario(names, "A scenario's id."), {
        title: "Scenarios",
        description: "Scenarios that are run as they stand, side by side.",
        examples: [["baseline", "registration-drive"]],
      }).optional(),
      compareWith: nameOf("scenario", names.scenarios, {
        title: "Compare with",
        description: "The scenario that all others are compared with; left out: the workspace's reference.",
      }).optional(),
      draws: whole(100, 100_000, {
        title: "Draws",
        description: "Simulated futures of each point.",
        default: defaultDraws,
      }).optional(),
      goals: goals(
        names,
        "Goals judged at each point; left out: the workspace's headline goals that are still open.",
      ).optional(),
      sweeps: (sweeps === null
        ? byId(sweepShape(names, null), about)
        : closed(Object.fromEntries([...sweeps].map(([id, known]) => [id, sweepShape(names, known)])), about)
      ).optional(),
    },
    { title: "covercast suite", description: "Scenarios side by side, and sweeps over their numbers." },
  );
}

/** What a suite file holds once its shape is right. */
export type SuiteFile = Omit<ValueOf<ReturnType<typeof suiteShape>>, "sweeps"> & {
  readonly sweeps?: Readonly<Record<string, ValueOf<ReturnType<typeof sweepShape>>>>;
};

function sweepShape(names: SuiteNames, known: SweepKnown | null) {
  return closed(
    {
      title: localText({ title: "Title", description: "What is asked; left out: the scenario's title." }).optional(),
      scenario: scenario(names, "The scenario whose numbers are moved."),
      method: choice(sweepMethods, {
        title: "Method",
        description:
          "grid: all combinations; one-per-lever: one number at a time; latin-hypercube: as many random points as asked for, spread evenly over each number.",
      }),
      vary: varyShape(known),
      points: whole(2, mostPoints, {
        title: "Points",
        description: "How many points a Latin hypercube has.",
        examples: [200],
      }).optional(),
      goals: goals(names, "Goals judged at each point; left out: those of the suite.").optional(),
    },
    { title: "Sweep", description: "One scenario with some of its numbers moved, point by point." },
  );
}

const scenario = (names: SuiteNames, description: string) => nameOf("scenario", names.scenarios, { description });

const goals = (names: SuiteNames, description: string) =>
  list(
    nameOf("goal", names.goals, { description: "A goal's id." }),
    { title: "Goals", description, examples: [["health-2030"]] },
    1,
  );

/** Variations by key; those of keys that are not there are undefined. */
type Variations = Readonly<Record<string, Variation | undefined>>;

function varyShape(known: SweepKnown | null): Shape<Variations> {
  const about = {
    title: "Vary",
    description:
      "Which numbers move, by the keys that `covercast explain` shows, and through which values, each in its own unit.",
    examples: [{ "levers.drive.takeUp": { min: "10%", max: "30%", steps: 5 } }],
  };
  const json = {
    type: "object",
    propertyNames: { pattern: "^(levers|world|trend)\\.[a-z0-9-]+\\." },
    additionalProperties: variationSchema,
    minProperties: 1,
  };
  if (known === null) return custom<Variations>(json, about, () => ({ value: {} }));
  const { method, numbers } = known;
  return closed(
    Object.fromEntries(
      numbers.map((number) => [number.key, variation(method, number, { description: number.key }).optional()]),
    ),
    about,
  );
}
