import type { Command } from "../command.ts";
import { archive } from "./archive.ts";
import { backtest } from "./backtest.ts";
import { check } from "./check.ts";
import { compare } from "./compare.ts";
import { diff } from "./diff.ts";
import { explain } from "./explain.ts";
import { exportFiles } from "./export.ts";
import { fit } from "./fit.ts";
import { init } from "./init.ts";
import { migrate } from "./migrate.ts";
import { nowcast } from "./nowcast.ts";
import { open } from "./open.ts";
import { project } from "./project.ts";
import { run } from "./run.ts";
import { schema } from "./schema.ts";
import { score } from "./score.ts";
import { solve } from "./solve.ts";
import { sweep } from "./sweep.ts";
import { watch } from "./watch.ts";
import { why } from "./why.ts";

/** All commands, in the order of the help. A new one is a file here and a line in this list. */
export const commands: readonly Command<never>[] = [
  run,
  compare,
  solve,
  watch,
  sweep,
  check,
  fit,
  backtest,
  nowcast,
  archive,
  score,
  project,
  explain,
  why,
  diff,
  exportFiles,
  open,
  init,
  schema,
  migrate,
];
