// Every op's samples, compiled: forward and gradients equal the plain call bit for bit, since a single op has nothing to be
// fused with, and the highest precision takes no other algorithm; also at later calls, when the plan is there already.

import { cotangent, expectClose, makeInput, type Sample, Variants } from "@bernoulli/testing";
import { describe, expect, it } from "vitest";
import { grad } from "../autograd/backward.js";
import { scope } from "../memory/step-scope.js";
import { allSamples, derivedOf } from "../ops/samples.testing.js";
import { manualSeed } from "../random/generator.js";
import type { Tensor } from "../tensor/tensor.js";
import { compile } from "./compile.js";

/** What a sample computes, as a function of inputs that were made outside. */
function prepared(sample: Sample, seed: string) {
  const inputs = sample.inputs.map((spec, at) => makeInput(spec, `${seed}/${at}`, "float32"));
  const leaves = inputs
    .filter(({ wantsGradient }) => wantsGradient && sample.gradient !== "none")
    .map(({ leaf }) => leaf.requiresGrad_());
  return (): { output: Tensor; gradients: readonly (Tensor | null)[] } => {
    const output = sample.run(...inputs.map(({ leaf, view }) => view(leaf)));
    if (leaves.length === 0) return { output, gradients: [] };
    return { output, gradients: grad(output, leaves, { gradOutputs: [cotangent(output, 3)], allowUnused: true }) };
  };
}

const variants = new Variants("packages/tensor/src/compile/samples.test.ts");

for (const [op, { samples, reads }] of allSamples) {
  describe(op, () => {
    for (const sample of derivedOf(variants, op, "compiled", samples)) {
      it(`${sample.name}: compiled and plain agree`, () => {
        const seed = `${op}/${sample.name}`;
        manualSeed(7);
        const plain = prepared(sample, seed)();
        const body = prepared(sample, seed);
        const compiled = compile(body, { precision: "highest" });
        // From the third call on steps may be repeated from notes: results end with their scopes, and lie where they lay.
        for (const call of ["first", "second", "third", "fourth"])
          scope(() => {
            manualSeed(7);
            const { output, gradients } = compiled();
            expectClose(output, plain.output, { label: `${call} call, forward` });
            for (const [at, expected] of plain.gradients.entries()) {
              expect(gradients[at] === null).toBe(expected === null);
              if (expected !== null) expectClose(gradients[at]!, expected, { label: `${call} call, gradient ${at}` });
            }
          });
        if (reads === undefined) expect(compiled.explain()).not.toContain("ended by");
      });
    }
  });
}
variants.tell(it);
