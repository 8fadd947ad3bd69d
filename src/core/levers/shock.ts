import type { LeverKind } from "./lever.ts";

/** Takes a share of the participants away at once and lets them come back with a half-life. */
export const shock: LeverKind = {
  id: "shock",
  label: { en: "Shock", vi: "Cú sốc" },
  describe: {
    en: "Takes a share of the participants away at once; the loss halves every so many years.",
    vi: "Làm mất ngay một phần người tham gia; phần mất giảm một nửa sau mỗi chu kỳ phục hồi.",
  },
  reference: "Exponential recovery: loss x 2^(-(t - t0) / half-life)",
  decidedBy: "nobody",
  target: "scheme",
  strength: "loss",
  parameters: {
    loss: {
      unit: "share",
      min: 0,
      max: 1,
      default: null,
      step: 0.005,
      describe: { en: "Share of the participants lost at once", vi: "Tỷ lệ người tham gia mất ngay" },
    },
    halfLife: {
      unit: "years",
      min: 0.05,
      max: Number.POSITIVE_INFINITY,
      default: Number.POSITIVE_INFINITY,
      step: 0.25,
      describe: {
        en: "Years until half has come back; left out: it never does",
        vi: "Số năm để phục hồi một nửa; bỏ trống: không phục hồi",
      },
    },
  },
  apply(values, clock, step) {
    step.level *= 1 - clock.strengthAfter * values[0] * 0.5 ** (clock.elapsedAfter / values[1]);
  },
  example: {
    values: [0.04, 1],
    clock: { strength: 1, strengthBefore: 1, strengthAfter: 1, elapsedBefore: 0, elapsedAfter: 1 },
    before: { level: 1 },
    after: { level: 0.98 },
    words: "A loss of 4 % with a half-life of a year is 2 % a year later.",
  },
};
