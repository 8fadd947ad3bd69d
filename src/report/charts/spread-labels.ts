/**
 * Moves label positions apart until neighbours stand at least `gap` from each other, and keeps them within
 * [low, high] where there is room. Positions come back in the order given; order on the axis is kept.
 */
export function spreadLabels(positions: readonly number[], gap: number, low: number, high: number): number[] {
  const order = positions.map((position, index) => ({ position, index })).sort((a, b) => a.position - b.position);
  const placed = order.map((o) => o.position);
  for (let pass = 0; pass < 20; pass++) {
    for (let i = 1; i < placed.length; i++) {
      const overlap = gap - (placed[i]! - placed[i - 1]!);
      if (overlap <= 0) continue;
      placed[i - 1]! -= overlap / 2;
      placed[i]! += overlap / 2;
    }
  }
  shiftInside(placed, gap, low, high);
  const result = new Array<number>(positions.length);
  order.forEach((o, i) => {
    result[o.index] = placed[i]!;
  });
  return result;
}

function shiftInside(placed: number[], gap: number, low: number, high: number): void {
  for (let i = 0; i < placed.length; i++) placed[i] = Math.max(placed[i]!, low + i * gap);
  for (let i = placed.length - 1, room = high; i >= 0; i--, room -= gap) placed[i] = Math.min(placed[i]!, room);
}
