import { median, report, timeProgram } from "./measure.mjs";

const ROUNDS = 21;

/** Cold starts of the help texts against a Node that does nothing; turn about, so that all see the same machine. */
export default function startUp() {
  const lines = [["--help"], ["run", "--help"]];
  const bare = [];
  const help = lines.map(() => []);
  for (let i = 0; i < ROUNDS; i++) {
    bare.push(timeProgram(process.execPath, ["-e", "0"]));
    for (const [l, words] of lines.entries()) help[l].push(timeProgram(process.execPath, ["dist/cli.js", ...words]));
  }
  const floor = median(bare);
  lines.forEach((words, l) => {
    const ours = median(help[l]);
    report(`covercast ${words.join(" ")}`, `${ours.toFixed(0)} ms`, `node -e 0: ${floor.toFixed(0)} ms`, ours / floor);
  });
}
