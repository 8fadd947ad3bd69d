/** An element of a still picture: its name, its attributes in order, and its children; text is a child too. */
interface Element {
  readonly name: string;
  readonly attributes: Map<string, string>;
  readonly children: (Element | string)[];
}

/**
 * Rewrites a still SVG of Vega's so that it looks the same and takes a third of the room: without what only a running
 * chart needs (roles, classes, switches of the pointer) and groups that say nothing, digits below a tenth of a pixel cut
 * off, neighbouring marks of one look joined into one path, and the look of neighbouring labels said once.
 */
export function trimSvg(svg: string): string {
  return parse(svg).map(simplify).map(write).join("").replaceAll(usualSize, "").replace(/^<svg/, `<svg${usualSize}`);
}

/** Size of most texts: it stands once on the picture, and they inherit it. */
const usualSize = ' font-size="12"';

/** Attributes that only a running chart needs, or that say what holds anyway. */
const needless = /^(?:class|role|aria-.*|pointer-events|font-family|xmlns(?::xlink)?|version|stroke-miterlimit)$/;
const usual: Readonly<Record<string, string>> = {
  opacity: "1",
  "stroke-width": "1",
  "text-anchor": "start",
  "stroke-linecap": "butt",
  transform: "translate(0,0)",
};

function parse(svg: string): (Element | string)[] {
  const root: (Element | string)[] = [];
  const open = [root];
  for (const [, end, name, inner = "", closed, text] of svg.matchAll(/<(\/)?([\w:]+)([^>]*?)(\/)?>|([^<]+)/g)) {
    const siblings = open.at(-1)!;
    if (text !== undefined) siblings.push(text);
    else if (end) open.pop();
    else if (name) {
      const attributes = new Map<string, string>();
      for (const [, key, value] of inner.matchAll(/([\w:-]+)="([^"]*)"/g)) attributes.set(key!, value!);
      const element = { name, attributes, children: [] };
      siblings.push(element);
      if (!closed) open.push(element.children);
    }
  }
  return root;
}

function simplify(node: Element | string): Element | string {
  if (typeof node === "string") return node;
  const attributes = new Map(
    [...node.attributes]
      .filter(([key, value]) => !needless.test(key) && usual[key] !== value)
      .map(([key, value]) => [key, trimmedValue(key, value)]),
  );
  const children = joined(
    node.children.map(simplify).flatMap((child) => (isBareGroup(child) ? child.children : [child])),
  );
  return { name: node.name, attributes, children: children.filter((child) => !isEmpty(child)) };
}

function trimmedValue(key: string, value: string): string {
  if (key === "font-size") return value.replace(/px$/, "");
  // A tenth is too coarse for shades.
  return key === "fill-opacity" ? value.slice(0, 4) : rounded(value);
}

function isBareGroup(node: Element | string): node is Element {
  return typeof node !== "string" && node.name === "g" && node.attributes.size === 0;
}

/** Groups and labels without content, and areas that are neither filled nor drawn around. */
function isEmpty(node: Element | string): boolean {
  if (typeof node === "string") return false;
  const { name, attributes, children } = node;
  if (name === "path") return !attributes.get("d") || attributes.get("display") === "none" || !isPainted(attributes);
  return (name === "g" || name === "text") && children.length === 0;
}

function isPainted(attributes: ReadonlyMap<string, string>): boolean {
  return ["fill", "stroke"].some((key) => (attributes.get(key) ?? "none") !== "none");
}

/** Joins neighbours: lines and symbols of one look into one path, labels of one look into one group. */
function joined(nodes: readonly (Element | string)[]): (Element | string)[] {
  const made: (Element | string)[] = [];
  // The outlines of one path and the labels of one group are put together at the end.
  let outlines: string[] = [];
  let lookBefore: string | null = null;
  const close = () => {
    const before = made.at(-1);
    if (isElement(before, "path") && outlines.length > 1) before.attributes.set("d", outlines.join(""));
  };
  for (const node of nodes.map(placed)) {
    const before = made.at(-1);
    const name = typeof node === "string" ? "" : node.name;
    const own = typeof node !== "string" && (name === "path" || name === "text") ? look(node, name) : null;
    if (
      typeof node !== "string" &&
      own !== null &&
      own === lookBefore &&
      isElement(before, name === "path" ? "path" : "g")
    ) {
      if (name === "path") outlines.push(node.attributes.get("d") ?? "");
      else before.children.push(bare(node));
      continue;
    }
    close();
    lookBefore = own;
    if (typeof node === "string") made.push(node);
    else if (name === "text") made.push({ name: "g", attributes: lookOf(node), children: [bare(node)] });
    else {
      outlines = [node.attributes.get("d") ?? ""];
      made.push(node);
    }
  }
  close();
  return made.map((node) => {
    // A label without neighbours carries its look itself.
    if (typeof node === "string" || node.name !== "g" || node.children.length !== 1) return node;
    const [only] = node.children;
    if (!isElement(only, "text") || node.attributes.has("transform")) return node;
    return { ...only, attributes: new Map([...only.attributes, ...node.attributes]) };
  });
}

function isElement(node: Element | string | undefined, name: string): node is Element {
  return typeof node === "object" && node.name === name;
}

const placeKeys = ["x", "y", "transform"];

function lookOf(node: Element): Map<string, string> {
  return new Map([...node.attributes].filter(([key]) => !placeKeys.includes(key)));
}

function bare(node: Element): Element {
  return { ...node, attributes: new Map([...node.attributes].filter(([key]) => placeKeys.includes(key))) };
}

/** All that neighbours must have in common to become one: their name, and their attributes but for their places. */
function look({ attributes }: Element, name: string): string {
  const places = name === "path" ? ["d"] : placeKeys;
  const parts: string[] = [name];
  for (const [key, value] of attributes) if (!places.includes(key)) parts.push(`${key}="${value}"`);
  return parts.sort().join(" ");
}

/** Writes a mark's place into the mark: lines and symbols become paths, labels get coordinates. */
function placed(node: Element | string): Element | string {
  if (typeof node === "string") return node;
  const { name, attributes, children } = node;
  const rest = new Map(attributes);
  const [x, y] = shift(rest.get("transform")) ?? [];
  if (name === "line") {
    for (const key of ["transform", "x2", "y2"]) rest.delete(key);
    const [dx, dy] = ["x2", "y2"].map((key) => Number(attributes.get(key) ?? 0));
    const d = `M${x ?? 0} ${y ?? 0}${dy === 0 ? `h${dx}` : dx === 0 ? `v${dy}` : `l${pair(dx!, dy!)}`}`;
    return { name: "path", attributes: new Map([...rest, ["d", d]]), children };
  }
  if (name === "text" && x !== undefined) {
    rest.delete("transform");
    return { name, attributes: new Map([["x", String(x)], ["y", String(y)], ...rest]), children };
  }
  if (name !== "path" || (rest.has("transform") && x === undefined)) return node;
  const d = moved(rest.get("d") ?? "", x ?? 0, y ?? 0);
  if (d === null) return node;
  rest.delete("transform");
  return { name, attributes: rest.set("d", d), children };
}

function shift(transform: string | undefined): [number, number] | null {
  const found = /^translate\(([^,)]+),([^,)]+)\)$/.exec(transform ?? "");
  return found ? [Number(found[1]), Number(found[2])] : null;
}

/** Moves an outline of circles or straight lines, and writes it in steps; null for one that holds more than that. */
function moved(d: string, x: number, y: number): string | null {
  const circle = /^M([\d.]+),0A\1,\1,0,1,1,-\1,0A\1,\1,0,1,1,\1,0Z?$/.exec(d);
  if (circle) {
    const r = Number(circle[1]);
    const half = (way: number) => `a${r} ${r} 0 1 1${pair(way * 2 * r, 0, true)}`;
    return `M${pair(x + r, y)}${half(-1)}${half(1)}z`;
  }
  if (!/^M[-\d.,MLZ]+$/.test(d)) return null;
  let [atX, atY] = [0, 0];
  let before = "";
  const steps = [...d.matchAll(/Z|([ML])([-\d.]+),([-\d.]+)/g)].map(([all, letter, ...to]) => {
    const [toX, toY] = to.map(Number) as [number, number];
    const step =
      all === "Z"
        ? "z"
        : letter === "M"
          ? `M${pair(x + toX, y + toY)}`
          : `${before === "L" ? "" : "l"}${pair(toX - atX, toY - atY, before === "L")}`;
    if (all !== "Z") [atX, atY] = [toX, toY];
    before = letter ?? "";
    return step;
  });
  return steps.join("");
}

/** Two numbers in the shortest way; `glued`: another number stands before them. */
function pair(a: number, b: number, glued = false): string {
  const [first, second] = [a, b].map((n) => String(tenth(n)));
  return `${glued && !first!.startsWith("-") ? " " : ""}${first}${second!.startsWith("-") ? "" : " "}${second}`;
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10 + 0;
}

function rounded(value: string): string {
  return value.replace(/-?\d+\.\d{2,}/g, (number) => String(tenth(Number(number))));
}

function write(node: Element | string): string {
  if (typeof node === "string") return node;
  const { name, attributes, children } = node;
  const head = `<${name}${[...attributes].map(([key, value]) => ` ${key}="${value}"`).join("")}`;
  return children.length === 0 ? `${head}/>` : `${head}>${children.map(write).join("")}</${name}>`;
}
