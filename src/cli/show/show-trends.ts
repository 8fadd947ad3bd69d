import type { FittedCurve, FittedTrend, SchemeInput } from "../../core/domain.ts";
import type { Language } from "../../report/language.ts";
import { layOutTable } from "./table.ts";
import type { Terminal } from "./terminal.ts";

/** Prints what was fitted to one scheme: every curve with weight, parameters and errors, and how far to trust it. */
export function showTrend(
  scheme: SchemeInput,
  trend: FittedTrend,
  curveLabel: (curve: FittedCurve) => string,
  language: Language,
  terminal: Terminal,
): void {
  const { paint, print } = terminal;
  const left = scheme.outside.length === 0 ? "" : ` not in ${scheme.outside.join(" or ")}`;
  const measured = scheme.within === null ? `share of its base${left}` : `share of ${scheme.within}`;
  print(paint.bold(`${language.local(scheme.title)} (${scheme.id})`));
  print(
    `  ${trend.years.length} year-end readings ${trend.years[0]} to ${trend.origin}, ${measured}; ` +
      `last: ${language.percent(trend.originShare, 2)}`,
  );
  const rows = [...trend.curves]
    .sort((a, b) => b.weight - a.weight)
    .map((curve) => [
      curveLabel(curve),
      curve.status === "ok" ? language.percent(curve.weight, 0) : "–",
      curve.rollingError === null ? "–" : language.decimal(curve.rollingError, 4),
      curve.status === "ok"
        ? curve.parameters
            .map((p) => `${p.name} ${significant(p.estimate)} ± ${significant(p.standardError)}`)
            .join(", ")
        : `${curve.status === "failed" ? "failed" : "left out"}: ${curve.reason}`,
    ]);
  const head = ["Curve", "Weight", "Rolling error", "Parameters ± standard error"];
  print(layOutTable(head, rows, [1, 2], terminal.width - 2).replace(/^/gm, "  "));
  const prior = scheme.ceilingPrior;
  print("  The smaller a curve's error in forecasts of this history's own past, the more weight it has.");
  print(
    `  ceiling: ${prior === null ? "none stated" : `stated as ${language.percent(prior.mean)} ± ${language.pointsSize(prior.sd)}`}`,
  );
  print(
    `  calibration: spread × ${language.decimal(trend.calibration, 2)}, from ${trend.calibrationForecasts} rolling forecasts`,
  );
  for (const warning of trend.warnings) print(paint.yellow(`  ! ${language.local(warning)}`));
  print("");
}

/** Four significant digits, as a reader compares them. */
function significant(value: number): string {
  return Number(value.toPrecision(4)).toString();
}
