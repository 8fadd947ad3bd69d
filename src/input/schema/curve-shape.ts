import { byName, choice, closed, plainNumber, text } from "./shape.ts";
import { localText } from "./words.ts";

/** A growth curve that a workspace defines by a formula. */
export function curveShape() {
  return closed(
    {
      title: localText({ title: "Title", description: "What the report calls it." }),
      expression: text({
        title: "Formula",
        description: "In mathjs notation, of the parameters and t, the years since the last reading.",
        examples: ["top / (1 + exp(-pace * (t - middle)))"],
      }),
      gives: choice(["share", "logit"], {
        title: "Gives",
        description: "What the formula gives: the share itself, 0 to 1, or its logit ln(p / (K - p)).",
        default: "share",
      }).optional(),
      parameters: byName(parameterShape(), {
        title: "Parameters",
        description: "What is fitted, by the name in the formula.",
      }),
    },
    { title: "Curve", description: "A growth curve of your own." },
  );
}

function parameterShape() {
  return closed(
    {
      start: plainNumber({ description: "Where the search begins.", examples: [0.1] }),
      min: plainNumber({ description: "Least value that it may take.", examples: [0] }),
      max: plainNumber({ description: "Greatest value that it may take.", examples: [2] }),
      prior: closed(
        {
          mean: plainNumber({ description: "What it is believed to be.", examples: [0.1] }),
          sd: plainNumber({ description: "Standard deviation of the belief.", examples: [0.05] }),
        },
        { title: "Prior", description: "What is believed of it before any reading is seen; left out: nothing." },
      ).optional(),
    },
    { title: "Parameter", description: "One parameter of the formula." },
  );
}
