import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    // The second reporter leaves the counts where .ci/run reads them.
    reporters: ["default", "json"],
    outputFile: { json: "node_modules/.cache/covercast/test-results.json" },
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
