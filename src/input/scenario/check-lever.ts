import { leverKind } from "../../core/levers/index.ts";
import type { Placed } from "../check-shape.ts";
import { isIsoDate } from "../iso-date.ts";
import type { Problems } from "../problems.ts";
import { readTypedNumber } from "../typed-number.ts";
import { dotted, isMap, type Path, valueAtPath } from "../yaml-tree.ts";

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
  if (typeof start === "string" && typeof end === "string" && isIsoDate(start) && isIsoDate(end) && end < start)
    error(
      "end",
      "ends-before-start",
      `${name} ends on ${end}, before it starts on ${start}`,
      "write the later day as end",
    );
  if (fade !== undefined && end === undefined)
    error("fade", "fade-without-end", `${name} fades, but it has no end`, "add end: the day from which it fades");
  const shape = isMap(ramp) ? ramp.shape : undefined;
  if (isMap(ramp) && typeof shape === "string" && !["step", "table"].includes(shape) && ramp.over === undefined)
    error("ramp", "ramp-without-length", `the ramp of ${name} has no length`, "add over: 3y");
  if (isMap(ramp) && (shape === "step" || shape === "table") && ramp.over !== undefined)
    error(
      "ramp",
      "step-with-length",
      `the ramp of ${name} is a ${shape}, which has no length`,
      "take over out, or write shape: linear",
    );
  if (isMap(ramp) && shape === "table" && ramp.points === undefined)
    error(
      "ramp",
      "table-without-points",
      `the ramp of ${name} is a table without points`,
      "add points: {2026: 20%, 2028: 100%}",
    );
  if (isMap(ramp) && shape !== "table" && ramp.points !== undefined)
    error("ramp", "points-without-table", `the ramp of ${name} has points, but is not a table`, "write shape: table");
  checkTables(name, lever, error);

  const kind = leverKind(String(lever.kind));
  if (kind?.replacesTrend === false && replacesTrendShare !== undefined)
    error(
      "replacesTrendShare",
      "replaces-no-trend",
      `${name} cannot stand in for a share of the trend: a lever of kind ${kind.id} does not count in people won a year`,
      "take replacesTrendShare out",
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

  checkGroups(id, lever, placed, problems);

  const parts = typeof scheme === "string" ? totals.get(scheme) : undefined;
  if (parts)
    error(
      "scheme",
      "lever-on-total",
      `${name} acts on ${scheme}, which is the sum of ${parts.join(" and ")}`,
      `let it act on ${parts.join(" or ")}`,
    );
}

/** A lever of a kind with tables has one of them, and every table says something of the years after the start. */
function checkTables(
  name: string,
  lever: Readonly<Record<string, unknown>>,
  error: (key: string, code: string, message: string, hint: string) => void,
): void {
  const tables = Object.keys(leverKind(String(lever.kind))?.tables ?? {});
  const given = tables.filter((key) => lever[key] !== undefined);
  const choice = tables.map((key) => `${key}: {2026: ..., 2028: ...}`).join(" or ");
  if (tables.length > 0 && given.length === 0)
    error("kind", "table-missing", `${name} has neither a table nor a formula`, `add ${choice}, or a formula`);
  if (given.length > 1)
    error(
      given[1],
      "two-tables",
      `${name} has both ${given.join(" and ")}`,
      "keep one, and give the other a lever of its own",
    );
  const { ramp, start } = lever;
  const all: readonly (readonly [string, unknown])[] = [
    ...given.map((key) => [key, lever[key]] as const),
    ["ramp", isMap(ramp) ? ramp.points : undefined],
  ];
  for (const [key, table] of all) {
    const years = isMap(table) ? Object.keys(table) : [];
    if (years.length > 0 && typeof start === "string" && years.every((year) => year < start.slice(0, 4)))
      error(
        key,
        "table-before-start",
        `${name} starts on ${start}, after all years of its table`,
        "add a year after the start",
      );
  }
}

/**
 * Refuses counts of people and amounts of money whose points part thousands: YAML reads `350.000` as 350, and what was
 * meant is a thousand times that.
 */
function checkGroups(id: string, lever: Readonly<Record<string, unknown>>, placed: Placed, problems: Problems): void {
  const kind = leverKind(String(lever.kind));
  const counts = Object.entries({ ...kind?.parameters, ...kind?.tables }).flatMap(([name, { unit }]) =>
    unit === "people" ? [[name]] : [],
  );
  const walk = (value: unknown, path: Path): void => {
    if (isMap(value)) for (const [key, inner] of Object.entries(value)) walk(inner, [...path, key]);
    else if (Array.isArray(value)) value.forEach((inner, i) => void walk(inner, [...path, i]));
    // Parts of a person are refused already.
    else if (Number.isInteger(value) || (typeof value === "number" && path.includes("unitCost"))) {
      const text = placed.written?.(path) ?? "";
      if (!/^[+-]?[1-9]\d{0,2}\.\d{3}$/.test(text)) return;
      const key = dotted(path);
      problems.error("scenario/grouped-digits", placed.valueAt(path), `${key} is ${text}, which is read as ${value}`, {
        path: key,
        hint: `write ${text.replace(".", "")} without the point, or ${value} if that is meant`,
      });
    }
  };
  for (const path of [...counts, ["unitCost", "value"]]) walk(valueAtPath(lever, path), ["levers", id, ...path]);
}
