// The types of config.js.
import type { ViteUserConfig } from "vitest/config";

export interface TestSettings extends NonNullable<ViteUserConfig["test"]> {
  /** Patterns of test files that each get a process of their own; all others share one a worker. */
  readonly alone?: readonly string[];
}

export function testConfig(settings?: TestSettings): ViteUserConfig;
