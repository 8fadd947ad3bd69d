import type { Curve } from "./curve.ts";
import { fitRandomWalk } from "./random-walk.ts";

/** The last value stays: the reference that every method must beat. */
export const naive: Curve = {
  id: "naive",
  label: { en: "Last value", vi: "Giá trị cuối" },
  describe: {
    en: "Coverage stays where it was last read, give or take the changes of the past.",
    vi: "Độ bao phủ giữ nguyên như số liệu cuối, dao động như những thay đổi đã qua.",
  },
  reference: "Hyndman and Athanasopoulos (2021), Forecasting: Principles and Practice, 5.2",
  parameters: [],
  optional: false,
  minimumPoints: 2,
  value: () => 0,
  gradient() {},
  fit(data) {
    const errors = Float64Array.from({ length: data.t.length - 1 }, (_, i) => data.z[i + 1] - data.z[i]);
    return fitRandomWalk(data, { parameters: [], covarianceRoot: () => [], errors, estimated: 0 });
  },
  example: { parameters: [], t: 3, ceiling: 1, z: 0 },
};
