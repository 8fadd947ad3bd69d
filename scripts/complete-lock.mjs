/**
 * Completes package-lock.json: npm leaves out builds for other machines that the registry in use does not carry, and then
 * refuses `npm ci` because they are missing. Run it after every change of dependencies.
 */
import { readFileSync, writeFileSync } from "node:fs";

const file = "package-lock.json";
const lock = JSON.parse(readFileSync(file, "utf8"));
const packages = lock.packages;
const added = [];
for (const [folder, parent] of Object.entries(packages))
  for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
    const path = `node_modules/${name}`;
    if (packages[path] || packages[`${folder}/${path}`]) continue;
    packages[path] = entry(name, version, parent);
    added.push(name);
  }
lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(added.length === 0 ? "nothing was missing" : `added ${added.join(", ")}`);

/** What npm would write of a build, but for its hash, which only the registry knows. */
function entry(name, version, parent) {
  const [, os, cpu, abi] = /-(android|darwin|freebsd|linux|openharmony|win32)-([a-z0-9]+)(?:-(\w+))?$/.exec(name) ?? [];
  if (!os) throw new Error(`${name} does not say which machine it is for: add it by hand`);
  return {
    version,
    cpu: [cpu],
    ...(parent.dev && { dev: true }),
    ...(os === "linux" && abi && { libc: [abi.startsWith("musl") ? "musl" : "glibc"] }),
    ...(parent.license && { license: parent.license }),
    optional: true,
    os: [os],
    ...(parent.engines && { engines: parent.engines }),
  };
}
