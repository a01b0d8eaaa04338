// Every op mapped by vmap, on its samples: what all at once give is what each gives alone, with its gradients; what is refused is listed.

import { cotangent, expectClose, makeInput, type Sample, Variants } from "@bernoulli/testing";
import { describe, expect, it } from "vitest";
import { grad, manualSeed, stack, type Tensor } from "../index.js";
import { allSamples, derivedOf } from "../ops/samples.testing.js";
import { isFloating } from "../tensor/dtype.js";
import { vmap } from "./vmap.js";

const count = 3;
const variants = new Variants("packages/tensor/src/func/mapped.test.ts");
const refused = new Set<string>();

/** The leaves of each input: one a sample. */
function inputsOf(sample: Sample, seed: string) {
  return sample.inputs.map((spec, place) => {
    const made = Array.from({ length: count }, (_, at) => makeInput(spec, `${seed}/${place}/${at}`, "float32"));
    return { leaves: made.map(({ leaf }) => leaf), view: made[0]!.view, wantsGradient: made[0]!.wantsGradient };
  });
}

function differentiated(output: Tensor, leaves: readonly Tensor[]): readonly (Tensor | null)[] {
  if (!output.requiresGrad || leaves.length === 0) return [];
  return grad(output, leaves, { gradOutputs: [cotangent(output, 3)], allowUnused: true });
}

for (const [op, { samples }] of allSamples) {
  const mappable = samples.filter(({ inputs }) => inputs.length > 0);
  if (mappable.length === 0) continue;
  const used = derivedOf(variants, op, "mapped", mappable);
  describe(op, () => {
    it.each(used)("$name", (sample) => {
      const inputs = inputsOf(sample, `${op}/${sample.name}`);
      const wants = (at: number) => inputs[at]!.wantsGradient && sample.gradient !== "none";
      const stacks = inputs.map(({ leaves }, at) => {
        const all = stack(leaves);
        return wants(at) ? all.detach().requiresGrad_() : all;
      });
      const fn = (...leaves: Tensor[]) => sample.run(...leaves.map((leaf, at) => inputs[at]!.view(leaf)));
      manualSeed(0);
      let output: Tensor;
      try {
        output = vmap(fn, { randomness: "same" })(...stacks);
      } catch (error) {
        expect(String(error)).toMatch(/vmap: /);
        refused.add(op);
        return;
      }
      manualSeed(0);
      const parts = Array.from({ length: count }, (_, at) => fn(...stacks.map((all) => all.select(0, at))));
      const wanted = stack(parts);
      expect(output.dtype).toBe(wanted.dtype);
      const tolerance = isFloating(output.dtype) ? { norm: sample.tolerance || 1e-6 } : {};
      expectClose(output, wanted, tolerance);
      const leaves = stacks.filter((_, at) => wants(at));
      const expected = differentiated(wanted, leaves);
      for (const [at, found] of differentiated(output, leaves).entries()) {
        expect(found === null).toBe(expected[at] === null);
        if (found !== null) expectClose(found, expected[at]!, { norm: 2e-6 });
      }
    });
  });
}

/** What reads elements, has results whose size depends on them, or writes on views, in one sample at least. */
const known = [
  "allclose",
  "apply_",
  "argwhere",
  "asStrided",
  "asStridedScatter",
  "at",
  "batchNorm",
  "bincount",
  "clamp",
  "cov",
  "diagonalScatter",
  "equal",
  "fillDiagonal_",
  "histc",
  "histogram",
  "indexAdd_",
  "indexCopy_",
  "indexPut",
  "indexPut_",
  "linalg.lstsq",
  "linalg.matrixExp",
  "linspace",
  "logspace",
  "long",
  "map_",
  "maskedScatter",
  "maskedScatter_",
  "maskedSelect",
  "nanquantile",
  "narrow",
  "nonzero",
  "nonzeroStatic",
  "normal",
  "oneHot",
  "quantile",
  "repeatInterleave",
  "selectScatter",
  "set",
  "sliceScatter",
  "sparseCooTensor",
  "tensorSplit",
  "to",
  "tril_",
  "triu_",
  "unique",
  "uniqueConsecutive",
];

it("refuses nothing else", () => {
  expect([...refused].filter((op) => !known.includes(op))).toEqual([]);
});

variants.tell(it);
