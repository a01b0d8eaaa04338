// Finds every samples file of this folder, for the generated tests. Holds no tests.

import { readdirSync } from "node:fs";
import type { OpSamples, Samples } from "@bernoulli/testing";

const files = readdirSync(new URL(".", import.meta.url)).filter((file) => file.endsWith(".samples.ts"));

/** Each op's samples by the name it is exported under. */
export const allSamples = new Map<string, OpSamples>();
for (const file of files) {
  const { samples } = (await import(new URL(file, import.meta.url).pathname)) as { readonly samples: Samples };
  for (const [name, ofOp] of Object.entries(samples)) allSamples.set(name, ofOp);
}

/** The op files and the samples files there are, without their endings. */
export const opFiles = readdirSync(new URL(".", import.meta.url))
  .filter((file) => /^[^.]+\.ts$/.test(file))
  .map((file) => file.slice(0, -3));
export const sampleFiles = files.map((file) => file.slice(0, -".samples.ts".length));
