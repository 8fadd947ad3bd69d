/** What of a cell cannot be read, and what to write instead. */
export interface Slip {
  readonly message: string;
  readonly hint: string;
}

/** Names the sign that parts the columns of a header where it is not the comma; null if it is. */
export function wrongSeparator(header: string): "semicolons" | "tabs" | null {
  const count = (sign: string) => header.split(sign).length - 1;
  if (count(",") >= Math.max(count(";"), count("\t"))) return null;
  return count(";") >= count("\t") ? "semicolons" : "tabs";
}

/** How a table with a wrong separator is told. */
export function separatorSlip(found: "semicolons" | "tabs"): Slip {
  return {
    message: `the columns are separated by ${found}, expected commas`,
    hint:
      found === "tabs"
        ? "in a spreadsheet, save it as CSV UTF-8 rather than as text"
        : "a spreadsheet set to decimal commas writes semicolons: set it to decimal points, or replace both signs",
  };
}

/**
 * Explains a row that is not as long as its header, and the cell to look at: figures written with commas fall apart into
 * several cells, `3,000,000` into three and `30,5` into two.
 */
export function rowSlip(cells: readonly string[], wanted: number): { readonly index: number; readonly hint: string } {
  const extra = cells.length - wanted;
  if (extra < 0) return { index: cells.length - 1, hint: "an empty cell still needs its comma" };
  const digits = (text: string | undefined, most: number) =>
    text !== undefined && new RegExp(`^\\d{1,${most}}$`).test(text);
  const grouped = cells.findIndex((cell, i) => digits(cell.trim(), 3) && /^\d{3}$/.test(cells[i + 1]?.trim() ?? ""));
  if (grouped >= 0) {
    let end = grouped + 1;
    while (/^\d{3}$/.test(cells[end]?.trim() ?? "") && end - grouped <= extra) end++;
    const whole = cells.slice(grouped, end).map((cell) => cell.trim());
    if (end - grouped - 1 === extra) return { index: grouped, hint: `write ${whole.join("")} for ${whole.join(",")}` };
  }
  const halved = cells.findIndex((cell, i) => digits(cell.trim(), 3) && digits(cells[i + 1]?.trim(), 2));
  if (halved >= 0 && extra === 1) {
    const [whole, part] = [cells[halved].trim(), cells[halved + 1].trim()];
    return { index: halved, hint: `write ${whole}.${part} for ${whole},${part}` };
  }
  return { index: wanted, hint: "put text that holds a comma in double quotes" };
}

/** Says what to write for a count of people that is not digits alone. */
export function countHint(text: string): string {
  return figureHint(text, "0") ?? "write digits alone: 18300000";
}

/** Says what to write for a percentage that is not digits with one point. */
export function percentHint(text: string): string {
  return figureHint(text, "0.0") ?? "write digits and one point, without the sign: 39.35";
}

function figureHint(text: string, form: "0" | "0.0"): string | null {
  if (/^(n\/?a|none|null|nil|-+|–|—|\.+|x|\?|unknown|k\/c)$/i.test(text))
    return "leave the cell empty where nothing is known";
  if (/^[\d.,]+e\+?\d+$/i.test(text)) return "a spreadsheet has shortened it, and digits are lost: look the figure up";
  const plain = text.replace(/\s*%$/, "");
  const [, whole, part] = /^(\d{1,3}(?:([.,' \u00a0\u202f])\d{3})(?:\2\d{3})*)$/.exec(plain) ?? [];
  if (form === "0" && whole !== undefined && part !== undefined) return `write ${whole.replace(/\D/g, "")}`;
  if (form === "0" && /^\d+[.,]0+$/.test(plain)) return `write ${plain.replace(/[.,]0+$/, "")}`;
  if (form === "0.0" && /^\d+([.,]\d+)?$/.test(plain)) return `write ${plain.replace(",", ".")}`;
  return null;
}
