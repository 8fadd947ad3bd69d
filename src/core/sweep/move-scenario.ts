import type { Distribution, Lever, Scenario, SweepVariable, Workspace } from "../domain.ts";
import { invariant } from "../errors.ts";

/**
 * Sets numbers of a scenario to certain values; `values` stand in the order of the variables, NaN leaves one as it is.
 * A ceiling keeps the standard deviation that it has.
 */
export function moveScenario(
  scenario: Scenario,
  workspace: Pick<Workspace, "schemes">,
  variables: readonly SweepVariable[],
  values: ArrayLike<number>,
): Scenario {
  return variables.reduce((moved, variable, v) => {
    const value = values[v];
    return Number.isNaN(value) ? moved : move(moved, workspace, variable, value);
  }, scenario);
}

function move(
  scenario: Scenario,
  workspace: Pick<Workspace, "schemes">,
  { section, subject, name }: SweepVariable,
  value: number,
): Scenario {
  const fixed: Distribution = { kind: "fixed", value };
  if (section === "world") return { ...scenario, world: { ...scenario.world, [subject]: fixed } };
  if (section === "trend") {
    const before = { ...workspace.schemes.find(({ id }) => id === subject)?.trend, ...scenario.trend[subject] };
    invariant(before.ceiling, `${subject} has a ceiling to move`);
    const trend = { ...scenario.trend[subject], ceiling: { mean: value, sd: before.ceiling.sd } };
    return { ...scenario, trend: { ...scenario.trend, [subject]: trend } };
  }
  const levers = scenario.levers.map((lever) => (lever.id === subject ? moveLever(lever, name, value, fixed) : lever));
  return { ...scenario, levers };
}

function moveLever(lever: Lever, name: string, value: number, fixed: Distribution): Lever {
  switch (name) {
    case "lag":
      return { ...lever, lagYears: value };
    case "ramp.over":
      return { ...lever, ramp: { ...lever.ramp, overYears: value } };
    case "replacesTrendShare":
      return { ...lever, replacesTrendShare: value };
    default:
      return { ...lever, parameters: { ...lever.parameters, [name]: fixed } };
  }
}
