import { version } from "../../../package.json";
import type { Manifest, RunSettings } from "../../core/domain.ts";
import type { SettingOptions } from "../settings.ts";
import type { Study } from "../study.ts";

/** What the command line of a run may say about its result. */
interface Asked extends SettingOptions {
  readonly scenario?: readonly string[];
  readonly asOf?: string;
  readonly locale?: string;
  readonly format?: readonly string[];
}

/** Says what a run was made from and how to make it again: no clock, no path of this machine. */
export function makeManifest(study: Study, run: RunSettings, asked: Asked): Manifest {
  return {
    tool: "covercast",
    version,
    command: repeat(asked),
    seed: run.seed,
    draws: run.draws,
    horizon: run.horizon,
    asOf: study.asOf,
    inputs: study.inputs,
  };
}

/** Writes the command line out again, without what only says where the result goes. */
function repeat({ scenario = [], asOf, draws, seed, horizon, locale, format = [] }: Asked): string {
  const options = Object.entries({ "as-of": asOf, draws, seed, horizon, locale });
  return [
    "covercast run",
    ...scenario,
    ...options.flatMap(([name, value]) => (value === undefined ? [] : [`--${name} ${value}`])),
    ...format.map((id) => `--format ${id}`),
  ].join(" ");
}
