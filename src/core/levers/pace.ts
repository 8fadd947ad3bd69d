import type { LeverKind } from "./lever.ts";

/** Makes the scheme's own trend go faster or slower from its start. */
export const pace: LeverKind = {
  id: "pace",
  label: { en: "Pace of the trend", vi: "Nhịp độ của xu thế" },
  describe: {
    en: "Multiplies what the trend itself gains in each year, from the start on; what was gained stays.",
    vi: "Nhân mức tăng hằng năm của chính xu thế kể từ khi bắt đầu; phần đã tăng được giữ lại.",
  },
  reference: "Time warp of the fitted curve: z(t+1) - z(t) times the factor, z = ln(p / (K - p))",
  decidedBy: "somebody",
  target: "scheme",
  replacesTrend: false,
  strength: "factor",
  parameters: {
    factor: {
      unit: "number",
      min: 0,
      max: 10,
      default: null,
      step: 0.1,
      describe: {
        en: "Factor on the yearly gain: 1 leaves it, 0 stops it, 2 doubles it, falls too",
        vi: "Hệ số nhân mức tăng hằng năm: 1 giữ nguyên, 0 dừng lại, 2 gấp đôi, kể cả khi giảm",
      },
    },
  },
  apply(values, clock, step) {
    step.pace *= 1 + clock.strength * (values[0] - 1);
  },
  example: {
    values: [2],
    clock: { strength: 0.5, strengthBefore: 0, strengthAfter: 1, elapsedBefore: 0, elapsedAfter: 0.5 },
    before: { pace: 1 },
    after: { pace: 1.5 },
    words: "A pace doubled from 1 July makes the year's gain half as large again.",
  },
};
