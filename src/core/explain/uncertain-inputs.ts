import type { BaseSeries, Distribution, Lever, ProjectionInput, SchemeInput, SweepUnit } from "../domain.ts";
import { leverKind } from "../levers/index.ts";
import { distributionQuantile } from "../numeric/distribution.ts";
import { normalQuantile } from "../numeric/normal.ts";
import { ceilingQuantile } from "../simulate/trend-paths.ts";

/** One assumption that is drawn anew in every future. */
export interface UncertainInput {
  /** As in the table of assumptions: `levers.drive.takeUp`, `world.population.growth`, `trend.hi.ceiling`. */
  readonly key: string;
  /** The stream that it is drawn from: `lever/drive/takeUp`. */
  readonly stream: string;
  readonly unit: SweepUnit;
  /** Its value at a probability in (0, 1). */
  at(probability: number): number;
  /** The projection in which it has its value at this probability in every draw. */
  held(input: ProjectionInput, probability: number): ProjectionInput;
}

/** Lists the assumptions of a projection that are ranges: numbers of levers, growth and level of bases, exits, ceilings. */
export function uncertainInputs(input: ProjectionInput): UncertainInput[] {
  const bases = new Set(input.schemes.map((s) => s.base));
  return [
    ...input.scenario.levers.flatMap(ofLever),
    ...input.bases.filter((b) => bases.has(b.base)).flatMap((series) => ofBase(input, series)),
    ...input.schemes.flatMap(ofScheme),
  ];
}

const certain = (d: Distribution) => distributionQuantile(d, 0.1) === distributionQuantile(d, 0.9);
const fixed = (value: number): Distribution => ({ kind: "fixed", value });

function ofLever(lever: Lever): UncertainInput[] {
  const parameters = leverKind(lever.kind)?.parameters ?? {};
  return Object.entries(parameters).flatMap(([name, { unit, min, max }]) => {
    const given = lever.parameters[name];
    if (given === undefined || certain(given)) return [];
    const at = (probability: number) => Math.min(max, Math.max(min, distributionQuantile(given, probability)));
    return [
      {
        key: `levers.${lever.id}.${name}`,
        stream: `lever/${lever.id}/${name}`,
        unit,
        at,
        held: (input, probability) => withNumber(input, lever.id, name, at(probability)),
      },
    ];
  });
}

/** Sets one number of one lever to the same value in all draws. */
export function withNumber(input: ProjectionInput, lever: string, name: string, value: number): ProjectionInput {
  const levers = input.scenario.levers.map((l) =>
    l.id === lever ? { ...l, parameters: { ...l.parameters, [name]: fixed(value) } } : l,
  );
  return { ...input, scenario: { ...input.scenario, levers } };
}

function ofBase(input: ProjectionInput, series: BaseSeries): UncertainInput[] {
  const { base, growth, levelSd } = series;
  const stream = `base/${base}`;
  const stated = input.scenario.world[base];
  const put = (into: ProjectionInput, now: BaseSeries) => ({
    ...into,
    bases: into.bases.map((b) => (b.base === base ? now : b)),
  });
  const first = growth.mean[0] ?? 0;
  const off = (probability: number) => growth.sd * normalQuantile(probability);
  const growing: UncertainInput[] =
    stated === undefined
      ? growth.sd === 0
        ? []
        : [
            {
              key: `world.${base}.growth`,
              stream,
              unit: "rate-per-year",
              // The first year's, of which the later ones keep their distance.
              at: (probability) => Math.expm1(first + off(probability)),
              held: (into, probability) =>
                put(into, {
                  ...series,
                  growth: { ...growth, mean: growth.mean.map((mean) => mean + off(probability)), sd: 0 },
                }),
            },
          ]
      : certain(stated)
        ? []
        : [
            {
              key: `world.${base}.growth`,
              stream,
              unit: "rate-per-year",
              at: (probability) => distributionQuantile(stated, probability),
              held: (into, probability) => ({
                ...into,
                scenario: {
                  ...into.scenario,
                  world: { ...into.scenario.world, [base]: fixed(distributionQuantile(stated, probability)) },
                },
              }),
            },
          ];
  if (levelSd === 0) return growing;
  const level = (probability: number) => Math.exp(levelSd * normalQuantile(probability));
  const last = series.persons[series.persons.length - 1];
  return [
    ...growing,
    {
      key: `world.${base}.level`,
      stream,
      unit: "people",
      at: (probability) => last * level(probability),
      held: (into, probability) =>
        put(into, { ...series, persons: series.persons.map((p) => p * level(probability)), levelSd: 0 }),
    },
  ];
}

function ofScheme(scheme: SchemeInput): UncertainInput[] {
  const { id, exitRate, trend, ceilingPrior } = scheme;
  if (trend === null) return [];
  const put = (input: ProjectionInput, now: Partial<SchemeInput>) => ({
    ...input,
    schemes: input.schemes.map((s) => (s.id === id ? { ...s, ...now } : s)),
  });
  const found: UncertainInput[] = [];
  if (!certain(exitRate))
    found.push({
      key: `schemes.${id}.exitRate`,
      stream: `exit/${id}`,
      unit: "rate-per-year",
      at: (probability) => distributionQuantile(exitRate, probability),
      held: (input, probability) => put(input, { exitRate: fixed(distributionQuantile(exitRate, probability)) }),
    });
  if (ceilingPrior !== null && ceilingPrior.sd > 0) {
    const at = (probability: number) => ceilingQuantile(trend, ceilingPrior, normalQuantile(probability));
    found.push({
      key: `trend.${id}.ceiling`,
      stream: `trend/${id}/ceiling`,
      unit: "share",
      at,
      held: (input, probability) => put(input, { ceilingPrior: { mean: at(probability), sd: 0 } }),
    });
  }
  return found;
}
