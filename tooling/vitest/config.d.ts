// The types of config.js.
import type { ViteUserConfig } from "vitest/config";

export function testConfig(test?: ViteUserConfig["test"]): ViteUserConfig;
