// What outlives the call of a compiled function: its results, what a later backward needs, and gradients. All else of its promises is compile.test.ts's.

import { describe, expect, it } from "vitest";
import { compile, FreedTensorError, grad, ones, randn, scope, type Tensor, tensor } from "../index.js";

const leaf = (...values: number[]) => tensor(values, { requiresGrad: true });

describe("outlives the call of a compiled function", () => {
  it("lets results of any size outlive the call, outside of scopes too", () => {
    const step = compile((x: Tensor) => ({ doubled: x.mul(2), part: x.add(1).narrow(0, 10, 5) }));
    const { doubled, part } = step(ones(1000));
    expect(doubled.sum().item()).toBe(2000);
    expect(part.toArray()).toEqual([2, 2, 2, 2, 2]);
    expect(step(doubled).doubled.sum().item()).toBe(4000);
  });

  it("keeps for what it returns all that a later backward needs", () => {
    const weight = randn(300, 2, { requiresGrad: true });
    const model = (x: Tensor) => x.matmul(weight).relu().pow(2);
    const x = randn(4, 300);
    const gradientOf = (run: (x: Tensor) => Tensor) => {
      weight.grad = null;
      run(x).sum().backward();
      return weight.grad!.toArray();
    };
    expect(gradientOf(compile(model))).toEqual(gradientOf(model));
    const point = leaf(3);
    const slope = compile(() => grad(point.pow(3).sum(), [point], { createGraph: true })[0]);
    expect(grad(slope().sum(), [point])[0].toArray()).toEqual([18]);
  });

  it("lets the gradients of what it returns outlive the call", () => {
    const x = leaf(1, 2);
    const body = () => {
      const y = x.mul(2);
      y.retainGrad();
      const inner = x.detach().mul(1).detach().requiresGrad_();
      y.mul(3).sum().add(inner.mul(5).sum()).backward();
      return [y, inner];
    };
    const [y, inner] = scope(() => compile(body)());
    expect([y!.grad!.toArray(), inner!.grad!.toArray()]).toEqual([
      [3, 3],
      [5, 5],
    ]);
  });

  it("without gradients keeps one that somebody keeps or returns, and ends others, at reads too", () => {
    const x = leaf(1, 2);
    const without = { keepGrads: false };
    const kept = compile(() => {
      x.grad = null;
      x.mul(2).sum().backward();
      x.grad!.keep();
    }, without);
    kept();
    expect(x.grad!.toArray()).toEqual([2, 2]);
    x.grad!.dispose();
    const returned = compile(() => {
      x.grad = null;
      x.mul(3).sum().backward();
      return x.grad!;
    }, without);
    expect(returned().toArray()).toEqual([3, 3]);
    const reading = compile(() => {
      x.grad = null;
      const loss = x.mul(2).sum();
      loss.backward();
      return loss.item();
    }, without);
    reading();
    expect(() => x.grad!.toArray()).toThrow(FreedTensorError);
  });
});
