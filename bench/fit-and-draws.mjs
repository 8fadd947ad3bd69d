import { spawnSync } from "node:child_process";
import { simulate } from "../dist/index.js";
import { fitMadeUp, madeUpInput, shares, years } from "./made-up.mjs";
import { median, processorTime, report } from "./measure.mjs";

const ROUNDS = 41;
const DRAWS = 10_000;
/** What a fit and its draws may take of one core's time. */
const BUDGET_MS = 10;

/** Processor time of one fit of 20 readings and 10,000 simulated paths of ten years, against R's auto.arima doing the same. */
export default function fitAndDraws() {
  const times = Array.from({ length: ROUNDS }, (_, round) =>
    processorTime(() => simulate(madeUpInput(fitMadeUp(), DRAWS, round))),
  );
  const ours = median(times);
  const value = `${ours.toFixed(1)} ms`;
  report("fit of 20 readings, 10,000 draws", value, `budget: ${BUDGET_MS} ms`, ours / BUDGET_MS);
  const r = inR();
  if (r === null) report("the same", value, "no R with its forecast package here", Number.NaN);
  else report("the same", value, `R, auto.arima and simulate: ${r.toFixed(0)} ms`, ours / r);
}

/** Processor milliseconds that R's forecast package takes for a fit on the logit and as many paths; null without it. */
function inR() {
  const program = `
    suppressMessages(library(forecast))
    y <- ts(qlogis(c(${shares.join(",")})), start = ${years[0]})
    once <- function() { fit <- auto.arima(y); for (i in 1:${DRAWS}) simulate(fit, 10, future = TRUE) }
    auto.arima(y)
    cat(sum(system.time(once())[1:2]) * 1000)`;
  const { status, stdout } = spawnSync("Rscript", ["-e", program], { encoding: "utf8", timeout: 300_000 });
  return status === 0 ? Number(stdout) : null;
}
