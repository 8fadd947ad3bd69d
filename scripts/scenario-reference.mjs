/** Writes docs/scenarios.md from the program's schemas and lists: `node scripts/scenario-reference.mjs`. */
import { writeFileSync } from "node:fs";
import { build } from "esbuild";

const { outputFiles } = await build({
  entryPoints: ["src/input/scenario-reference.ts"],
  bundle: true,
  write: false,
  platform: "node",
  format: "esm",
  logLevel: "warning",
});
const module = `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`;
const { scenarioReference } = await import(module);
writeFileSync("docs/scenarios.md", scenarioReference());
console.log("docs/scenarios.md");
