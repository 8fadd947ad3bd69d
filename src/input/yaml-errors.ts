/** How a syntax error is worded: a code of ours, what is wrong, what to do. */
export interface YamlWords {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
}

/** By the parser's closed list of codes; those that are not here keep the parser's own words. */
const words: Readonly<Record<string, Omit<YamlWords, "code">>> = {
  BAD_INDENT: { message: "the indentation is not clear here", hint: "indent by two spaces, and close every bracket" },
  TAB_AS_INDENT: { message: "a tab stands where only spaces may", hint: "indent by two spaces" },
  MISSING_CHAR: { message: "a character is missing here", hint: "close the quote or bracket, or write  key: value" },
  OPEN_QUOTE: {
    message: "this quote is never closed",
    hint: "close it; within the text write it twice, or use the other kind of quote",
  },
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

/** Words a syntax error of the YAML parser for somebody who does not know its terms. */
export function explainYamlError(code: string, message: string): YamlWords {
  const found = words[code];
  return {
    code: code === "TAG_RESOLVE_FAILED" ? "yaml/tag" : code === "MULTIPLE_DOCS" ? "yaml/many-documents" : "yaml/syntax",
    message: found?.message ?? lowered(message),
    hint: found?.hint ?? "check the quotes, brackets and indentation around here",
  };
}

function lowered(message: string): string {
  const line = message.split("\n")[0].trim();
  return line.charAt(0).toLowerCase() + line.slice(1);
}
