/** A piece of a contour, in the grid's own coordinates: columns and rows, fractions between them. */
export interface ContourPiece {
  readonly x: number;
  readonly y: number;
  readonly x2: number;
  readonly y2: number;
}

/**
 * Returns the pieces of the line on which a grid of values (rows x columns) has one level, straight within each cell
 * (marching squares; Lorensen and Cline 1987 in two dimensions). A saddle is parted by the mean of its corners.
 */
export function contourPieces(grid: readonly (readonly number[])[], level: number): ContourPiece[] {
  const pieces: ContourPiece[] = [];
  for (let row = 0; row + 1 < grid.length; row++)
    for (let column = 0; column + 1 < grid[row]!.length; column++) {
      // Corners around the cell: lower left, lower right, upper right, upper left.
      const corners = [
        { x: column, y: row, value: grid[row]![column]! },
        { x: column + 1, y: row, value: grid[row]![column + 1]! },
        { x: column + 1, y: row + 1, value: grid[row + 1]![column + 1]! },
        { x: column, y: row + 1, value: grid[row + 1]![column]! },
      ];
      const crossings = corners.flatMap((a, i) => {
        const b = corners[(i + 1) % 4]!;
        if (a.value >= level === b.value >= level) return [];
        const part = (level - a.value) / (b.value - a.value);
        return [{ x: a.x + part * (b.x - a.x), y: a.y + part * (b.y - a.y) }];
      });
      const mean = corners.reduce((sum, { value }) => sum + value / 4, 0);
      // Four crossings: the first corner is cut off alone where the middle lies on the other side of the level.
      const turned = crossings.length === 4 && mean >= level === corners[0]!.value >= level;
      const order = turned ? crossings : [...crossings.slice(-1), ...crossings.slice(0, -1)];
      for (let i = 0; i + 1 < order.length; i += 2) {
        const [a, b] = [order[i]!, order[i + 1]!];
        pieces.push({ x: a.x, y: a.y, x2: b.x, y2: b.y });
      }
    }
  return pieces;
}
