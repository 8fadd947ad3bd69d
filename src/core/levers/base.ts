import type { LeverKind } from "./lever.ts";

/** Makes the base grow faster or slower, with people who are covered well, little or not at all. */
export const base: LeverKind = {
  id: "base",
  label: { en: "Growth of the base", vi: "Tăng trưởng mẫu số" },
  describe: {
    en: "Adds to the yearly growth of the base; says how well the added people are covered against the others.",
    vi: "Cộng vào tốc độ tăng mẫu số hằng năm; nêu mức bao phủ của nhóm thêm vào so với nhóm hiện có.",
  },
  reference: "Compound growth of the denominator",
  decidedBy: "somebody",
  target: "base",
  strength: "growth",
  parameters: {
    growth: {
      unit: "rate-per-year",
      min: -0.2,
      max: 0.2,
      default: null,
      step: 0.001,
      describe: { en: "Growth a year on top of the projected", vi: "Tăng thêm mỗi năm so với dự báo" },
    },
    covered: {
      unit: "share",
      min: 0,
      max: 1,
      default: 0,
      step: 0.1,
      describe: {
        en: "How well the added people are covered: 0 not at all, 1 like the others",
        vi: "Mức bao phủ của nhóm thêm vào: 0 không ai, 1 như nhóm khác",
      },
    },
  },
  apply(values, clock, step) {
    const added = clock.strength * values[0];
    step.base *= 1 + added;
    step.participants *= 1 + added * values[1];
  },
  example: {
    values: [0.01, 0.5],
    clock: { strength: 1, strengthBefore: 1, strengthAfter: 1, elapsedBefore: 0, elapsedAfter: 1 },
    before: { base: 1, participants: 1 },
    after: { base: 1.01, participants: 1.005 },
    words: "A base 1 % larger whose added people are covered half as well as the others.",
  },
};
