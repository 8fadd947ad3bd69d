import type { Finding } from "../../domain.ts";
import type { Place } from "../../errors.ts";
import { counted, say } from "../say.ts";
import type { AuditRule } from "./rule.ts";

/** Finds rows without a source, sources that the table of sources does not know, and sources that show no date. */
export const sources: AuditRule = ({ data }) => {
  const rows: readonly {
    readonly sources: readonly string[];
    readonly published?: string | null;
    readonly place?: Place;
  }[] = [...data.observations, ...data.bases, ...data.goals];
  const table = new Map(data.sources.map((source) => [source.id, source]));
  const finding = (
    code: string,
    severity: Finding["severity"],
    message: Finding["message"],
    place?: Place,
  ): Finding => ({
    ...{ code, severity, message, place: place ?? null },
    scheme: null,
    date: null,
  });
  const bare = rows.filter((row) => row.sources.length === 0);
  const cited = new Map<string, { place?: Place; count: number }>();
  for (const row of rows)
    for (const id of row.sources) {
      const seen = cited.get(id);
      cited.set(id, { place: seen?.place ?? row.place, count: (seen?.count ?? 0) + 1 });
    }
  const unknown = [...cited].filter(([id]) => !table.has(id));
  const undatedRows = [...data.observations, ...data.bases].filter(
    (row) => row.published === null && row.sources.some((id) => table.get(id)?.published == null),
  );
  const undated = new Set(undatedRows.flatMap((row) => row.sources.filter((id) => table.get(id)?.published == null)));
  return [
    ...(bare.length === 0
      ? []
      : [
          finding(
            "audit/missing-source",
            "warning",
            say(
              () => `${counted(bare.length, "row")} without a source, this one first`,
              () => `${bare.length} dòng không ghi nguồn, dòng này là đầu tiên`,
            ),
            bare[0].place,
          ),
        ]),
    ...unknown.map(([id, { place, count }]) =>
      finding(
        "audit/missing-source",
        "warning",
        say(
          () => `source "${id}", named by ${counted(count, "row")}, is not in the table of sources`,
          () => `nguồn "${id}", được ${count} dòng dẫn, không có trong bảng nguồn`,
        ),
        place,
      ),
    ),
    ...(undatedRows.length === 0
      ? []
      : [
          finding(
            "audit/missing-publication",
            "note",
            say(
              () =>
                `${counted(undatedRows.length, "row")} from ${counted(undated.size, "source")} without a publication date; a replay takes each source as published 30 days after the latest reading in it`,
              () =>
                `${undatedRows.length} dòng từ ${undated.size} nguồn không có ngày công bố; khi diễn lại, mỗi nguồn được coi là công bố 30 ngày sau số liệu mới nhất của nó`,
            ),
            undatedRows[0].place,
          ),
        ]),
  ];
};
