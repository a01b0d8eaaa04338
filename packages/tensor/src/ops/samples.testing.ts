// Finds every samples file of these folders, for the generated tests. Holds no tests.

import { readdirSync } from "node:fs";
import { isEdge, type OpSamples, type Sample, type Samples, type Variants } from "@bernoulli/testing";

/** The files of the families, `FAMILY/FILE`. */
const all = readdirSync(new URL(".", import.meta.url), { recursive: true, encoding: "utf8" }).map((file) =>
  file.replaceAll("\\", "/"),
);
const files = all.filter((file) => file.endsWith(".samples.ts"));

/** Each op's samples by the name it is exported under. */
export const allSamples = new Map<string, OpSamples>();
/** What each op is computed by, as Variants takes it. */
export const sourceOf = new Map<string, string>();
for (const file of files) {
  const { samples } = (await import(new URL(file, import.meta.url).pathname)) as { readonly samples: Samples };
  for (const [name, ofOp] of Object.entries(samples)) {
    allSamples.set(name, ofOp);
    sourceOf.set(name, `packages/tensor/src/ops/${file.slice(0, -".samples.ts".length)}`);
  }
}

/** Those of an op's samples that run, in a group called after the op and `what` is done with them. */
export function samplesOf(variants: Variants, op: string, what: string, samples: readonly Sample[]): readonly Sample[] {
  return variants.of(`${op}: ${what}`, samples, ({ name }) => name, isEdge, sourceOf.get(op));
}

/** As `samplesOf`, of what compares a sample with itself computed otherwise: only those count as edges that say so. */
export function derivedOf(variants: Variants, op: string, what: string, samples: readonly Sample[]): readonly Sample[] {
  return variants.of(
    `${op}: ${what}`,
    samples,
    ({ name }) => name,
    ({ edge }) => edge === true,
    sourceOf.get(op),
  );
}

/** The op files and the samples files there are, `FAMILY/FILE`, without their endings. */
export const opFiles = all.filter((file) => /^[\w-]+\/[^.]+\.ts$/.test(file)).map((file) => file.slice(0, -3));
export const sampleFiles = files.map((file) => file.slice(0, -".samples.ts".length));
