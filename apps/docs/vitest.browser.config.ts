// The built site in a browser: see src/test. Without Chromium, or without the build, it says what it left out.
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: { include: ["src/test/**/*.browser.ts"], testTimeout: 300_000, hookTimeout: 120_000, fileParallelism: false },
});
