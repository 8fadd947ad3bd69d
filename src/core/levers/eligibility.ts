import type { LeverKind } from "./lever.ts";

/** Brings people under a scheme's duty by law; compliance grows towards its limit. */
export const eligibility: LeverKind = {
  id: "eligibility",
  label: { en: "Wider duty to insure", vi: "Mở rộng đối tượng bắt buộc" },
  describe: {
    en: "A law brings people into the scheme's duty; the share who comply grows towards a limit.",
    vi: "Luật đưa thêm người vào diện bắt buộc; tỷ lệ tuân thủ tăng dần tới một mức trần.",
  },
  reference: "Saturating compliance A(t) = A_max (1 - exp(-lambda (t - t0 - lag)))",
  decidedBy: "somebody",
  target: "scheme",
  strength: "compliance",
  parameters: {
    people: {
      unit: "people",
      min: 0,
      max: 1e9,
      default: null,
      step: 100_000,
      describe: {
        en: "People newly under the duty and not yet covered",
        vi: "Số người mới thuộc diện và chưa tham gia",
      },
    },
    compliance: {
      unit: "share",
      min: 0,
      max: 1,
      default: null,
      step: 0.05,
      describe: { en: "Share who comply in the long run", vi: "Tỷ lệ tuân thủ dài hạn" },
    },
    speed: {
      unit: "rate-per-year",
      min: 0.01,
      max: 10,
      default: 0.7,
      step: 0.1,
      describe: {
        en: "Speed at which compliance closes its gap (0.7: half of it in a year)",
        vi: "Tốc độ đạt mức tuân thủ (0,7: một nửa trong một năm)",
      },
    },
  },
  apply(values, clock, step) {
    const before = clock.strengthBefore * -Math.expm1(-values[2] * clock.elapsedBefore);
    const after = clock.strengthAfter * -Math.expm1(-values[2] * clock.elapsedAfter);
    step.inflow += (values[0] * values[1] * (after - before)) / step.pool;
  },
  example: {
    values: [1_000_000, 0.5, Math.LN2],
    clock: { strength: 1, strengthBefore: 1, strengthAfter: 1, elapsedBefore: 0, elapsedAfter: 1 },
    before: { inflow: 0, pool: 50_000_000 },
    after: { inflow: 0.005 },
    words: "Of 1 m people half comply in the end and half of these within a year: 250,000, or 0.5 % of a base of 50 m.",
  },
};
