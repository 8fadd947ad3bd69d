import { create, type MathNode, parseDependencies } from "mathjs/number";

/**
 * A formula as a plain tree: what mathjs' parser read, cut down to numbers, names, calls and choices. Operators are
 * calls by the name mathjs gives them (`add`, `pow`, `unaryMinus`).
 */
export type Formula =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "call"; readonly name: string; readonly args: readonly Formula[] }
  | { readonly kind: "choice"; readonly test: Formula; readonly yes: Formula; readonly no: Formula };

/** Only the parser is built: mathjs' evaluator, and with it every way from a formula to code, is not even bundled. */
const { parse } = create({ parseDependencies });

/** How the parts of mathjs' language that no formula here needs are called in a refusal. */
const refused: Readonly<Record<string, string>> = {
  AccessorNode: "property access",
  ArrayNode: "an array",
  AssignmentNode: "an assignment",
  BlockNode: "more than one formula",
  FunctionAssignmentNode: "a definition of a function",
  IndexNode: "an index",
  ObjectNode: "an object",
  RangeNode: "a range",
};

/**
 * Parses a formula in mathjs' notation. Returns the tree, or the reason of the refusal: a slip of syntax, more than
 * `limit` nodes, or anything but numbers, names, calls, operators, comparisons and `?:`. Never evaluates anything.
 */
export function parseFormula(
  text: string,
  limit: number,
): Formula | { readonly kind: "refused"; readonly reason: string } {
  let nodes = 0;
  const plain = (node: MathNode): Formula => {
    if (++nodes > limit) throw new Refusal(`it has more than ${limit} parts`);
    const n = node as unknown as Loose;
    switch (node.type as string) {
      case "ParenthesisNode":
        return plain(n.content);
      case "ConstantNode":
        if (typeof n.value === "boolean") return { kind: "number", value: Number(n.value) };
        if (typeof n.value !== "number") throw new Refusal("it holds text or null where a number is expected");
        if (!Number.isFinite(n.value)) throw new Refusal("a number in it is not finite");
        return { kind: "number", value: n.value };
      case "SymbolNode":
        return { kind: "name", name: n.name };
      case "OperatorNode":
        return { kind: "call", name: String(n.fn), args: n.args.map(plain) };
      case "FunctionNode":
        // A name, not an expression that yields a function.
        if ((n.fn as { type?: string }).type !== "SymbolNode")
          throw new Refusal("it calls something that is not a name");
        return { kind: "call", name: (n.fn as unknown as { name: string }).name, args: n.args.map(plain) };
      case "ConditionalNode":
        return { kind: "choice", test: plain(n.condition), yes: plain(n.trueExpr), no: plain(n.falseExpr) };
      case "RelationalNode":
        return n.params
          .slice(1)
          .map((_, i) => compare(n.conditionals[i], plain(n.params[i]), plain(n.params[i + 1])))
          .reduce(both);
      default:
        throw new Refusal(`it holds ${refused[node.type] ?? `a ${node.type}`}`);
    }
  };
  try {
    return plain(parse(text));
  } catch (error) {
    if (error instanceof Refusal) return { kind: "refused", reason: error.message };
    if (error instanceof RangeError) return { kind: "refused", reason: "it is nested too deeply" };
    return { kind: "refused", reason: `it cannot be read: ${error instanceof Error ? error.message : "syntax"}` };
  }
}

class Refusal extends Error {}

/** The fields of mathjs' nodes that are read; each type of node has some of them. */
interface Loose {
  readonly content: MathNode;
  readonly value: unknown;
  readonly name: string;
  readonly fn: unknown;
  readonly args: readonly MathNode[];
  readonly condition: MathNode;
  readonly trueExpr: MathNode;
  readonly falseExpr: MathNode;
  readonly conditionals: readonly string[];
  readonly params: readonly MathNode[];
}

const compare = (name: string, a: Formula, b: Formula): Formula => ({ kind: "call", name, args: [a, b] });
const both = (a: Formula, b: Formula): Formula => ({ kind: "call", name: "and", args: [a, b] });
