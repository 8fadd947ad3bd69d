import type { LikelihoodScale, LocalText } from "../domain.ts";

/**
 * The rule that holds where a workspace states no other: the likelihood scale of the IPCC (Mastrandrea et al. 2010,
 * guidance note on uncertainties), read as bands that do not overlap.
 */
export const IPCC_SCALE: LikelihoodScale = {
  name: { en: "IPCC likelihood scale", vi: "thang khả năng của IPCC" },
  bands: [
    { atLeast: 0.99, words: { en: "virtually certain", vi: "gần như chắc chắn" } },
    { atLeast: 0.9, words: { en: "very likely", vi: "rất nhiều khả năng" } },
    { atLeast: 0.66, words: { en: "likely", vi: "nhiều khả năng" } },
    { atLeast: 0.33, words: { en: "about as likely as not", vi: "khả năng đạt và không đạt ngang nhau" } },
    { atLeast: 0.1, words: { en: "unlikely", vi: "ít khả năng" } },
    { atLeast: 0.01, words: { en: "very unlikely", vi: "rất ít khả năng" } },
    { atLeast: 0, words: { en: "exceptionally unlikely", vi: "hầu như không có khả năng" } },
  ],
};

/** Puts a probability into words, as it is printed beside them: whole percents, "<1 %" and ">99 %" at the ends. */
export function likelihoodOf(probability: number, { bands }: LikelihoodScale = IPCC_SCALE): LocalText {
  const ends = probability < 0.01 ? 0 : 1;
  const printed = probability < 0.01 || probability > 0.99 ? ends : Math.round(probability * 100) / 100;
  return (bands.find((band) => printed >= band.atLeast) ?? bands[bands.length - 1]).words;
}
