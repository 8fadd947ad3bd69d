import { counted, say } from "../say.ts";
import { isFact } from "../vintage.ts";
import { type AuditRule, findingAt } from "./rule.ts";

/** Finds figures that are not called projections, yet were printed more than a week before the date they speak of. */
export const printedAhead: AuditRule = ({ workspace, built }) =>
  workspace.schemes.flatMap((scheme) => {
    const ahead = built.observations.filter(
      (figure) => figure.row.scheme === scheme.id && figure.row.status !== "projection" && !isFact(figure),
    );
    if (ahead.length === 0) return [];
    const [{ row, published }] = ahead;
    return [
      findingAt(
        ahead[0],
        "audit/projection-as-fact",
        "warning",
        say(
          (w) =>
            `${w.name(scheme)}: ${counted(ahead.length, "figure")} called ${row.status} but printed before the date, the first for ${row.date} on ${published}: held to be projections`,
          (w) =>
            `${w.name(scheme)}: ${ahead.length} số liệu ghi là ${row.status} nhưng in trước ngày của chúng, đầu tiên là số ngày ${row.date} in ngày ${published}: được coi là dự báo`,
        ),
      ),
    ];
  });
