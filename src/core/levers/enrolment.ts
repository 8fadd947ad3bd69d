import type { LeverKind } from "./lever.ts";

/** Reaches a share of the uncovered each year, of whom some take up the scheme. */
export const enrolment: LeverKind = {
  id: "enrolment",
  label: { en: "Enrolment drive", vi: "Vận động tham gia" },
  describe: {
    en: "Each year reaches a share of the people not yet covered, of whom a share joins.",
    vi: "Mỗi năm tiếp cận một phần người chưa tham gia, trong đó một tỷ lệ tham gia.",
  },
  reference: "Competing hazards on the uncovered: 1 - h = (1 - h0) (1 - r q e)",
  decidedBy: "somebody",
  target: "scheme",
  strength: "reach",
  parameters: {
    reach: {
      unit: "share",
      min: 0,
      max: 1,
      default: null,
      step: 0.05,
      describe: { en: "Share of the uncovered reached a year", vi: "Tỷ lệ người chưa tham gia được tiếp cận mỗi năm" },
    },
    takeUp: {
      unit: "share",
      min: 0,
      max: 1,
      default: null,
      step: 0.05,
      describe: { en: "Share of those reached who join", vi: "Tỷ lệ người được tiếp cận tham gia" },
    },
  },
  apply(values, clock, step) {
    step.missed *= 1 - clock.strength * values[0] * values[1];
  },
  example: {
    values: [0.2, 0.3],
    clock: { strength: 0.5, strengthBefore: 0, strengthAfter: 1, elapsedBefore: 0, elapsedAfter: 0.5 },
    before: { missed: 1 },
    after: { missed: 0.97 },
    words: "Reaching 20 % of the uncovered with 30 % take-up for half a year wins 3 % of them.",
  },
};
