import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const read = (file: string) => JSON.parse(readFileSync(file, "utf8"));

test("npm ci finds every package in the lock file, those for other machines too", () => {
  const packages: Record<string, { optionalDependencies?: Record<string, string>; resolved?: string }> =
    read("package-lock.json").packages;
  const missing = Object.entries(packages).flatMap(([folder, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !packages[`node_modules/${name}`] && !packages[`${folder}/node_modules/${name}`],
    ),
  );
  expect(missing, "node scripts/complete-lock.mjs adds them").toEqual([]);
  expect(Object.values(packages).filter(({ resolved }) => resolved)).toEqual([]);
});

test("what package.json points to is built", () => {
  const { bin, exports } = read("package.json");
  for (const path of [bin.covercast, exports["."].default, exports["."].types])
    expect(existsSync(path), path).toBe(true);
});
