// Writes the figures of docs/nowcast.md and docs/ledger.md anew, from what the built program prints for this repository.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";

const covercast = (...words) =>
  execFileSync(process.execPath, ["dist/cli.js", ...words], { encoding: "utf8", maxBuffer: 1 << 28 });

function put(file, pattern, text) {
  const before = readFileSync(file, "utf8");
  if (!pattern.test(before)) throw new Error(`${file} has no place for the figures`);
  writeFileSync(
    file,
    before.replace(pattern, () => text),
  );
}

const { all, byMonthsToGo } = JSON.parse(covercast("nowcast", "--json"));
const points = (value) => (100 * value).toFixed(2);
const held = (score, level) => `${score.intervals.find((one) => one.level === level).held} of ${score.nowcasts}`;
const row = (label, score) =>
  `| ${[label, score.nowcasts, ...[score.mae, score.trend, score.seasonal, score.noChange].map(points), held(score, 0.8), held(score, 0.95)].join(" | ")} |`;
put(
  "docs/nowcast.md",
  /(?<=\|---\|---\|---\|---\|---\|---\|---\|---\|\n)(\|.*\n)*/,
  `${[...byMonthsToGo.map(({ from, to, score }) => row(`${from} to ${to}`, score)), row("all", all)].join("\n")}\n`,
);
put("docs/ledger.md", /(?<=```text\n)[\s\S]*?(?=```)/, covercast("score", "--locale", "en"));
