import type { Finding } from "../../domain.ts";
import { pinsFigure } from "../prefer.ts";
import { say } from "../say.ts";
import type { AuditRule } from "./rule.ts";

/** Finds pins that match no figure in the data: a slip in scheme, date or source. */
export const unusedPins: AuditRule = ({ workspace, data }) =>
  workspace.pins
    .filter((pin) => !data.observations.some((row) => pinsFigure(pin, row)))
    .map(
      (pin): Finding => ({
        code: "audit/unused-pin",
        severity: "warning",
        message: say(
          () => `the pin of ${pin.scheme} on ${pin.date} names source "${pin.source}", which gives no such figure`,
          () => `ghim cho ${pin.scheme} ngày ${pin.date} nêu nguồn "${pin.source}", nhưng nguồn này không có số đó`,
        ),
        place: null,
        scheme: pin.scheme,
        date: pin.date,
      }),
    );
