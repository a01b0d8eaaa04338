// The public gradcheck: right gradients pass, wrong ones are shown.

import { thrown } from "@bernoulli/testing";
import { describe, expect, it } from "vitest";
import { autograd, einsum, memoryStats, ones, resetWarnings, type Tensor, tensor } from "../index.js";

const { gradcheck, gradgradcheck } = autograd;
const double = (data: Parameters<typeof tensor>[0]) => tensor(data, { dtype: "float64", requiresGrad: true });
const a = () =>
  double([
    [0.3, -1.1],
    [0.7, 2],
  ]);
const b = () =>
  double([
    [1.3, 0.2, -0.4],
    [-2, 0.5, 1],
  ]);

class WrongSquare extends autograd.Function {
  static forward(context: autograd.FunctionContext, x: Tensor) {
    context.saveForBackward(x);
    return x.mul(x);
  }
  static backward({ savedTensors: [x] }: autograd.FunctionContext, gradient: Tensor) {
    return gradient.mul(x!).mul(2.1);
  }
}

/** Right itself, but its backward cannot be differentiated rightly. */
class Cut extends autograd.Function {
  static forward(context: autograd.FunctionContext, x: Tensor) {
    context.saveForBackward(x);
    return x.pow(3);
  }
  static backward({ savedTensors: [x] }: autograd.FunctionContext, gradient: Tensor) {
    return gradient.mul(x!.detach().pow(2).mul(3));
  }
}

describe("gradcheck", () => {
  it("passes what is right: several inputs, several outputs, inputs that take no part", () => {
    expect(gradcheck((x, y) => [x.matmul(y).tanh(), x.sum()], [a(), b()])).toBe(true);
    expect(gradgradcheck((x, y) => [einsum("ij,jk->k", x, y), x.exp().sum()], [a(), b()])).toBe(true);
    expect(gradcheck((x, y) => x.mul(y), [double([1, 2]), tensor([3, 4], { dtype: "float64" })])).toBe(true);
  });

  it("shows where a gradient is wrong", () => {
    expect(thrown(() => gradcheck((x) => WrongSquare.apply(x), [double([1, 2])]))).toMatchInlineSnapshot(`
      "AutogradError: gradcheck: Jacobian mismatch for output 0 with respect to input 0,
      numerical: [[2, 0], [0, 4]]
      analytical: [[2.1, 0], [0, 4.2]]"
    `);
    expect(gradcheck((x) => WrongSquare.apply(x), [double([1, 2])], { raiseException: false })).toBe(false);
    expect(gradcheck((x) => Cut.apply(x), [double([1, 2])])).toBe(true);
    expect(thrown(() => gradgradcheck((x) => Cut.apply(x), [double([1, 2])]))).toMatch(
      /^AutogradError: gradgradcheck: Jacobian mismatch for output 0 with respect to input 0/,
    );
  });

  it("says what it cannot check, and warns of float32", () => {
    expect(thrown(() => gradcheck((x) => x, [ones(2)]))).toMatchInlineSnapshot(
      `"AutogradError: gradcheck: expects at least one input tensor to require gradient"`,
    );
    expect(thrown(() => gradcheck((x) => x, [a().mul(2)]))).toMatchInlineSnapshot(
      `"AutogradError: gradcheck: expects leaves that lie in order, but got one of shape [2, 2]; give x.detach().clone().requiresGrad_()"`,
    );
    resetWarnings();
    expect(
      thrown(() => gradcheck((x) => x.exp(), [tensor([1], { requiresGrad: true })], { atol: 0, rtol: 1e-9 })),
    ).toMatch(/mismatch/);
  });

  it("leaves inputs and memory as they were", () => {
    const x = a();
    const before = x.toArray();
    gradcheck((given) => given.exp(), [x]);
    const { bytes } = memoryStats();
    gradgradcheck((given) => given.exp(), [x]);
    expect([x.toArray(), memoryStats().bytes, x.grad]).toEqual([before, bytes, null]);
  });
});
