// Derivatives of functions: gradients through vmap and through each other, and the structures that they keep. Against PyTorch: goldens.test.ts.

import { expectClose } from "@bernoulli/testing";
import { describe, expect, it } from "vitest";
import { compile, grad as gradOf, inferenceMode, ones, stack, type Tensor, tensor } from "../index.js";
import { grad, gradAndValue, hessian, jvp, vmap } from "./index.js";
import { mapTree } from "./tree.js";

const close = { absolute: 1e-5, relative: 1e-5 };
const numbers = (tree: unknown) => mapTree(tree, (leaf) => (leaf as Tensor).toArray());

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

  it("go in inference mode, and through what was made in it", () => {
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
});
