// That convolutions of single channels are what the reference makes of them, in all three passes; src/soak/convolutions.soak.ts tries many more.

import { expect, it } from "vitest";
import { cat, compile, conv2d, manualSeed, noGrad, randn } from "../../../../index.js";
import { distanceOf } from "../../fusions/convolutions.testing.js";
import { passes, passesOf, randomLayer } from "../../fusions/random-layers.testing.js";

it("agrees with the reference on random layers", () => {
  for (let seed = 1; seed <= 150; seed += 1) {
    const layer = randomLayer(seed, 1);
    const [actual, expected] = (["cpu", "reference"] as const).map((device) => passesOf(layer, seed, device));
    for (const [at, own] of actual!.entries())
      expect(distanceOf(own, expected![at]!), `seed ${seed}, ${passes[at]}: ${JSON.stringify(layer)}`).toBe(0);
  }
});

it.each([Number.NaN, Number.POSITIVE_INFINITY])("spreads %s no further than the reference", (spoilt) => {
  const finite = (numbers: Float32Array) => Array.from(numbers, Number.isFinite);
  for (let seed = 1; seed <= 40; seed += 1) {
    const layer = randomLayer(seed, 1);
    const [actual, expected] = (["cpu", "reference"] as const).map((device) => passesOf(layer, seed, device, spoilt));
    for (const [at, own] of actual!.entries())
      expect(finite(own), `seed ${seed}, ${passes[at]}: ${JSON.stringify(layer)}`).toEqual(finite(expected![at]!));
  }
});

it("adds up forward as the plain product does, which takes what has more outputs, bit for bit; so do compiled steps", () => {
  manualSeed(3);
  const [x, weight, bias] = [randn(2, 8, 9, 13), randn(8, 1, 3, 3), randn(8)];
  for (const stride of [1, 2]) {
    const options = { stride, padding: 1, groups: 8 };
    const depthwise = conv2d(x, weight, { ...options, bias });
    const outputs = 5;
    const often = (part: typeof x) =>
      cat(
        Array.from({ length: outputs }, () => part.unsqueeze(1)),
        1,
      );
    const plain = conv2d(x, often(weight).reshape(8 * outputs, 1, 3, 3), { ...options, bias: often(bias).reshape(-1) });
    expect(depthwise.toTypedArray()).toEqual(plain.unflatten(1, [8, outputs]).select(2, 0).toTypedArray());
    const unit = randn(8, 8, 1, 1);
    const step = compile(() => noGrad(() => [conv2d(x, weight, { ...options, bias }), conv2d(x, unit)]));
    expect(step()[0]!.toTypedArray()).toEqual(depthwise.toTypedArray());
    expect(step.explain()).toContain("depthwise convolution");
  }
});
