import { base } from "./base.ts";
import { ceiling } from "./ceiling.ts";
import { eligibility } from "./eligibility.ts";
import { enrolment } from "./enrolment.ts";
import type { LeverKind } from "./lever.ts";
import { odds } from "./odds.ts";
import { pace } from "./pace.ts";
import { path } from "./path.ts";
import { points } from "./points.ts";
import { retention } from "./retention.ts";
import { shock } from "./shock.ts";
import { subsidy } from "./subsidy.ts";

/** Every kind of lever a scenario may use; schema, help, sliders and contract tests are made from this list. */
export const leverKinds: readonly LeverKind[] = [
  enrolment,
  eligibility,
  retention,
  subsidy,
  odds,
  points,
  pace,
  ceiling,
  path,
  base,
  shock,
];

const byId = new Map(leverKinds.map((kind) => [kind.id, kind]));

/** Looks a kind up by id; undefined when there is none. */
export function leverKind(id: string): LeverKind | undefined {
  return byId.get(id);
}
