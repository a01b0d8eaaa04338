// The rule for convolutions of single channels: it fires, and of whole numbers, whose sums are exact, it gives what the plain kernels give,
// in all three passes, with what goes element by element behind them.
// In a process of those with threads: they stay.

import { Variants } from "@bernoulli/testing";
import { afterEach, describe, expect, it } from "vitest";
import { compile, conv2d, manualSeed, randn, setNumThreads } from "../../../../../index.js";
import { comparedLayer, depthwiseLayer } from "../../random-layers.testing.js";

afterEach(() => setNumThreads(1));

const variants = new Variants("packages/tensor/src/backends/wasm/fusions/convolutions/methods/depthwise.test.ts");
/** By which layers are drawn. */
const seeds = variants.of(
  "layers",
  Array.from({ length: 40 }, (_, at) => at + 1),
  String,
);

describe("the rule for depthwise convolutions", () => {
  it.each([false, true])("gives what the plain kernels give; with what goes behind: %s", (behind) => {
    for (const seed of seeds) {
      const layer = depthwiseLayer(seed);
      const { furthest, ...found } = comparedLayer(layer, seed, behind);
      expect(furthest, `seed ${seed}: ${JSON.stringify({ layer, ...found })}`).toBe(0);
      expect(found.explained).toContain("depthwise convolution");
    }
  });

  it("gives the same bits on one thread and on three, again and again", () => {
    manualSeed(1);
    const [x, weight] = [randn(9, 20, 15, 15), randn(20, 1, 3, 3)].map((leaf) => leaf.requiresGrad_());
    const [unit, head] = [randn(24, 20, 1, 1), randn(24, 1, 1)];
    const run = () => {
      for (const leaf of [x!, weight!]) leaf.grad = null;
      const output = conv2d(conv2d(x!.mul(1), weight!, { padding: 1, stride: 2, groups: 20 }).relu(), unit);
      output.mul(head).sum().backward();
      return [output.detach(), x!.grad!, weight!.grad!];
    };
    const compiled = compile(run);
    setNumThreads(1);
    const single = compiled().map((result) => result.toTypedArray());
    setNumThreads(3);
    for (let time = 0; time < 10; time += 1)
      for (const [at, result] of compiled().entries()) expect(result.toTypedArray()).toEqual(single[at]);
    setNumThreads(2);
  });
});
variants.tell(it);
