import { readdirSync, readFileSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Makes the workspace that `covercast init` has written as large as a workspace may become; every number is made up. */
export function enlarge(folder, { schemes, scenarios }) {
  const read = (name) => readFileSync(join(folder, name), "utf8");
  const write = (name, text) => writeFileSync(join(folder, name), text);
  const ids = Array.from({ length: schemes }, (_, i) => `scheme-${i + 1}`);

  const head = read("covercast.yaml").split(/^schemes:/m)[0];
  const told = ids.map(
    (id, i) => `  ${id}:
    title: Insurance number ${i + 1}
    short: S${i + 1}
    base: labour-force
    exitRate: {low: 3%, mode: 5%, high: 7%}
    trend: {ceiling: {mean: ${60 + (i % 35)}%, sd: 4%}}
`,
  );
  const leading = ids.slice(0, 4).map((id) => `${id}-2030`);
  write(
    "covercast.yaml",
    `${head}schemes:
${told.join("")}goals: {headline: [${leading.join(", ")}]}
run: {horizon: 2035, draws: 10000, seed: 1, bands: [50%, 80%, 95%]}
locale: en
`,
  );

  const years = [...read("data/bases.csv").matchAll(/^labour-force,(\d{4})-12-31,(\d+)/gm)];
  const readings = ids.flatMap((id, i) =>
    years.map(([, year, persons]) => {
      const share = 0.1 + 0.4 / (1 + Math.exp(-(year - 2013 - (i % 9)) / 4)) + 0.005 * Math.sin(year * 3 + i);
      const people = Math.round((persons * share) / 1000) * 1000;
      return `${id},${year}-12-31,${people},${(share * 100).toFixed(1)},labour-force,estimate,${Number(year) + 1}-02-15,made-up,`;
    }),
  );
  const goals = ids.map(
    (id, i) => `${id}-2030,${id},2030,coverage_pct,${55 + (i % 20)},at_least,labour-force,Plan,,made-up,`,
  );
  const table = (name, rows) => write(name, `${[read(name).split("\n")[0], ...rows].join("\n")}\n`);
  table("data/observations.csv", readings);
  table("data/goals.csv", goals);
  table("data/events.csv", ["2020-03-01,all,Made-up downturn,,down,,,made-up,"]);

  for (const name of readdirSync(join(folder, "scenarios")))
    if (name !== "baseline.yaml") unlinkSync(join(folder, "scenarios", name));
  for (let i = 1; i < scenarios; i++)
    write(
      `scenarios/drive-${i}.yaml`,
      `schema: 1
id: drive-${i}
extends: baseline
title: Drive number ${i}
question: What does drive ${i} add?
levers:
  drive:
    kind: enrolment
    scheme: ${ids[i % ids.length]}
    title: Drive
    start: 2026-01-01
    reach: ${10 + (i % 20)}%
    takeUp: {low: 10%, mode: 20%, high: 30%}
`,
    );
}
