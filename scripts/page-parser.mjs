/**
 * The parser of mathjs and nothing else of it: what pages are bundled with in place of `mathjs/number`. All that can
 * evaluate, print or convert formulas is left out, which is nine tenths of the package.
 */
import { createParse } from "../node_modules/mathjs/lib/esm/expression/parse.js";
import { createNumber } from "../node_modules/mathjs/lib/esm/type/number.js";

/** The parts of a formula, with their fields in the order in which the parser hands them over. */
const fields = {
  AccessorNode: ["object", "index", "optionalChaining"],
  ArrayNode: ["items"],
  AssignmentNode: ["object", "index", "value"],
  BlockNode: ["blocks"],
  ConditionalNode: ["condition", "trueExpr", "falseExpr"],
  ConstantNode: ["value"],
  FunctionAssignmentNode: ["name", "params", "expr"],
  FunctionNode: ["fn", "args"],
  IndexNode: ["dimensions"],
  ObjectNode: ["properties"],
  OperatorNode: ["op", "fn", "args", "implicit", "isPercentage"],
  ParenthesisNode: ["content"],
  RangeNode: ["start", "end", "step"],
  RelationalNode: ["conditionals", "params"],
  SymbolNode: ["name"],
};
const nodes = Object.fromEntries(
  Object.entries(fields).map(([type, names]) => {
    function Node(...given) {
      for (const [i, name] of names.entries()) this[name] = given[i];
    }
    Object.assign(Node.prototype, { type, isNode: true, [`is${type}`]: true });
    return [type, Node];
  }),
);

/** The form of the function that takes a text is the only one called. */
const typed = Object.assign((_name, forms) => forms.string, { addConversion() {}, referToSelf() {} });

/** Makes what mathjs' own `create` makes of `parseDependencies`. */
export const create = () => ({ parse: createParse({ typed, numeric: createNumber({ typed }), config: {}, ...nodes }) });
export const parseDependencies = null;
