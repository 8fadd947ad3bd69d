import type { Nowcasts } from "../../core/domain.ts";
import { nowcast } from "../../core/nowcast.ts";
import type { Study } from "../study.ts";

/** Simulated futures of each trend that a nowcast is weighed with: its middle and width need no more. */
export const nowcastDraws = 500;

/** Which schemes to foretell, and how finely. */
export interface NowcastAsked {
  readonly only: readonly string[];
  readonly draws: number;
  readonly seed: number;
}

/** Foretells the coming year ends on what the study knows at its own date, with the reference scenario's trends. */
export function nowcastStudy({ workspace, data, reference, asOf }: Study, asked: NowcastAsked): Nowcasts {
  return nowcast({ workspace, data, scenario: reference, asOf, ...asked });
}
