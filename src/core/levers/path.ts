import type { LeverKind } from "./lever.ts";

/** Follows a table of years: coverage as stated, or people added; for results that were worked out elsewhere. */
export const path: LeverKind = {
  id: "path",
  label: { en: "Stated path", vi: "Lộ trình cho trước" },
  describe: {
    en: "Follows a table: coverage at the end of the years stated, or people added by then.",
    vi: "Đi theo bảng số: tỷ lệ bao phủ cuối các năm đã nêu, hoặc số người tăng thêm đến lúc đó.",
  },
  reference: "Assumed directly: straight lines between the years of the table, level after the last",
  target: "scheme",
  replacesTrend: false,
  parameters: {
    factor: {
      unit: "number",
      min: 0,
      max: 10,
      default: 1,
      step: 0.05,
      describe: { en: "Factor on every value of the table", vi: "Hệ số nhân mọi giá trị trong bảng" },
    },
  },
  tables: {
    coverage: {
      unit: "share",
      min: 0,
      max: 1,
      describe: {
        en: "Share of the base that is covered at the end of each year",
        vi: "Tỷ lệ bao phủ trên mẫu số vào cuối mỗi năm",
      },
    },
    added: {
      unit: "people",
      min: -1e9,
      max: 1e9,
      describe: {
        en: "People covered on top of the trend at the end of each year",
        vi: "Số người tham gia thêm so với xu thế vào cuối mỗi năm",
      },
    },
  },
  apply(values, clock, step) {
    const added = clock.tables?.added;
    if (added) {
      const before = clock.strengthBefore * added.before * added.reachedBefore;
      const after = clock.strengthAfter * added.after * added.reachedAfter;
      step.inflow += (values[0] * (after - before)) / step.pool;
    }
    const coverage = clock.tables?.coverage;
    if (coverage) {
      const weight = clock.strengthAfter * coverage.reachedAfter;
      step.stated += weight * values[0] * coverage.after * step.sharePerPoint;
      step.statedWeight += weight;
    }
  },
  example: {
    values: [1],
    tables: { added: { 2026: 400_000, 2028: 1_000_000 } },
    clock: {
      strength: 1,
      strengthBefore: 1,
      strengthAfter: 1,
      elapsedBefore: 1,
      elapsedAfter: 2,
      tables: { added: { before: 400_000, after: 700_000, reachedBefore: 1, reachedAfter: 1 } },
    },
    before: { inflow: 0, pool: 50_000_000 },
    after: { inflow: 0.006 },
    words:
      "400,000 more by the end of 2026 and 1 m by the end of 2028: 300,000 join in 2027, or 0.6 % of a base of 50 m.",
  },
};
