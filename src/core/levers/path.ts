import type { LeverKind } from "./lever.ts";

/** Follows a table of years: coverage as stated, or people added; for results that were worked out elsewhere. */
export const path: LeverKind = {
  id: "path",
  label: { en: "Stated path", vi: "Lộ trình cho trước" },
  describe: {
    en: "Follows a table or a formula: coverage at the end of each year, or people added by then.",
    vi: "Đi theo bảng số hoặc công thức: tỷ lệ bao phủ cuối mỗi năm, hoặc số người tăng thêm đến lúc đó.",
  },
  reference:
    "Assumed directly: straight lines between the years of the table, level after the last; or a formula of the year " +
    "and of the state a year before",
  decidedBy: "somebody",
  target: "scheme",
  replacesTrend: false,
  strength: "factor",
  parameters: {
    factor: {
      unit: "number",
      min: 0,
      max: 10,
      default: 1,
      step: 0.05,
      describe: {
        en: "Factor on every value of the table or formula, unless the formula itself speaks of it",
        vi: "Hệ số nhân mọi giá trị của bảng hoặc công thức, trừ khi công thức tự dùng hệ số này",
      },
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
      step.inflow += ((added.factorWithin ? 1 : values[0]) * (after - before)) / step.pool;
    }
    const coverage = clock.tables?.coverage;
    if (coverage) {
      const weight = clock.strengthAfter * coverage.reachedAfter;
      step.stated += weight * (coverage.factorWithin ? 1 : values[0]) * coverage.after * step.sharePerPoint;
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
  formulaExample: {
    values: [1],
    formulas: { coverage: "coverage + 0.1 * (0.9 - coverage)" },
    state: { year: 2027, t: 2, trend: 0.52, coverage: 0.5, participants: 25e6, base: 50e6, uncovered: 25e6, factor: 1 },
    clock: {
      strength: 1,
      strengthBefore: 1,
      strengthAfter: 1,
      elapsedBefore: 1,
      elapsedAfter: 2,
      tables: { coverage: { before: 0.5, after: 0.54, reachedBefore: 1, reachedAfter: 1 } },
    },
    before: { stated: 0, statedWeight: 0 },
    after: { stated: 0.54, statedWeight: 1 },
    words: "A tenth of the way that is left to 90 % is gone each year: from 50 % at the end of 2026 to 54 % in 2027.",
  },
};
