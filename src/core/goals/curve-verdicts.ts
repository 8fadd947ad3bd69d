import { curveOf } from "../curves/index.ts";
import { outlookCentres } from "../curves/outlook.ts";
import type { Draws, Goal, LocalText, ProjectionInput, SchemeInput } from "../domain.ts";
import { meets } from "./assess.ts";

/** Draws looked at: enough to tell on which side of one half a probability lies. */
const DRAWS = 2000;

/** The probability of a goal if one of the combined curves alone were right. */
export interface CurveVerdict {
  readonly scheme: string;
  readonly curve: LocalText;
  readonly probability: number;
}

/**
 * Judges a goal by each of the combined curves alone: every draw's share is moved on the logit by what parts the curve's
 * forecast from the combined one, so that the spread stays that of the combination. Curves of the goal's own scheme, of the
 * parts of a total and of the scheme that it lies in are taken in turn, the others stay combined. The goal must be
 * simulated.
 */
export function curveVerdicts(goal: Goal, input: ProjectionInput, draws: Draws): CurveVerdict[] {
  const own = input.schemes.find((s) => s.id === goal.scheme);
  if (!own) return [];
  const drivers = input.schemes.filter((s) => s.id === own.id || own.sumOf.includes(s.id) || s.id === own.within);
  return drivers.flatMap((driver) => verdictsOf(goal, own, driver, draws));
}

function verdictsOf(goal: Goal, own: SchemeInput, driver: SchemeInput, draws: Draws): CurveVerdict[] {
  const { trend } = driver;
  if (trend === null || goal.year <= trend.origin) return [];
  const from = (scheme: string) =>
    (draws.schemes.indexOf(scheme) * draws.years.length + draws.years.indexOf(goal.year)) * draws.draws;
  const [at, of] = [from(own.id), from(driver.id)];
  const n = Math.min(DRAWS, draws.draws);
  const isPart = own.sumOf.includes(driver.id);
  const { centre, members } = outlookCentres(trend, goal.year - trend.origin);
  return members.map(({ member, share }) => {
    const odds = oddsOf(share / trend.ceiling) / oddsOf(centre / trend.ceiling);
    let met = 0;
    for (let i = 0; i < n; i++) {
      const people = draws.participants[of + i];
      const coverage = inside(people / draws.base[of + i]);
      // What odds so many times as high make of the coverage, against what it was.
      const moved = odds / (1 - coverage + coverage * odds);
      const mine = draws.participants[at + i];
      const participants = isPart ? mine + people * (moved - 1) : mine * moved;
      if (meets(goal, goal.measure === "coverage" ? participants / draws.base[at + i] : participants)) met++;
    }
    return { scheme: driver.id, curve: curveOf(member).label, probability: met / n };
  });
}

/** Keeps a share where it has a logit. */
const inside = (share: number) => Math.min(1 - 1e-6, Math.max(1e-9, share));
const oddsOf = (share: number) => inside(share) / (1 - inside(share));
