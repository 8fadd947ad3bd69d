import { percentValue, personsValue, type TableMaker } from "./table.ts";

/** Quantiles of coverage and people, by scenario, scheme, year and level. */
export const projectionTable: TableMaker = (run) => ({
  id: "projection",
  title: "Quantiles of the simulated futures",
  columns: [
    { key: "scenario", type: "string", describe: "Scenario id" },
    { key: "scheme", type: "string", describe: "Scheme id" },
    { key: "year", type: "integer", describe: "31 December of this year" },
    { key: "level", type: "number", describe: "Probability level of the quantile, 0.5 is the median" },
    { key: "coverage_pct", type: "number", describe: "Share of the base, percent" },
    { key: "participants", type: "integer", describe: "Persons" },
    { key: "base_median", type: "integer", describe: "Median of the base, persons" },
  ],
  rows: run.projections.flatMap((projection) => {
    const { years, levels, schemes } = projection.summary;
    return schemes.flatMap((summary) =>
      years.flatMap((year, y) =>
        levels.map((level, l) => ({
          scenario: projection.input.scenario.id,
          scheme: summary.scheme,
          year,
          level,
          coverage_pct: percentValue(summary.coverage[l]?.[y] ?? null),
          participants: personsValue(summary.participants[l]?.[y] ?? null),
          base_median: personsValue(summary.base[y] ?? null),
        })),
      ),
    );
  }),
});
