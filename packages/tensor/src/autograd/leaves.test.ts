// Grad mode, and what tells leaves from other tensors: requiresGrad, detach, retainGrad, grad.

import { thrown } from "@bernoulli/testing";
import { describe, expect, it } from "vitest";
import { enableGrad, isGradEnabled, noGrad, ones, tensor, zeros } from "../index.js";

const leaf = (data: Parameters<typeof tensor>[0]) => tensor(data, { requiresGrad: true });

describe("grad mode", () => {
  it("is off inside noGrad, and on again behind it", () => {
    const x = leaf([1, 2]);
    const inside = noGrad(() => {
      expect(isGradEnabled()).toBe(false);
      expect(enableGrad(() => x.mul(2).requiresGrad)).toBe(true);
      return x.mul(2);
    });
    expect(inside.requiresGrad).toBe(false);
    expect(isGradEnabled()).toBe(true);
  });

  it("comes back after an error", () => {
    expect(() =>
      noGrad(() => {
        throw new Error("inside");
      }),
    ).toThrow("inside");
    expect(isGradEnabled()).toBe(true);
  });

  it("refuses promises", async () => {
    expect(thrown(() => noGrad(() => Promise.resolve(1)))).toMatchInlineSnapshot(
      `"AutogradError: noGrad: the body returned a promise, and grad mode cannot follow it across an await; await outside and call noGrad(() => …) around the synchronous part"`,
    );
    expect(thrown(() => noGrad(async () => 1))).toMatch(/returned a promise/);
    expect(isGradEnabled()).toBe(true);
  });
});

describe("leaves and others", () => {
  it("requiresGrad is for floating leaves", () => {
    expect(thrown(() => tensor([1], { dtype: "int32", requiresGrad: true }))).toMatchInlineSnapshot(
      `"DTypeError: requiresGrad: only tensors of floating point dtype can require gradients, this one is int32"`,
    );
    const h = leaf([1]).mul(2);
    expect(
      thrown(() => {
        h.requiresGrad = false;
      }),
    ).toMatchInlineSnapshot(
      `"AutogradError: requiresGrad: you can only change requiresGrad flags of leaf variables; use .detach() for a tensor outside the graph"`,
    );
    expect([h.isLeaf, h.detach().isLeaf, h.detach().requiresGrad]).toEqual([false, true, false]);
  });

  it("detach cuts the path, and shares the elements", () => {
    const x = leaf([1, 2]);
    const h = x.mul(3);
    h.detach().mul(h).sum().backward();
    expect(x.grad?.toArray()).toEqual([9, 18]);
    const shared = x.detach();
    shared.mul_(2);
    expect(x.toArray()).toEqual([2, 4]);
  });

  it("retainGrad leaves the gradient of an inner tensor, and adds to it", () => {
    const x = leaf([1, 2]);
    const h = x.mul(2);
    h.retainGrad();
    h.mul(3).sum().backward({ retainGraph: true });
    h.mul(5).sum().backward();
    expect(h.grad?.toArray()).toEqual([8, 8]);
    expect(x.grad?.toArray()).toEqual([16, 16]);
    expect(thrown(() => ones(1).retainGrad())).toMatchInlineSnapshot(
      `"AutogradError: retainGrad: can't retain_grad on Tensor that has requiresGrad=false"`,
    );
  });

  it("without retainGrad an inner tensor has no gradient", () => {
    const x = leaf([1, 2]);
    const h = x.mul(2);
    h.sum().backward();
    expect(h.grad).toBe(null);
  });

  it("a gradient that is assigned must have the leaf's shape", () => {
    const x = leaf([1, 2]);
    expect(
      thrown(() => {
        x.grad = zeros(3);
      }),
    ).toMatchInlineSnapshot(`"ShapeError: grad: attempting to assign a gradient of size [3] to a tensor of size [2]"`);
  });
});
