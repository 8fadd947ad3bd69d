import { backtest, dayCut, vintageCuts, yearCuts } from "../../core/backtest.ts";
import type { Backtest } from "../../core/domain.ts";
import { goalOutcomes } from "../../core/history/outcomes.ts";
import type { Study } from "../study.ts";

/** Which forecasts of the past to make, and how finely. */
export interface PastRequest {
  readonly only: readonly string[];
  /** `history`, `vintage`, or one day to replay. */
  readonly cuts: string;
  readonly draws: number;
  readonly seed: number;
}

/** Backtests the reference scenario's trends on what the study knows at its own date. */
export function backtestStudy(study: Study, { only, cuts, draws, seed }: PastRequest): Backtest {
  const { workspace, data, reference } = study;
  const { histories, bases } = study.atOrigin;
  const made =
    cuts === "history"
      ? yearCuts(histories, bases, data)
      : cuts === "vintage"
        ? vintageCuts(workspace, data, histories)
        : [dayCut(workspace, data, cuts)];
  return backtest({
    workspace,
    scenario: reference,
    only,
    kind: cuts === "history" ? "history" : "vintage",
    cuts: made,
    histories,
    outcomes: goalOutcomes(data.goals, histories, [], data.observations),
    draws,
    seed,
  });
}
