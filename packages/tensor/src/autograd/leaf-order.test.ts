// A leaf has its gradient as soon as nothing more can come. The orders and the values were those of PyTorch 2.15.0 for the same lines.

import { thrown } from "@bernoulli/testing";
import { describe, expect, it } from "vitest";
import { cat, compile, grad, noGrad, ones, stack, type Tensor, tensor, vstack } from "../index.js";

const leaf = (...values: readonly number[]) => tensor(values, { requiresGrad: true });

/** Three leaves and what was seen of their gradients. */
function watched() {
  const [a, b, w] = [leaf(1, 2), leaf(3, 4), leaf(5, 6)] as const;
  const log: (readonly [event: string, leaf: string, gradient: unknown])[] = [];
  for (const [name, one] of Object.entries({ a, b, w })) {
    one.registerHook((gradient) => void log.push(["hook", name, gradient.toArray()]));
    one.registerPostAccumulateGradHook(({ grad }) => void log.push(["behind", name, grad?.toArray()]));
  }
  const inner = (name: string, one: Tensor) => {
    one.registerHook((gradient) => void log.push(["inner", name, gradient.toArray()]));
    return one;
  };
  return { a, b, w, log, inner };
}

describe("a leaf's gradient", () => {
  it("is there before what lies further back is computed", () => {
    const { a, b, w, log, inner } = watched();
    const y = inner("y", inner("h", a.mul(w)).mul(b));
    y.add(w).sum().backward();
    expect(log).toEqual([
      ["inner", "y", [1, 1]],
      ["hook", "b", [5, 12]],
      ["behind", "b", [5, 12]],
      ["inner", "h", [3, 4]],
      ["hook", "a", [15, 24]],
      ["behind", "a", [15, 24]],
      ["hook", "w", [4, 9]],
      ["behind", "w", [4, 9]],
    ]);
  });

  it("is handed out by grad in the same order, and accumulated nowhere", () => {
    const { a, b, w, log, inner } = watched();
    const y = inner("h", a.mul(w)).mul(b);
    grad(y.add(w).sum(), [a, b, w]);
    expect(log).toEqual([
      ["hook", "b", [5, 12]],
      ["inner", "h", [3, 4]],
      ["hook", "a", [15, 24]],
      ["hook", "w", [4, 9]],
    ]);
    expect([a.grad, b.grad, w.grad]).toEqual([null, null, null]);
  });

  it("comes behind stack in the order of the tensors, as behind cat; behind vstack, which makes rows of them first, from the last", () => {
    for (const [join, order] of [
      [stack, "ab"],
      [cat, "ab"],
      [vstack, "ba"],
    ] as const) {
      const { a, b, log } = watched();
      join([a, b]).sum().backward();
      expect(log.filter(([event]) => event === "behind").map(([, name]) => name)).toEqual([...order]);
    }
  });

  it("stays where the walk fails further back", () => {
    const { a, b, w, log } = watched();
    const h = a.mul(w);
    h.registerHook(() => {
      throw new RangeError("no");
    });
    const failing = () => h.mul(b).add(w).sum().backward();
    expect(thrown(failing)).toBe("RangeError: no");
    expect(log).toEqual([
      ["hook", "b", [5, 12]],
      ["behind", "b", [5, 12]],
    ]);
    expect([a.grad, b.grad?.toArray(), w.grad]).toEqual([null, [5, 12], null]);
  });

  it("may be used up by a step while the walk goes on, plain and compiled", () => {
    for (const run of [(body: () => void) => body(), (body: () => void) => compile(body)()]) {
      const leaves = [leaf(1, 2), leaf(3, 4), leaf(5, 6)] as const;
      for (const one of leaves)
        one.keep().registerPostAccumulateGradHook((param) => {
          noGrad(() => param.sub_(param.grad!, { alpha: 0.5 }));
          param.grad = null;
        });
      const [x, v, u] = leaves;
      run(() => x.mul(v).relu().mul(u).sum().backward());
      expect(leaves.map((one) => one.toArray())).toEqual([
        [-6.5, -10],
        [0.5, -2],
        [3.5, 2],
      ]);
    }
  });

  it("comes from the last layer to the first, a bias of a linear layer before its weight", () => {
    const names: string[] = [];
    const named = (name: string, parameter: Tensor) => {
      parameter.registerPostAccumulateGradHook(() => void names.push(name));
      return parameter;
    };
    const layer = (at: number, from: number, to: number) => {
      const weight = named(`${at}.weight`, ones([to, from], { requiresGrad: true }));
      const bias = named(`${at}.bias`, ones([to], { requiresGrad: true }));
      return (x: Tensor) => x.matmul(weight.t()).add(bias);
    };
    const [first, second] = [layer(0, 3, 4), layer(2, 4, 2)];
    second(first(tensor([[1, 2, 3]])).relu())
      .sum()
      .backward();
    expect(names).toEqual(["2.bias", "2.weight", "0.bias", "0.weight"]);
  });

  it("is whole where the leaf is a root itself, alone and beside others", () => {
    const r = leaf(2);
    const seen: unknown[] = [];
    r.registerPostAccumulateGradHook(({ grad }) => void seen.push(grad?.toArray()));
    r.backward();
    grad([r, r.mul(3)], [r]);
    expect([seen, r.grad?.toArray()]).toEqual([[[1]], [1]]);
    expect(grad([r, r.mul(3)], [r])[0].toArray()).toEqual([4]);
  });
});
