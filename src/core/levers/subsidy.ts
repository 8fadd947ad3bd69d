import type { LeverKind } from "./lever.ts";

/** Pays a part of the participants' premium, to which take-up answers with an elasticity. */
export const subsidy: LeverKind = {
  id: "subsidy",
  label: { en: "Premium subsidy", vi: "Hỗ trợ mức đóng" },
  describe: {
    en: "Lowers the share of the premium that a participant pays; take-up answers with an elasticity. With the full premium of a person-year as unitCost, what it costs is told.",
    vi: "Giảm phần mức đóng mà người tham gia phải trả; việc tham gia thay đổi theo độ co giãn. Nếu nêu mức đóng đầy đủ một người một năm ở unitCost, chi phí sẽ được tính.",
  },
  reference:
    "Arc elasticity (Allen 1934) of the odds of taking part: ratio (1 + x) / (1 - x), x = e (after - before) / (after + before)",
  decidedBy: "somebody",
  target: "scheme",
  replacesTrend: false,
  strength: "after",
  parameters: {
    before: {
      unit: "share",
      min: 0.01,
      max: 1,
      default: 1,
      step: 0.05,
      describe: {
        en: "Share of the premium that a participant pays without it",
        vi: "Phần mức đóng người tham gia phải trả khi chưa hỗ trợ",
      },
    },
    after: {
      unit: "share",
      min: 0,
      max: 1,
      default: null,
      step: 0.05,
      describe: {
        en: "Share of the premium that a participant pays with it",
        vi: "Phần mức đóng người tham gia phải trả khi được hỗ trợ",
      },
    },
    elasticity: {
      unit: "number",
      min: -0.95,
      max: 0,
      default: null,
      step: 0.05,
      describe: {
        en: "Change of take-up in percent for one percent of what participants pay, below 0",
        vi: "Mức thay đổi phần trăm của việc tham gia khi số tiền phải trả thay đổi một phần trăm, âm",
      },
    },
  },
  apply(values, clock, step) {
    const change = (values[1] - values[0]) / (values[1] + values[0]);
    // (1 + x) / (1 - x) on the odds is 2 artanh(x) on their logarithm.
    step.logOdds += clock.strengthAfter * 2 * Math.atanh(values[2] * change);
  },
  unitsPerParticipant: (values, clock) => clock.strength * (values[0] - values[1]),
  example: {
    values: [1, 0.5, -0.3],
    clock: { strength: 1, strengthBefore: 1, strengthAfter: 1, elapsedBefore: 0, elapsedAfter: 1 },
    before: { logOdds: 0 },
    after: { logOdds: 0.2006706954621512 },
    words:
      "Paying half of the premium for them lets participants' odds rise by the factor 1.1 / 0.9: of 100 covered among many more who are not, 122 in the end. The payer pays half of a premium for each of the 122.",
  },
};
