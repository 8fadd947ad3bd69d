import type { LeverKind } from "./lever.ts";

/** Moves the ceiling below which the trend grows, so that it finds room again, or less of it. */
export const ceiling: LeverKind = {
  id: "ceiling",
  label: { en: "Ceiling", vi: "Trần bao phủ" },
  describe: {
    en: "Moves the ceiling below which the trend grows; nobody joins or leaves by that alone.",
    vi: "Dịch chuyển mức trần của xu thế; riêng việc này không làm ai tham gia hay rời đi.",
  },
  reference: "Logistic growth with a changing limit (Meyer and Ausubel 1999)",
  decidedBy: "somebody",
  target: "scheme",
  replacesTrend: false,
  strength: "share",
  parameters: {
    share: {
      unit: "share",
      min: 0.001,
      max: 1,
      default: null,
      step: 0.01,
      describe: {
        en: "The new ceiling, of the same people as the ceiling of the trend",
        vi: "Mức trần mới, tính trên cùng nhóm người như mức trần của xu thế",
      },
    },
  },
  apply(values, clock, step) {
    step.ceiling += clock.strength * (values[0] - step.ownCeiling);
  },
  example: {
    values: [0.9],
    clock: { strength: 0.5, strengthBefore: 0, strengthAfter: 1, elapsedBefore: 0, elapsedAfter: 0.5 },
    before: { ceiling: 0, ownCeiling: 0.8 },
    after: { ceiling: 0.05 },
    words: "A ceiling moved from 80 % to 90 % on 1 July stands on average 5 points higher in its first year.",
  },
};
