import type { CurveData } from "../curves/curve.ts";
import type { LocalText } from "../domain.ts";

/** Fewer readings than this leave the width of the interval to the priors. */
const FEW = 8;

/**
 * Says in plain words what a reader must know of a fit: few readings, no track record, an assumed ceiling, holes, settings that
 * move nothing.
 */
export function trendWarnings(
  data: CurveData,
  calibrationForecasts: number,
  ceilingAssumed: boolean,
  weightsIdle: boolean,
): LocalText[] {
  const n = data.t.length;
  const warnings: LocalText[] = [];
  if (n < FEW) {
    warnings.push({
      en: `${n} readings: the width of the interval is mostly prior.`,
      vi: `${n} số liệu: độ rộng khoảng tin cậy chủ yếu dựa vào giả định ban đầu.`,
    });
  }
  if (calibrationForecasts === 0) {
    warnings.push({
      en: "The history is too short to try the method on its own past, so the intervals are not calibrated.",
      vi: "Chuỗi số liệu quá ngắn để thử phương pháp trên chính quá khứ, nên khoảng tin cậy chưa được hiệu chỉnh.",
    });
  }
  if (ceilingAssumed) {
    warnings.push({
      en: "The readings cannot tell the ceiling: it is assumed, not measured.",
      vi: "Số liệu không cho biết mức trần: mức này là giả định, không phải đo được.",
    });
  }
  if (weightsIdle) {
    warnings.push({
      en: "The loss or half-life asked for acts on regressions alone, and none is in the combination: name one under curves.",
      vi: "Hàm mất mát hoặc chu kỳ bán rã được yêu cầu chỉ tác động tới các hồi quy, mà trong tổ hợp không có hồi quy nào: hãy nêu một hồi quy ở mục curves.",
    });
  }
  const gaps = Array.from(data.t).filter((t, i) => i > 0 && t - data.t[i - 1] > 1.5).length;
  if (gaps > 0) {
    warnings.push({
      en: `The history has ${gaps} ${gaps === 1 ? "gap" : "gaps"}; no reading was filled in.`,
      vi: `Chuỗi số liệu có ${gaps} chỗ trống; không số liệu nào được điền thêm.`,
    });
  }
  return warnings;
}
