// Gradients clipped, against PyTorch's numbers.

import { compile, type Tensor, tensor, zeros } from "@bernoulli/tensor";
import { expectClose } from "@bernoulli/testing";
import { expect, it } from "vitest";
import { Linear, Parameter, utils } from "../index.js";

/** Two parameters with gradients, and one without. */
function parameters(): Parameter[] {
  const [a, b, c] = [new Parameter(zeros(2, 2)), new Parameter(zeros(3)), new Parameter(zeros(1))];
  a.grad = tensor([
    [1, -2],
    [0.5, 4],
  ]);
  b.grad = tensor([-3, 0.25, 2]);
  return [a, b, c];
}

const near = (ours: Tensor, theirs: readonly unknown[]) =>
  expectClose(ours, theirs.flat() as number[], { relative: 1e-5, absolute: 0 });

it.each([
  [
    2.0,
    1.0,
    5.85769,
    [
      [0.170716, -0.341432],
      [0.0853579, 0.682863],
    ],
    [-0.512147, 0.042679, 0.341432],
  ],
  [
    2.0,
    100.0,
    5.85769,
    [
      [1.0, -2.0],
      [0.5, 4.0],
    ],
    [-3.0, 0.25, 2.0],
  ],
  [
    1.0,
    2.0,
    12.75,
    [
      [0.156863, -0.313725],
      [0.0784314, 0.627451],
    ],
    [-0.470588, 0.0392157, 0.313725],
  ],
  [
    "inf",
    0.5,
    4.0,
    [
      [0.125, -0.25],
      [0.0625, 0.5],
    ],
    [-0.375, 0.03125, 0.25],
  ],
  [
    3.0,
    1.5,
    4.76427,
    [
      [0.314844, -0.629687],
      [0.157422, 1.25937],
    ],
    [-0.944531, 0.0787109, 0.629687],
  ],
  [
    0.5,
    2.0,
    76.8706,
    [
      [0.0260178, -0.0520355],
      [0.0130089, 0.104071],
    ],
    [-0.0780533, 0.00650444, 0.0520355],
  ],
] as const)("is PyTorch's for the norm %s and at most %s", (normType, maxNorm, total, first, second) => {
  for (const isCompiled of [false, true]) {
    const all = parameters();
    const clip = () => utils.clipGradNorm_(all, maxNorm, { normType: normType as number | "inf" });
    near((isCompiled ? compile(clip) : clip)(), [total]);
    near(all[0]!.grad!, first);
    near(all[1]!.grad!, second);
    expect(all[2]!.grad).toBeNull();
  }
});

it("takes one tensor, any iterable, or none", () => {
  const [a] = parameters();
  expect(utils.clipGradNorm_(a!, 100).item()).toBeCloseTo(4.6097722);
  expect(utils.clipGradNorm_(new Linear(2, 2).parameters(), 1).item()).toBe(0);
  expect(utils.clipGradNorm_([], 1).item()).toBe(0);
  expect(() => utils.clipGradNorm_([3 as never], 1)).toThrowErrorMatchingInlineSnapshot(
    `[ArgumentError: clipGradNorm_: expected tensors, but got number; give net.parameters()]`,
  );
});

it("throws where it is told to for what is not finite, and else scales by it", () => {
  const all = parameters();
  all[1]!.grad = tensor([Number.POSITIVE_INFINITY, 0, 1]);
  expect(() => utils.clipGradNorm_(all, 1, 2, true)).toThrowErrorMatchingInlineSnapshot(
    `[ArgumentError: clipGradNorm_: The total norm of order 2 for gradients from \`parameters\` is non-finite, so it cannot be clipped. To disable this error and scale the gradients by the non-finite norm anyway, set \`errorIfNonfinite: false\`]`,
  );
  expect(all[0]!.grad!.toArray()).toEqual([
    [1, -2],
    [0.5, 4],
  ]);
  expect(utils.clipGradNorm_(all, 1).item()).toBe(Number.POSITIVE_INFINITY);
  expect(all[1]!.grad!.toArray()).toEqual([Number.NaN, 0, 0]);
});

it("clamps values", () => {
  const all = parameters();
  utils.clipGradValue_(all, 1.5);
  expect(all.map(({ grad }) => grad?.toArray() ?? null)).toEqual([
    [
      [1, -1.5],
      [0.5, 1.5],
    ],
    [-1.5, 0.25, 1.5],
    null,
  ]);
});

it("takes the norm of order 0 of the norms, also where there is one", () => {
  const one = new Parameter(zeros(2));
  one.grad = tensor([3, 4]);
  expect(utils.getTotalNorm(one.grad, 0).item()).toBe(1);
  expect(utils.clipGradNorm_([one], 1, 0).item()).toBe(1);
  near(one.grad, [2.999997138977051, 3.9999961853027344]);
});
