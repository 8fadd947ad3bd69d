import { number } from "./numbers.ts";
import { choice, closed, list, text, whole } from "./shape.ts";
import { nameOf } from "./words.ts";

/** How one scheme's trend is fitted, in a workspace and in a scenario alike. */
export function trendShape(curveIds: readonly string[] | null) {
  const year = (description: string) => whole(1900, 2200, { description, examples: [2020] });
  return closed(
    {
      ceiling: closed(
        {
          mean: number("share", { min: 0.001, max: 1 }, { description: "Middle of the prior.", examples: ["80%"] }),
          sd: number(
            "share",
            { min: 0, max: 0.5 },
            { description: "Standard deviation of the prior.", examples: ["10%"] },
          ),
        },
        {
          title: "Ceiling",
          description:
            "Prior on the share that the scheme can reach in the end; left out, growth is not bent below any.",
        },
      ).optional(),
      window: closed(
        {
          from: year("First year of history that is used.").optional(),
          to: year("Last year of history that is used.").optional(),
        },
        { title: "Window", description: "Years of history that the trend is fitted to; left out: all." },
      ).optional(),
      curves: list(nameOf("curve", curveIds, { description: "A curve's id." }), {
        title: "Curves",
        description: "Curves that may enter the mixture; left out: all that suit the history.",
        examples: [["logit-linear", "constant-hazard"]],
      }).optional(),
      exclude: list(
        closed(
          {
            year: year("Year left out."),
            reason: text({
              description: "Why; the report prints it.",
              examples: ["The count was cut off by the pandemic."],
            }),
          },
          { description: "One year that the fit leaves out." },
        ),
        { title: "Years left out", description: "Years of history that the fit leaves out, each with its reason." },
      ).optional(),
      loss: choice(["squares", "huber"], {
        title: "Loss",
        description:
          "What regressions minimise: squares (if left out), or Huber's loss, which an odd reading moves less. Acts where a regression is among the curves.",
        examples: ["huber"],
      }).optional(),
      halfLife: number(
        "years",
        { min: 0.5, max: 100 },
        {
          title: "Half-life",
          description:
            "After so long a reading counts half as much in regressions; left out, all count alike. Acts where a regression is among the curves.",
          examples: ["8y"],
        },
      ).optional(),
    },
    { title: "Trend", description: "How the scheme's trend is fitted." },
  );
}
