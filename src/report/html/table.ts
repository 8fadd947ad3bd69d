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

/**
 * Makes a table that scrolls sideways on a narrow screen, by keyboard too; the first cell of a row heads it. A report
 * holds thousands of cells, so they go without the end tags that HTML lets one leave out.
 */
export function table(label: string, columns: readonly Column[], rows: readonly TableRow[]): Markup {
  const kind = (i: number, cell: Part) => (columns[i]?.numeric && cell !== "" ? html` class="n"` : null);
  return html`<div class="scroll" role="group" tabindex="0" aria-label="${label}"><table>
<thead><tr>${columns.map((c, i) => html`<th scope="col"${kind(i, c.label)}>${c.label}`)}

<tbody>
${rows.map(
  (row) => html`<tr${row.marked ? html` class="marked"` : null}>${row.cells.map((cell, i) =>
    i === 0 ? html`<th scope="row"${kind(i, cell)}>${cell}` : html`<td${kind(i, cell)}>${cell}`,
  )}
`,
)}</table></div>`;
}
