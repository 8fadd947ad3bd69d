import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { UsageError } from "../command.ts";
import { isLoopbackHost, loopback } from "./serve-host.ts";
import { emptyPage, freshPage } from "./serve-page.ts";

/** A problem as the page shows it. */
export interface ShownProblem {
  readonly title: string;
  readonly lead: string;
  readonly text: string;
}

/** What the server shows at a moment. */
export interface Shown {
  /** Changes with every report. */
  readonly version: string;
  readonly locale: string;
  /** Text of a file by its name; undefined if there is none. Names that it does not know lead nowhere. */
  readonly file: (name: string) => string | undefined;
  readonly problem: ShownProblem | null;
  /** Words of the page: buttons, and what stands where there is no report. */
  readonly words: Readonly<Record<"hide" | "show" | "stopped" | "none" | "missing" | "back", string>>;
}

/** A server of reports on this machine alone. */
export interface ReportServer {
  readonly url: string;
  /** Names of the pages that are open somewhere. */
  openPages(): ReadonlySet<string>;
  /** Shows something else from now on, and tells the open pages. */
  show(shown: Shown): void;
  close(): Promise<void>;
}

const frontPage = "index.html";
const eventsPath = "/-/events";
const types: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  json: "application/json; charset=utf-8",
  csv: "text/csv; charset=utf-8",
};
/** A line now and then keeps connections from being cut. */
const HEARTBEAT_MS = 15_000;
/** Ports tried after the first, where the user named none. */
const NEIGHBOURS = 20;

/** Serves reports on 127.0.0.1. `port` null: the usual one, or the next that is free; 0: any. */
export async function serveReports(port: number | null, first: Shown): Promise<ReportServer> {
  let shown = first;
  const listeners = new Map<ServerResponse, string>();
  const tell = (response: ServerResponse) => {
    const { version, problem, words } = shown;
    response.write(`event: state\ndata: ${JSON.stringify({ version, problem, words })}\n\n`);
  };
  const server = createServer((request, response) => {
    const { status, type, body } = refusal(request) ?? answer(request, shown);
    if (type === "events") {
      const page = new URL(request.url ?? "/", `http://${loopback}`).searchParams.get("page") ?? "";
      response.writeHead(200, { ...common, "Content-Type": "text/event-stream; charset=utf-8" });
      response.write("retry: 500\n\n");
      listeners.set(response, page);
      response.on("close", () => listeners.delete(response));
      tell(response);
      return;
    }
    const bytes = Buffer.from(body, "utf8");
    response.writeHead(status, {
      ...common,
      ...(status === 405 && { Allow: "GET, HEAD" }),
      "Content-Type": type,
      "Content-Length": bytes.length,
    });
    response.end(request.method === "HEAD" ? undefined : bytes);
  });
  const bound = await listen(server, port);
  const heartbeat = setInterval(() => {
    for (const response of listeners.keys()) response.write(":\n\n");
  }, HEARTBEAT_MS);
  return {
    url: `http://${loopback}:${bound}/`,
    openPages: () => new Set(listeners.values()),
    show(next) {
      shown = next;
      for (const response of listeners.keys()) tell(response);
    },
    close() {
      clearInterval(heartbeat);
      return new Promise((closed) => {
        server.close(() => closed());
        for (const response of listeners.keys()) response.end();
        server.closeAllConnections();
      });
    },
  };
}

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

const plainText = "text/plain; charset=utf-8";
const common = {
  "Cache-Control": "no-store",
  "X-Content-Type-Options": "nosniff",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Content-Security-Policy": "frame-ancestors 'none'",
  "Referrer-Policy": "no-referrer",
} as const;

function refusal({ method, headers }: IncomingMessage): Answer | null {
  if (!isLoopbackHost(headers.host))
    return { status: 403, type: plainText, body: "Reports are served to this machine alone, under its own name.\n" };
  if (method !== "GET" && method !== "HEAD")
    return { status: 405, type: plainText, body: "Reports can be read, and nothing else.\n" };
  return null;
}

/** Finds what a path means. Files are looked up by their whole name among those known, so no path leads anywhere else. */
function answer(request: IncomingMessage, shown: Shown): Answer {
  const path = (request.url ?? "/").split(/[?#]/)[0];
  if (path === eventsPath && request.method === "GET") return { status: 200, type: "events", body: "" };
  const name = path === "/" ? frontPage : decodeName(path);
  const extension = /\.([a-z]+)$/.exec(name)?.[1] ?? "";
  const known = Object.hasOwn(types, extension);
  const text = known ? shown.file(name) : undefined;
  const mark = { version: shown.version, name };
  if (text !== undefined)
    return { status: 200, type: types[extension], body: extension === "html" ? freshPage(text, mark) : text };
  const { words, locale } = shown;
  if (extension !== "html") return { status: 404, type: plainText, body: "There is no such file.\n" };
  const front = name === frontPage;
  const page = emptyPage(locale, front ? words.none : words.missing, front ? null : { href: "/", text: words.back });
  return { status: 404, type: types.html, body: freshPage(page, mark) };
}

function decodeName(path: string): string {
  try {
    return decodeURIComponent(path.slice(1));
  } catch {
    return "";
  }
}

/** The port where the user names none. */
const usualPort = 4321;

async function listen(server: Server, port: number | null): Promise<number> {
  for (let wanted = port ?? usualPort; ; wanted++) {
    const error = await new Promise<NodeJS.ErrnoException | null>((settle) => {
      server.once("error", settle);
      server.listen(wanted, loopback, () => {
        server.off("error", settle);
        settle(null);
      });
    });
    if (error === null) return (server.address() as AddressInfo).port;
    if (error.code !== "EADDRINUSE" && error.code !== "EACCES") throw error;
    if (port === null && wanted < usualPort + NEIGHBOURS) continue;
    const why = error.code === "EACCES" ? "may not be used" : "is taken";
    throw new UsageError(`Port ${wanted} ${why}. Name another one with --port, or 0 for any that is free`);
  }
}
