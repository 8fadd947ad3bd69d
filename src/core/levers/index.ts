import { base } from "./base.ts";
import { eligibility } from "./eligibility.ts";
import { enrolment } from "./enrolment.ts";
import type { LeverKind } from "./lever.ts";
import { points } from "./points.ts";
import { retention } from "./retention.ts";
import { shock } from "./shock.ts";

/** Every kind of lever a scenario may use; schema, help, sliders and contract tests are made from this list. */
export const leverKinds: readonly LeverKind[] = [enrolment, eligibility, retention, points, base, shock];

const byId = new Map(leverKinds.map((kind) => [kind.id, kind]));

/** Looks a kind up by id; undefined when there is none. */
export function leverKind(id: string): LeverKind | undefined {
  return byId.get(id);
}
