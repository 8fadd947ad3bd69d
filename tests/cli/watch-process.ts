import { spawn } from "node:child_process";
import { get } from "node:http";
import { resolve } from "node:path";
import { afterEach } from "vitest";

/** One line of `covercast watch --json`. */
export interface WatchLine {
  readonly changed: readonly string[];
  readonly milliseconds: number;
  readonly ok: boolean;
  readonly files: readonly string[];
  readonly errors: readonly { readonly code: string; readonly place: { readonly file: string } | null }[];
  readonly url: string;
}

/** What the server tells open pages. */
export interface WatchState {
  readonly version: string;
  readonly problem: { readonly title: string; readonly text: string } | null;
}

const running = new Set<() => Promise<unknown>>();
afterEach(() => Promise.all([...running].map((stop) => stop())));

/** Starts `covercast watch --json` on a folder and waits for its first run. Any port is taken unless `port` is null. */
export async function startWatch(
  folder: string,
  { port = "0", words = [] }: { port?: string | null; words?: readonly string[] } = {},
) {
  const child = spawn(
    process.execPath,
    [resolve("dist/cli.js"), "watch", "--json", "--draws", "300", ...(port === null ? [] : ["--port", port]), ...words],
    { cwd: folder, stdio: ["ignore", "pipe", "pipe"] },
  );
  const lines = queue<WatchLine>();
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  let rest = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    const parts = (rest + text).split("\n");
    rest = parts.pop() ?? "";
    for (const line of parts) lines.put(JSON.parse(line));
  });
  const ended = new Promise<number | null>((settle) => child.on("exit", settle));
  const stop = (signal: NodeJS.Signals = "SIGINT") => {
    running.delete(stop);
    if (child.exitCode === null) child.kill(signal);
    return ended;
  };
  running.add(stop);
  const first = await Promise.race([
    lines.take(),
    ended.then((code) => Promise.reject(new Error(`${code} ${stderr}`))),
  ]);
  const { url } = first;
  return {
    first,
    url,
    next: lines.take,
    stop,
    /** Waits for the line that tells of a change to a file. */
    async after(act: () => void): Promise<WatchLine> {
      act();
      return lines.take();
    },
    fetch: (path: string, headers: Record<string, string> = {}, method = "GET", host = new URL(url).hostname) =>
      request(host, new URL(url).port, path, headers, method),
    listen: (page = "index.html") => listen(new URL(`/-/events?page=${page}`, url)),
  };
}

/** Sends a request as it stands: no path is tidied, no header is set right. */
function request(host: string, port: string, path: string, headers: Record<string, string>, method: string) {
  return new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; body: string }>((settle, fail) => {
    get({ host, port, path, headers, method }, (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (text: string) => {
        body += text;
      });
      response.on("end", () => settle({ status: response.statusCode ?? 0, headers: response.headers, body }));
    }).on("error", fail);
  });
}

/** Listens as an open page does. */
function listen(url: URL): { next(): Promise<WatchState>; close(): void } {
  const states = queue<WatchState>();
  const sent = get(url, (response) => {
    let rest = "";
    response.setEncoding("utf8").on("data", (text: string) => {
      const parts = (rest + text).split("\n\n");
      rest = parts.pop() ?? "";
      for (const part of parts) {
        const data = /^data: (.*)$/m.exec(part)?.[1];
        if (data !== undefined) states.put(JSON.parse(data));
      }
    });
    response.on("error", () => {});
  });
  sent.on("error", () => {});
  return { next: states.take, close: () => sent.destroy() };
}

function queue<T>() {
  const items: T[] = [];
  const waiting: ((item: T) => void)[] = [];
  return {
    put(item: T) {
      const taker = waiting.shift();
      if (taker) taker(item);
      else items.push(item);
    },
    take: () =>
      items.length > 0
        ? Promise.resolve(items.shift() as T)
        : new Promise<T>((settle) => {
            waiting.push(settle);
          }),
  };
}
