/**
 * Makes an element of the page like another one, changing as little as can be: what stays the same keeps its focus, its
 * place and whether it is folded open. Charts draw themselves, so that a `.plot` keeps what is in it.
 */
export function morph(current: Element, wanted: Element): void {
  const drawn = current.classList.contains("plot");
  copyAttributes(current, wanted);
  if (!drawn) morphChildren(current, wanted);
}

/** Turns markup, which has been escaped where it was made, into elements; scripts in it would not run. */
export function elementsOf(markup: string): Element[] {
  const template = document.createElement("template");
  template.innerHTML = markup;
  return [...template.content.children];
}

function morphChildren(current: Element, wanted: Element): void {
  let named: Map<string, Element> | null = null;
  let at = current.firstChild;
  for (let next = wanted.firstChild; next; ) {
    const following: ChildNode | null = next.nextSibling;
    if (!at || !alike(at, next)) {
      // Something came or went: what has a name is looked for. Mostly nothing did, and no name is read.
      named ??= namedChildren(current);
      const key = isElement(next) ? keyOf(next) : null;
      const known = (key !== null && named.get(key)) || null;
      if (known && known !== at) {
        current.insertBefore(known, at);
        at = known;
      }
    }
    if (at && alike(at, next)) {
      if (isElement(at)) morph(at, next as Element);
      else if (at.nodeValue !== next.nodeValue) at.nodeValue = next.nodeValue;
      at = at.nextSibling;
    } else current.insertBefore(next, at);
    next = following;
  }
  while (at) {
    const after: ChildNode | null = at.nextSibling;
    at.remove();
    at = after;
  }
}

function namedChildren(parent: Element): Map<string, Element> {
  const named = new Map<string, Element>();
  for (const child of parent.children) {
    const key = keyOf(child);
    if (key !== null) named.set(key, child);
  }
  return named;
}

const isElement = (node: Node): node is Element => node.nodeType === Node.ELEMENT_NODE;

/** Elements that are told apart by name keep their identity when others come or go before them. */
function keyOf(element: Element): string | null {
  return element.getAttribute("data-figure") ?? element.getAttribute("data-key") ?? (element.id || null);
}

function alike(a: Node, b: Node): boolean {
  if (!isElement(a) || !isElement(b)) return a.nodeType === b.nodeType;
  return a.tagName === b.tagName && keyOf(a) === keyOf(b);
}

/** What a reader or the page's script has done to an element, which the report knows nothing of. */
function isKept(element: Element, name: string): boolean {
  if (name === "open") return element.tagName === "DETAILS" || element.tagName === "DIALOG";
  return name === "hidden" && element.classList.contains("actions");
}

function copyAttributes(current: Element, wanted: Element): void {
  let same = current.attributes.length === wanted.attributes.length;
  for (const { name, value } of wanted.attributes)
    if (current.getAttribute(name) !== value) {
      same = false;
      if (!isKept(current, name)) current.setAttribute(name, value);
    }
  if (same) return;
  for (const { name } of [...current.attributes])
    if (!wanted.hasAttribute(name) && !isKept(current, name)) current.removeAttribute(name);
}
