/** Ids that a scenario may refer to; null where they are not known, as for an editor. */
export interface ScenarioNames {
  readonly schemes: readonly string[] | null;
  readonly bases: readonly string[] | null;
  readonly curves: readonly string[] | null;
  readonly goals: readonly string[] | null;
  readonly sources: readonly string[] | null;
}
