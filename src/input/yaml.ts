import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  type Node,
  type ParsedNode,
  parseDocument,
  visit,
} from "yaml";
import type { Checked, Place } from "../core/errors.ts";
import { Problems } from "./problems.ts";
import type { SourceText } from "./source-text.ts";
import { explainYamlError } from "./yaml-errors.ts";
import { dotted, type Offsets, type Path, pathKey, type YamlTree } from "./yaml-tree.ts";

/** Levels of maps and lists within each other; the deepest key of a scenario has 6. */
const deepest = 32;
/** Columns of indentation: keeps the parser, which recurses, from running out of stack before depth is counted. */
const widestIndent = 128;
/** Pieces the text is cut into, and values it may expand to through aliases. */
const mostTokens = 300_000;
const mostValues = 50_000;
/** Syntax errors shown of one file; those after the first few follow from them. */
const mostErrors = 8;

/** Keys that mean something to JavaScript rather than to this program. */
const forbidden = new Set(["__proto__", "constructor", "prototype"]);

/**
 * Parses one YAML 1.2 document (JSON is one too) into plain values with positions.
 *
 * Refuses, as diagnostics and never by throwing: broken syntax, duplicate keys, more than one document, tags, keys
 * that are not plain text, keys that reach into JavaScript, and anything whose size or nesting only an attack has.
 */
export function parseYaml(source: SourceText): Checked<YamlTree> {
  const problems = new Problems();
  const lines = new LineCounter();
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file: source.file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  const offsets = new Map<string, Offsets>();
  let value: unknown = null;

  const excess = findExcess(source.text, lines);
  if (excess) {
    problems.error(excess.code, place(excess.offset), excess.message, { hint: excess.hint });
  } else {
    const document = parseDocument<ParsedNode>(source.text, {
      version: "1.2",
      schema: "core",
      lineCounter: lines,
      // Positions are made here; the package's own excerpts cost time quadratic in the length of a line.
      prettyErrors: false,
      // Found below in linear time.
      uniqueKeys: false,
      logLevel: "silent",
    });
    for (const { code, message, pos } of [...document.errors, ...document.warnings].slice(0, mostErrors)) {
      const quote = /closing ["'\u2018\u2019]?.?quote/.test(message) ? openingQuote(document.contents, pos[0]) : null;
      const words = explainYamlError(quote === null ? code : "OPEN_QUOTE", message);
      problems.error(words.code, place(quote ?? pos[0]), words.message, { hint: words.hint });
    }
    if (!problems.failed && document.contents === null)
      problems.error("yaml/empty", place(0), "the file holds nothing but comments", { hint: "fill it, or delete it" });
    if (!problems.failed) value = plain(document, { problems, place, offsets });
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

/** Finds where the quoted text begins that runs on to an offset for want of its closing quote; null if none does. */
function openingQuote(contents: Node | null, end: number): number | null {
  let start: number | null = null;
  visit(contents, (_, node) => {
    if (isScalar(node) && node.type?.startsWith("QUOTE") && node.range && node.range[1] >= end) start ??= node.range[0];
  });
  return start;
}

/** Tells that a text can hold no excess, since it is short, flat and has few brackets: all honest files are so. */
function isPlainlySafe(text: string): boolean {
  return text.length < mostTokens && !wideLine.test(text) && (text.match(/[[{]/g)?.length ?? 0) < safeBrackets;
}
const wideLine = new RegExp(`^[\\t ?:-]{${widestIndent}}`, "m");
/** So many brackets within each other still leave the parser most of its stack. */
const safeBrackets = 500;

/** Finds, before anything recurses, nesting and length that the parser must not be given. Also counts lines. */
function findExcess(text: string, lines: LineCounter) {
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
      lines.addNewLine(0);
      for (let i = text.indexOf("\n"); i >= 0 && i < offset; i = text.indexOf("\n", i + 1)) lines.addNewLine(i + 1);
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

const tooDeep = {
  code: "yaml/too-deep",
  message: `values are nested more than ${deepest} levels deep`,
  hint: "nothing here needs more than 6 levels; look for a bracket that is not closed",
};

interface Walk {
  readonly problems: Problems;
  readonly place: (offset: number) => Place;
  readonly offsets: Map<string, Offsets>;
}

/** Turns nodes into plain values, noting where each stands; aliases are expanded within a budget. */
function plain(document: ReturnType<typeof parseDocument<ParsedNode>>, { problems, place, offsets }: Walk): unknown {
  let values = 0;
  const open = new Set<Node>();
  const anchors = new Map<string, Node>();

  const walk = (node: Node | null, path: Path, key: number, used: number | null): unknown => {
    const offset = used ?? node?.range?.[0] ?? key;
    offsets.set(pathKey(path), { key, value: offset });
    if (node === null) return null;
    if (++values === mostValues + 1) {
      problems.error(
        "yaml/too-many-values",
        place(offset),
        `aliases make this file expand to more than ${mostValues} values`,
        {
          hint: "write the values out; a scenario has a few hundred",
        },
      );
    }
    if (values > mostValues) return null;
    if (path.length > deepest) return refuse(tooDeep.code, offset, tooDeep.message, tooDeep.hint);
    if (isAlias(node)) {
      const target = anchors.get(node.source);
      if (target === undefined)
        return refuse(
          "yaml/unknown-alias",
          offset,
          `*${node.source} refers to an anchor that is not there`,
          `write &${node.source} before the value that it should repeat`,
        );
      if (open.has(target))
        return refuse(
          "yaml/circular-alias",
          offset,
          `*${node.source} stands within the value that it repeats`,
          "write the value out",
        );
      return walk(target, path, key, offset);
    }
    if ("anchor" in node && typeof node.anchor === "string") anchors.set(node.anchor, node);
    if (isScalar(node)) return scalar(node.value, offset);
    open.add(node);
    const result = isSeq(node)
      ? node.items.map((item, i) =>
          walk(item as Node | null, [...path, i], (item as Node | null)?.range?.[0] ?? offset, used),
        )
      : isMap(node)
        ? map(node.items as { key: Node | null; value: Node | null }[], path, offset, used)
        : null;
    open.delete(node);
    return result;
  };

  const map = (
    items: readonly { key: Node | null; value: Node | null }[],
    path: Path,
    offset: number,
    used: number | null,
  ) => {
    const result: Record<string, unknown> = {};
    for (const item of items) {
      const at = used ?? item.key?.range?.[0] ?? offset;
      if (!isScalar(item.key) || item.key.value === null || typeof item.key.value === "object") {
        refuse("yaml/key", at, "a key must be plain text", "write  name: value");
        continue;
      }
      const name = String(item.key.value);
      if (forbidden.has(name))
        refuse(
          "yaml/forbidden-key",
          at,
          `${dotted([...path, name])} is not a key that any file may have`,
          `take the line out`,
        );
      else if (Object.hasOwn(result, name)) {
        const { line } = place(offsets.get(pathKey([...path, name]))?.key ?? at);
        refuse(
          "yaml/duplicate-key",
          at,
          `${dotted([...path, name])} is set twice, first in line ${line}`,
          "keep one of them",
        );
      } else result[name] = walk(item.value, [...path, name], at, used);
    }
    return result;
  };

  const scalar = (value: unknown, offset: number): unknown => {
    if (value === null || ["string", "number", "boolean"].includes(typeof value)) return value;
    return refuse("yaml/value", offset, "this kind of value is not understood", "write text, a number, true or false");
  };

  const refuse = (code: string, offset: number, message: string, hint: string): null => {
    problems.error(code, place(offset), message, { hint });
    return null;
  };

  return walk(document.contents as Node | null, [], 0, null);
}
