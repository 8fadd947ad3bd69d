import { currentFormat } from "../migrate/migration.ts";
import { curveShape } from "./curve-shape.ts";
import { anyShare, number, quantity } from "./numbers.ts";
import { byId, choice, closed, list, text, type ValueOf, whole } from "./shape.ts";
import { trendShape } from "./trend-shape.ts";
import { isoDate, localText, nameOf, version } from "./words.ts";

/** Ids that a workspace may refer to; null where they are not known yet, as for an editor. */
export interface WorkspaceNames {
  readonly schemes: readonly string[] | null;
  readonly bases: readonly string[] | null;
  readonly curves: readonly string[] | null;
}

/** Growth a year that a base may have; ten times what any country has seen is still a slip of the pen. */
export const growthLimits = { min: -0.2, max: 0.2 };

/** The shape of covercast.yaml. */
export function workspaceShape(names: WorkspaceNames, format = currentFormat("workspace")) {
  const scheme = (description: string) => nameOf("scheme", names.schemes, { description });
  return closed(
    {
      schema: version(format),
      title: localText({ title: "Title", description: "What the workspace is about; heads every report." }),
      data: text({
        title: "Data",
        description: "Path of the data package, from this file.",
        examples: ["data/datapackage.json"],
      }),
      reference: text({
        title: "Reference",
        description: "Id of the scenario that the others are compared with.",
        default: "baseline",
      }).optional(),
      bases: byId(baseShape(), {
        title: "Bases",
        description: "Denominators: the people who could be covered, by id.",
      }),
      schemes: byId(schemeShape(names), {
        title: "Schemes",
        description: "What is projected, by id, in the order shown.",
      }),
      curves: byId(curveShape(), {
        title: "Curves",
        description: "Growth curves of your own, by id, for a trend's `curves` to name.",
      }).optional(),
      goals: closed(
        {
          headline: list(text({ description: "A goal's id.", examples: ["health-2030"] }), {
            description: "Goals that lead the report, by their ids in the data.",
            examples: [["pension-2030", "health-2030"]],
          }),
        },
        { title: "Goals", description: "Which goals lead the report." },
      ).optional(),
      pins: list(
        closed(
          {
            scheme: scheme("The figure's scheme."),
            date: isoDate({ description: "The figure's reference date.", examples: ["2023-12-31"] }),
            source: text({ description: "The figure's source, by its id in the data.", examples: ["yearbook-2024"] }),
            reason: text({
              description: "Why this figure; the report prints it.",
              examples: ["The year-end count is to the person; the later text rounds it."],
            }),
          },
          { description: "One choice among rival figures." },
        ),
        { title: "Pins", description: "Choices among rival figures, each with its reason." },
      ).optional(),
      likelihood: likelihoodShape().optional(),
      run: runShape().optional(),
      locale: choice(["en", "vi"], {
        title: "Language",
        description: "Language of reports.",
        default: "en",
      }).optional(),
    },
    {
      title: "covercast workspace",
      description: "covercast.yaml: what is projected, on which bases, with which priors.",
    },
  );
}

/** What a workspace file holds once its shape is right. */
export type WorkspaceFile = ValueOf<ReturnType<typeof workspaceShape>>;

function baseShape() {
  return closed(
    {
      title: localText({ title: "Title", description: "The base's name." }),
      reading: choice(["year-end", "year-average"], {
        title: "Reading",
        description: "year-end: read on 31 December; year-average: the mean of the year, dated 1 July.",
      }),
      regime: text({
        title: "Regime",
        description: "Which definition is today's; readings of others are linked to it.",
        examples: ["2022"],
      }),
      growth: quantity("rate-per-year", growthLimits, {
        title: "Growth",
        description: "Growth a year after the last reading; left out: from the projections in the data.",
        examples: ["0.7%", { normal: { mean: "0.7%", sd: "0.4%" } }],
      }).optional(),
      levelSd: number(
        "share",
        { min: 0, max: 0.5 },
        {
          title: "Level, standard deviation",
          description: "Relative standard deviation of the last reading itself.",
          default: "0%",
          examples: ["0.5%"],
        },
      ).optional(),
    },
    { title: "Base", description: "A denominator: the people who could be covered." },
  );
}

function schemeShape(names: WorkspaceNames) {
  const scheme = (description: string) => nameOf("scheme", names.schemes, { description });
  return closed(
    {
      title: localText({ title: "Title", description: "The scheme's name." }),
      short: text({
        title: "Short name",
        description: "A few letters for narrow places; left out: the id in capitals.",
        examples: ["SI"],
      }).optional(),
      base: nameOf("base", names.bases, { title: "Base", description: "The base that coverage is a share of." }),
      baseLagYears: whole(0, 5, {
        title: "Lag of the base",
        description: "1 where officials divide by the base of the year before.",
        default: 0,
      }).optional(),
      sumOf: list(
        scheme("A part's id."),
        {
          title: "Sum of",
          description: "Parts of a total; its draws are the sum of theirs.",
          examples: [["pension-employees", "pension-others"]],
        },
        2,
      ).optional(),
      within: scheme("The scheme that holds all participants of this one; the trend is that of the share.").optional(),
      exitRate: quantity("share", anyShare, {
        title: "Exit rate",
        description: "Share of participants that leave in a year.",
        default: "5%",
        examples: ["5%", { low: "4%", mode: "6%", high: "8%" }],
      }).optional(),
      trend: trendShape(names.curves).optional(),
    },
    { title: "Scheme", description: "A scheme that people take part in." },
  );
}

function likelihoodShape() {
  return closed(
    {
      name: localText({
        title: "Name",
        description: "What the rule is called; reports print it.",
        examples: ["House rule", { en: "House rule", vi: "Quy tắc nội bộ" }],
      }),
      scale: list(
        closed(
          {
            atLeast: number(
              "share",
              { min: 0, max: 1 },
              { description: "Least probability of the word.", examples: ["66%"] },
            ),
            words: localText({
              description: "The word.",
              examples: ["likely", { en: "likely", vi: "nhiều khả năng" }],
            }),
          },
          { description: "One word and where it begins." },
        ),
        {
          title: "Scale",
          description: "Words from the likeliest down; each begins lower than the one before it, the last at 0%.",
          examples: [
            [
              { atLeast: "50%", words: "more likely than not" },
              { atLeast: "0%", words: "less likely than not" },
            ],
          ],
        },
        2,
      ),
    },
    {
      title: "Likelihood",
      description: "How probabilities are put into words; left out: by the likelihood scale of the IPCC.",
    },
  );
}

function runShape() {
  return closed(
    {
      horizon: whole(2000, 2150, { title: "Horizon", description: "Last year projected.", default: 2035 }).optional(),
      draws: whole(100, 1_000_000, {
        title: "Draws",
        description: "Number of simulated futures.",
        default: 10_000,
      }).optional(),
      seed: whole(0, 2 ** 32 - 1, {
        title: "Seed",
        description: "The same seed gives the same futures.",
        default: 1,
      }).optional(),
      bands: list(
        number("share", { min: 0.01, max: 0.999 }, { description: "Share of the futures that the interval holds." }),
        { title: "Bands", description: "Central intervals shown.", default: ["50%", "80%", "95%"] },
        1,
      ).optional(),
    },
    { title: "Run", description: "How far and how finely is simulated." },
  );
}
