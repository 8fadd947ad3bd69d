import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { commandLine, filesBelow, temporaryFolder } from "./command-line.ts";
import { startWatch } from "./watch-process.ts";

const root = temporaryFolder();
let copies = 0;
/** A workspace of one test. */
function workspace(): string {
  const folder = join(root, `w${copies++}`);
  cpSync("src/cli/template", folder, { recursive: true });
  return folder;
}
const drive = (folder: string) => join(folder, "scenarios/registration-drive.yaml");
const edit = (file: string, from: string, to: string) => {
  const text = readFileSync(file, "utf8");
  expect(text).toContain(from);
  writeFileSync(file, text.replace(from, to));
};
/** What a run of its own would write. */
async function freshRun(folder: string): Promise<Record<string, string>> {
  const out = join(root, `fresh${copies++}`);
  expect(await commandLine(folder, "run", "--draws", "300", "--out", out)).toMatchObject({ code: 0 });
  return filesBelow(out);
}

describe("what is written", () => {
  test("is what a run of its own writes, byte for byte, after every kind of change", async () => {
    const folder = workspace();
    const watch = await startWatch(folder);
    expect(watch.first).toMatchObject({ changed: [], ok: true, errors: [] });
    expect(filesBelow(join(folder, "reports"))).toEqual(await freshRun(folder));
    const changes: [string, () => void][] = [
      ["scenarios/registration-drive.yaml", () => edit(drive(folder), "mode: 20%", "mode: 15%")],
      ["covercast.yaml", () => edit(join(folder, "covercast.yaml"), "mean: 1%", "mean: 1.2%")],
      ["scenarios/registration-drive.yaml", () => edit(drive(folder), "mode: 15%", "mode: 20%")],
      ["data/goals.csv", () => edit(join(folder, "data/goals.csv"), "coverage_pct,60,", "coverage_pct,61,")],
      [
        "scenarios/baseline.yaml",
        () => edit(join(folder, "scenarios/baseline.yaml"), "title: Baseline", "title: The trend"),
      ],
    ];
    for (const [file, change] of changes) {
      const line = await watch.after(change);
      expect(line).toMatchObject({ changed: [file], ok: true });
      const files = filesBelow(join(folder, "reports"));
      expect(files).toEqual(await freshRun(folder));
      expect(Object.keys(files).sort()).toEqual([...line.files].sort());
    }
    expect(await watch.stop()).toBe(0);
  }, 120_000);

  test("follows files that are renamed into place, added and deleted, and a folder that goes and comes back", async () => {
    const folder = workspace();
    const watch = await startWatch(folder);
    const beside = join(folder, "scenarios/.registration-drive.yaml.swp");
    const saved = await watch.after(() => {
      writeFileSync(beside, readFileSync(drive(folder), "utf8").replace("mode: 20%", "mode: 12%"));
      renameSync(beside, drive(folder));
    });
    expect(saved).toMatchObject({ changed: ["scenarios/registration-drive.yaml"], ok: true });
    const other = join(folder, "scenarios/other.yaml");
    const added = await watch.after(() =>
      writeFileSync(other, readFileSync(drive(folder), "utf8").replace("id: registration-drive", "id: other")),
    );
    expect(added.files).toContain("scenario-other.html");
    expect((await watch.fetch("/scenario-other.html")).status).toBe(200);
    const deleted = await watch.after(() => rmSync(other));
    expect(deleted).toMatchObject({ changed: ["scenarios/other.yaml"], ok: true });
    expect((await watch.fetch("/scenario-other.html")).status).toBe(404);

    const gone = await watch.after(() => renameSync(join(folder, "scenarios"), join(folder, "away")));
    expect(gone.ok).toBe(false);
    expect((await watch.fetch("/scenario-registration-drive.html")).status).toBe(200);
    let back = await watch.after(() => renameSync(join(folder, "away"), join(folder, "scenarios")));
    while (!back.ok) back = await watch.next();
    expect(back.files).toContain("scenario-registration-drive.html");
  }, 60_000);
});

describe("a file that is wrong", () => {
  test("is told in page and terminal, leaves the last good report, and is forgotten when mended", async () => {
    const folder = workspace();
    const watch = await startWatch(folder);
    const page = watch.listen();
    const good = await page.next();
    expect(good.problem).toBeNull();
    const before = filesBelow(join(folder, "reports"));
    const served = (await watch.fetch("/")).body;

    const wrong = await watch.after(() => edit(drive(folder), "kind: enrolment", "kind: enrollment"));
    expect(wrong).toMatchObject({ changed: ["scenarios/registration-drive.yaml"], ok: false, files: [] });
    expect(wrong.errors[0].place?.file).toBe("scenarios/registration-drive.yaml");
    const told = await page.next();
    expect(told.version).toBe(good.version);
    expect(told.problem?.text).toContain("scenarios/registration-drive.yaml:10:");
    expect(told.problem?.text).toMatch(/kind: enrollment\n.*\^/);
    expect(filesBelow(join(folder, "reports"))).toEqual(before);
    expect((await watch.fetch("/")).body).toBe(served);

    const mended = await watch.after(() => edit(drive(folder), "kind: enrollment", "kind: enrolment"));
    expect(mended).toMatchObject({ ok: true, errors: [] });
    const fresh = await page.next();
    expect(fresh.problem).toBeNull();
    expect(fresh.version).not.toBe(good.version);
    page.close();
  }, 60_000);

  test("is not told while it is half saved", async () => {
    const folder = workspace();
    const watch = await startWatch(folder);
    const whole = readFileSync(drive(folder), "utf8").replace("mode: 20%", "mode: 11%");
    writeFileSync(drive(folder), whole.slice(0, whole.indexOf("mode:")));
    await setTimeout(100);
    const line = await watch.after(() => writeFileSync(drive(folder), whole));
    expect(line).toMatchObject({ ok: true, errors: [] });
    expect(readFileSync(join(folder, "reports/run.json"), "utf8")).toContain('"mode":0.11');
  }, 60_000);

  test("at the start leaves the reports of an earlier run in the page, and the watch waits for it to be mended", async () => {
    const folder = workspace();
    const earlier = await commandLine(folder, "run", "--draws", "300");
    expect(earlier.code).toBe(0);
    edit(join(folder, "covercast.yaml"), "schema: 1", "schema: [1");
    const watch = await startWatch(folder);
    expect(watch.first).toMatchObject({ ok: false, files: [] });
    const { status, body } = await watch.fetch("/");
    expect(status).toBe(200);
    expect(body).toContain("Exampleland");
    const mended = await watch.after(() => edit(join(folder, "covercast.yaml"), "schema: [1", "schema: 1"));
    expect(mended.ok).toBe(true);
  }, 60_000);

  test("includes an expectation that does not hold, whose report is written all the same", async () => {
    const folder = workspace();
    const watch = await startWatch(folder);
    const file = join(folder, "scenarios/baseline.yaml");
    const line = await watch.after(() =>
      writeFileSync(
        file,
        `${readFileSync(file, "utf8")}expect:\n  - {scheme: pension, year: 2030, between: [0%, 0.1%]}\n`,
      ),
    );
    expect(line).toMatchObject({ ok: false, errors: [{ code: "scenario/expectation" }] });
    expect(line.files).toContain("index.html");
  }, 60_000);
});

describe("the server", () => {
  test("answers this machine alone, only to reading, and only with reports", async () => {
    const folder = workspace();
    const watch = await startWatch(folder);
    const { port } = new URL(watch.url);
    expect(new URL(watch.url).hostname).toBe("127.0.0.1");
    // Every address of 127.0.0.0/8 is this machine, but only one of them is listened on.
    await expect(watch.fetch("/", {}, "GET", "127.0.0.2")).rejects.toThrow(/ECONNREFUSED|EADDRNOTAVAIL|ETIMEDOUT/);
    for (const host of [`localhost:${port}`, `127.0.0.1:${port}`, `[::1]:${port}`])
      expect((await watch.fetch("/", { Host: host })).status).toBe(200);
    for (const host of ["example.org", `evil.example:${port}`, "127.0.0.1.example.org", `localhost.evil:${port}`]) {
      const { status, body } = await watch.fetch("/", { Host: host });
      expect({ host, status }).toEqual({ host, status: 403 });
      expect(body).not.toContain("<html");
    }
    expect((await watch.fetch("/-/events", { Host: "evil.example" })).status).toBe(403);
    for (const method of ["POST", "PUT", "DELETE", "OPTIONS"])
      expect((await watch.fetch("/", {}, method)).status).toBe(405);
    const head = await watch.fetch("/run.json", {}, "HEAD");
    expect(head).toMatchObject({ status: 200, body: "" });
    writeFileSync(join(folder, "secret.csv"), "secret");
    writeFileSync(join(folder, "reports/secret.csv"), "secret");
    for (const path of [
      "/../covercast.yaml",
      "/../secret.csv",
      "/..%2fsecret.csv",
      "/%2e%2e/secret.csv",
      "/reports/../../secret.csv",
      "//etc/passwd",
      "/..\\secret.csv",
      "/secret.csv",
      "/%00.html",
      "/%zz.html",
      "/constructor",
      "/__proto__.html",
    ]) {
      const { status, body } = await watch.fetch(path);
      expect({ path, status }).toEqual({ path, status: 404 });
      expect(body).not.toContain("secret");
    }
  }, 60_000);

  test("adds its script to what it serves, never to what is written, and the policy names it by hash", async () => {
    const folder = workspace();
    const watch = await startWatch(folder);
    const { body } = await watch.fetch("/index.html");
    const written = readFileSync(join(folder, "reports/index.html"), "utf8");
    expect(written).not.toContain("EventSource");
    expect(written).not.toContain("connect-src");
    expect(body).toContain("EventSource");
    const policyOf = (page: string) => /Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? "";
    const directives = (page: string) => policyOf(page).split("; ");
    const added = directives(body).filter((directive) => !directives(written).includes(directive));
    expect(added.map((directive) => directive.replace(/'sha256-[^']*'/g, "H"))).toEqual([
      expect.stringMatching(/^script-src H( H)+$/),
      "connect-src 'self'",
    ]);
  }, 60_000);

  test("refuses a port that was asked for and is taken, and finds another where none was asked for", async () => {
    const folder = workspace();
    const first = await startWatch(folder, { port: null });
    const { port } = new URL(first.url);
    const words = [resolve("dist/cli.js"), "watch", "-w", folder, "--port", port];
    const { status, stderr } = spawnSync(process.execPath, words, { encoding: "utf8" });
    expect(status).toBe(2);
    expect(stderr).toContain(`Port ${port} is taken`);
    const second = await startWatch(workspace(), { port: null });
    expect(second.url).not.toBe(first.url);
    expect((await second.fetch("/")).status).toBe(200);
  }, 60_000);
});

test("refuses what run refuses before it starts to watch", async () => {
  const folder = workspace();
  expect(await commandLine(folder, "watch", "--port", "70000")).toMatchObject({ code: 2 });
  expect(await commandLine(folder, "watch", "--format", "pdf")).toMatchObject({ code: 2 });
  expect(await commandLine(folder, "watch", "--locale", "xx")).toMatchObject({ code: 2 });
  const empty = join(root, "empty");
  mkdirSync(empty);
  expect(await commandLine(empty, "watch")).toMatchObject({ code: 2 });
});

test("ends with 0 when it is asked to end", async () => {
  const watch = await startWatch(workspace());
  const page = watch.listen();
  await page.next();
  expect(await watch.stop("SIGTERM")).toBe(0);
});
