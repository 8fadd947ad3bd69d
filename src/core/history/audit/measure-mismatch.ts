import { counted, say } from "../say.ts";
import { type AuditRule, findingAt } from "./rule.ts";

/** Finds rates published on another base than the scheme's; a history uses none of them as coverage. */
export const measureMismatch: AuditRule = ({ workspace, built }) =>
  workspace.schemes.flatMap((scheme) => {
    const other = built.observations.filter(
      ({ row }) => row.scheme === scheme.id && row.coverage !== null && row.base !== scheme.base,
    );
    if (other.length === 0) return [];
    const bases = [...new Set(other.map(({ row }) => `"${row.base}"`))];
    const dates = [...new Set(other.map(({ row }) => row.date))].sort();
    return [
      findingAt(
        other[0],
        "audit/measure-mismatch",
        "note",
        say(
          (w) =>
            `${w.name(scheme)}: ${counted(other.length, "rate")} (${w.list(dates)}) divided by ${w.list(bases)}, not by "${scheme.base}": not used as coverage`,
          (w) =>
            `${w.name(scheme)}: ${other.length} tỷ lệ (${w.list(dates)}) tính trên ${w.list(bases)}, không phải "${scheme.base}": không dùng làm độ bao phủ`,
        ),
      ),
    ];
  });
