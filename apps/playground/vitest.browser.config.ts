// The tests of the built page in a browser: `pnpm test:browser`.
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["browser/**/*.test.ts"],
    fileParallelism: false,
    // Only what hangs is stopped: a slow machine must not fail a test.
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
