/** Standard error of a share of so many draws; where none or all are counted, that of the rule of three. */
export function shareError(share: number, draws: number): number {
  return Math.max(Math.sqrt(Math.max(0, share * (1 - share)) / draws), 1.5 / draws);
}
