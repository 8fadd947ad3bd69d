import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    // The second reporter leaves the counts where .ci/run reads them.
    reporters: ["default", "json"],
    outputFile: { json: "node_modules/.cache/covercast/test-results.json" },
    // Browsers and processes mostly wait for each other: every core may hold one file of tests.
    maxWorkers: "100%",
    // Far beyond what any test takes: it ends what hangs, and judges nobody's machine.
    testTimeout: 120_000,
    hookTimeout: 180_000,
  },
});
