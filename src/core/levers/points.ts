import type { LeverKind } from "./lever.ts";

/** Adds percentage points of coverage a year, taken from the uncovered. */
export const points: LeverKind = {
  id: "points",
  label: { en: "Points a year", vi: "Điểm phần trăm mỗi năm" },
  describe: {
    en: "Adds percentage points of coverage a year, taken from the uncovered and cut when none are left.",
    vi: "Cộng thêm điểm phần trăm bao phủ mỗi năm, lấy từ người chưa tham gia và dừng khi không còn ai.",
  },
  reference: "Assumed directly; the plainest lever, for results measured elsewhere",
  decidedBy: "somebody",
  target: "scheme",
  strength: "perYear",
  parameters: {
    perYear: {
      unit: "points-per-year",
      min: -0.5,
      max: 0.5,
      default: null,
      step: 0.001,
      describe: { en: "Percentage points of the base a year", vi: "Điểm phần trăm trên mẫu số mỗi năm" },
    },
  },
  apply(values, clock, step) {
    step.inflow += clock.strength * values[0] * step.sharePerPoint;
  },
  example: {
    values: [0.01],
    clock: { strength: 0.5, strengthBefore: 0, strengthAfter: 1, elapsedBefore: 0, elapsedAfter: 0.5 },
    before: { inflow: 0, sharePerPoint: 1 },
    after: { inflow: 0.005 },
    words: "One point a year, begun on 1 July, adds half a point by the year's end.",
  },
};
