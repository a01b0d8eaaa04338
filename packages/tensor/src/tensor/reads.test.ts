// How numbers leave a tensor, and what a tensor says to JavaScript's own operators, to JSON and to structured clones.

import { thrown } from "@bernoulli/testing";
import { describe, expect, it } from "vitest";
import { arange, noGrad, ones, scope, type Tensor, type TensorJSON, tensor, zeros } from "../index.js";

const g = { requiresGrad: true };

describe("JavaScript's operators", () => {
  // As JavaScript has it: the types refuse all of these.
  const operators: Record<string, (x: any) => unknown> = {
    "-x": (x) => -x,
    "+x": (x) => +x,
    "x * 2": (x) => x * 2,
    "x / 2": (x) => x / 2,
    "2 - x": (x) => 2 - x,
    "x ** 2": (x) => x ** 2,
    "x % 2": (x) => x % 2,
    "x < 1": (x) => x < 1,
    "x >= 1": (x) => x >= 1,
    "x | 0": (x) => x | 0,
    "Math.max(x, 1)": (x) => Math.max(x, 1),
    "Number(x)": (x) => Number(x),
    "isNaN(x)": (x) => Number.isNaN(Math.abs(x)),
  };

  it.each(Object.entries(operators))("%s is refused where it would lose numbers or a gradient", (_, act) => {
    for (const x of [tensor([1, 2]), tensor([1, 2], g), tensor(3, g), tensor(3, g).mul(2), zeros(0)])
      expect(thrown(() => act(x))).toMatch(/^ArgumentError: Tensor: JavaScript's operators work on numbers, and/);
    for (const value of [3, -0.5]) for (const x of [tensor(value), tensor([[value]])]) expect(act(x)).toBe(act(value));
    expect(noGrad(() => act(tensor(3, g).detach()))).toBe(act(3));
  });

  it("names the methods that are meant", () => {
    expect([thrown(() => -(tensor([1, 2]) as never)), thrown(() => -(tensor(1, g) as never))]).toMatchInlineSnapshot(`
      [
        "ArgumentError: Tensor: JavaScript's operators work on numbers, and this tensor has 2 elements; -x is x.neg(), x + y is x.add(y), x * y is x.mul(y), x < y is x.lt(y), and the value of one element is x.item()",
        "ArgumentError: Tensor: JavaScript's operators work on numbers, and this tensor requires a gradient, which they would lose; -x is x.neg(), x + y is x.add(y), x * y is x.mul(y), x < y is x.lt(y), and the value of one element is x.item()",
      ]
    `);
  });

  it("leaves text as it is printed", () => {
    const x = tensor([1, 2], g);
    expect([`${x}`, `x = ${x}`, String(x), [x].join("")]).toEqual([
      "tensor([1., 2.], requires_grad=True)",
      "x = tensor([1., 2.], requires_grad=True)",
      "tensor([1., 2.], requires_grad=True)",
      "tensor([1., 2.], requires_grad=True)",
    ]);
    // biome-ignore lint/style/useTemplate: this is what is tested
    expect("x = " + x).toBe("x = tensor([1., 2.], requires_grad=True)");
  });
});

describe("toTypedArray", () => {
  const x = arange(120).view(2, 3, 4, 5);
  it.each<[string, Tensor]>([
    ["as it lies", x],
    ["from an offset on", x.narrow(0, 1, 1)],
    ["rows cut off", x.narrow(-1, 1, 3)],
    ["every other", x.slice(2, 0, 4, 2)],
    ["turned around", x.permute(3, 1, 0, 2)],
    ["its first two turned around", x.transpose(0, 1)],
    ["one column", x.select(-1, 2)],
    ["dimensions of one", x.narrow(1, 2, 1).unsqueeze(0).unsqueeze(-1)],
    ["seen several times", x.narrow(1, 1, 1).expand(2, 4, 4, 5)],
    ["a number seen several times", x.flatten().narrow(0, 7, 1).expand(6)],
    ["nothing", x.narrow(2, 1, 0)],
    ["a number", x.flatten().select(0, 9)],
  ])("has every element in its order: %s", (_, view) => {
    expect([...view.toTypedArray()]).toEqual([view.toArray()].flat(6));
  });
});

describe("JSON", () => {
  const again = ({ values, dtype, shape }: TensorJSON): Tensor =>
    tensor(values.map(Number), { dtype: dtype as "float32" }).view(shape);

  it("has shape, dtype and every value", () => {
    expect(JSON.stringify({ w: tensor([[1, 2.5]]), n: tensor([1, 2], { dtype: "int32" }) })).toBe(
      '{"w":{"shape":[1,2],"dtype":"float32","values":[1,2.5]},"n":{"shape":[2],"dtype":"int32","values":[1,2]}}',
    );
    const awkward = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -0, 0.1, 1e-300];
    const x = tensor(awkward, { dtype: "float64" }).view(2, 3);
    const read = again(JSON.parse(JSON.stringify(x)) as TensorJSON);
    expect([read.shape, read.dtype]).toEqual([[2, 3], "float64"]);
    expect([...read.toTypedArray()].map((value) => Object.is(value, -0) || value)).toEqual(
      awkward.map((value) => Object.is(value, -0) || value),
    );
    expect(again(x.t().toJSON()).toArray()).toEqual(x.t().toArray());
    expect(JSON.stringify([zeros(0, 2), tensor(true), tensor(7)])).toBe(
      '[{"shape":[0,2],"dtype":"float32","values":[]},{"shape":[],"dtype":"bool","values":[1]},{"shape":[],"dtype":"float32","values":[7]}]',
    );
  });

  it("is refused above a million numbers", () => {
    scope(() => {
      expect(thrown(() => JSON.stringify(ones(1001, 1000)))).toMatchInlineSnapshot(
        `"ArgumentError: toJSON: a tensor of 1,001,000 elements is too large for JSON (at most 1,000,000); use serialize({ name: tensor }) of @bernoulli/trainer, or .toTypedArray()"`,
      );
      expect(JSON.stringify(ones(1000, 1000)).length).toBeGreaterThan(2_000_000);
    });
  });
});

describe("a structured clone", () => {
  it("is refused, wherever the tensor lies in what is cloned", () => {
    const x = tensor([1, 2]);
    const inside = { state: new Map([["weight", [x]]]) };
    for (const value of [x, [x], inside, tensor([1], g).mul(2), x.view(1, 2)])
      expect(() => structuredClone(value)).toThrow(DOMException);
    const { port1, port2 } = new MessageChannel();
    expect(() => port1.postMessage(inside)).toThrow(DOMException);
    port1.close();
    port2.close();
    expect(thrown(() => structuredClone(x))).toMatchInlineSnapshot(
      `"DataCloneError: Symbol(a Tensor cannot be cloned or posted; send await serialize({ name: tensor }) of @bernoulli/trainer, or tensor.toTypedArray():) could not be cloned."`,
    );
  });
});

describe("x.data", () => {
  it("shares the elements, and is outside the graph", () => {
    const x = tensor([[1, -2]], g);
    const { data } = x;
    expect([data.requiresGrad, data.isLeaf, data.storage === x.storage, data.shape]).toEqual([
      false,
      true,
      true,
      [1, 2],
    ]);
    data.clamp_(-1, 1);
    x.data.select(1, 0).add_(5);
    expect(x.toArray()).toEqual([[6, -1]]);
    x.mul(x).sum().backward();
    expect(x.grad!.toArray()).toEqual([[12, -2]]);
    x.data.sub_(x.grad!.data.mul(0.5));
    expect(x.toArray()).toEqual([[0, 0]]);
  });

  it("is refused where backward still reads what it wrote, which PyTorch gets wrong without a word", () => {
    const x = tensor([2], g);
    const y = x.mul(x);
    x.data.fill_(7);
    expect(thrown(() => y.backward())).toMatch(
      /^AutogradError: .*one of the variables needed for gradient computation has been modified by an inplace operation/s,
    );
  });

  it("takes no other memory", () => {
    const x = tensor([1]) as { data: unknown };
    expect(thrown(() => (x.data = ones(1)))).toMatchInlineSnapshot(
      `"AutogradError: data: a tensor cannot be given other memory; write new elements into it with x.data.copy_(other)"`,
    );
    const y = tensor([1]);
    // @ts-expect-error: written by copy_
    expect(() => (y.data = ones(1))).toThrow();
  });
});

describe("x.grad", () => {
  it("is another tensor, or null", () => {
    const x = tensor([1, 2], g);
    const assign = (value: unknown) => thrown(() => ((x as { grad: unknown }).grad = value));
    expect([assign(x), assign([1, 2]), assign(0), assign(undefined)]).toMatchInlineSnapshot(`
      [
        "AutogradError: grad: can't assign Tensor as its own grad; assign x.detach().clone()",
        "ArgumentError: grad: expected a Tensor or null, but got an array; make a tensor of numbers with tensor(…)",
        "ArgumentError: grad: expected a Tensor or null, but got 0; make a tensor of numbers with tensor(…)",
        "ArgumentError: grad: expected a Tensor or null, but got undefined; make a tensor of numbers with tensor(…)",
      ]
    `);
    expect(x.grad).toBeNull();
    x.grad = x.detach();
    expect(x.grad.toArray()).toEqual([1, 2]);
    expect(`${x}`).toBe("tensor([1., 2.], requires_grad=True)");
  });
});

it("has numel() and dim(), as PyTorch", () => {
  const x = zeros(2, 3, 0);
  expect([x.numel(), x.dim(), x.ndim, tensor(1).numel(), tensor(1).dim()]).toEqual([0, 3, 3, 1, 0]);
});
