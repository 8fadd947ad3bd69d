import type { Lever } from "../../core/domain.ts";
import type { LeverKind } from "../../core/levers/lever.ts";
import { yearFraction } from "../../core/units.ts";
import type { Placed } from "../check-shape.ts";
import { startOfDay } from "../iso-date.ts";
import type { Problems } from "../problems.ts";
import { type Quantity, toDistribution } from "../quantity.ts";
import type { LeverFile } from "../schema/lever-shape.ts";

/** Turns a lever whose shape is right into one of the domain. */
export function buildLever(id: string, file: LeverFile, kind: LeverKind): Lever {
  const values = file as unknown as Readonly<Record<string, Quantity | undefined>>;
  const parameters = Object.keys(kind.parameters).flatMap((name) => {
    const quantity = values[name];
    return quantity === undefined ? [] : [[name, toDistribution(quantity)] as const];
  });
  return {
    id,
    kind: kind.id,
    title: file.title ?? null,
    target: (kind.target === "scheme" ? file.scheme : file.base) as string,
    // A decision is in force from the first minute of its first day to the last of its last.
    start: startOfDay(file.start),
    end: file.end === undefined ? null : yearFraction(file.end),
    lagYears: file.lag ?? 0,
    ramp: { shape: file.ramp?.shape ?? "step", overYears: file.ramp?.over ?? 0 },
    fadeHalfLifeYears: file.fade ?? null,
    parameters: Object.fromEntries(parameters),
    replacesTrendShare: file.replacesTrendShare ?? 0,
    passesOn: file.passesOn ?? true,
    evidence: file.evidence ?? [],
    note: file.note ?? "",
  };
}

/** Checks what no single key of a lever can tell. */
export function checkLever(
  id: string,
  file: LeverFile,
  totals: ReadonlyMap<string, readonly string[]>,
  placed: Placed,
  problems: Problems,
): void {
  const error = (key: string, code: string, message: string, hint: string) =>
    problems.error(`scenario/${code}`, placed.valueAt(["levers", id, key]), message, {
      path: `levers.${id}.${key}`,
      hint,
    });
  const { start, end, fade, ramp, beyondTrend, replacesTrendShare, scheme } = file;
  if (end !== undefined && end < start)
    error(
      "end",
      "ends-before-start",
      `levers.${id} ends on ${end}, before it starts on ${start}`,
      "write the later day as end",
    );
  if (fade !== undefined && end === undefined)
    error("fade", "fade-without-end", `levers.${id} fades, but it has no end`, "add end: the day from which it fades");
  if (ramp && ramp.shape !== "step" && ramp.over === undefined)
    error("ramp", "ramp-without-length", `the ramp of levers.${id} has no length`, "add over: 3y");
  if (ramp?.shape === "step" && ramp.over !== undefined)
    error(
      "ramp",
      "step-with-length",
      `the ramp of levers.${id} is a step, which has no length`,
      "take over out, or write shape: linear",
    );
  if (beyondTrend === true && (replacesTrendShare ?? 0) > 0)
    error(
      "replacesTrendShare",
      "beyond-and-within-trend",
      `levers.${id} lies beyond the trend and replaces a share of it`,
      "take one of the two out",
    );
  if (beyondTrend === false && replacesTrendShare === undefined)
    error(
      "beyondTrend",
      "share-missing",
      `levers.${id} does not lie beyond the trend, but not how much of it it replaces`,
      "add replacesTrendShare: 50%",
    );
  const parts = scheme === undefined ? undefined : totals.get(scheme);
  if (parts)
    error(
      "scheme",
      "lever-on-total",
      `levers.${id} acts on ${scheme}, which is the sum of ${parts.join(" and ")}`,
      `let it act on ${parts.join(" or ")}`,
    );
}
