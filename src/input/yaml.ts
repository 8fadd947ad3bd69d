import type { Checked, Place } from "../core/errors.ts";
import { Problems } from "./problems.ts";
import type { SourceText } from "./source-text.ts";
import { explainYamlError, ownErrors } from "./yaml-errors.ts";
import { findExcess } from "./yaml-excess.ts";
import { isMap, isScalar, isSeq, type Node, type ParsedNode, parseDocument, visit } from "./yaml-package.ts";
import { type Offsets, type Path, pathKey, type YamlTree } from "./yaml-tree.ts";
import { plainValues } from "./yaml-values.ts";

/** Syntax errors shown of one file; those after the first few follow from them. */
const mostErrors = 8;

/**
 * Parses one YAML 1.2 document (JSON is one too) into plain values with positions.
 *
 * Refuses, as diagnostics and never by throwing: broken syntax, duplicate keys, more than one document, tags, keys
 * that are not plain text, keys that reach into JavaScript, and anything whose size or nesting only an attack has.
 */
export function parseYaml(source: SourceText): Checked<YamlTree> {
  const problems = new Problems();
  const place = placeIn(source);
  const offsets = new Map<string, Offsets>();
  let value: unknown = null;

  const excess = findExcess(source.text);
  if (excess) {
    problems.error(excess.code, place(excess.offset), excess.message, { hint: excess.hint });
  } else {
    const document = parseDocument<ParsedNode>(source.text, {
      version: "1.2",
      schema: "core",
      // Positions are made here; the package's own excerpts cost time quadratic in the length of a line.
      prettyErrors: false,
      // Found below in linear time.
      uniqueKeys: false,
      logLevel: "error",
    });
    const faults = [...document.errors, ...document.warnings].slice(0, mostErrors).map(({ code, message, pos }) => {
      const quote = /closing ["'\u2018\u2019]?.?quote/.test(message) ? openingQuote(document.contents, pos[0]) : null;
      if (quote !== null) return { code: "OPEN_QUOTE", message, offset: quote };
      const bracket = /^flow (map|sequence|collection)/i.test(message) ? openBracket(document.contents, pos[0]) : null;
      return bracket === null
        ? { code: code as string, message, offset: pos[0] }
        : { code: "OPEN_BRACKET", message, offset: bracket };
    });
    for (const fault of ownErrors(faults)) {
      const words = explainYamlError(fault, source.text);
      problems.error(words.code, place(words.offset ?? fault.offset), words.message, { hint: words.hint });
    }
    if (!problems.failed && document.contents === null)
      problems.error("yaml/empty", place(0), "the file holds nothing but comments", { hint: "fill it, or delete it" });
    if (!problems.failed) value = plainValues(document.contents, { problems, place, offsets });
  }

  const at = (which: keyof Offsets) => (path: Path) => {
    for (let length = path.length; length >= 0; length--) {
      const found = offsets.get(pathKey(path.slice(0, length)));
      if (found) return place(found[length === path.length ? which : "key"]);
    }
    return place(0);
  };
  return problems.close(() => ({ source, value, valueAt: at("value"), keyAt: at("key") }));
}

/** Finds the line and column of an offset; lines end as excerpts have it, with either sign or both. */
function placeIn({ file, text }: SourceText): (offset: number) => Place {
  let starts: number[] | null = null;
  return (offset) => {
    starts ??= [0, ...[...text.matchAll(/\r\n?|\n/g)].map((end) => end.index + end[0].length)];
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (starts[middle] <= offset) low = middle;
      else high = middle - 1;
    }
    return { file, line: low + 1, column: Math.min(offset, text.length) - starts[low] + 1 };
  };
}

/** Finds where the quoted text begins that runs on to an offset for want of its closing quote; null if none does. */
function openingQuote(contents: Node | null, end: number): number | null {
  let start: number | null = null;
  visit(contents, (_, node) => {
    if (isScalar(node) && node.type?.startsWith("QUOTE") && node.range && node.range[1] >= end) start ??= node.range[0];
  });
  return start;
}

/** Finds the innermost bracket that runs on to an offset for want of its closing one; null if none does. */
function openBracket(contents: Node | null, end: number): number | null {
  let start: number | null = null;
  visit(contents, (_, node) => {
    if ((isMap(node) || isSeq(node)) && node.flow && node.range && node.range[0] < end && node.range[1] >= end)
      start = node.range[0];
  });
  return start;
}
