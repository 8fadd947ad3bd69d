import type { Subject } from "../subject.ts";

/** Says below a picture whose figures it shows, in one line. */
export function pictureFoot({ run, projection, comparing, language }: Subject): string {
  const { version, seed, draws } = run.manifest;
  return language.say("export.foot", {
    title: language.local(run.title),
    scenario: comparing ? language.say("page.comparison") : language.local(projection.input.scenario.title),
    version,
    n: language.integer(draws),
    seed,
  });
}
