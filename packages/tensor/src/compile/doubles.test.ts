// A net of doubles, compiled: its kernels are repeated from notes, and no rule of floats takes them for its own. Bits are the eager ones.

import { expect, it } from "vitest";
import { arange, avgPool2d, compile, conv2d, crossEntropy, manualSeed, maxPool2d, randn, tensor } from "../index.js";

it("gives what it gives by itself, again and again", () => {
  manualSeed(1);
  const made = (...shape: number[]) => randn(shape, { dtype: "float64" }).keep();
  const x = made(4, 16, 16, 16);
  const labels = tensor([0, 1, 2, 3], { dtype: "int32" });
  const weights = [
    [16, 16, 3, 3],
    [16, 1, 3, 3],
    [16, 16, 1, 1],
    [16, 16, 3, 3],
    [64, 10],
  ].map((shape) => made(...shape).requiresGrad_());
  const step = () => {
    for (const weight of weights) weight.grad = null;
    const [first, single, unit, last, linear] = weights;
    const pooled = maxPool2d(conv2d(x, first!, { padding: 1 }).relu(), 2);
    const mixed = conv2d(conv2d(pooled, single!, { padding: 1, groups: 16 }).relu(), unit!).relu();
    const features = avgPool2d(maxPool2d(conv2d(mixed, last!, { padding: 1 }).relu(), 2), 2);
    const logits = features.reshape(4, 64).matmul(linear!);
    const loss = crossEntropy(logits, labels);
    loss.backward();
    const { values, indices } = logits.softmax(1).sort({ dim: 1 });
    const ramp = arange(0, 1, 0.1, { dtype: "float64" });
    return [loss.detach(), ...weights.map(({ grad }) => grad!.clone()), values.detach(), indices, ramp];
  };
  const expected = step().map((result) => result.toArray());
  const compiled = compile(step);
  for (const call of ["first", "second", "third"])
    expect(
      compiled().map((result) => result.toArray()),
      `${call} call`,
    ).toEqual(expected);
});
