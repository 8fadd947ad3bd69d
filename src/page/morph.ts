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
  const old = new Map<string, Element>();
  for (const child of current.children) {
    const key = keyOf(child);
    if (key !== null) old.set(key, child);
  }
  let at = current.firstChild;
  for (const next of [...wanted.childNodes]) {
    const key = next instanceof Element ? keyOf(next) : null;
    const known = key === null ? null : (old.get(key) ?? null);
    if (known && known !== at) {
      current.insertBefore(known, at);
      at = known;
    }
    if (at && alike(at, next)) {
      if (at instanceof Element) morph(at, next as Element);
      else if (at.nodeValue !== next.nodeValue) at.nodeValue = next.nodeValue;
      at = at.nextSibling;
    } else current.insertBefore(next, at);
  }
  while (at) {
    const after: ChildNode | null = at.nextSibling;
    at.remove();
    at = after;
  }
}

/** Elements that are told apart by name keep their identity when others come or go before them. */
function keyOf(element: Element): string | null {
  return element.getAttribute("data-figure") ?? element.getAttribute("data-key") ?? (element.id || null);
}

function alike(a: Node, b: Node): boolean {
  if (!(a instanceof Element) || !(b instanceof Element)) return a.nodeType === b.nodeType;
  return a.tagName === b.tagName && keyOf(a) === keyOf(b);
}

/** What a reader or the page's script has done to an element, which the report knows nothing of. */
function isKept(element: Element, name: string): boolean {
  if (name === "open") return element.tagName === "DETAILS" || element.tagName === "DIALOG";
  return name === "hidden" && element.classList.contains("actions");
}

function copyAttributes(current: Element, wanted: Element): void {
  for (const { name } of [...current.attributes])
    if (!wanted.hasAttribute(name) && !isKept(current, name)) current.removeAttribute(name);
  for (const { name, value } of wanted.attributes)
    if (current.getAttribute(name) !== value && !isKept(current, name)) current.setAttribute(name, value);
}
