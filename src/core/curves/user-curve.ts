import type { CurveDefinition } from "../domain.ts";
import { invariant } from "../errors.ts";
import { compileExpression } from "../numeric/expression.ts";
import { logit } from "../units.ts";
import type { Curve, CurveFit } from "./curve.ts";
import { fitRegression, type Regression } from "./regression.ts";

/** Shares are kept so far inside 0..K, as a share of K; beyond, a formula no longer moves them. */
const MARGIN = 1e-6;
/** Years ahead for which a fitted formula must give a number. */
const FURTHEST = 100;

const made = new WeakMap<CurveDefinition, Curve>();

/**
 * Makes a curve of a workspace's own formula of t, the years since the last reading, and named parameters. It gives the
 * share itself or its scaled logit; shares beyond 0 and K are held a hair inside. Derivatives are exact. A formula that
 * gives no number anywhere up to 100 years ahead is a failed fit with the reason, not a forecast.
 */
export function userCurve(definition: CurveDefinition): Curve {
  const known = made.get(definition);
  if (known !== undefined) return known;
  const curve = makeCurve(definition);
  made.set(definition, curve);
  return curve;
}

function makeCurve(definition: CurveDefinition): Curve {
  const { id, title, gives } = definition;
  const names = definition.parameters.map(({ name }) => name);
  const compiled = compileExpression(definition.expression, names, ["t"]);
  invariant(compiled.ok, `the formula of the curve ${id} was checked when it was read`);
  const { expression } = compiled;
  const parameters = definition.parameters.map(({ name, min, max }) => ({
    name,
    describe: `${name} of the workspace's formula ${definition.expression}`,
    low: min,
    high: max,
  }));
  const row = new Float64Array(1);
  const inside = (share: number, ceiling: number) =>
    Math.min(ceiling * (1 - MARGIN), Math.max(ceiling * MARGIN, share));

  const regression: Regression = {
    parameters,
    value(theta, t, ceiling) {
      row[0] = t;
      const found = expression.value(theta, row);
      return gives === "logit" ? found : logit(inside(found, ceiling), ceiling);
    },
    gradient(theta, t, ceiling, out) {
      row[0] = t;
      const share = expression.gradient(theta, row, out);
      if (gives === "logit") return;
      const steep = share === inside(share, ceiling) ? ceiling / (share * (ceiling - share)) : 0;
      for (let j = 0; j < names.length; j++) out[j] *= steep;
    },
  };
  const start = definition.parameters.map((p) => p.start);
  const priors = definition.parameters.flatMap(({ prior }, parameter) => (prior ? [{ parameter, ...prior }] : []));
  return {
    id,
    label: title,
    describe: title,
    reference: "the workspace",
    optional: true,
    minimumPoints: Math.max(3, names.length - priors.length + 1),
    ...regression,
    fit(data): CurveFit {
      const fit = fitRegression(regression, data, start, null, priors);
      if (fit.status !== "ok") return fit;
      for (let t = Math.floor(data.t[0]); t <= FURTHEST; t++)
        if (!Number.isFinite(regression.value(fit.parameters, t, data.ceiling)))
          return { status: "failed", reason: `the formula gives no number at t = ${t}` };
      return fit;
    },
    example: { parameters: start, t: 0, ceiling: 1, z: regression.value(start, 0, 1) },
  };
}
