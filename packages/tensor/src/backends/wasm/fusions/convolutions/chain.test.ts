// Which convolutions are found with their way back: those whose output is written over, and several of one weight. What is computed is
// what the ops one by one give.

import { describe, expect, it } from "vitest";
import {
  compile,
  conv2d,
  convTranspose2d,
  leakyRelu,
  manualSeed,
  noGrad,
  randn,
  relu_,
  relu6,
  scope,
  type Tensor,
} from "../../../../index.js";
import { distance } from "../convolutions.testing.js";

const drawn = (...shape: number[]) => randn(...shape).mul(0.2);

/** The compiled step against the ops one by one, over two calls. */
function compared(run: () => Tensor[]) {
  return scope(() => {
    const expected = run().map((result) => result.clone());
    const compiled = compile(run);
    for (const call of [1, 2])
      for (const [at, result] of compiled().entries())
        expect(distance(result, expected[at]!), `result ${at}, call ${call}`).toBeLessThan(6e-6);
    return compiled.explain();
  });
}

const inPlace = {
  relu: (x: Tensor) => relu_(x),
  "leaky ReLU": (x: Tensor) => leakyRelu(x, 0.2, true),
  "leaky ReLU of a negative slope": (x: Tensor) => leakyRelu(x, -0.2, true),
  relu6: (x: Tensor) => relu6(x, true),
  "a sum": (x: Tensor) => x.add_(1),
} as const;

describe("convolutions whose output is written over", () => {
  it.each(Object.entries(inPlace))("by %s", (_name, over) => {
    manualSeed(3);
    const leaves = [drawn(3, 16, 16, 16), drawn(24, 16, 3, 3), drawn(24), drawn(32, 24, 4, 4), drawn(20, 32, 3, 3)];
    for (const leaf of leaves) leaf.requiresGrad_();
    const [x, first, bias, second, third] = leaves as [Tensor, Tensor, Tensor, Tensor, Tensor];
    const explained = compared(() => {
      for (const leaf of leaves) leaf.grad = null;
      const inner = over(conv2d(x.mul(1), first, { padding: 1, bias }));
      const narrow = over(conv2d(inner, second, { padding: 1, stride: 2 }));
      const output = over(conv2d(narrow, third, { padding: 1 }));
      output.square().sum().backward();
      return [output.detach(), ...leaves.map(({ grad }) => grad!)];
    });
    expect(explained.match(/conv2d.*Winograd convolution/g)!.length).toBeGreaterThan(6);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY])("with %s in an image", (value) => {
    scope(() => {
      manualSeed(4);
      const [x, weight] = [drawn(3, 16, 16, 16), drawn(16, 16, 4, 4)];
      noGrad(() => x.select(0, 1).select(0, 2).select(0, 3).narrow(0, 4, 1).fill_(value));
      weight.requiresGrad_();
      const run = () => {
        weight.grad = null;
        const output = relu_(conv2d(x, weight, { padding: 1, stride: 2 }));
        output.sum().backward();
        return [output.detach(), weight.grad!];
      };
      const expected = run().map((result) => result.clone().toTypedArray());
      const compiled = compile(run);
      for (const [at, result] of compiled().entries()) expect(result.toTypedArray()).toEqual(expected[at]);
    });
  });
});

describe("several convolutions of one weight", () => {
  it("have their own way back each", () => {
    manualSeed(5);
    const leaves = [drawn(16, 16, 3, 3), drawn(20, 16, 4, 4)].map((leaf) => leaf.requiresGrad_());
    const [first, second] = leaves as [Tensor, Tensor];
    const images = [1, 2, 3].map(() => drawn(4, 16, 16, 16).requiresGrad_());
    const explained = compared(() => {
      for (const leaf of [...leaves, ...images]) leaf.grad = null;
      const outputs = images.map((image) =>
        conv2d(leakyRelu(conv2d(image, first, { padding: 1 }), 0.2, true), second, { padding: 1, stride: 2 }),
      );
      for (const output of outputs) output.square().sum().backward();
      return [...leaves, ...images].map(({ grad }) => grad!);
    });
    // Two layers forward and both ways back, three times.
    expect(explained.match(/conv2d.*Winograd convolution/g)).toHaveLength(18);
  });

  it("of which one is not trained, and one is transposed", () => {
    manualSeed(6);
    const weight = drawn(16, 16, 4, 4).requiresGrad_();
    const [given, other] = [drawn(4, 16, 16, 16), drawn(4, 16, 8, 8).requiresGrad_()];
    const windows = { padding: 1, stride: 2 };
    const explained = compared(() => {
      weight.grad = other.grad = null;
      const fixed = noGrad(() => conv2d(given.mul(2), weight, windows));
      const made = convTranspose2d(other, weight, windows);
      const judged = conv2d(made, weight, windows);
      judged.mul(fixed).sum().backward();
      return [fixed, judged.detach(), weight.grad!, other.grad!];
    });
    expect(explained).toContain("Winograd convolution");
  });
});
