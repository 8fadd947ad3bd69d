/**
 * The script that `covercast watch` adds to the copies it serves: reloads the page when there is a newer report, and shows
 * what is wrong with the files above the last good one. Texts come from the server and are shown as text.
 */
interface State {
  readonly version: string;
  readonly problem: { readonly title: string; readonly lead: string; readonly text: string } | null;
  readonly words: { readonly hide: string; readonly show: string; readonly stopped: string };
}

const { version, page } = (document.currentScript as HTMLScriptElement).dataset;
const place = `covercast-watch ${location.pathname}`;
/** Milliseconds without a server after which the page says so. */
const PATIENCE_MS = 2500;

const host = document.createElement("div");
const root = host.attachShadow({ mode: "open" });
const style = new CSSStyleSheet();
style.replaceSync(`
  :host { display: block; position: sticky; top: 0; z-index: 2147483647; }
  [role] { box-sizing: border-box; font: 1rem/1.45 system-ui, sans-serif; text-align: start; }
  [role]:not(:empty) { max-height: 60vh; overflow: auto; padding: 0.75rem 1rem; box-shadow: 0 2px 12px #0004; }
  [role=alert]:not(:empty) { background: #fff4f2; color: #3b0a04; border-bottom: 3px solid #b3261e; }
  [role=status] { position: fixed; inset: auto 0 0 0; background: #f3f3f3; color: #222; }
  strong { display: block; font-size: 1.05rem; }
  pre { overflow: auto; margin: 0.6rem 0; padding: 0.6rem; background: #0000000d; font: 0.875rem/1.4 ui-monospace, monospace; }
  button { font: inherit; color: inherit; background: transparent; border: 1px solid currentColor; border-radius: 4px;
    padding: 0.2rem 0.7rem; cursor: pointer; }
  :focus-visible { outline: 2px solid currentColor; outline-offset: 2px; }
  @media (prefers-color-scheme: dark) {
    [role=alert]:not(:empty) { background: #2b1210; color: #ffdad4; border-color: #ff8a7a; }
    [role=status] { background: #222; color: #ddd; }
    pre { background: #ffffff14; }
  }
  @media print { [role] { display: none; } }
`);
root.adoptedStyleSheets = [style];
// Both stand empty from the start, so that readers of the screen hear what is put in later.
const problemBox = root.appendChild(document.createElement("div"));
problemBox.setAttribute("role", "alert");
const noteBox = root.appendChild(document.createElement("div"));
noteBox.setAttribute("role", "status");
document.body.prepend(host);

let state: State | null = null;
let hidden = "";
function showProblem(): void {
  const problem = state?.problem ?? null;
  problemBox.replaceChildren();
  if (!state || !problem) return;
  const folded = hidden === problem.text;
  const button = element("button", folded ? state.words.show : state.words.hide);
  button.setAttribute("aria-expanded", String(!folded));
  button.addEventListener("click", () => {
    hidden = folded ? "" : problem.text;
    showProblem();
    problemBox.querySelector("button")?.focus();
  });
  if (!folded) {
    const text = element("pre", problem.text);
    text.tabIndex = 0;
    problemBox.append(element("strong", problem.title), element("span", problem.lead), text);
  }
  problemBox.append(button);
}

function element<K extends keyof HTMLElementTagNameMap>(tag: K, text: string): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}

/** Reloads, and comes back to the same place with the same parts folded open. */
function reload(): void {
  const open = [...document.querySelectorAll("details")].map((details) => details.open);
  try {
    sessionStorage.setItem(place, JSON.stringify({ top: scrollY - problemBox.offsetHeight, open }));
  } catch {
    // A browser that keeps nothing still reloads.
  }
  location.reload();
}

function comeBack(): void {
  const kept = sessionStorage.getItem(place);
  sessionStorage.removeItem(place);
  if (kept === null) return;
  const { top, open } = JSON.parse(kept) as { readonly top: number; readonly open: readonly boolean[] };
  const all = document.querySelectorAll("details");
  if (all.length === open.length)
    for (const [i, details] of all.entries()) {
      if (open[i] !== undefined) details.open = open[i];
    }
  const back = () => scrollTo({ top, behavior: "instant" });
  back();
  addEventListener("load", back, { once: true });
}

let source: EventSource | null = null;
let silence: ReturnType<typeof setTimeout> | undefined;
function listen(): void {
  if (source) return;
  source = new EventSource(`/-/events?page=${encodeURIComponent(page ?? "")}`);
  source.addEventListener("state", (event) => {
    clearTimeout(silence);
    silence = undefined;
    noteBox.textContent = "";
    state = JSON.parse((event as MessageEvent<string>).data) as State;
    if (state.version === version) showProblem();
    else reload();
  });
  source.addEventListener("error", () => {
    silence ??= setTimeout(() => {
      noteBox.textContent = state?.words.stopped ?? "";
    }, PATIENCE_MS);
  });
}

function leave(): void {
  source?.close();
  source = null;
}

try {
  comeBack();
} catch {
  // What was kept cannot be used: the page begins at its top.
}
listen();
// Browsers allow few connections to one server, so that only pages in view hold one.
document.addEventListener("visibilitychange", () => (document.visibilityState === "hidden" ? leave() : listen()));
addEventListener("pagehide", leave);
addEventListener("pageshow", listen);

export {};
