/**
 * What numeric/mathjs.ts is on the command line, without the package for mathematics, which would make up an eighth of a
 * page's program: it reads the part of mathjs' notation that formulas are made of, by the same order of precedence.
 * Pages are bundled with this in its place; a test holds the two against each other.
 */
import type { Formula } from "../core/numeric/mathjs.ts";

/** A tree with what the rules of the notation ask of it: how many parts it has, and of what sort its top is. */
interface Read {
  readonly formula: Formula;
  readonly parts: number;
  readonly top?: "number" | "signed number" | "sign" | "operator" | "factorial" | "percent" | "name" | "function";
}

const signs: Readonly<Record<string, string>> = { "-": "unaryMinus", "+": "unaryPlus", "~": "bitNot", not: "not" };
const sums: Readonly<Record<string, string>> = { "+": "add", "-": "subtract" };
const products: Readonly<Record<string, string>> = {
  "*": "multiply",
  ".*": "dotMultiply",
  "/": "divide",
  "./": "dotDivide",
  "%": "mod",
  mod: "mod",
};
const relations: Readonly<Record<string, string>> = {
  "==": "equal",
  "!=": "unequal",
  "<": "smaller",
  ">": "larger",
  "<=": "smallerEq",
  ">=": "largerEq",
};
const shifts: Readonly<Record<string, string>> = { "<<": "leftShift", ">>": "rightArithShift", ">>>": "rightLogShift" };
const worded = new Set(["mod", "to", "in", "and", "xor", "or", "not"]);
const text = "it holds text or null where a number is expected";

const number = /^(?:\d+(?:\.(?![/*^])\d*)?|\.\d+)(?:[eE][+-]?\d+)?/;
const letters = "A-Za-z_$\\u00C0-\\u02AF\\u0370-\\u03FF\\u2100-\\u214F";
const name = new RegExp(`^[${letters}][${letters}\\d]*`);
const sign = /^(?:>>>|\.\*|\.\/|\.\^|\^\||\?\.(?!\d)|\?\?|==|!=|<=|>=|<<|>>|[,()[\]{}"';+\-*/%^~!&|=:?<>.])/;

class Refusal extends Error {}

/** Parses a formula: its tree, or the reason of the refusal, as the command line's reader does. */
export function parseFormula(
  source: string,
  limit: number,
): Formula | { readonly kind: "refused"; readonly reason: string } {
  try {
    const { formula, parts } = new Parser(source).whole();
    return parts > limit ? { kind: "refused", reason: `it has more than ${limit} parts` } : formula;
  } catch (error) {
    if (error instanceof Refusal) return { kind: "refused", reason: error.message };
    if (error instanceof RangeError) return { kind: "refused", reason: "it is nested too deeply" };
    throw error;
  }
}

class Parser {
  private at = 0;
  private token = "";
  private sort: "sign" | "number" | "name" = "sign";
  /** How deep in parentheses it is, in which lines may end, and at what depth a `:` belongs to a choice. */
  private nested = 0;
  private choosing: number | null = null;

  constructor(private readonly source: string) {}

  whole(): Read {
    this.next();
    if (this.is("")) throw new Refusal(text);
    const read = this.assignment();
    if (this.is("\n", ";")) throw new Refusal("it holds more than one formula");
    if (!this.is(""))
      this.fail(this.sort === "sign" ? `Unexpected operator ${this.token}` : `Unexpected part "${this.token}"`);
    return read;
  }

  private next(): void {
    const blank = this.nested > 0 ? /^(?:[ \t\u00A0\n]|#[^\n]*)*/ : /^(?:[ \t\u00A0]|#[^\n]*)*/;
    const rest = () => this.source.slice(this.at);
    this.at += blank.exec(rest())![0].length;
    const take = (found: string | undefined, sort: Parser["sort"]) => {
      if (found === undefined) return false;
      this.token = found;
      this.sort = sort;
      this.at += found.length;
      return true;
    };
    if (take(rest() === "" ? "" : rest()[0] === "\n" ? "\n" : undefined, "sign")) return;
    const digits = number.exec(rest())?.[0];
    if (take(digits, "number")) {
      const after = rest();
      const slip = /e/i.test(this.token) ? /^\.(?![/*^])/ : /^e[+-]|^e\.(?![/*^])/i;
      if (this.is("0") && /^[box]/.test(after)) throw new Refusal("a number in it is not to the base of ten");
      if (slip.test(after)) this.fail(`Digit expected, got "${after.replace(/^e[+-]?/i, "")[0] ?? ""}"`);
      return;
    }
    const word = name.exec(rest())?.[0];
    if (take(word, word !== undefined && worded.has(word) ? "sign" : "name")) return;
    if (take(sign.exec(rest())?.[0], "sign")) return;
    take(rest(), "sign");
    this.fail(`Syntax error in part "${this.token}"`);
  }

  private is(...tokens: readonly string[]): boolean {
    return tokens.includes(this.token);
  }

  /** Goes on behind an operator, where a line may end. */
  private skip(): void {
    do this.next();
    while (this.is("\n"));
  }

  private fail(message: string): never {
    throw new Refusal(`it cannot be read: ${message} (char ${this.at - this.token.length + 1})`);
  }

  private assignment(): Read {
    const read = this.choice();
    if (!this.is("=")) return read;
    if (read.top === "name") throw new Refusal("it holds an assignment");
    if (read.top === "function") throw new Refusal("it holds a definition of a function");
    return this.fail("Invalid left hand side of assignment operator =");
  }

  private choice(): Read {
    let read = this.or();
    while (this.is("?")) {
      const before = this.choosing;
      this.choosing = this.nested;
      this.skip();
      const yes = this.assignment();
      if (!this.is(":")) this.fail("False part of conditional expression expected");
      this.choosing = null;
      this.skip();
      const no = this.assignment();
      read = {
        formula: { kind: "choice", test: read.formula, yes: yes.formula, no: no.formula },
        parts: 1 + read.parts + yes.parts + no.parts,
      };
      this.choosing = before;
    }
    return read;
  }

  /** Reads operators of one rank, from left to right. */
  private rank(names: Readonly<Record<string, string>>, inner: () => Read): Read {
    let read = inner();
    while (Object.hasOwn(names, this.token)) {
      const called = names[this.token]!;
      this.skip();
      read = call(called, "operator", read, inner());
    }
    return read;
  }

  private readonly or = () => this.rank({ or: "or" }, this.xor);
  private readonly xor = () => this.rank({ xor: "xor" }, this.and);
  private readonly and = () => this.rank({ and: "and" }, this.bitOr);
  private readonly bitOr = () => this.rank({ "|": "bitOr" }, this.bitXor);
  private readonly bitXor = () => this.rank({ "^|": "bitXor" }, this.bitAnd);
  private readonly bitAnd = () => this.rank({ "&": "bitAnd" }, () => this.relation());
  private readonly shift = () => this.rank(shifts, this.conversion);
  private readonly conversion = () => this.rank({ to: "to", in: "to" }, () => this.range());

  /** `a < b < c` says that both hold. */
  private relation(): Read {
    const values = [this.shift()];
    const called: string[] = [];
    while (Object.hasOwn(relations, this.token)) {
      called.push(relations[this.token]!);
      this.skip();
      values.push(this.shift());
    }
    const pairs = called.map((one, i) => call(one, "operator", values[i]!, values[i + 1]!));
    if (pairs.length < 2) return pairs[0] ?? values[0]!;
    const both = pairs.map(({ formula }) => formula).reduce((a, b) => ({ kind: "call", name: "and", args: [a, b] }));
    return { formula: both, parts: 1 + pairs.reduce((sum, { parts }) => sum + parts - 1, 0) };
  }

  private range(): Read {
    const chosen = () => this.is(":") && this.choosing === this.nested;
    if (chosen()) this.fail("The true-expression of a conditional operator may not be empty");
    const read = this.is(":") ? null : this.sum();
    if (read === null || (this.is(":") && !chosen())) throw new Refusal("it holds a range");
    return read;
  }

  /** `x + 5%` adds so much of x. */
  private sum(): Read {
    let read = this.product();
    while (Object.hasOwn(sums, this.token)) {
      const called = sums[this.token]!;
      this.skip();
      const right = this.product();
      read = call(
        called,
        "operator",
        read,
        right.top === "percent" ? call("multiply", "operator", read, right) : right,
      );
    }
    return read;
  }

  private readonly product = () => this.rank(products, () => this.beside());

  /** Two values side by side are multiplied. */
  private beside(): Read {
    let read = this.fraction();
    for (let last = read; ; read = call("multiply", "operator", read, last)) {
      const numberMayFollow = last.top === undefined || ["factorial", "name", "function"].includes(last.top);
      if (!(this.sort === "name" || this.is("(") || (this.sort === "number" && numberMayFollow))) return read;
      last = this.fraction();
    }
  }

  /** A fraction of two numbers before a name belongs together: `1/2 x` is half of x. */
  private fraction(): Read {
    let read = this.percentage();
    let last = read;
    while (this.is("/") && (last.top === "number" || last.top === "signed number")) {
      const before = this.place();
      this.skip();
      const denominator = this.place();
      const isNumber = this.sort === "number";
      if (isNumber) this.skip();
      const together = isNumber && (this.sort === "name" || this.is("("));
      this.return(together ? denominator : before);
      if (!together) return read;
      last = this.percentage();
      read = call("divide", "operator", read, last);
    }
    return read;
  }

  /** `%` means hundredths where nothing follows that could be divided by. */
  private percentage(): Read {
    const read = this.signed();
    if (!this.is("%")) return read;
    const before = this.place();
    this.skip();
    try {
      this.signed();
      this.return(before);
      return read;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return call("divide", "percent", read, { formula: { kind: "number", value: 100 }, parts: 1 });
    }
  }

  private signed(): Read {
    if (!Object.hasOwn(signs, this.token)) return this.power();
    const [called, isWord] = [signs[this.token]!, this.is("not")];
    this.skip();
    const read = this.signed();
    return call(called, read.top === "number" && !isWord ? "signed number" : "sign", read);
  }

  private power(): Read {
    const read = this.postfixed();
    if (!this.is("^", ".^")) return read;
    const called = this.is("^") ? "pow" : "dotPow";
    this.skip();
    return call(called, "operator", read, this.signed());
  }

  private postfixed(): Read {
    let read = this.value();
    while (this.is("!", "'")) {
      const isFactorial = this.is("!");
      this.next();
      read = call(isFactorial ? "factorial" : "ctranspose", isFactorial ? "factorial" : "operator", read);
    }
    return read;
  }

  private value(): Read {
    const { token, sort } = this;
    if (sort === "number") return this.number(Number(token));
    if (sort === "name" || worded.has(token)) return this.named(token);
    if (token === "(") {
      const [inner] = this.within();
      if (!inner) this.fail("Value expected");
      this.accessor();
      return { formula: inner!.formula, parts: inner!.parts + 1 };
    }
    if (token === '"' || token === "'") throw new Refusal(text);
    if (token === "[") throw new Refusal("it holds an array");
    if (token === "{") throw new Refusal("it holds an object");
    return this.fail(token === "" ? "Unexpected end of expression" : "Value expected");
  }

  private number(value: number): Read {
    if (!Number.isFinite(value)) throw new Refusal("a number in it is not finite");
    this.next();
    return { formula: { kind: "number", value }, parts: 1, top: "number" };
  }

  private named(word: string): Read {
    if (word === "true" || word === "false") return this.number(Number(word === "true"));
    if (word === "null" || word === "undefined") throw new Refusal(text);
    if (word === "NaN" || word === "Infinity") throw new Refusal("a number in it is not finite");
    this.next();
    if (!this.is("(")) {
      this.accessor();
      return { formula: { kind: "name", name: word }, parts: 1, top: "name" };
    }
    const args = this.within();
    this.accessor();
    return { ...call(word, "function", ...args), top: "function" };
  }

  private accessor(): void {
    if (this.is("[", ".", "?.")) throw new Refusal("it holds property access");
  }

  /** Reads what stands in parentheses, parted by commas. */
  private within(): Read[] {
    const read: Read[] = [];
    this.nested++;
    this.next();
    if (!this.is(")")) read.push(this.assignment());
    while (this.is(",")) {
      this.next();
      read.push(this.assignment());
    }
    if (!this.is(")")) this.fail("Parenthesis ) expected");
    this.nested--;
    this.next();
    return read;
  }

  private place() {
    const { at, token, sort, nested, choosing } = this;
    return { at, token, sort, nested, choosing };
  }

  private return(place: ReturnType<Parser["place"]>): void {
    Object.assign(this, place);
  }
}

function call(name: string, top: NonNullable<Read["top"]>, ...args: readonly Read[]): Read {
  return {
    formula: { kind: "call", name, args: args.map(({ formula }) => formula) },
    parts: args.reduce((sum, { parts }) => sum + parts, 1),
    top,
  };
}
