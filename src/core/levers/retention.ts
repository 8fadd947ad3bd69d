import type { LeverKind } from "./lever.ts";

/** Avoids a share of the yearly exits, one-off withdrawals among them. */
export const retention: LeverKind = {
  id: "retention",
  label: { en: "Fewer exits", vi: "Giảm rời hệ thống" },
  describe: {
    en: "Avoids a share of the participants' yearly exits, such as one-off withdrawals.",
    vi: "Giảm một phần số người rời hệ thống mỗi năm, như nhận bảo hiểm xã hội một lần.",
  },
  reference: "Stock and flow: exits d p (1 - r e)",
  decidedBy: "somebody",
  target: "scheme",
  strength: "reduction",
  parameters: {
    reduction: {
      unit: "share",
      min: 0,
      max: 1,
      default: null,
      step: 0.05,
      describe: { en: "Share of the yearly exits avoided", vi: "Tỷ lệ số rời đi mỗi năm được giữ lại" },
    },
  },
  apply(values, clock, step) {
    step.exitsKept *= 1 - clock.strength * values[0];
  },
  example: {
    values: [0.25],
    clock: { strength: 1, strengthBefore: 1, strengthAfter: 1, elapsedBefore: 1, elapsedAfter: 2 },
    before: { exitsKept: 1 },
    after: { exitsKept: 0.75 },
    words: "A quarter of the exits avoided leaves three quarters of them.",
  },
};
