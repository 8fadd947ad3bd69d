import type { LeverKind } from "./lever.ts";

/** Multiplies the odds of being covered, as incentives do whose effect was measured as an odds ratio. */
export const odds: LeverKind = {
  id: "odds",
  label: { en: "Odds ratio", vi: "Tỷ số chênh" },
  describe: {
    en: "Multiplies the odds of being covered, covered against not covered, for as long as it is in force.",
    vi: "Nhân tỷ số giữa người tham gia và chưa tham gia với một hệ số, trong thời gian biện pháp có hiệu lực.",
  },
  reference: "Logistic regression: z + r ln(ratio) on z = ln(p / (K - p)); Cox (1958)",
  decidedBy: "somebody",
  target: "scheme",
  replacesTrend: false,
  strength: "ratio",
  parameters: {
    ratio: {
      unit: "number",
      min: 0.01,
      max: 100,
      default: null,
      step: 0.05,
      describe: {
        en: "Odds of being covered with the measure, divided by the odds without",
        vi: "Tỷ số chênh của việc tham gia khi có biện pháp so với khi không có",
      },
    },
  },
  apply(values, clock, step) {
    step.logOdds += clock.strengthAfter * Math.log(values[0]);
  },
  example: {
    values: [1.5],
    clock: { strength: 0.5, strengthBefore: 0, strengthAfter: 1, elapsedBefore: 0, elapsedAfter: 0.5 },
    before: { logOdds: 0 },
    after: { logOdds: 0.4054651081081644 },
    words: "Odds of 1 to 4 (20 % covered) become 1.5 to 4: 27.3 % covered. On z that is a step of ln 1.5.",
  },
};
