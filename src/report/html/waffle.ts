import { html, type Markup, trusted } from "./markup.ts";

const side = 10;

/** Draws a probability as 100 squares, as many filled as futures out of 100 meet the goal. */
export function waffle(probability: number, label: string): Markup {
  const filled = Math.round(probability * side * side);
  const squares = (from: number, to: number) => {
    let path = "";
    for (let i = from; i < to; i++) path += `M${(i % side) * 10} ${90 - Math.floor(i / side) * 10}h8v8h-8z`;
    return path;
  };
  return html`<svg class="waffle" viewBox="0 0 98 98" role="img" aria-label="${label}"><path class="off" d="${trusted(squares(filled, side * side))}"/><path class="on" d="${trusted(squares(0, filled))}"/></svg>`;
}
