// The door to the package yaml: what this program uses of it.
export {
  Document,
  isAlias,
  isCollection,
  isMap,
  isPair,
  isScalar,
  isSeq,
  Lexer,
  type Node,
  type ParsedNode,
  parseDocument,
  visit,
} from "yaml";
