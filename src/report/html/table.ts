import { html, type Markup, type Part } from "./markup.ts";

/** A column of a table in the page. */
export interface Column {
  readonly label: string;
  readonly numeric?: boolean;
}

/** One row: its cells, and whether it is marked as standing out. */
export interface TableRow {
  readonly cells: readonly Part[];
  readonly marked?: boolean;
}

/** Makes a table that scrolls sideways on a narrow screen, by keyboard too; the first cell of a row heads it. */
export function table(label: string, columns: readonly Column[], rows: readonly TableRow[]): Markup {
  const kind = (i: number) => (columns[i]?.numeric ? "number" : "text");
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${label}"><table>
<thead><tr>${columns.map((c, i) => html`<th scope="col" class="${kind(i)}">${c.label}</th>`)}</tr></thead>
<tbody>${rows.map(
    (row) => html`<tr${row.marked ? html` class="marked"` : null}>${row.cells.map((cell, i) =>
      i === 0 ? html`<th scope="row" class="${kind(i)}">${cell}</th>` : html`<td class="${kind(i)}">${cell}</td>`,
    )}</tr>
`,
  )}</tbody></table></div>`;
}
