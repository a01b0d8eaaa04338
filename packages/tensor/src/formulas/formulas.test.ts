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
    expect(step.explain()).toMatch(/5 ops: region/);
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
      `"ArgumentError: step: by must be a number, but got "2""`,
    );
  });

  const step = update({
    name: "step",
    inputs: ["p", "g", "v"],
    numbers: ["lr"],
    formula: ({ p, g, v, lr }) => {
      const moved = v.mul(0.5).add(g);
      return { p: p.sub(moved.mul(lr)), v: moved };
    },
  });

  it.each(["cpu", "reference"] as const)(
    "writes tensors that lie in one storage, apart from each other, on %s",
    (device) => {
      const rows = zeros([3, 4], { device });
      const row = (at: number) => rows.select(0, at);
      rows.select(0, 1).fill_(1);
      step({ p: row(0), g: row(1), v: row(2) }, { lr: 1 });
      expect(rows.toArray()).toEqual([
        [-1, -1, -1, -1],
        [1, 1, 1, 1],
        [1, 1, 1, 1],
      ]);
      const g = ones(4, { device });
      step({ p: row(0), g: row(0), v: g }, { lr: 1 });
      expect(row(0).toArray()).toEqual([-0.5, -0.5, -0.5, -0.5]);
    },
  );

  it("refuses tensors of which an element would be written twice, or read half written", () => {
    const p = ones(3);
    expect(thrown(() => step({ p, g: ones(3), v: p }, { lr: 1 }))).toMatchInlineSnapshot(
      `"ArgumentError: step: p and v share memory, of which the first is written; clone() one of them first"`,
    );
    expect(thrown(() => step({ p: zeros(4), g: ones(4), v: ones(1).expand(4) }, { lr: 1 }))).toMatchInlineSnapshot(
      `"AutogradError: step: unsupported operation: more than one element of v refers to a single memory location; clone() it first"`,
    );
    const s = ones(9);
    const shifted = { p: zeros(8), g: s.narrow(0, 0, 8), v: s.narrow(0, 1, 8) };
    expect(thrown(() => step(shifted, { lr: 1 }))).toMatchInlineSnapshot(
      `"ArgumentError: step: v and g share memory, of which the first is written; clone() one of them first"`,
    );
    expect(s.toArray()).toEqual(ones(9).toArray());
  });

  it("writes columns of one matrix, but none that overlap", () => {
    const all = zeros(3, 6);
    const own = (from: number, size = 2) => all.narrow(1, from, size);
    step({ p: own(0), g: ones(3, 2), v: own(4) }, { lr: 1 });
    expect(all.toArray()).toEqual(new Array(3).fill([-1, -1, 0, 0, 1, 1]));
    const compiled = compile(() => step({ p: own(0), g: ones(3, 2), v: own(2) }, { lr: 1 }));
    compiled();
    expect(all.toArray()).toEqual(new Array(3).fill([-2, -2, 1, 1, 1, 1]));
    expect(thrown(() => step({ p: own(0), g: ones(3, 2), v: own(1) }, { lr: 1 }))).toMatchInlineSnapshot(
      `"ArgumentError: step: p and v share memory, of which the first is written; clone() one of them first"`,
    );
    // Rows that run into one another from line to line.
    const line = zeros(12);
    const rows = (offset: number) => line.narrow(0, offset, 8).unfold(0, 3, 4);
    step({ p: rows(0), g: ones(2, 3), v: zeros(2, 3) }, { lr: 1 });
    expect(thrown(() => step({ p: rows(0), g: ones(2, 3), v: rows(2) }, { lr: 1 }))).toMatchInlineSnapshot(
      `"ArgumentError: step: p and v share memory, of which the first is written; clone() one of them first"`,
    );
  });

  it("refuses a formula that writes what is none of its inputs", () => {
    const odd = () => update({ name: "odd", inputs: ["a"], formula: ({ a }) => ({ a, q: a }) as { a: Value } });
    expect(thrown(odd)).toMatchInlineSnapshot(
      `"ArgumentError: odd: its formula writes q, which is none of its inputs"`,
    );
  });
});

describe("integers", () => {
  const whole = (formula: (given: { readonly x: Value; readonly k: Value }) => Value) =>
    pointwise({ name: "whole", inputs: ["x"], numbers: ["k"], dtypes: ["int32", "uint8"], formula });
  const x = () => tensor([1, 3], { dtype: "int32" });

  it("take whole numbers that fit, and no others", () => {
    expect(whole(({ x, k }) => x.mul(k))(x(), { k: 3 }).toArray()).toEqual([3, 9]);
    expect(thrown(() => whole(({ x, k }) => x.mul(k))(x(), { k: 0.5 }))).toMatchInlineSnapshot(
      `"DTypeError: whole: computes with 0.5, which int32 has not; convert with .to("float32") first"`,
    );
    expect(thrown(() => whole(({ x, k }) => x.mul(0.5).add(k))(x(), { k: 1 }))).toMatch(/computes with 0.5/);
    expect(thrown(() => whole(({ x, k }) => x.add(k))(x(), { k: 1e10 }))).toMatchInlineSnapshot(
      `"DTypeError: whole: value cannot be converted to type int32 without overflow: 10000000000; take { dtype: "float64" }, or numbers from -2147483648 to 2147483647"`,
    );
    expect(thrown(() => whole(({ x }) => x.div(2)))).toMatchInlineSnapshot(
      `"ArgumentError: whole: div is of floats only, but its dtypes are int32, uint8"`,
    );
  });
});

describe("names and gradients", () => {
  const named = (inputs: readonly [string, ...string[]], numbers: readonly string[] = []) =>
    thrown(() =>
      pointwise({ name: "named", inputs, numbers, formula: (given) => (given as Record<string, Value>)[inputs[0]]! }),
    );

  it("stand for one thing each", () => {
    expect(named(["x", "x"])).toMatchInlineSnapshot(
      `"ArgumentError: named: two of its inputs, numbers and flags are called x"`,
    );
    expect(named(["x"], ["x"])).toMatchInlineSnapshot(
      `"ArgumentError: named: two of its inputs, numbers and flags are called x"`,
    );
    expect(named(["1"])).toMatchInlineSnapshot(
      `"ArgumentError: named: a name must begin with a letter and go on with letters, digits or _, but got "1""`,
    );
    for (const name of ["grad", "output", "needs", "__proto__"])
      expect(named([name])).toMatch(/^ArgumentError: named: /);
  });

  it("are one an input", () => {
    const product = (gradient: unknown) =>
      thrown(() =>
        pointwise({
          name: "product",
          inputs: ["x", "y"],
          formula: ({ x, y }) => x.mul(y),
          gradient: () => gradient as never,
        }),
      );
    expect(product([])).toMatchInlineSnapshot(
      `"ArgumentError: product: its gradient returned an incorrect number of gradients (expected 2, got 0); one an input, null for none"`,
    );
    expect(product([undefined, null])).toMatchInlineSnapshot(
      `"ArgumentError: product: the gradient of x must be a value or null, but got undefined"`,
    );
  });
});

it("a formula of truths alone, and one that reads its parts again and again", () => {
  const both = pointwise({
    name: "both",
    inputs: ["a", "b"],
    truths: ["a", "b"],
    dtypes: ["bool"],
    formula: ({ a, b }) => a.and(b.not()),
  });
  expect(both(tensor([true, true, false]), tensor([true, false, false])).toArray()).toEqual([false, true, false]);
  const doubled = pointwise({
    name: "doubled",
    inputs: ["x"],
    numbers: ["by"],
    formula: ({ x, by }) => {
      let [y, number] = [x, by];
      for (let at = 0; at < 60; at++) [y, number] = [y.add(y), number.add(number)];
      return y.mul(number.div(number));
    },
  });
  const x = float64([1]);
  doubled(x, { by: 3 }).sum().backward();
  expect(x.grad!.item()).toBe(2 ** 60);
});
