/** A column that says the same in another language than English, by the language's subtag: `title_vi`. */
const another = (name: string) => new RegExp(`^${name}_([a-z]{2,3})$`);

/** Returns the columns that a table must have, and after `name` those in other languages that it names. */
export function localColumns<C extends string>(columns: readonly C[], name: C, named: readonly string[]): readonly C[] {
  const own = named.filter((column) => another(name).test(column)) as C[];
  return columns.flatMap((column) => (column === name ? [column, ...own] : [column]));
}

/** Returns what a row says in other languages, by their subtags; a cell left empty says nothing. */
export function localCells(cells: Readonly<Record<string, string>>, name: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(cells).flatMap(([column, text]) => {
      const language = another(name).exec(column)?.[1];
      return language === undefined || text === "" ? [] : [[language, text]];
    }),
  );
}
