/** All that one run leaves. */
import type { Backtest } from "./backtest.ts";
import type { Finding, History } from "./history.ts";
import type { LedgerScores } from "./ledger.ts";
import type { Nowcasts } from "./nowcast.ts";
import type { Projection } from "./projection.ts";
import type { Data } from "./published.ts";
import type { LocalText } from "./text.ts";
import type { BaseDefinition } from "./workspace.ts";

/** What makes a run repeatable. It holds no clock, so that the same input gives the same bytes. */
export interface Manifest {
  readonly tool: "covercast";
  readonly version: string;
  /** What to type to get the same files again. */
  readonly command: string;
  readonly seed: number;
  readonly draws: number;
  readonly horizon: number;
  readonly asOf: string | null;
  readonly inputs: readonly { readonly file: string; readonly sha256: string; readonly bytes: number }[];
}

/** One run over one or many scenarios, with all that a report shows. */
export interface Run {
  readonly schema: "covercast/run/1";
  readonly title: LocalText;
  readonly manifest: Manifest;
  /** Scenario id that the others are compared with. */
  readonly reference: string;
  readonly headlineGoals: readonly string[];
  readonly projections: readonly Projection[];
  /** Full histories, later readings included, for showing what happened beside a replay. */
  readonly histories: readonly History[];
  readonly bases: readonly BaseDefinition[];
  readonly data: Data;
  readonly findings: readonly Finding[];
  /** How the same method would have done before; null where nobody asked. */
  readonly backtest: Backtest | null;
  /** Coming year ends foretold from readings within their years; absent where nobody asked. */
  readonly nowcasts?: Nowcasts;
  /** Archived forecasts held against what came; absent where there is no ledger. */
  readonly ledger?: LedgerScores;
}
