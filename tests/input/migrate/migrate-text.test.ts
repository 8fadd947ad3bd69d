import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { migrateText } from "../../../src/input/migrate/migrate-text.ts";
import { currentFormat, type Migration, migrations } from "../../../src/input/migrate/migration.ts";
import { filesOf } from "../bad-input.ts";
import { loadFiles } from "../load-files.ts";
import { madeUp } from "./made-up.ts";

const old = `# yaml-language-server: $schema=../schemas/scenario.schema.json
#
# Why this question is asked.
schema: 1
id: drive # the id stays
title: {en: Registration drive, vi: Vận động}
question: |
  Would a drive
  help?

levers:
  # The drive of 2026.
  visits:
    kind: enrolment
    scheme: formal
    begins: 2026-01-01 # a Thursday
    reach: {low: 10%, mode: 20%, high: 30%}
    takeUp: 12%
  other: {kind: shock, scheme: formal, begins: 2027-01-01, loss: 0.04}
`;
const migrate = (text: string, file: "scenario" | "workspace" = "scenario", steps = madeUp) =>
  migrateText({ file: "x.yaml", text }, file, steps);
const textOf = (text: string, file?: "scenario" | "workspace") => {
  const migrated = migrate(text, file);
  if (!migrated.ok) throw new Error(migrated.diagnostics.map(({ message }) => message).join("\n"));
  return migrated.value.source.text;
};

describe("a file of an older format", () => {
  test("is changed where the step changes it and nowhere else: comments, order and spelling stay", () => {
    expect(textOf(old)).toBe(old.replace("schema: 1", "schema: 2").replace(/begins:/g, "start:"));
  });

  test("comes with the versions and the reason of each step", () => {
    const migrated = migrate(old);
    expect(migrated.ok && migrated.value).toMatchObject({ from: 1, to: 2, notes: [madeUp[0].note] });
  });

  test("goes through every step between, in order", () => {
    const workspace = "schema: 1\ntitle: W\nfigures: data/datapackage.json\nseed: 7 # ours\nrun: {horizon: 2030}\n";
    expect(textOf(workspace, "workspace")).toBe(
      "schema: 3\ntitle: W\ndata: data/datapackage.json\nrun: {horizon: 2030, seed: 7}\n",
    );
    expect(textOf(workspace.replace("schema: 1", "schema: 2").replace("figures", "data"), "workspace")).toContain(
      "schema: 3",
    );
  });
});

describe("a file", () => {
  test("of the current format comes back to the byte", () => {
    const now = old.replace("schema: 1", "schema: 2");
    expect(textOf(now)).toBe(now);
    expect(textOf("title: no version\n")).toBe("title: no version\n");
  });

  test.each([0, -1])(
    "of version %d, which there never was, is no older file: its readers tell what is wrong",
    (schema) => {
      const migrated = migrate(old.replace("schema: 1", `schema: ${schema}`));
      expect(migrated).toMatchObject({ ok: true, value: { from: 2, to: 2, notes: [] } });
    },
  );

  test("of a newer format is refused by name", () => {
    const migrated = migrate(old.replace("schema: 1", "schema: 9"));
    expect(migrated.ok).toBe(false);
    expect(migrated.diagnostics).toMatchObject([
      {
        code: "scenario/newer-version",
        message: "the file has format 9, this covercast reads format 2",
        place: { file: "x.yaml", line: 4 },
        hint: "install a newer covercast",
      },
    ]);
  });

  test("that is no YAML is refused at its place", () => {
    expect(migrate("schema: 1\nlevers: [").diagnostics[0]?.place?.line).toBe(2);
  });
});

test("every shipped file would keep all of its text but the version, so that a step shows its own change alone", () => {
  const nothing = (["scenario", "workspace"] as const).map(
    (file): Migration => ({ file, from: 1, note: "Nothing.", change() {} }),
  );
  const files = [
    "covercast.yaml",
    "src/cli/template/covercast.yaml",
    ...["scenarios", "src/cli/template/scenarios"].flatMap((folder) =>
      readdirSync(folder).map((name) => `${folder}/${name}`),
    ),
  ];
  for (const file of files) {
    const text = readFileSync(file, "utf8");
    const migrated = migrate(text, file.endsWith("covercast.yaml") ? "workspace" : "scenario", nothing);
    expect(migrated.ok && migrated.value.source.text, file).toBe(text.replace("\nschema: 1\n", "\nschema: 2\n"));
  }
});

describe("a workspace with older files", () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const files = new Map(filesOf("good"));
  files.set("scenarios/drive.yaml", bytes(old));
  files.set(
    "scenarios/law.yaml",
    bytes(
      Buffer.from(files.get("scenarios/law.yaml") ?? [])
        .toString()
        .replace("schema: 1", "schema: 2"),
    ),
  );
  const workspace = Buffer.from(files.get("covercast.yaml") ?? []).toString();
  files.set("covercast.yaml", bytes(workspace.replace("\ndata:", "\nfigures:").replace(/^data:/, "figures:")));

  test("is read as if they were current, and says so with the reason", () => {
    const loaded = loadFiles(files, { migrations: madeUp });
    expect(
      loaded.diagnostics.map(({ severity, code, place }) => `${severity} ${place?.file}:${place?.line} ${code}`),
    ).toEqual([
      expect.stringMatching(/^warning covercast.yaml:\d+ workspace\/older-format$/),
      "warning scenarios/baseline.yaml:1 scenario/older-format",
      "warning scenarios/drive.yaml:4 scenario/older-format",
    ]);
    expect(loaded.diagnostics[2].message).toContain("was read as format 2: Levers say start");
    const scenarios = loaded.ok ? loaded.value.scenarios : [];
    expect(scenarios.find(({ id }) => id === "drive")?.levers.map(({ start }) => start)).toEqual([2026, 2027]);
  });

  test("is refused by today's program, which has no such road", () => {
    expect(loadFiles(files).ok).toBe(false);
    expect(migrations).toEqual([]);
    expect(currentFormat("scenario")).toBe(1);
  });
});
