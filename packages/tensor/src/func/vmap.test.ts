// vmap: what it takes and gives, draws and writes, what is computed for all samples at once, and what all of func says of mistakes.

import { thrown } from "@bernoulli/testing";
import { describe, expect, expectTypeOf, it } from "vitest";
import {
  avgPool2d,
  cat,
  conv2d,
  crossEntropy,
  dropout,
  grad as gradOf,
  linalg,
  manualSeed,
  maxPool2d,
  memoryStats,
  ones,
  profile,
  randn,
  scope,
  type Tensor,
  tensor,
  zeros,
} from "../index.js";
import { grad, jvp, type Randomness, vjp, vmap } from "./index.js";
import { mapTree } from "./tree.js";

const numbers = (tree: unknown) => mapTree(tree, (leaf) => (leaf as Tensor).toArray());

describe("all samples at once", () => {
  const kernels = (fn: (...inputs: Tensor[]) => Tensor, shapes: number[][], samples: number) => {
    const given = shapes.map((shape) => randn([samples, ...shape]));
    return profile(() => vmap(fn)(...given)).events.length;
  };
  const weights = randn(4, 2, 3, 3);
  const labels = tensor([1, 0], { dtype: "int32" });
  const atOnce: Record<string, readonly [(...inputs: Tensor[]) => Tensor, ...number[][]]> = {
    views: [(x) => x.t().unsqueeze(0).expand(2, 3, 2).select(0, 1), [2, 3]],
    "element by element": [(x, y) => x.mul(y).tanh().add(1), [2, 3], [3]],
    reductions: [(x) => x.sum(0).add(x.max(1).values.mean()).add(x.var()), [3, 3]],
    "softmax, sorting, scans": [(x) => x.softmax(1).logSoftmax(0).cumsum(1).sort().values.topk(2).values, [3, 4]],
    cat: [(x, y) => cat([x, y.flip(0)], 1), [2, 3], [2, 1]],
    products: [(x, y) => x.matmul(y).matmul(ones(2, 3)), [3, 4], [4, 2]],
    "convolutions and pools": [(x) => avgPool2d(maxPool2d(conv2d(x, weights), 2), 2), [1, 2, 10, 10]],
    "their gradients for images": [grad((x) => maxPool2d(conv2d(x, weights), 2).pow(2).sum()), [1, 2, 10, 10]],
    "cross-entropy and its gradient": [grad((x) => crossEntropy(x.tanh(), labels)), [2, 3]],
  };

  it.each(Object.entries(atOnce))("%s", (_, [fn, ...shapes]) => {
    expect(kernels(fn, shapes, 5)).toBe(kernels(fn, shapes, 2));
  });

  it("others are computed one by one", () => {
    expect(kernels((x) => linalg.inv(x), [[2, 2]], 5)).toBeGreaterThan(kernels((x) => linalg.inv(x), [[2, 2]], 2));
  });
});

describe("vmap", () => {
  it("takes and gives arrays and objects, in chunks too", () => {
    const fn = (p: { a: Tensor; b: Tensor[] }, k: Tensor) => ({ sum: p.a.add(p.b[0]!).mul(k), b: [p.b[0]!.sum()] });
    const given = {
      a: tensor([
        [1, 2],
        [3, 4],
        [5, 6],
      ]),
      b: [
        tensor([
          [1, 1, 1],
          [2, 2, 2],
        ]),
      ],
    };
    const options = { inDims: [{ a: 0, b: [1] }, null], outDims: { sum: 1, b: 0 } };
    const whole = numbers(vmap(fn, options)(given, tensor(10)));
    expect(whole).toEqual({
      sum: [
        [20, 40, 60],
        [40, 60, 80],
      ],
      b: [[3, 3, 3]],
    });
    for (const chunkSize of [1, 2, 3, 5])
      expect(numbers(vmap(fn, { ...options, chunkSize })(given, tensor(10)))).toEqual(whole);
  });

  it("gives what does not depend on a sample once for each, or once", () => {
    const rows = ones(3, 2);
    expect(vmap((_: Tensor) => tensor([1, 2]))(rows).shape).toEqual([3, 2]);
    expect(vmap((_: Tensor) => tensor([1, 2]), { outDims: null })(rows).shape).toEqual([2]);
  });

  it("draws for each sample anew, or once for all, in chunks too", () => {
    const draw = (randomness: Randomness, chunkSize: number | null = null) => {
      manualSeed(1);
      return vmap((row) => dropout(row, { p: 0.5, training: true }), { randomness, chunkSize })(ones(4, 50)).toArray();
    };
    const [first, ...others] = draw("same") as number[][];
    for (const other of others) expect(other).toEqual(first);
    expect(draw("same", 2)).toEqual(draw("same"));
    expect(new Set((draw("different") as number[][]).map((row) => row.join())).size).toBe(4);
    expect(draw("different", 2)).toEqual(draw("different"));
  });

  it("writes in place on what is mapped, and on nothing else", () => {
    const rows = tensor([
      [1, 2],
      [3, 4],
    ]);
    expect(vmap((row) => row.clone().mul_(row).add_(1))(rows).toArray()).toEqual([
      [2, 5],
      [10, 17],
    ]);
    const fresh = (row: Tensor) => zeros(2).add_(row);
    const own = (row: Tensor) => zeros(2).uniform_().add(row);
    expect([
      thrown(() => vmap(fresh)(rows)),
      thrown(() => vmap(own, { randomness: "different" })(rows)),
    ]).toMatchInlineSnapshot(`
      [
        "ArgumentError: add_: vmap: inplace arithmetic(self, *extra_args) is not possible because there exists a Tensor \`other\` in extra_args that has more elements than \`self\`. This happened due to \`other\` being vmapped over but \`self\` not being vmapped over; use the op without the trailing underscore, or make the tensor from a mapped one",
        "ArgumentError: uniform_: vmap: Cannot ask for different inplace randomness on an unbatched tensor. This will appear like same randomness. If this is necessary for your usage, please make the tensor from the mapped input, as with zerosLike(x) for a tensor x that is mapped.",
      ]
    `);
  });

  it("leaves nothing behind", () => {
    const before = memoryStats();
    scope(() => {
      vmap(grad((row) => row.exp().sum()))(ones(300, 20));
    });
    expect(memoryStats()).toEqual(before);
  });

  it("says what is wrong", () => {
    const rows = ones(3, 2);
    const w = ones(2, { requiresGrad: true });
    const tell = (...runs: (() => unknown)[]) => runs.map((run) => thrown(run));
    expect(
      tell(
        () => vmap((x) => tensor(x.sum().item()))(rows),
        () => vmap((x) => x.maskedSelect(x.gt(0)))(rows),
        () => vmap((x) => x.nonzero())(rows),
        () => vmap((_: Tensor) => 3 as never)(rows),
        () => vmap((x, y) => x.add(y))(rows, ones(4, 2)),
        () => vmap((x) => x)(tensor(3)),
        () => vmap((x) => x.add(randn(2)))(rows),
        () => vmap((x) => dropout(x, { training: true }))(rows),
        () => vmap((x) => x, { inDims: null })(rows),
        () => vmap((x) => x, { inDims: 5 })(rows),
        () => vmap((x) => x, { inDims: [0, 0] })(rows),
        () => vmap((x) => x, { outDims: null })(rows),
        () => vmap((x) => x, { randomness: "foo" as never })(rows),
        () => vmap((x) => x, { chunkSize: 0 })(rows),
        () => vmap(() => rows)(),
        () => vmap((x) => x)(3 as never),
        () => vmap((x) => x)(zeros(0, 2)),
        () => vmap((x) => x.mul(w).sum().backward() as never)(rows),
        () => vmap((x) => gradOf(x.mul(w).sum(), [w])[0])(rows),
      ),
    ).toMatchInlineSnapshot(`
      [
        "ArgumentError: vmap: It looks like you're calling .item() on a Tensor, reading its elements, letting the program depend on them, or writing on a view of it. We don't support vmap over that, please try to rewrite what you're doing with other operations, such as where, and without the trailing underscore.",
        "ArgumentError: vmap: It looks like you're calling .item() on a Tensor, reading its elements, letting the program depend on them, or writing on a view of it. We don't support vmap over that, please try to rewrite what you're doing with other operations, such as where, and without the trailing underscore.",
        "ArgumentError: vmap: It looks like you're calling .item() on a Tensor, reading its elements, letting the program depend on them, or writing on a view of it. We don't support vmap over that, please try to rewrite what you're doing with other operations, such as where, and without the trailing underscore.",
        "ArgumentError: vmap: the function must only return Tensors, got 3",
        "ArgumentError: vmap: Expected all tensors to have the same size in the mapped dimension, got sizes [3, 4] for the mapped dimension",
        "ArgumentError: vmap: Got inDim 0 for the input at [0], but that input is a Tensor of dimensionality 0, so expected inDim to satisfy -0 <= inDim < 0.",
        "ArgumentError: vmap: called random operation while in randomness error mode. Please either use the 'same' or 'different' randomness flags on vmap or perform the randomness operation out of vmap: vmap(fn, { randomness: "different" })",
        "ArgumentError: vmap: called random operation while in randomness error mode. Please either use the 'same' or 'different' randomness flags on vmap or perform the randomness operation out of vmap: vmap(fn, { randomness: "different" })",
        "ArgumentError: vmap: got inDims of null for every input: at least one must be a dimension to map over",
        "ArgumentError: vmap: Got inDim 5 for the input at [0], but that input is a Tensor of dimensionality 2, so expected inDim to satisfy -2 <= inDim < 2.",
        "ArgumentError: vmap: inDims must be a number, null, or arrays and objects that match the structure of what they are for, but got an array",
        "ArgumentError: vmap: the function can not return a tensor that is mapped where outDims is null; give it a dimension, or make it from what is not mapped",
        "ArgumentError: vmap: Only allowed values for randomness are "error", "different", or "same". Got "foo"",
        "ArgumentError: vmap: chunkSize should be null or an integer greater than 0, but got 0",
        "ArgumentError: vmap: got no inputs. Maybe you forgot to add inputs, or you are trying to vmap over a function with no inputs. The latter is unsupported.",
        "ArgumentError: vmap: Got inDim 0 for the input at [0], but it is 3. We cannot vmap over non-Tensor arguments, please use null as the respective inDim",
        "ArgumentError: vmap: there is no sample: the mapped dimension has size 0",
        "AutogradError: backward: backward() called inside a function that vmap maps. This is not supported, please use func.grad or func.vjp instead or call backward() outside of vmap.",
        "AutogradError: vmap: inside a mapped function the gradient of what is not mapped was asked for, which is a sum over samples that is only known outside. For the gradient of each sample use func.grad or func.vjp, for the sum call backward outside of vmap",
      ]
    `);
    expect(
      tell(
        () => grad((x) => x)(w),
        () => grad((_: Tensor) => 3)(w),
        () => grad((x) => x.sum())(3 as never),
        () => grad((x) => x.sum(), { argnums: 1 })(w),
        () => grad((x) => x.sum(), { hasAux: true })(w),
        () => vjp((x: Tensor) => x, w)[1](ones(3)),
        () => jvp((x: Tensor) => x, [w], [] as never),
      ),
    ).toMatchInlineSnapshot(`
      [
        "AutogradError: grad: Expected the function to return a scalar Tensor, got one of shape [2]; reduce it with .sum() or .mean(), or use vjp or jacrev",
        "AutogradError: grad: Expected the function to return a Tensor, got 3",
        "ArgumentError: grad: Expected argument 0 to be a Tensor, or arrays and objects of them, got 3",
        "ArgumentError: grad: Got argnum 1, but there are 1 positional inputs",
        "AutogradError: grad: output of function f should be [output, aux] if hasAux is true, but got a Tensor",
        "ShapeError: vjp: the cotangent at 0 has shape [3], and what it is for [2]",
        "ArgumentError: jvp: Expected 1 tangents, in the structure of what they are for, got 0",
      ]
    `);
  });

  it("has types", () => {
    const rows = ones(3, 2);
    expectTypeOf(vmap((x) => x.sum())(rows)).toEqualTypeOf<Tensor>();
    expectTypeOf(
      vmap((p: { w: Tensor }, x: Tensor) => [p.w, x] as const)({ w: rows }, rows)[1],
    ).toEqualTypeOf<Tensor>();
    expectTypeOf(grad((p: { w: Tensor }) => p.w.sum())({ w: ones(2) }).w).toEqualTypeOf<Tensor>();
    // @ts-expect-error a function of an object is given one
    expect(() => vmap((p: { w: Tensor }) => p.w)(rows)).toThrow();
  });
});
