// The rule for convolutions of single channels: it fires, and of whole numbers, whose sums are exact, it gives what the plain kernels give,
// in all three passes, with what goes element by element behind them.
// In a process of its own: its threads stay.

import { describe, expect, it } from "vitest";
import { compile, conv2d, manualSeed, randint, randn, setNumThreads, type Tensor } from "../../../../../index.js";
import { type RandomLayer, randomLayer } from "../../../kernels/depthwise/depthwise.testing.js";
import { distance } from "../../convolutions.testing.js";

const names = ["output", "image gradient", "weight gradient", "bias gradient"];

function prepared({ image, weight, bias, options }: RandomLayer, seed: number, behind: boolean) {
  manualSeed(seed);
  const whole = (...shape: readonly number[]) => randint(-4, 5, shape).to("float32");
  const [x, w, b] = [whole(...image), whole(...weight), whole(weight[0])].map((leaf) => leaf.requiresGrad_());
  const [scale, other] = [whole(1, weight[0], 1, 1), whole(...conv2d(x!, w!, options).shape)];
  const [picture, unit] = [randn(1, 8, 4, 4), randn(8, 8, 1, 1)];
  const leaves = [x!, w!, ...(bias ? [b!] : [])];
  const run = (): Tensor[] => {
    for (const leaf of leaves) leaf.grad = null;
    const convolved = conv2d(x!.mul(2), w!, { ...options, bias: bias ? b! : null });
    const output = behind ? convolved.mul(scale).add(other).relu() : convolved;
    output.mul(other).sum().backward();
    // Beside it, one that wants channels last.
    return [output.detach(), ...leaves.map(({ grad }) => grad!), conv2d(picture, unit)];
  };
  return run;
}

/** With one output a channel. */
function layerOf(seed: number): RandomLayer {
  const { image, weight, ...layer } = randomLayer(seed, 1);
  const channels = Math.max(4, image[1]);
  const [, , ...sizes] = weight;
  const [batch, , height, width] = image;
  return {
    ...layer,
    image: [batch, channels, height, width],
    weight: [channels, 1, ...sizes],
    options: { ...layer.options, groups: channels },
  };
}

describe("the rule for depthwise convolutions", () => {
  it.each([false, true])("gives what the plain kernels give; with what goes behind: %s", (behind) => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const layer = layerOf(seed);
      const run = prepared(layer, seed, behind);
      const expected = run().map((result) => result.clone());
      const compiled = compile(run);
      for (const call of [1, 2])
        for (const [at, result] of compiled().slice(0, -1).entries())
          expect(
            distance(result, expected[at]!),
            `seed ${seed}, ${names[at]}, call ${call}: ${JSON.stringify(layer)}`,
          ).toBe(0);
      expect(compiled.explain()).toContain("depthwise convolution");
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
