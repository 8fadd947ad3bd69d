import { levels } from "../backtest/score.ts";
import type { History, LedgerOutcome, Observation, Statement, StatementOutcome } from "../domain.ts";
import { goalOutcomes } from "../history/outcomes.ts";

/**
 * Holds statements against what came, as goals are judged: a rate on the rate as printed, a number of people on people. Beside
 * each stands the median of the newest run of the reference that was not later than it; none for a statement without a day.
 */
export function scoreStatements(
  statements: readonly Statement[],
  outcomes: readonly LedgerOutcome[],
  histories: readonly History[],
  observations: readonly Observation[],
  reference: string,
): StatementOutcome[] {
  const goals = statements.map((statement) => ({
    ...statement,
    comparator: "about" as const,
    instrument: "",
    adopted: statement.stated,
  }));
  const known = new Map(goalOutcomes(goals, histories, histories, observations).map((found) => [found.goal, found]));
  return statements.flatMap((statement): StatementOutcome[] => {
    const found = known.get(statement.id);
    if (found === undefined) return [];
    const { value: outcome, status } = found;
    const run = beside(statement, outcomes, reference);
    return [
      {
        statement,
        outcome,
        status,
        error: statement.value - outcome,
        run,
      },
    ];
  });
}

function beside(
  { scheme, year, measure, stated }: Statement,
  outcomes: readonly LedgerOutcome[],
  reference: string,
): StatementOutcome["run"] {
  const same = (o: LedgerOutcome) =>
    o.scheme === scheme && o.year === year && o.measure === measure && o.scenario === reference;
  const newest = outcomes
    .filter((o) => same(o) && stated !== null && o.vintage <= stated)
    .reduce<LedgerOutcome | null>((best, o) => (best === null || o.vintage > best.vintage ? o : best), null);
  if (newest === null) return null;
  const median = newest.quantiles[levels.indexOf(0.5)];
  return { id: newest.run, vintage: newest.vintage, median, error: median - newest.outcome };
}
