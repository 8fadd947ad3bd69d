import { serveEngine } from "./engine.ts";
import { startPage } from "./start-page.ts";

/**
 * The program of a report, on two threads: the page itself, and the engine that works beside it. The page is complete
 * without it; with it the page recomputes its figures and answers what if.
 */
if (typeof document === "undefined") serveEngine();
else startPage(document.currentScript?.textContent ?? "");
