import type { Placed } from "../check-shape.ts";
import type { Problems } from "../problems.ts";
import { readTypedNumber } from "../typed-number.ts";
import { isMap } from "../yaml-tree.ts";

/** Totals and their parts: a lever acts on parts, since a total is their sum. */
export type Totals = ReadonlyMap<string, readonly string[]>;

/**
 * Checks what no single key of a lever can tell; on raw values, so that it speaks even where other things are wrong.
 */
export function checkLever(
  id: string,
  lever: Readonly<Record<string, unknown>>,
  totals: Totals,
  placed: Placed,
  problems: Problems,
): void {
  const error = (key: string, code: string, message: string, hint: string) =>
    problems.error(`scenario/${code}`, placed.valueAt(["levers", id, key]), message, {
      path: `levers.${id}.${key}`,
      hint,
    });
  const { start, end, fade, ramp, beyondTrend, replacesTrendShare, scheme } = lever;
  const name = `levers.${id}`;

  // ISO dates sort as text.
  if (typeof start === "string" && typeof end === "string" && end < start)
    error(
      "end",
      "ends-before-start",
      `${name} ends on ${end}, before it starts on ${start}`,
      "write the later day as end",
    );
  if (fade !== undefined && end === undefined)
    error("fade", "fade-without-end", `${name} fades, but it has no end`, "add end: the day from which it fades");
  if (isMap(ramp) && typeof ramp.shape === "string" && ramp.shape !== "step" && ramp.over === undefined)
    error("ramp", "ramp-without-length", `the ramp of ${name} has no length`, "add over: 3y");
  if (isMap(ramp) && ramp.shape === "step" && ramp.over !== undefined)
    error(
      "ramp",
      "step-with-length",
      `the ramp of ${name} is a step, which has no length`,
      "take over out, or write shape: linear",
    );

  const share = readTypedNumber("share", replacesTrendShare ?? 0, { min: 0, max: 1 });
  if (beyondTrend === true && "value" in share && share.value > 0)
    error(
      "replacesTrendShare",
      "beyond-and-within-trend",
      `${name} lies beyond the trend and yet replaces a share of it`,
      "take one of the two out",
    );
  if (beyondTrend === false && replacesTrendShare === undefined)
    error(
      "beyondTrend",
      "share-missing",
      `${name} is not beyond the trend, but does not say how much of it it replaces`,
      "add replacesTrendShare: 50%",
    );

  const parts = typeof scheme === "string" ? totals.get(scheme) : undefined;
  if (parts)
    error(
      "scheme",
      "lever-on-total",
      `${name} acts on ${scheme}, which is the sum of ${parts.join(" and ")}`,
      `let it act on ${parts.join(" or ")}`,
    );
}
