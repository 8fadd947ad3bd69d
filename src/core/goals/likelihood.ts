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

/** Puts a probability, rounded to the whole percent that is printed beside them, into calibrated words. */
export function likelihoodOf(probability: number): Likelihood {
  const printed = Math.round(probability * 100) / 100;
  return LIKELIHOOD_SCALE.find((band) => printed >= band.atLeast)?.words ?? "exceptionally-unlikely";
}
