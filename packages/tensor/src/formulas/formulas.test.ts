// Ops that are declared by their formulas: as a user would, mish among them, against PyTorch's numbers, finite differences and the
// same out of tensors' own ops; and what is refused.

import { gradcheck, gradgradcheck, thrown } from "@bernoulli/testing";
import { describe, expect, it } from "vitest";
import { compile, conv2d, grad, noGrad, ones, randn, type Tensor, tensor, zeros } from "../index.js";
import { pointwise, update, Value, where } from "./index.js";

const mish = pointwise({
  name: "mish",
  inputs: ["input"],
  formula: ({ input }) => input.mul(input.exp().add(1).log().tanh()),
});

const softsign = pointwise({
  name: "softsign",
  inputs: ["input"],
  formula: ({ input }) => input.div(input.abs().add(1)),
});

const blend = pointwise({
  name: "blend",
  inputs: ["chosen", "a", "b"],
  truths: ["chosen"],
  numbers: ["weight"],
  formula: ({ chosen, a, b, weight }) => where(chosen.not(), a.mul(weight), b.maximum(a)),
});

const float64 = (values: number[] | number[][]) => tensor(values, { dtype: "float64", requiresGrad: true });

describe("a declared op", () => {
  it("gives PyTorch's mish and its gradient", () => {
    const x = float64([-3, -0.5, 0, 1, 2.5]);
    const y = mish(x);
    // torch.nn.functional.mish of PyTorch 2.15.0, float64.
    const wanted = [-0.1456474612756246, -0.22074377465173, 0, 0.8650983882673103, 2.471392304557881];
    for (const [at, value] of (y.toArray() as number[]).entries()) expect(value).toBeCloseTo(wanted[at]!, 12);
    y.sum().backward();
    const slopes = [-0.09339311453232084, 0.28951067791351226, 0.6, 1.0490362200997922, 1.041129530131353];
    for (const [at, value] of (x.grad!.toArray() as number[]).entries()) expect(value).toBeCloseTo(slopes[at]!, 12);
  });

  it("has first and second gradients, those of finite differences", () => {
    const x = float64([-2, -0.4, 0.3, 1.7]);
    const [a, b] = [float64([1, -2, 3, 0.5]), float64([0.5, 2, -1, 4])];
    const chosen = tensor([true, false, true, false]);
    for (const fn of [mish, softsign]) {
      gradcheck((input: Tensor) => fn(input), [x]);
      gradgradcheck((input: Tensor) => fn(input), [x]);
    }
    gradcheck((first: Tensor, second: Tensor) => blend(chosen, first, second, { weight: 0.3 }), [a, b]);
    const third = grad(
      grad(grad(mish(x).sum(), [x], { createGraph: true })[0].sum(), [x], { createGraph: true })[0].sum(),
      [x],
    );
    expect(third[0].toArray()).toHaveLength(4);
  });

  it("broadcasts and promotes as other ops do, and takes numbers", () => {
    const chosen = tensor([[true], [false]]);
    const result = blend(chosen, tensor([1, 2, 3], { dtype: "int32" }), 2, { weight: 10 });
    expect([result.dtype, result.toArray()]).toEqual([
      "float32",
      [
        [2, 2, 3],
        [10, 20, 30],
      ],
    ]);
  });

  it("computes inside compile what it computes outside, as part of one loop", () => {
    const x = randn([64, 33]).keep();
    const body = () => mish(x.mul(2)).add(1);
    const step = compile(body);
    for (let call = 0; call < 3; call++) expect(step().toArray()).toEqual(body().toArray());
    expect(step.explain()).toMatch(/5 ops: pointwise/);
  });

  it("is never taken for an op of this package by its name", () => {
    const relu = pointwise({ name: "relu", inputs: ["input"], formula: ({ input }) => input.mul(input) });
    const x = randn([2, 3, 8, 8]).keep();
    const weight = randn([4, 3, 3, 3], { requiresGrad: true }).keep();
    const body = () => {
      weight.grad = null;
      const y = relu(conv2d(x, weight)).sum();
      y.backward();
      return weight.grad!.clone();
    };
    const step = compile(body);
    for (let call = 0; call < 3; call++) {
      const [own, plain] = [step().toArray(), body().toArray()].map((values) => (values as number[][][][]).flat(3));
      for (const [at, value] of own!.entries()) expect(value).toBeCloseTo(plain![at]!, 2);
    }
  });

  it("passes a gradient on that it does not change", () => {
    const scaled = pointwise({
      name: "scaled",
      inputs: ["a", "b"],
      numbers: ["by"],
      formula: ({ a, b, by }) => a.add(b.mul(by)),
    });
    const [a, b] = [float64([1]), float64([2])];
    scaled(a, b, { by: 1 }).backward();
    expect([a.grad!.item(), b.grad!.item()]).toEqual([1, 1]);
    expect(a.grad!.storage).not.toBe(b.grad!.storage);
  });

  it("saves what its gradients read, and refuses to read it when it was written over", () => {
    const x = float64([1, 2]);
    const y = softsign(x.mul(1));
    expect([...y.gradNode!.saved!.keys()]).toEqual(["input"]);
    const z = x.mul(1);
    const loss = softsign(z).sum();
    noGrad(() => z.add_(1));
    expect(thrown(() => loss.backward())).toMatch(/softsign saved its input \[2\] at version 0/);
  });

  it("refuses what does not fit", () => {
    expect(thrown(() => mish(3 as never))).toMatchInlineSnapshot(
      `"ArgumentError: mish: input must be a Tensor, but got 3; make a tensor of it with tensor(…)"`,
    );
    expect(thrown(() => blend(ones(1), 1, 2, { weight: 1 }))).toMatchInlineSnapshot(
      `"DTypeError: blend: expected chosen to be a bool tensor, but got float32; compare it first, as in x.ne(0)"`,
    );
    expect(thrown(() => blend(tensor([true]), 1, 2, { weight: 1 }))).toMatchInlineSnapshot(
      `"ArgumentError: blend: at least one operand must be a tensor"`,
    );
    expect(thrown(() => blend(tensor([true]), ones(1), 2, { wieght: 1 } as never))).toMatchInlineSnapshot(
      `"ArgumentError: blend: got an unexpected option wieght; take some of { weight }"`,
    );
    expect(thrown(() => blend(tensor([true]), ones(1), 2, {} as never))).toMatchInlineSnapshot(
      `"ArgumentError: blend: weight must be a number, but got undefined"`,
    );
    const odd = (formula: (given: { readonly x: Value }) => unknown) =>
      thrown(() => pointwise({ name: "odd", inputs: ["x"], formula: formula as never }));
    expect(odd(() => true)).toMatchInlineSnapshot(
      `"ArgumentError: odd: its formula must give an expression of its inputs, but gave true"`,
    );
    expect(odd(({ x }) => where(((x as never) > 0) as never, x, 0))).toMatchInlineSnapshot(
      `"ArgumentError: a formula's value is of no element yet, so JavaScript's operators cannot take it; write x.mul(2), x.gt(0), where(x.gt(0), a, b)"`,
    );
    expect(odd(({ x }) => where(x as never, x, 0))).toMatchInlineSnapshot(
      `"ArgumentError: where chooses by a comparison, such as x.gt(0), but got an object"`,
    );
    expect(odd(({ x }) => x.mul("2" as never))).toMatchInlineSnapshot(
      `"ArgumentError: a formula is made of its inputs, numbers and what they give; it cannot take "2""`,
    );
    expect(odd(() => new Value({ kind: "input", name: "y" }))).toMatchInlineSnapshot(
      `"ArgumentError: odd: its formula reads y, which is none of its inputs"`,
    );
    // @ts-expect-error numbers must be given
    expect(thrown(() => blend(tensor([true]), ones(1), ones(1)))).toMatch(/weight/);
  });
});

describe("an update", () => {
  const swap = update({ name: "swap", inputs: ["a", "b"], formula: ({ a, b }) => ({ a: b, b: a }) });

  it("reads everything before it writes", () => {
    for (const device of ["cpu", "reference"] as const) {
      const [a, b] = [tensor([1, 2, 3, 4, 5], { device }), tensor([6, 7, 8, 9, 10], { device })];
      expect(swap({ a, b }, {}).toArray()).toEqual([6, 7, 8, 9, 10]);
      expect(b.toArray()).toEqual([1, 2, 3, 4, 5]);
    }
  });

  it("refuses what does not fit", () => {
    expect(thrown(() => swap({ a: ones(2), b: ones(3) }, {}))).toMatchInlineSnapshot(
      `"ShapeError: swap: b must have the shape of a, [2], but got [3]"`,
    );
    expect(thrown(() => swap({ a: ones(2), b: ones(2, { dtype: "float64" }) }, {}))).toMatchInlineSnapshot(
      `"DTypeError: swap: b must be float32, as a is, but got float64"`,
    );
    expect(thrown(() => swap({ a: ones(2, { requiresGrad: true }), b: ones(2) }, {}))).toMatchInlineSnapshot(
      `"AutogradError: swap cannot be differentiated; call it inside noGrad(() => …)"`,
    );
    const step = update({
      name: "step",
      inputs: ["a", "b"],
      numbers: ["by"],
      flags: ["both"],
      formula: ({ a, b, by }, { both }) =>
        (both ? { a: a.add(by), b } : { a: a.add(by) }) as { a: typeof a; b: typeof b },
    });
    expect(step({ a: zeros(1), b: zeros(1) }, { by: 2, both: false }).item()).toBe(2);
    expect(thrown(() => step({ a: zeros(1), b: zeros(1) }, { by: 2, both: true }))).toMatchInlineSnapshot(
      `"ArgumentError: step: writes other tensors with other flags; let what stays become what it was"`,
    );
    expect(thrown(() => step({ a: zeros(1), b: zeros(1) }, { by: "2" as never, both: false }))).toMatchInlineSnapshot(
      `"ArgumentError: step: by must be a number, but got string"`,
    );
  });
});
