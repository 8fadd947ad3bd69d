import { html, type Markup } from "./markup.ts";

/** Squares along a side, and the room that each takes: a square of eight and a gap of two. */
const side = 10;
const step = 10;

/**
 * Draws a probability as 100 squares, as many filled as futures out of 100 meet the goal, from the lowest row up. Each
 * row is a dashed line, so that a card's hundred squares are a few words.
 */
export function waffle(probability: number, label: string): Markup {
  const filled = Math.round(probability * side * side);
  const rows = Math.floor(filled / side);
  const over = filled % side;
  const line = (row: number, from: number, to: number) =>
    `M${from * step} ${side * step - 6 - row * step}H${to * step}`;
  const block = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, i) => line(from + i, 0, side)).join("");
  const on = block(0, rows) + (over > 0 ? line(rows, 0, over) : "");
  const off = (over > 0 ? line(rows, over, side) : "") + block(rows + (over > 0 ? 1 : 0), side);
  return html`<svg class="waffle" viewBox="0 0 98 98" role="img" aria-label="${label}"><path class="off" d="${off}"/><path class="on" d="${on}"/></svg>`;
}
