import { Lexer } from "./yaml-package.ts";

/** Levels of maps and lists within each other; the deepest key of a scenario has 6. */
export const deepest = 32;

/** Columns of indentation: keeps the parser, which recurses, from running out of stack before depth is counted. */
const widestIndent = 128;
/** Pieces that a text is cut into. */
const mostTokens = 300_000;
/** So many brackets within each other still leave the parser most of its stack. */
const safeBrackets = 500;

/** What a text has too much of, and where. */
export interface Excess {
  readonly offset: number;
  readonly code: string;
  readonly message: string;
  readonly hint: string;
}

/** How too deep a nesting is told, wherever it is found. */
export const tooDeep = {
  code: "yaml/too-deep",
  message: `values are nested more than ${deepest} levels deep`,
  hint: "nothing here needs more than 6 levels; look for a bracket that is not closed",
};

/** Tells that a text can hold no excess, since it is short, flat and has few brackets: all honest files are so. */
function isPlainlySafe(text: string): boolean {
  return text.length < mostTokens && !wideLine.test(text) && (text.match(/[[{]/g)?.length ?? 0) < safeBrackets;
}

const wideLine = new RegExp(`^[\\t ?:-]{${widestIndent}}`, "m");
/** Finds, before anything recurses, nesting and length that the parser must not be given. */
export function findExcess(text: string): Excess | null {
  if (isPlainlySafe(text)) return null;
  let tokens = 0;
  let depth = 0;
  let offset = 0;
  let lineStart = 0;
  let leading = true;
  let scalar = false;
  for (const token of new Lexer().lex(text)) {
    // The lexer announces plain and block text by a mark; marks stand for no characters of the text.
    const mark = token === "\u001f" || token === "\u0002" || token === "\u0018";
    if (!scalar && (token === "[" || token === "{")) depth++;
    if (!scalar && (token === "]" || token === "}")) depth = Math.max(0, depth - 1);
    const content = scalar || !(mark || /^(\s*|#.*)$/.test(token));
    const tooWide = content && leading && depth === 0 && offset - lineStart > widestIndent;
    if (content && (scalar || !/^[?:-]$/.test(token))) leading = false;
    if (++tokens > mostTokens || depth > deepest || tooWide) {
      return tokens > mostTokens
        ? {
            offset,
            code: "yaml/too-long",
            message: "the file has too many parts",
            hint: "split it, or move figures to a CSV file",
          }
        : { offset, ...tooDeep };
    }
    if (!mark) offset += token.length;
    if (token.endsWith("\n")) {
      lineStart = offset;
      leading = true;
    }
    scalar = token === "\u001f";
  }
  return null;
}
