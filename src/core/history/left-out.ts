import type { Finding, LocalText, Workspace } from "../domain.ts";
import type { BuiltHistories, LeftOut } from "./build-history.ts";
import { groupBy } from "./group-by.ts";
import { say, yearRuns } from "./say.ts";
import type { NoPoint } from "./year-end-point.ts";

/**
 * Tells of the year ends that have figures but no point, one finding for each scheme and reason, and of bases whose
 * readings could not be linked.
 */
export function leftOut(workspace: Workspace, built: BuiltHistories): Finding[] {
  const groups = groupBy(built.leftOut, ({ scheme, reason }) => `${scheme.id} ${reason}`);
  const points = [...groups.values()].map((left): Finding => {
    const [first] = left;
    return {
      code: codes[first.reason],
      severity: first.reason === "only-projections" || isEmpty(built, first) ? "warning" : "note",
      message: messages[first.reason](left),
      place: first.figures[0].row.place,
      scheme: first.scheme.id,
      date: `${first.year}-12-31`,
    };
  });
  const unlinked = workspace.bases.flatMap(({ id }) =>
    (built.linkedBases.get(id)?.linked.unlinked ?? []).map(
      (regime): Finding => ({
        code: "audit/base-unlinked",
        severity: "warning",
        message: say(
          () =>
            `${id}: regime "${regime}" was never read within two years of another regime; its readings are not used`,
          () => `${id}: chế độ "${regime}" không có số nào cách chế độ khác dưới hai năm; không dùng các số này`,
        ),
        place: null,
        scheme: null,
        date: null,
      }),
    ),
  );
  return [...points, ...unlinked];
}

const codes: Readonly<Record<NoPoint, string>> = {
  "only-projections": "audit/projection-as-fact",
  "only-other-measures": "audit/measure-only",
  "no-base": "audit/no-base",
};

const messages: Readonly<Record<NoPoint, (left: readonly LeftOut[]) => LocalText>> = {
  "only-projections": (left) =>
    say(
      (w) =>
        `${w.name(left[0].scheme)}: every figure for the year end of ${yearRuns(years(left))} was printed as a projection or long before that day; none is used as a fact${filled(left, "; the history takes total less other parts for")}`,
      (w) =>
        `${w.name(left[0].scheme)}: mọi số liệu cuối năm ${yearRuns(years(left))} là dự báo hoặc in trước ngày đó từ lâu; không dùng làm số thực tế${filled(left, "; lịch sử lấy tổng trừ các phần khác cho năm")}`,
    ),
  "only-other-measures": (left) =>
    say(
      (w) =>
        `${w.name(left[0].scheme)}: for the year end of ${yearRuns(years(left))} only rates on another base were published; they make no point`,
      (w) =>
        `${w.name(left[0].scheme)}: cuối năm ${yearRuns(years(left))} chỉ có tỷ lệ trên mẫu số khác; không tạo thành điểm`,
    ),
  "no-base": (left) =>
    say(
      (w) =>
        `${w.name(left[0].scheme)}: figures for the year end of ${yearRuns(years(left))} have no base: "${left[0].scheme.base}" is not read within five years`,
      (w) =>
        `${w.name(left[0].scheme)}: số liệu cuối năm ${yearRuns(years(left))} không có mẫu số: "${left[0].scheme.base}" không có số trong vòng năm năm`,
    ),
};

/** A scheme without any point cannot be projected; a scheme that lacks early years can. */
function isEmpty({ histories }: BuiltHistories, { scheme }: LeftOut): boolean {
  return histories.find((history) => history.scheme === scheme.id)?.points.length === 0;
}

function years(left: readonly LeftOut[]): number[] {
  return left.map(({ year }) => year);
}

function filled(left: readonly LeftOut[], words: string): string {
  const from = left.filter((one) => one.filled);
  return from.length > 0 ? `${words} ${yearRuns(years(from))}` : "";
}
