import { median, report, timeProgram } from "./measure.mjs";

const ROUNDS = 21;

/** Cold start of `covercast --help` against a Node that does nothing; turn about, so that both see the same machine. */
export default function startUp() {
  const bare = [];
  const help = [];
  for (let i = 0; i < ROUNDS; i++) {
    bare.push(timeProgram(process.execPath, ["-e", "0"]));
    help.push(timeProgram(process.execPath, ["dist/cli.js", "--help"]));
  }
  const [floor, ours] = [median(bare), median(help)];
  report("covercast --help", `${ours.toFixed(0)} ms`, `node -e 0: ${floor.toFixed(0)} ms`, ours / floor);
}
