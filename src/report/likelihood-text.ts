import { IPCC_SCALE } from "../core/goals/likelihood.ts";
import type { Subject } from "./subject.ts";

/** Names the rule by which chances are put into words, with the border of each word. */
export function likelihoodRule({ language, projection }: Pick<Subject, "language" | "projection">): string {
  const { name, bands } = projection.input.likelihood ?? IPCC_SCALE;
  const told = bands.map(({ atLeast, words }, i) =>
    i < bands.length - 1
      ? language.say("method.likelihoodFrom", {
          words: language.local(words),
          p: language.percent(atLeast, decimals(atLeast)),
        })
      : language.say("method.likelihoodBelow", { words: language.local(words) }),
  );
  return language.say("method.likelihood", { name: language.local(name), bands: told.join(", ") });
}

const decimals = (share: number) => (Number.isInteger(Number((share * 100).toFixed(6))) ? 0 : 1);
