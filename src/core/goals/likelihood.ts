import type { Likelihood } from "../domain.ts";

/**
 * The rule that turns a probability into words: the likelihood scale of the IPCC (Mastrandrea et al. 2010, guidance
 * note on uncertainties), read as bands that do not overlap; each number is the band's lower end.
 */
export const LIKELIHOOD_SCALE: readonly { readonly atLeast: number; readonly words: Likelihood }[] = [
  { atLeast: 0.99, words: "virtually-certain" },
  { atLeast: 0.9, words: "very-likely" },
  { atLeast: 0.66, words: "likely" },
  { atLeast: 0.33, words: "about-as-likely-as-not" },
  { atLeast: 0.1, words: "unlikely" },
  { atLeast: 0.01, words: "very-unlikely" },
  { atLeast: 0, words: "exceptionally-unlikely" },
];

/** Puts a probability into calibrated words, as it is printed beside them: whole percents, "<1 %" and ">99 %" at the ends. */
export function likelihoodOf(probability: number): Likelihood {
  const ends = probability < 0.01 ? 0 : 1;
  const printed = probability < 0.01 || probability > 0.99 ? ends : Math.round(probability * 100) / 100;
  return LIKELIHOOD_SCALE.find((band) => printed >= band.atLeast)?.words ?? "exceptionally-unlikely";
}
