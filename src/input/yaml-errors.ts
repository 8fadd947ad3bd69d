/** How a syntax error is worded: a code of ours, what is wrong, what to do; and where, if that is not where it was met. */
export interface YamlWords {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
  readonly offset?: number;
}

/** A syntax error as the YAML parser tells it. */
export interface YamlFault {
  readonly code: string;
  readonly message: string;
  readonly offset: number;
}

type Words = Omit<YamlWords, "code">;

/** By the parser's closed list of codes; those that are not here keep the parser's own words. */
const words: Readonly<Record<string, Words>> = {
  BAD_INDENT: { message: "the indentation is not clear here", hint: "indent by two spaces, and close every bracket" },
  TAB_AS_INDENT: { message: "a tab stands where only spaces may", hint: "indent by two spaces" },
  MISSING_CHAR: { message: "a character is missing here", hint: "close the quote or bracket, or write  key: value" },
  OPEN_QUOTE: {
    message: "this quote is never closed",
    hint: "close it; within the text write it twice, or use the other kind of quote",
  },
  OPEN_BRACKET: { message: "this bracket is never closed", hint: "close it, on the same line if you can" },
  MULTIPLE_DOCS: { message: "a second document begins here", hint: "one file holds one document; take out the ---" },
  MULTILINE_IMPLICIT_KEY: {
    message: "a key without its colon, or one that runs over two lines",
    hint: "write  key: value  on one line",
  },
  BLOCK_AS_IMPLICIT_KEY: {
    message: "a second colon, or a deeper line, after a value",
    hint: "put text with a colon in quotes, and give keys of one map the same indentation",
  },
  BLOCK_IN_FLOW: {
    message: "an indented block within brackets",
    hint: "write {key: value} or [one, two] within brackets",
  },
  BAD_SCALAR_START: { message: "plain text cannot begin with this character", hint: "put the text in quotes" },
  BAD_DQ_ESCAPE: {
    message: "this backslash sequence means nothing",
    hint: "write two backslashes, or use single quotes",
  },
  UNEXPECTED_TOKEN: {
    message: "this does not belong here",
    hint: "check the indentation, brackets and quotes of this line and the one before",
  },
  TAG_RESOLVE_FAILED: { message: "tags (a word after !) are not understood", hint: "take the tag out" },
  BAD_ALIAS: { message: "this alias is not well formed", hint: "write the value out" },
  DUPLICATE_KEY: { message: "this key is set twice", hint: "keep one of them" },
};

/** How a space is told that is none to YAML: no-break, thin, wide or of no width. */
export const oddSpace = {
  message: "a space that is none stands here: one that came from a web page or a text program",
  hint: "indent with plain spaces",
};

/** Errors that each stand for themselves; after any other the parser is lost, and what it says next follows from it. */
const alone = new Set(["TAB_AS_INDENT", "BAD_SCALAR_START", "BAD_DQ_ESCAPE", "TAG_RESOLVE_FAILED", "MULTIPLE_DOCS"]);

/** Keeps the errors of a file that a user has to mend, in the order of their places. */
export function ownErrors(faults: readonly YamlFault[]): YamlFault[] {
  const ordered = [...faults].sort((a, b) => a.offset - b.offset);
  return ordered.filter(
    ({ code }, i) => i === 0 || (alone.has(code) && ordered.slice(0, i).every((f) => alone.has(f.code))),
  );
}

/** Words a syntax error of the YAML parser for somebody who does not know its terms. */
export function explainYamlError({ code, message, offset }: YamlFault, text: string): YamlWords {
  const found = seen({ code, message, offset }, text) ?? words[code];
  return {
    ...found,
    code: code === "TAG_RESOLVE_FAILED" ? "yaml/tag" : code === "MULTIPLE_DOCS" ? "yaml/many-documents" : "yaml/syntax",
    message: found?.message ?? lowered(message),
    hint: found?.hint ?? "check the quotes, brackets and indentation around here",
  };
}

/** Says what the line itself shows to be wrong, for the slips that are made most; null if it shows nothing. */
function seen({ code, message, offset }: YamlFault, text: string): Words | null {
  const start = Math.max(text.lastIndexOf("\n", offset - 1), text.lastIndexOf("\r", offset - 1)) + 1;
  const line = text.slice(start, start + 500).split(/[\r\n]/, 1)[0];
  const at = (index: number) => ({ offset: start + index });
  if (code === "BLOCK_AS_IMPLICIT_KEY") {
    const [, key, value] = /^[\s-]*([^\s:{["'][^:]*):\s+([^\s{["'].*:(?:\s.*|$))/.exec(line) ?? [];
    if (key !== undefined)
      return {
        message: `the value of ${key} holds a colon`,
        hint: `put it in quotes: ${key}: ${quoted(value)}`,
        ...at(line.indexOf(value)),
      };
    const sign = /^[\s-]*[^\s:]+:\s+([?-])\s/.exec(line);
    if (sign) return { ...words.BAD_SCALAR_START, ...at(sign[0].length - 2) };
    return oddIndent(text, start);
  }
  if (code === "BAD_INDENT" && line.trim() !== "") return oddIndent(text, start);
  if (code === "MISSING_CHAR" && /^missing ,/i.test(message))
    return { message: "a comma is missing before this", hint: "write one after the entry before" };
  if (code === "MULTILINE_IMPLICIT_KEY" || code === "MISSING_CHAR") {
    const [, key, sign, value] = /^[\s-]*([A-Za-z][\w-]*)(\s*=\s*|:(?=\S)|\s+)(\S.*)$/.exec(line) ?? [];
    if (key === undefined || (sign.trim() === "" && /:(\s|$)/.test(value))) return null;
    const lacking = sign === ":" ? `a space is missing after the colon of ${key}` : `the colon after ${key} is missing`;
    return { message: lacking, hint: `write ${key}: ${value}`, ...at(line.indexOf(key)) };
  }
  const percent = code === "BAD_SCALAR_START" ? /%\s*(\d[\d.,]*)/.exec(line.slice(offset - start)) : null;
  if (percent?.index === 0)
    return { message: "the percent sign stands before its number", hint: `write ${percent[1]}%` };
  if (code === "UNEXPECTED_TOKEN") {
    const here = text[offset];
    const sign = /^[\s-]*[^\s:]+:\s+([>|])(?![+-]?\d?[+-]?(?:\s|$))/.exec(line);
    if (sign)
      return {
        message: `plain text cannot begin with ${sign[1]}`,
        hint: "put the text in quotes",
        ...at(sign[0].length - 1),
      };
    if (here === "]" || here === "}")
      return { message: "this bracket closes nothing", hint: "take it out, or open the bracket that it should close" };
    if (here === "," && text[offset - 1] === ",") return { message: "a comma too many", hint: "take it out" };
    const before = text.slice(start, offset).trimEnd();
    const quote = /["']$/.exec(before)?.[0];
    if (quote !== undefined && text.slice(offset, offset + 1).trim() !== "")
      return {
        message: "text follows a closing quote",
        hint: quote === "'" ? "write a quote within the text twice: ''" : 'write a quote within the text as \\"',
      };
  }
  return null;
}

/** Says which line is out of step: this one, or the next, which is then deeper than a value lets it be. */
function oddIndent(text: string, start: number): Words {
  const odd = /^ *([\u00a0\u1680\u2000-\u200b\u202f\u3000\ufeff])/.exec(text.slice(start, start + 500));
  if (odd) return { ...oddSpace, offset: start + odd[0].length - 1 };
  const lines = text.slice(0, start).split(/\r\n?|\n/);
  const told = (line: string) => line.trim() !== "" && !line.trim().startsWith("#");
  const before = lines.filter(told).at(-1) ?? "";
  const ahead = [...text.slice(start, start + 3000).matchAll(/[^\r\n]+/g)].filter(([line]) => told(line));
  const width = (line: string) => line.search(/\S|$/);
  const [here, next] = [ahead[0]?.[0] ?? "", ahead[1]?.[0] ?? ""];
  const deeper = (line: string, offset: number) => ({
    message: "this line is indented deeper than the one before, which already has its value",
    hint: "begin keys of one map in the same column",
    offset: start + offset + width(line),
  });
  const full = /:\s+[^\s#|>]/;
  if (width(next) > width(here) && width(next) !== width(before) && full.test(here))
    return deeper(next, ahead[1].index);
  if (width(here) > width(before) && full.test(before)) return deeper(here, 0);
  return {
    message: "this line does not fit the indentation around it",
    hint: "begin keys of one map in the same column, and indent what belongs to a key by two spaces more",
    offset: start + width(here),
  };
}

function quoted(value: string): string {
  const text = value.trim().slice(0, 60);
  return text.includes('"') ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
}

function lowered(message: string): string {
  const line = message.split("\n")[0].trim();
  return line.charAt(0).toLowerCase() + line.slice(1);
}
