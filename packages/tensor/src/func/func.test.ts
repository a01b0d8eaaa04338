// func against PyTorch's (fixtures "functional"): functions mapped, their derivatives, gradients through both; nested, compiled, and what it
// says of mistakes. That every op maps rightly is mapped.test.ts's.

import { expectClose, type FixtureTensor, loadFixtures, thrown } from "@bernoulli/testing";
import { describe, expect, expectTypeOf, it } from "vitest";
import {
  avgPool2d,
  cat,
  compile,
  conv2d,
  crossEntropy,
  dropout,
  grad as gradOf,
  inferenceMode,
  linalg,
  manualSeed,
  maxPool2d,
  memoryStats,
  ones,
  outer,
  profile,
  rand,
  randn,
  scope,
  stack,
  type Tensor,
  tensor,
  zeros,
} from "../index.js";
import { functions } from "./functions.testing.js";
import { grad, gradAndValue, hessian, jacfwd, jacrev, jvp, type Randomness, vjp, vmap } from "./index.js";
import { withoutRules } from "./interpret.js";
import { mapTree } from "./tree.js";

const made = ({ data, shape, dtype }: FixtureTensor): Tensor => tensor(Array.from(data), { dtype }).view(...shape);
const { cases } = loadFixtures("functional");
const of = (kind: string) => cases.filter((one) => one["kind"] === kind);
const close = { absolute: 1e-5, relative: 1e-5 };
const numbers = (tree: unknown) => mapTree(tree, (leaf) => (leaf as Tensor).toArray());

const mapped: Readonly<Record<string, (x: Tensor, y: Tensor) => Tensor>> = {
  dot: (x, y) => x.dot(y),
  shared: (x, y) => x.mul(y).add(y.sum()),
  columns: (x, y) => outer(x, y).tanh(),
  last: (x) => x.softmax(0).cumsum(0),
  sorted: (x) => x.sort({ dim: 0 }).values.flip(0),
  matrices: (x, w) => x.matmul(w).relu().mean(),
  gathered: (x) => x.gather(0, x.argsort({ dim: 0 })),
  dropout: (x) => dropout(x, { p: 0.5, training: true }),
  noise: (x) => x.add(rand(6)).add(randn(6)),
};

type Parameters = Record<string, Tensor>;
const linear = (x: Tensor, p: Parameters, name: string) => x.matmul(p[`${name}.weight`]!.t()).add(p[`${name}.bias`]!);
const nets: Readonly<Record<string, (p: Parameters, x: Tensor) => Tensor>> = {
  linear: (p, x) => linear(linear(x, p, "0").tanh(), p, "2"),
  conv: (p, x) => linear(maxPool2d(conv2d(x, p["0.weight"]!, { bias: p["0.bias"]! }).relu(), 2).flatten(1), p, "4"),
  dropout: (p, x) => linear(dropout(linear(x, p, "0").relu(), { p: 0.5, training: true }), p, "3"),
};

/** The gradients of each sample's loss. */
function perSample({ net, randomness, parameters, images, labels }: (typeof cases)[number]): Parameters {
  const loss = (p: Parameters, image: Tensor, label: Tensor) =>
    crossEntropy(nets[net]!(p, image.unsqueeze(0)), label.unsqueeze(0));
  const given = Object.fromEntries(
    Object.entries(parameters as Record<string, FixtureTensor>).map(([name, one]) => [name, made(one)]),
  );
  return vmap(grad(loss), { inDims: [null, 0, 0], randomness })(given, made(images), made(labels));
}

describe("vmap, as PyTorch's", () => {
  it.each(of("vmap"))("$name", ({ fn, inputs, inDims, outDims, randomness, output, next }) => {
    const given = inputs.map(made) as [Tensor, Tensor];
    manualSeed(7);
    const found = vmap(mapped[fn]!, { inDims, outDims, randomness })(...given);
    expect(found.shape).toEqual(output.shape);
    expectClose(found, output.data, close);
    expect(rand(1).item()).toBe(next.data[0]);
  });

  it.each(of("per-sample"))("$name", (one) => {
    const wanted = Object.entries(one["gradients"] as Record<string, FixtureTensor>);
    manualSeed(7);
    const found = perSample(one);
    expect(rand(1).item()).toBe(one["next"].data[0]);
    manualSeed(7);
    const compiled = compile(() => perSample(one))();
    for (const [name, { data, shape }] of wanted) {
      expect(found[name]!.shape).toEqual(shape);
      expectClose(found[name]!, data, close);
      expectClose(compiled[name]!, data, close);
    }
    manualSeed(7);
    if (one["randomness"] !== "different")
      for (const [name, each] of Object.entries(withoutRules(() => perSample(one))))
        expectClose(each, found[name]!, { norm: 2e-6 });
  });
});

describe("derivatives, as PyTorch's", () => {
  const ways = { jacobian: [jacrev, jacfwd], hessian: [hessian, (fn: typeof jacrev) => jacfwd(jacrev(fn as never))] };
  it.each(of("functional"))("$name", ({ op, fn, inputs, v, outputs, of }) => {
    const given = inputs.map(made) as [Tensor, Tensor];
    const wanted = of as FixtureTensor[];
    const body = functions[fn]!;
    const compare = (found: unknown) => {
      const list = [found].flat(4) as Tensor[];
      for (const [at, { data, shape }] of wanted.entries()) {
        expect(list[at]!.shape).toEqual(shape);
        expectClose(list[at]!, data, close);
      }
    };
    if (op === "jacobian") {
      const argnums = given.length > 1 ? { argnums: [0, 1] } : {};
      for (const way of ways.jacobian) compare(way(body, argnums)(...given));
      compare(jacrev(body, { ...argnums, chunkSize: 2 })(...given));
    } else if (op === "hessian") {
      const argnums = given.length > 1 ? { argnums: [0, 1] } : {};
      compare(hessian(body, argnums)(...given));
    } else if (op === "vjp") {
      const [output, pullback] = vjp(body, ...given);
      compare(pullback(Array.isArray(v) ? v.map(made) : made(v)));
      for (const [at, one] of [output].flat().entries()) expectClose(one, outputs[at].data, close);
    } else if (op === "jvp") {
      compare(jvp(body, given, [v].flat().map(made) as [Tensor, Tensor])[1]);
    }
  });
});

describe("gradients", () => {
  const x = () =>
    tensor([
      [0.5, -1],
      [2, 0.3],
      [1, 1],
    ]);

  it("go through vmap, to what is mapped and to what is shared, of second order too", () => {
    const run = (through: (fn: (row: Tensor) => Tensor, rows: Tensor) => Tensor) => {
      const [w, rows] = [
        tensor(
          [
            [1, 2],
            [0.5, -1],
          ],
          { requiresGrad: true },
        ),
        x().requiresGrad_(),
      ];
      const y = through((row) => row.matmul(w).tanh().mul(row).sum(), rows);
      const [ofW, ofRows] = gradOf(y.pow(2).sum(), [w, rows], { createGraph: true });
      const second = gradOf(ofW.pow(2).sum().add(ofRows.exp().sum()), [w, rows]);
      return [y, ofW, ofRows, ...second];
    };
    const wanted = run((fn, rows) => stack(rows.unbind(0).map((row) => fn(row))));
    const found = run((fn, rows) => vmap(fn)(rows));
    const compiled = compile(() => run((fn, rows) => vmap(fn)(rows)))();
    for (const [at, one] of wanted.entries()) {
      expectClose(found[at]!, one, { norm: 2e-6 });
      expectClose(compiled[at]!, one, { norm: 2e-6 });
    }
  });

  it("of gradients, mapped: each sample's Hessian", () => {
    const f = (row: Tensor) => row.pow(3).sum().mul(row.sum().sin());
    const found = vmap(hessian(f))(x());
    const wanted = stack(
      x()
        .unbind(0)
        .map((row) => hessian(f)(row)),
    );
    expectClose(found, wanted, { norm: 2e-6 });
    const inner = vmap((row) => vmap((one, all) => one.mul(all.sum()), { inDims: [0, null] })(row, row))(x());
    expectClose(inner, x().mul(x().sum(1, { keepdim: true })), close);
  });

  it("of a gradient go to what the function uses beside its arguments", () => {
    const w = tensor([2, 3], { requiresGrad: true });
    const found = grad((at) => at.pow(2).mul(w).sum())(tensor([1, 2]));
    found.sum().backward();
    expect(w.grad!.toArray()).toEqual([2, 4]);
    expect(grad((at) => at.pow(2).sum())(tensor([1, 2])).requiresGrad).toBe(false);
  });

  it("keep the structure of the arguments, and hand on what is beside", () => {
    const f = (p: { w: Tensor; list: Tensor[] }, at: Tensor) => [p.w.mul(at).add(p.list[0]!).sum(), { at }];
    const p = { w: tensor([1, 2]), list: [tensor([3, 4])] };
    const [gradient, aux] = grad(f as (p_: typeof p, at: Tensor) => unknown, { hasAux: true })(p, tensor([5, 6]));
    expect(numbers([gradient, aux])).toEqual([{ w: [5, 6], list: [[1, 1]] }, { at: [5, 6] }]);
    const [both, value] = gradAndValue((a: Tensor, b: Tensor) => a.mul(b).sum(), { argnums: [0, -1] })(
      tensor([1, 2]),
      tensor([3, 4]),
    );
    expect(numbers([both, value])).toEqual([
      [
        [3, 4],
        [1, 2],
      ],
      11,
    ]);
  });
});

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

  it("differentiates in inference mode, and what was made in it", () => {
    const cubes = (x: Tensor) => x.pow(3).sum();
    const made = inferenceMode(() => {
      const x = tensor([1, 2]);
      expect(grad(cubes)(x).toArray()).toEqual([3, 12]);
      expect(hessian(cubes)(x).toArray()).toEqual([
        [6, 0],
        [0, 12],
      ]);
      expect(jvp((y: Tensor) => y.pow(2), [x], [x])[1].toArray()).toEqual([2, 8]);
      return x;
    });
    expect(grad(cubes)(made).toArray()).toEqual([3, 12]);
    expect(grad((y: Tensor) => y.mul(made).sum())(ones(2)).toArray()).toEqual([1, 2]);
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
