import { spawnSync } from "node:child_process";
import { simulate } from "../dist/index.js";
import { CEILING, fitMadeUp, madeUpInput, shares, years } from "./made-up.mjs";
import { median, processorTime, report } from "./measure.mjs";

const ROUNDS = 41;
const DRAWS = 10_000;
const HORIZONS = [6, 10];
/** What a fit and its draws may take of one core's time. */
const BUDGET_MS = 10;

/** Processor time of one fit of 20 readings and its simulated paths, against R's auto.arima with as many. */
export default function fitAndDraws() {
  report("fit of 20 readings", `${median(times(fitMadeUp)).toFixed(1)} ms`, "", Number.NaN);
  for (const ahead of HORIZONS) {
    const inR = timeInR(ahead);
    for (const [how, ceiling] of [
      ["", null],
      [", ceiling", CEILING],
    ]) {
      const ours = median(times((round) => simulate(madeUpInput(fitMadeUp(), DRAWS, round, ceiling, ahead))));
      const what = `fit, 10,000 draws, ${ahead} years${how}`;
      report(what, `${ours.toFixed(1)} ms`, `budget: ${BUDGET_MS} ms`, ours / BUDGET_MS);
      if (inR === null) report("", "", "no R with its forecast package here", Number.NaN);
      else report("", "", `R: ${inR.toFixed(0)} ms, ${(inR / ours).toFixed(0)} times as long`, ours / inR);
    }
  }
}

function times(act) {
  return Array.from({ length: ROUNDS }, (_, round) => processorTime(() => act(round)));
}

/**
 * Returns the processor milliseconds that R's forecast package takes for a fit on the logit and as many paths of so many
 * years; null where it is not installed. A call of `simulate` gives one path and there is no other way to ask for many,
 * so it is called for each. Both have run before they are timed, and what they print or plot is not asked for.
 */
function timeInR(ahead) {
  const program = `
    suppressMessages(library(forecast))
    y <- ts(qlogis(c(${shares.join(",")})), start = ${years[0]})
    once <- function(draws) {
      fit <- auto.arima(y)
      vapply(seq_len(draws), function(i) as.numeric(simulate(fit, ${ahead}, future = TRUE)), numeric(${ahead}))
    }
    warm <- once(100)
    cat(sum(system.time(paths <- once(${DRAWS}))[1:2]) * 1000)`;
  const { status, stdout } = spawnSync("Rscript", ["-e", program], { encoding: "utf8", timeout: 300_000 });
  return status === 0 ? Number(stdout) : null;
}
