import { formulaPieces, nasty, numbers } from "./nasty.ts";
import { type Chance, chanceOf } from "./random.ts";

/** The files of a case, by path from its folder. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** One edit of one file; the same edit of the same bytes does the same. */
export interface Edit {
  readonly file: string;
  readonly how: string;
  readonly seed: number;
}

type EditText = (text: string, chance: Chance, all: readonly string[]) => string;

/** Replaces one of the places that a pattern finds; the text as it is where there is none. */
function one(text: string, pattern: RegExp, chance: Chance, by: (found: string, ...groups: string[]) => string) {
  const found = [...text.matchAll(pattern)];
  if (found.length === 0) return text;
  const match = chance.of(found);
  return text.slice(0, match.index) + by(...(match as unknown as [string])) + text.slice(match.index + match[0].length);
}

function lines(change: (lines: string[], at: number, chance: Chance) => void): EditText {
  return (text, chance) => {
    const list = text.split("\n");
    change(list, chance.below(list.length), chance);
    return list.join("\n");
  };
}

/** Changes a table cell by cell; quotes are left to the edits of text. */
function cells(change: (rows: string[][], chance: Chance) => void): EditText {
  return (text, chance) => {
    const rows = text.split("\n").map((line) => line.split(","));
    change(rows, chance);
    return rows.map((row) => row.join(",")).join("\n");
  };
}

const column = (rows: string[][], chance: Chance) => chance.below(rows[0].length);
const each = (pattern: RegExp, by: (found: string) => string) => (text: string) => text.replace(pattern, by);

function typo(word: string, chance: Chance): string {
  const at = chance.below(word.length);
  const letter = chance.of([..."aeimnrstE-_ 1"]);
  return chance.of([
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + letter + word.slice(at),
    word.slice(0, at) + letter + word.slice(at + 1),
    word.slice(0, at) + (word[at + 1] ?? "") + word[at] + word.slice(at + 2),
    word.toUpperCase(),
  ]);
}

const key = /(?<=^[ \t]*(?:- )?|[{,] ?)"?[A-Za-z][\w-]*"?(?=:)/gm;
const value = /(?<=: )[^\s,{}[\]#][^\n,{}[\]#]*/g;
const number = /-?\b\d[\d.]*(?=%|pp|M|k|y|mo|\b)/g;

/** Edits of text of any kind. */
const anyText: Readonly<Record<string, EditText>> = {
  cut: (text, chance) => {
    const at = chance.below(text.length + 1);
    return text.slice(0, at) + text.slice(at + 1 + chance.below(60));
  },
  double: (text, chance) => {
    const at = chance.below(text.length + 1);
    const piece = text.slice(at, at + 1 + chance.below(60));
    return text.slice(0, at) + piece + text.slice(at);
  },
  insert: (text, chance) => {
    const at = chance.below(text.length + 1);
    return text.slice(0, at) + chance.of(nasty) + text.slice(at);
  },
  overwrite: (text, chance) => {
    const at = chance.below(text.length + 1);
    return text.slice(0, at) + chance.of(nasty) + text.slice(at + 1 + chance.below(12));
  },
  "drop-line": lines((list, at) => list.splice(at, 1)),
  "double-line": lines((list, at) => list.splice(at, 0, list[at])),
  "move-line": lines((list, at, chance) => list.splice(chance.below(list.length), 0, ...list.splice(at, 1))),
  "join-lines": lines((list, at) => list.splice(at, 2, `${list[at]}${list[at + 1] ?? ""}`)),
  "drop-lines": lines((list, at, chance) => list.splice(at, 1 + chance.below(8))),
  truncate: (text, chance) => text.slice(0, chance.below(text.length)),
  crlf: each(/\n/g, () => "\r\n"),
  "old-mac": each(/\n/g, () => "\r"),
  bom: (text) => `\ufeff${text}`,
  number: (text, chance) => one(text, number, chance, () => chance.of(numbers)),
  "long-line": (text, chance) =>
    one(text, /\S+/g, chance, (found) => found.repeat(1 + chance.below(20_000 / found.length + 1))),
  quote: (text, chance) => one(text, /["']|\b/g, chance, () => chance.of(['"', "'", ""])),
  "mark-up": (text, chance) => one(text, /\w+/g, chance, () => "<script>alert(1)</script>"),
  "right-to-left": (text, chance) => one(text, /\w+/g, chance, (found) => `\u202e${found}\u200f مرحبا`),
  many: lines((list, at, chance) => list.splice(at, 0, ...Array(chance.below(3000)).fill(list[at]))),
};

/** Edits of YAML, and of JSON as far as they find anything. */
const yaml: Readonly<Record<string, EditText>> = {
  "key-typo": (text, chance) => one(text, key, chance, (found) => typo(found, chance)),
  "key-renamed": (text, chance) => one(text, key, chance, () => chance.of(text.match(key) ?? ["x"])),
  "key-nasty": (text, chance) => one(text, key, chance, () => chance.of(nasty)),
  "key-dropped": (text, chance) => one(text, /(?<=[{,] ?)[\w-]+: [^,{}]+,? ?|^ *[\w-]+:.*\n/gm, chance, () => ""),
  "key-doubled": (text, chance) => one(text, /[\w-]+: [^,{}\n]+, |^ *[\w-]+:.*\n/gm, chance, (found) => found + found),
  "colon-lost": (text, chance) => one(text, /: ?/g, chance, () => chance.of(["", " ", ":", " :", "="])),
  "value-nasty": (text, chance) => one(text, value, chance, () => chance.of(nasty)),
  "value-number": (text, chance) => one(text, value, chance, () => chance.of(numbers)),
  "value-typo": (text, chance) => one(text, value, chance, (found) => typo(found, chance)),
  "value-swapped": (text, chance, all) =>
    one(text, value, chance, () => chance.of(chance.of(all).match(value) ?? ["x"])),
  "value-lost": (text, chance) => one(text, value, chance, () => ""),
  "value-wrapped": (text, chance) =>
    one(text, value, chance, (found) => chance.of([`[${found}]`, `{a: ${found}}`, `- ${found}`, `"${found}"`])),
  "value-many": (text, chance) =>
    one(text, value, chance, (found) => chance.of([`[${`${found}, `.repeat(400)}]`, `{x: ${found}, y: ${found}}`])),
  "unit-changed": (text, chance) =>
    one(text, /(?<=\d)(%|pp|M|k|y|mo)/g, chance, () =>
      chance.of(["", "%", "pp", "M", "k", "y", "mo", " %", "bn", "‰"]),
    ),
  "indent-more": lines((list, at, chance) => {
    list[at] = chance.of([" ", "  ", "\t", "    "]) + list[at];
  }),
  "indent-less": lines((list, at) => {
    list[at] = list[at].replace(/^ {1,2}/, "");
  }),
  tabs: each(/^ +/gm, (found) => "\t".repeat(found.length / 2)),
  anchor: (text, chance) =>
    one(
      one(text, value, chance, (f) => `&a ${f}`),
      value,
      chance,
      () => "*a",
    ),
  merge: (text, chance) => one(text, /(?<=: )\{/g, chance, () => `{<<: *${chance.of(["a", "b"])}, `),
  tag: (text, chance) => one(text, value, chance, (f) => `${chance.of(["!!int", "!!str", "!x", "!!binary"])} ${f}`),
  deep: (text, chance) =>
    one(text, value, chance, (found) => {
      const depth = 1 + chance.below(chance.yes(0.3) ? 20_000 : 40);
      return chance.of([
        `${"[".repeat(depth)}${found}${"]".repeat(depth)}`,
        `${"{a: ".repeat(depth)}1`,
        "[".repeat(depth),
      ]);
    }),
  bomb: (text) =>
    `${text}\na0: &a0 [x, x]\n${[...Array(30)].map((_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]`).join("\n")}`,
  formula: (text, chance) => one(text, /(?<=expression: ).*/g, chance, (found) => editFormula(found, chance)),
};

/** Edits of tables. */
const csv: Readonly<Record<string, EditText>> = {
  "columns-swapped": cells((rows, chance) => {
    const [a, b] = [column(rows, chance), column(rows, chance)];
    const from = chance.of([0, 1]);
    for (const row of rows.slice(from)) [row[a], row[b]] = [row[b], row[a]];
  }),
  "column-dropped": cells((rows, chance) => {
    const at = column(rows, chance);
    for (const row of rows) row.splice(at, 1);
  }),
  "column-doubled": cells((rows, chance) => {
    const at = column(rows, chance);
    for (const row of rows) row.splice(at, 0, row[at]);
  }),
  "column-typo": cells((rows, chance) => {
    const at = column(rows, chance);
    rows[0][at] = typo(rows[0][at] || "x", chance);
  }),
  "column-number": cells((rows, chance) => {
    const [at, to] = [column(rows, chance), chance.of(numbers)];
    for (const row of rows.slice(1)) if (row[at] !== undefined) row[at] = to;
  }),
  "cell-number": cells((rows, chance) => {
    const row = chance.of(rows);
    row[chance.below(row.length)] = chance.of(numbers);
  }),
  "cell-nasty": cells((rows, chance) => {
    const row = chance.of(rows);
    row[chance.below(row.length)] = chance.of(nasty);
  }),
  "cell-typo": cells((rows, chance) => {
    const row = chance.of(rows);
    const at = chance.below(row.length);
    row[at] = typo(row[at] || "x", chance);
  }),
  "cell-empty": cells((rows, chance) => {
    const row = chance.of(rows);
    row[chance.below(row.length)] = "";
  }),
  "cell-elsewhere": cells((rows, chance) => {
    const [row, other] = [chance.of(rows), chance.of(rows)];
    row[chance.below(row.length)] = chance.of(other);
  }),
  "rows-few": (text, chance) =>
    text
      .split("\n")
      .slice(0, 1 + chance.below(6))
      .join("\n"),
  scaled: cells((rows, chance) => {
    const [at, factor] = [column(rows, chance), chance.of([0, 1e-3, 0.1, 10, 100, 1e6])];
    for (const row of rows.slice(1))
      if (/^[\d.]+$/.test(row[at] ?? "")) row[at] = String(Math.round(Number(row[at]) * factor));
  }),
  same: cells((rows, chance) => {
    const at = column(rows, chance);
    for (const row of rows.slice(2)) row[at] = rows[1]?.[at] ?? "";
  }),
  semicolons: each(/,/g, () => ";"),
  tabbed: each(/,/g, () => "\t"),
  "comma-decimals": each(/(\d)\.(\d)/g, (found) => found.replace(".", ",")),
  thousands: each(/\d{5,}/g, (found) => Number(found).toLocaleString("en")),
  "day-first": each(/(\d{4})-(\d\d)-(\d\d)/g, (found) => found.split("-").reverse().join("/")),
  "day-numbers": each(/\d{4}-\d\d-\d\d/g, (found) => String(Math.floor(Date.parse(found) / 864e5) + 25569)),
  "open-quote": (text, chance) => one(text, /,/g, chance, () => chance.of([',"', '",', ',"",', '""'])),
  unsorted: (text, chance) => {
    const [top, ...rest] = text.split("\n");
    return [
      top,
      ...rest
        .map((line) => [chance.seed(), line] as const)
        .sort(([a], [b]) => a - b)
        .map(([, line]) => line),
    ].join("\n");
  },
};

/** Edits after which a file is most often still accepted: what is wrong then shows in the results. */
const mild: Readonly<Record<string, EditText>> = {
  "mild-share": (text, chance) =>
    one(text, /\b[\d.]+%/g, chance, () =>
      chance.of(["0%", "100%", "0.0001%", "99.9999%", "50%", "1e-9", "0.1%", "5%"]),
    ),
  "mild-range": (text, chance) =>
    one(text, /(?<=: )[\d.]+%/g, chance, () =>
      chance.of([
        "{low: 0%, mode: 0%, high: 100%}",
        "{p5: 0.0001%, p95: 99.9999%}",
        "{beta: {alpha: 0.01, beta: 0.01}}",
        "{normal: {mean: 0%, sd: 1%}}",
        "{pert: {low: 0%, mode: 0.001%, high: 100%}}",
        "{uniform: {low: 0%, high: 0%}}",
        "{values: [0%, 100%], weights: [0, 1]}",
      ]),
    ),
  "mild-number": (text, chance) =>
    one(
      text,
      /(?<=(?:start|min|max|mean|sd|elasticity|factor|ratio|speed|covered|a|b): )-?[\d.]+(?!\d*[%-])/g,
      chance,
      () => chance.of(["0", "1", "-1", "0.01", "1000", "1e-12", "1e12", "-0.5", "10"]),
    ),
  "mild-people": (text, chance) =>
    one(text, /\b[\d.]+(M|k)\b/g, chance, () => chance.of(["0", "1", "1000M", "0.001k", "20M", "900k"])),
  "mild-length": (text, chance) =>
    one(text, /\b\d+(mo|y)\b/g, chance, () => chance.of(["0y", "100y", "1mo", "1d", "50y", "7mo"])),
  "mild-year": (text, chance) =>
    one(text, /\b20\d\d\b/g, chance, (found) =>
      String(Number(found) + chance.of([-90, -20, -5, -1, 1, 2, 5, 20, 100])),
    ),
  "mild-word": (text, chance) =>
    one(
      text,
      /\b(step|linear|s-curve|true|false|year-end|year-average|at_least|more_than|about|actual|estimate|projection|error|warn|share|logit)\b/g,
      chance,
      (found) =>
        chance.of(
          [
            ["step", "linear", "smoothstep", "s-curve", "front-loaded"],
            ["true", "false"],
            ["year-end", "year-average"],
            ["at_least", "more_than", "about"],
            ["actual", "estimate", "derived", "projection"],
            ["error", "warn"],
            ["share", "logit"],
          ].find((words) => words.includes(found)) ?? [found],
        ),
    ),
  "mild-key-dropped": (text, chance) =>
    one(
      text,
      /\b(exitRate|window|ceiling|curves|exclude|growth|levelSd|baseLagYears|ramp|lag|fade|end|speed|within): ([^,{}[\]\n]+|\{[^{}\n]*\}|\[[^\n\]]*\])(, |\n)/g,
      chance,
      () => "",
    ),
  "mild-name": (text, chance) =>
    one(text, /(?<=(scheme|base|within|goal): )[a-z-]+/g, chance, () =>
      chance.of(["formal", "farmers", "health", "jobless", "workers", "people", "pension"]),
    ),
  "mild-curves": (text, chance) => one(text, /(?<=curves: \[)[^\]\n]*/g, chance, () => chance.of(curveIds)),
  "mild-count": (text, chance) =>
    one(text, /(?<=,)\d{5,}(?=,)/g, chance, (found) =>
      chance.of(["1", "2", "0", "999999999", found.slice(0, -1), `${found}0`, "10000000", String(Number(found) + 1)]),
    ),
  "mild-rate": (text, chance) =>
    one(text, /(?<=,)\d+\.\d+(?=,)/g, chance, () => chance.of(["0", "0.0", "100", "100.0", "0.01", "99.99", "50"])),
  "mild-rows": (text, chance) => {
    const [top, ...rest] = text.split("\n");
    return [top, ...rest.filter(() => chance.yes(0.8))].join("\n");
  },
  "mild-dates": (text, chance) =>
    one(
      text,
      /20\d\d-\d\d-\d\d/g,
      chance,
      () =>
        `${chance.of([1990, 2015, 2019, 2022, 2024, 2026, 2040])}-${chance.of(["12-31", "01-01", "07-01", "02-28"])}`,
    ),
};

/** Those that suit tables. */
const inTables: ReadonlySet<string> = new Set(["mild-count", "mild-rate", "mild-rows", "mild-dates", "mild-word"]);

const curveIds = [
  "",
  "naive",
  "drift",
  "logistic",
  "gompertz",
  "richards",
  "bass",
  "exponential",
  "constant-hazard",
  "damped-holt",
  "theta",
  "damped-angle",
  "share-line, last-pace, median-pace",
  "half-way",
];

/** Edits of bytes, whatever they stand for. */
const bytes: Readonly<Record<string, (bytes: Uint8Array, chance: Chance) => Uint8Array>> = {
  flip: (given, chance) => {
    const flipped = given.slice();
    flipped[chance.below(given.length)] ^= 1 << chance.below(8);
    return flipped;
  },
  nul: (given, chance) => spliced(given, chance, [0]),
  noise: (given, chance) =>
    spliced(
      given,
      chance,
      Array.from({ length: 1 + chance.below(20) }, () => chance.below(256)),
    ),
  "cut-short": (given, chance) => given.slice(0, chance.below(given.length)),
  "utf-16": (given) => Buffer.from(`\ufeff${decode(given)}`, "utf16le"),
  "utf-16-big": (given) => Buffer.from(`\ufeff${decode(given)}`, "utf16le").swap16(),
  "latin-1": (given) => Buffer.from(decode(given).replace(/e/, "é"), "latin1"),
  "windows-1258": (given) =>
    Buffer.from(
      decode(given).replace(/[aeiou]/g, (vowel) => `${vowel}\u00ec`),
      "latin1",
    ),
  empty: () => new Uint8Array(0),
  zipped: (given) => Uint8Array.from([80, 75, 3, 4, ...given]),
};

function spliced(given: Uint8Array, chance: Chance, inserted: readonly number[]): Uint8Array {
  const at = chance.below(given.length + 1);
  return Uint8Array.from([...given.subarray(0, at), ...inserted, ...given.subarray(at)]);
}

const decode = (given: Uint8Array) => new TextDecoder().decode(given);

/** Changes a formula by a piece or two. */
export function editFormula(formula: string, chance: Chance): string {
  const at = chance.below(formula.length + 1);
  return formula.slice(0, at) + chance.of(formulaPieces) + formula.slice(at + chance.of([0, 0, 1, 3, formula.length]));
}

/** Edits of whole files: one goes, or takes the place of another. */
const wholes: readonly string[] = ["gone", "another"];

/** Picks an edit of one of the files, one that suits its kind more often than not; gentle ones are often let through. */
export function pickEdit(files: readonly string[], gentle: boolean, chance: Chance): Edit {
  const file = chance.of(files);
  const gently = Object.keys(mild).filter((how) => inTables.has(how) === file.endsWith(".csv") || how === "mild-word");
  if (gentle && !file.endsWith(".json") && chance.yes(0.9))
    return { file, how: chance.of(gently), seed: chance.seed() };
  const suiting = file.endsWith(".csv") ? csv : yaml;
  const how = chance.yes(0.65)
    ? chance.of(Object.keys(suiting))
    : chance.yes(0.75)
      ? chance.of(Object.keys(anyText))
      : chance.yes(0.9)
        ? chance.of(Object.keys(bytes))
        : chance.of(wholes);
  return { file, how, seed: chance.seed() };
}

/** Makes the edits one after the other. */
export function applyEdits(good: Files, edits: readonly Edit[]): Map<string, Uint8Array> {
  const files = new Map(good);
  for (const { file, how, seed } of edits) {
    const given = files.get(file);
    if (given === undefined) continue;
    const chance = chanceOf(seed);
    if (how === "gone") files.delete(file);
    else if (how === "another") files.set(file, chance.of([...files.values()]));
    else if (Object.hasOwn(bytes, how)) files.set(file, new Uint8Array(bytes[how](given, chance)));
    else {
      const edit = anyText[how] ?? yaml[how] ?? csv[how] ?? mild[how];
      const all = [...files].filter(([name]) => name.endsWith(".yaml")).map(([, other]) => decode(other));
      files.set(file, new TextEncoder().encode(edit(decode(given), chance, all)));
    }
  }
  return files;
}
