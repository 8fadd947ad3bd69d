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
  /** Id by which others lead to it. */
  readonly id?: string | undefined;
}

/**
 * Makes a table that scrolls sideways on a narrow screen, by keyboard too; the first cell of a row heads it. A report
 * holds thousands of cells, so they go without the end tags and quotes that HTML lets one leave out, and a table says
 * once which of its columns hold numbers (`n1` is the first).
 */
export function table(label: string, columns: readonly Column[], rows: readonly TableRow[]): Markup {
  const numeric = columns.flatMap((c, i) => (c.numeric ? [`n${i + 1}`] : [])).join(" ");
  return html`<div class="scroll" role="group" tabindex="0" aria-label="${label}"><table${numeric !== "" && html` class="${numeric}"`}>
<thead><tr>${columns.map((c) => html`<th scope=col>${c.label}`)}

<tbody>
${rows.map(
  (
    row,
  ) => html`<tr${row.id !== undefined && html` id="${row.id}"`}${row.marked ? html` class="marked"` : null}>${row.cells.map(
    (cell, i) => (i === 0 ? html`<th scope=row>${cell}` : html`<td>${cell}`),
  )}
`,
)}</table></div>`;
}
