// backward and grad: what accumulates where, what is refused, second derivatives, large and odd graphs.

import { cotangent, expectClose, thrown } from "@bernoulli/testing";
import { describe, expect, it } from "vitest";
import { add, cat, crossEntropy, type GradOptions, grad, noGrad, ones, type Tensor, tensor } from "../index.js";

const leaf = (data: Parameters<typeof tensor>[0]) => tensor(data, { requiresGrad: true });

describe("backward", () => {
  it("adds to what is there", () => {
    const x = leaf([1, 2]);
    x.mul(3).sum().backward();
    const first = x.grad;
    x.mul(4).sum().backward();
    expect(x.grad?.toArray()).toEqual([7, 7]);
    expect(x.grad, "in place, as PyTorch's").toBe(first);
    x.grad = null;
    x.sum().backward();
    expect(x.grad).not.toBe(null);
    expect((x.grad as unknown as Tensor).toArray()).toEqual([1, 1]);
  });

  it("adds up what comes through several paths", () => {
    const x = leaf(3);
    const a = x.mul(2);
    const b = x.pow(2);
    // x feeds both arms of a diamond, and the sum itself.
    a.mul(b).add(a).add(x).backward();
    expect(x.grad?.item()).toBe(6 * 9 + 2 + 1);
  });

  it("gives a leaf used twice in one op both shares", () => {
    const x = leaf([2, 3]);
    x.mul(x).sum().backward();
    expect(x.grad?.toArray()).toEqual([4, 6]);
    const y = leaf([1, 2]);
    cat([y, y, y]).sum().backward();
    expect(y.grad?.toArray()).toEqual([3, 3]);
  });

  it("takes a gradient to start from", () => {
    const x = leaf([1, 2, 3]);
    const y = x.mul(2);
    y.backward({ gradient: tensor([1, 10, 100]) });
    expect(x.grad?.toArray()).toEqual([2, 20, 200]);
    expect(thrown(() => x.mul(2).backward())).toMatchInlineSnapshot(
      `"AutogradError: backward: grad can be implicitly created only for scalar outputs; this one has shape [3]; reduce it with .sum() or .mean(), or give a gradient"`,
    );
    expect(thrown(() => x.mul(2).backward({ gradient: ones(2) }))).toMatchInlineSnapshot(
      `"ShapeError: backward: mismatch in shape: the gradient has shape [2] and the output has shape [3]"`,
    );
  });

  it("starts at a leaf too", () => {
    const x = leaf(2);
    x.backward();
    expect(x.grad?.item()).toBe(1);
  });

  it("does not hand its own starting gradient to the leaf", () => {
    const x = leaf([1, 2]);
    const start = ones(2);
    x.add(0).backward({ gradient: start });
    x.add(0).backward({ gradient: start });
    expect(x.grad?.toArray()).toEqual([2, 2]);
    expect(start.toArray()).toEqual([1, 1]);
  });

  it("gives two leaves gradients that do not share memory", () => {
    const [x, y] = [leaf([1, 2]), leaf([3, 4])];
    x.add(y).sum().backward();
    x.grad?.mul_(5);
    expect(y.grad?.toArray()).toEqual([1, 1]);
    const [w, v] = [leaf([1, 2]), leaf([1, 2])];
    w.add(v).backward({ gradient: tensor([7, 8]) });
    w.grad?.zero_();
    expect(v.grad?.toArray()).toEqual([7, 8]);
  });

  it("refuses a tensor that nothing was recorded for", () => {
    expect(thrown(() => ones(1).backward())).toMatchInlineSnapshot(
      `"AutogradError: backward: element 0 of tensors does not require grad and does not have a gradNode; was it computed inside noGrad, or from tensors without requiresGrad?"`,
    );
    expect(thrown(() => noGrad(() => leaf(1).mul(2)).backward())).toMatch(/does not require grad/);
  });

  it("refuses a second time through the same graph, unless it was kept", () => {
    const x = leaf([1, 2]);
    const y = x.mul(x).sum();
    y.backward({ retainGraph: true });
    y.backward();
    expect(x.grad?.toArray()).toEqual([4, 8]);
    expect(thrown(() => y.backward())).toMatchInlineSnapshot(
      `"AutogradError: Trying to backward through the graph a second time (or directly access saved tensors after they have already been freed). Saved intermediate values of the graph (here of mul) are freed when you call .backward() or grad(). Specify { retainGraph: true } if you need to backward through the graph a second time."`,
    );
  });

  it("lets graphs that saved nothing be walked again, as PyTorch does", () => {
    const x = leaf([1, 2]);
    const y = x.add(1).sum();
    y.backward();
    y.backward();
    expect(x.grad?.toArray()).toEqual([2, 2]);
  });

  it("walks a chain of 10,000 computations", () => {
    const x = leaf(1);
    let y: Tensor = x;
    for (let at = 0; at < 10_000; at++) y = y.add(0.5);
    y.backward();
    expect(x.grad?.item()).toBe(1);
  });

  it("walks 2⁶⁴ paths in 64 steps", () => {
    const x = leaf(1);
    let y: Tensor = x;
    for (let at = 0; at < 64; at++) y = add(y, y);
    y.backward();
    expect(x.grad?.item()).toBe(2 ** 64);
  });

  it("leaves integers and what requires no gradient alone", () => {
    const x = leaf([1, 2]);
    const constant = ones(2);
    x.mul(constant)
      .mul(tensor([2, 3], { dtype: "int32" }))
      .sum()
      .backward();
    expect(x.grad?.toArray()).toEqual([2, 3]);
    expect(constant.grad).toBe(null);
    expect(x.argmax().requiresGrad).toBe(false);
    expect(x.gt(0).requiresGrad).toBe(false);
  });

  it("keeps the dtype of each leaf", () => {
    const x = tensor([1, 2], { dtype: "float64", requiresGrad: true });
    const y = leaf([3, 4]);
    x.mul(y).sum().backward();
    expect([x.grad?.dtype, y.grad?.dtype]).toEqual(["float64", "float32"]);
  });
});

describe("grad", () => {
  it("returns gradients and leaves .grad alone", () => {
    const [x, y] = [leaf(3), leaf(4)];
    const [dx, dy] = grad(x.mul(y), [x, y]);
    expect([dx.item(), dy.item()]).toEqual([4, 3]);
    expect([x.grad, y.grad]).toEqual([null, null]);
  });

  it("takes inner tensors for inputs", () => {
    const x = leaf(3);
    const h = x.mul(2);
    const [dh] = grad(h.pow(2), [h]);
    expect(dh.item()).toBe(12);
    const [both, leafToo] = grad(x.mul(2).pow(2), [x, x]);
    expect([both.item(), leafToo.item()]).toEqual([24, 24]);
  });

  it("takes several outputs, and a gradient for each", () => {
    const x = leaf([1, 2]);
    const options: GradOptions = { gradOutputs: [tensor([1, 1]), tensor(10)] };
    const [dx] = grad([x.mul(3), x.sum()], [x], options);
    expect(dx.toArray()).toEqual([13, 13]);
  });

  it("takes one input and one gradient without arrays, in PyTorch's places", () => {
    const x = leaf([1, 2]);
    const [first] = grad(x.pow(2), x, tensor([1, 10]), true, true);
    expect(first.toArray()).toEqual([2, 40]);
    expect(grad(first.sum(), x)[0].toArray()).toEqual([2, 20]);
    x.mul(3).backward(tensor([1, 2]));
    expect(x.grad!.toArray()).toEqual([3, 6]);
    expect(thrown(() => grad([x.sum(), x.mul(2).sum()], [x], tensor(1)))).toMatchInlineSnapshot(
      `"ArgumentError: grad: gradOutputs must be a Tensor or an array, one gradient an output: there are 2 outputs, but got a Tensor"`,
    );
    expect(thrown(() => x.sum().backward(1 as never))).toMatchInlineSnapshot(
      `"ArgumentError: backward: gradient must be a Tensor, but got 1; make a tensor of it with tensor(…)"`,
    );
  });

  it("says which input was not used, or gives null", () => {
    const [x, y] = [leaf(3), leaf(4)];
    expect(thrown(() => grad(x.mul(2), [x, y]))).toMatchInlineSnapshot(
      `"AutogradError: grad: The differentiated Tensor at index 1 appears to not have been used in the graph. Set { allowUnused: true } if this is the desired behavior."`,
    );
    expect(grad(x.mul(2), [x, y], { allowUnused: true })[1]).toBe(null);
    expect(thrown(() => grad(x.mul(2), [ones(1)]))).toMatchInlineSnapshot(
      `"AutogradError: grad: one of the differentiated Tensors does not require grad"`,
    );
  });

  it("does not compute what leads nowhere", () => {
    const [x, y] = [leaf([1, 2]), leaf([3, 4])];
    const used = y.mul(2);
    const z = x.mul(used);
    const [dx] = grad(z.sum(), [x]);
    expect(dx.toArray()).toEqual([6, 8]);
  });
});

describe("second derivatives", () => {
  it("leave each leaf a gradient of its own", () => {
    const [x, y] = [tensor([1, 2], { requiresGrad: true }), tensor([3, 4], { requiresGrad: true })];
    const gradient = tensor([5, 6]);
    x.add(y).backward({ gradient, createGraph: true });
    noGrad(() => x.grad!.mul_(2));
    noGrad(() => gradient.zero_());
    expect([x.grad!.toArray(), y.grad!.toArray()]).toEqual([
      [10, 12],
      [5, 6],
    ]);
    // One that would be stretched could not be added to.
    const z = tensor([1, 2], { requiresGrad: true });
    for (let time = 0; time < 2; time++) z.sum().backward({ createGraph: true });
    z.sum().backward();
    expect(z.grad!.toArray()).toEqual([3, 3]);
  });

  it("come from createGraph", () => {
    const x = leaf(2);
    const [first] = grad(x.pow(4), [x], { createGraph: true });
    const [second] = grad(first, [x], { createGraph: true });
    const [third] = grad(second, [x]);
    expect([first.item(), second.item(), third.item()]).toEqual([32, 48, 48]);
  });

  it("accumulate with backward too", () => {
    const x = leaf(2);
    x.pow(3).backward({ createGraph: true });
    const penalty = x.grad!.pow(2);
    x.grad = null;
    penalty.backward();
    // d/dx (3x²)² = 36x³
    expect((x.grad as unknown as Tensor).item()).toBe(288);
  });

  it("are not recorded without it", () => {
    const x = leaf(2);
    const [first] = grad(x.pow(3), [x]);
    expect(first.requiresGrad).toBe(false);
  });

  it("of a cross entropy are its Hessian times a vector", () => {
    const logits = tensor([[0.5, -1, 2]], { dtype: "float64", requiresGrad: true });
    const loss = crossEntropy(logits, tensor([2], { dtype: "int32" }));
    const [first] = grad(loss, [logits], { createGraph: true });
    const vector = cotangent(logits, 5);
    const [product] = grad(first.mul(vector).sum(), [logits]);
    const odds = noGrad(() => logits.logSoftmax(1).exp().toTypedArray());
    const v = vector.toTypedArray();
    const inner = Array.from(odds, (p, at) => p * v[at]!).reduce((sum, part) => sum + part);
    expectClose(
      product,
      Float64Array.from(v, (value, at) => odds[at]! * (value - inner)),
      { absolute: 1e-14 },
    );
  });
});
