// In-place writes and autograd: what is recorded, what is refused, and how a write is noticed that backward cannot bear.

import { gradcheck, gradgradcheck, thrown } from "@bernoulli/testing";
import { describe, expect, it } from "vitest";
import { cat, conv2d, grad, matmul, memoryStats, noGrad, ones, scope, type Tensor, tensor, zeros } from "../index.js";

const leaf = (data: Parameters<typeof tensor>[0]) => tensor(data, { requiresGrad: true });

describe("what is recorded", () => {
  it("a power of a half may be written over, which a root may not", () => {
    const x = leaf([4, 16]);
    x.pow(0.5).mul_(2).sum().backward();
    expect(x.grad!.toArray()).toEqual([0.5, 0.25]);
    expect(() => leaf([4]).sqrt().mul_(2).sum().backward()).toThrow("sqrt saved its output");
  });

  it("a chain of in-place writes has the gradient of its out-of-place twin", () => {
    const [x, y] = [leaf([1, 2, -3]), leaf([4, 5, 6])];
    const written = x.mul(2);
    written.mul_(y).add_(y, { alpha: 3 }).sub_(1).div_(y).relu_();
    const plain = x.mul(2).mul(y).add(y, { alpha: 3 }).sub(1).div(y).relu();
    expect(written.toArray()).toEqual(plain.toArray());
    const weights = tensor([1, 10, 100]);
    const ours = grad(written, [x, y], { gradOutputs: [weights] });
    const theirs = grad(plain, [x, y], { gradOutputs: [weights] });
    expect(ours.map((gradient) => gradient.toArray())).toEqual(theirs.map((gradient) => gradient.toArray()));
  });

  it("a plain tensor that is multiplied by one that needs gradients joins the graph", () => {
    const x = leaf([2, 3]);
    const written = ones(2);
    written.mul_(x);
    expect(written.requiresGrad).toBe(true);
    written.sum().backward();
    expect(x.grad?.toArray()).toEqual([1, 1]);
  });

  it("copy_, fill_ and zero_ cut the old history", () => {
    const [x, y] = [leaf([1, 2]), leaf([3, 4])];
    const copied = x.mul(2);
    copied.copy_(y);
    copied.sum().backward();
    expect(y.grad?.toArray()).toEqual([1, 1]);
    expect(x.grad?.toArray()).toEqual([0, 0]);
    const zeroed = x.mul(2);
    zeroed.zero_();
    zeroed.add(x).sum().backward();
    expect(x.grad?.toArray()).toEqual([1, 1]);
  });

  it("a write whose operand shares its memory reads what was there before", () => {
    const x = tensor([
      [1, 2],
      [3, 4],
    ]);
    x.add_(x.t());
    expect(x.toArray()).toEqual([
      [2, 5],
      [5, 8],
    ]);
    const y = tensor([1, 2, 3, 4]);
    y.narrow(0, 1, 3).copy_(y.narrow(0, 0, 3));
    expect(y.toArray()).toEqual([1, 1, 2, 3]);
  });

  it("second derivatives go through it", () => {
    const x = leaf(3);
    const written = x.mul(1);
    written.mul_(x);
    const [first] = grad(written, [x], { createGraph: true });
    const [second] = grad(first, [x]);
    expect([first.item(), second.item()]).toEqual([6, 2]);
  });
});

describe("a write whose operand shares its memory", () => {
  const programs: Readonly<Record<string, (x: Tensor) => Tensor>> = {
    "y[0] += y[1]": (x) => {
      const y = x.clone();
      y.select(0, 0).add_(y.select(0, 1));
      return y;
    },
    "y *= y": (x) => {
      const y = x.clone();
      return y.mul_(y);
    },
    "y += y turned, that is kept too": (x) => {
      const y = x.mul(x).view(2, 2);
      const turned = y.t();
      y.mul_(turned);
      return y.mul(turned);
    },
    "y[1:] = y[:-1]": (x) => {
      const y = x.clone();
      y.narrow(0, 1, 3).copy_(y.narrow(0, 0, 3));
      return y;
    },
    "y[0] /= y[1], y[1] -= y[0] · y[2]": (x) => {
      const y = x.add(3);
      y.select(0, 0).div_(y.select(0, 1));
      y.select(0, 1).addcmul_(y.select(0, 0), y.select(0, 2), { value: -1 });
      return y;
    },
    "scatterAdd_ from its own row": (x) => {
      const y = x.clone();
      y.narrow(0, 0, 2).scatterAdd_(0, tensor([0], { dtype: "int32" }), y.narrow(0, 2, 1));
      return y;
    },
    "scatter_ from all of itself": (x) => {
      const y = x.clone();
      return y.scatter_(0, tensor([3, 2, 1, 0], { dtype: "int32" }), y);
    },
    "a recurrence in a buffer": (x) => {
      const h = zeros([5], { dtype: "float64" });
      h.select(0, 0).fill_(1);
      for (let i = 1; i < 5; i++) {
        h.select(0, i).copy_(h.select(0, i - 1));
        h.select(0, i).mul_(x.select(0, i - 1));
      }
      return h;
    },
  };
  const values = tensor([1.5, -2, 0.5, 3], { dtype: "float64" });

  it("a detached operand is a constant", () => {
    const x = leaf([2, 3]);
    const y = x.clone();
    y.mul_(y.detach());
    y.sum().backward();
    expect(x.grad?.toArray()).toEqual([2, 3]);
  });

  it.each(Object.entries(programs))("%s: both have their gradients, the second too", (_, program) => {
    gradcheck(program, [values]);
    gradgradcheck(program, [values]);
  });
});

describe("only what a wanted gradient reads is saved", () => {
  it("a factor without a gradient: the other may be written", () => {
    const x = leaf([-2, 3]);
    const h = x.add(0);
    const scaled = h.mul(tensor([2, 2]));
    h.relu_();
    h.add(scaled).sum().backward();
    expect(x.grad?.toArray()).toEqual([2, 3]);
  });

  it("a frozen layer: what it was given may be written", () => {
    const layers: ((h: Tensor) => Tensor)[] = [
      (h) => matmul(h.view(1, 4), ones(4, 2)),
      (h) => conv2d(h.view(1, 1, 2, 2), ones(3, 1, 2, 2)),
    ];
    for (const layer of layers) {
      const x = leaf([1, 2, 3, 4]);
      const h = x.clone();
      const result = layer(h);
      h.add_(1);
      result.sum().add(h.sum()).backward();
      const weight = result.numel();
      expect(x.grad?.toArray()).toEqual([1, 1, 1, 1].map((one) => one + weight));
    }
  });

  it("and no memory is held for it", () => {
    const x = ones(1000, { requiresGrad: true });
    scope(() => {
      const h = x.mul(2);
      const before = memoryStats().bytes;
      h.mul_(3);
      // Only the number: the overwritten factor is not copied.
      expect(memoryStats().bytes - before).toBeLessThan(100);
    });
  });
});

describe("a leaf", () => {
  it("that was frozen between forward and backward gets no gradient", () => {
    const [x, w] = [leaf([1, 2]), leaf([3, 4])];
    const loss = x.mul(w).sum();
    w.requiresGrad_(false);
    loss.backward();
    expect([x.grad?.toArray(), w.grad]).toEqual([[3, 4], null]);
  });

  it("that became a result since cannot take one", () => {
    const [x, w] = [leaf([1, 2]), leaf([3, 4])];
    const loss = x.mul(2).sum();
    x.requiresGrad_(false).mul_(w);
    expect(thrown(() => loss.backward())).toMatchInlineSnapshot(
      `"AutogradError: leaf variable has been moved into the graph interior: it was written in place, by a recorded op, after it was used; write to a clone() of it"`,
    );
  });
});

describe("what is refused", () => {
  it("a write to a leaf that requires a gradient", () => {
    expect(thrown(() => leaf([1, 2]).add_(1))).toMatchInlineSnapshot(
      `"AutogradError: add_: a leaf Variable that requires grad is being used in an in-place operation; write inside noGrad(() => …), or use the op without the trailing underscore"`,
    );
    const x = leaf([1, 2]);
    noGrad(() => x.add_(1));
    expect(x.toArray()).toEqual([2, 3]);
  });

  it("a write to an expanded tensor", () => {
    expect(thrown(() => ones(3, 1).expand(3, 2).add_(1))).toMatchInlineSnapshot(
      `"AutogradError: add_: unsupported operation: more than one element of the written-to tensor refers to a single memory location. Please clone() the tensor before performing the operation."`,
    );
  });

  it("a recorded write to a part of what shows elements twice", () => {
    const rows = ones(1, 3).expand(2, 3).detach();
    expect(thrown(() => rows.select(0, 1).mul_(leaf([1, 2, 3])))).toMatch(
      /mul_: unsupported operation: more than one element of the written-to tensor refers to a single memory location/,
    );
  });

  it("a write to a view of a leaf that requires a gradient", () => {
    const x = leaf([1, 2, 3]);
    expect(thrown(() => x.narrow(0, 0, 2).mul_(3))).toMatchInlineSnapshot(
      `"AutogradError: mul_: a view of a leaf Variable that requires grad is being used in an in-place operation; write inside noGrad(() => …), or clone() the leaf first"`,
    );
    noGrad(() => x.narrow(0, 0, 2).mul_(3));
    expect(x.toArray()).toEqual([3, 6, 3]);
  });
});

describe("views with another history than their base", () => {
  it("of a leaf that is itself a view are refused, as those of any leaf", () => {
    const x = ones(4).view(2, 2).requiresGrad_();
    expect(thrown(() => x.select(0, 0).mul_(3))).toMatchInlineSnapshot(
      `"AutogradError: mul_: a view of a leaf Variable that requires grad is being used in an in-place operation; write inside noGrad(() => …), or clone() the leaf first"`,
    );
    noGrad(() => x.select(0, 0).mul_(3));
    x.mul(2).select(0, 0).mul_(3);
    expect(x.toArray()).toEqual([
      [3, 3],
      [1, 1],
    ]);
  });

  it("made in noGrad are refused, unless the write is made there too", () => {
    const x = leaf([1, 2, 3]);
    const h = x.mul(2);
    const view = noGrad(() => h.narrow(0, 0, 2));
    expect(thrown(() => view.mul_(3))).toMatchInlineSnapshot(
      `"AutogradError: mul_: A view was created in noGrad and is being modified inplace with grad mode enabled. Given that this use case is ambiguous and error-prone, it is forbidden; move both the view and the write inside noGrad(() => …), or both outside"`,
    );
    expect(thrown(() => view.narrow(0, 0, 1).tanh_())).toMatch(/A view was created in noGrad/);
    noGrad(() => view.mul_(3));
    h.sum().backward();
    expect([h.toArray(), x.grad?.toArray()]).toEqual([
      [6, 12, 6],
      [2, 2, 2],
    ]);
  });
});

describe("versions", () => {
  it("a write over what backward needs is noticed", () => {
    const x = leaf([1, 2]);
    const h = x.mul(3);
    const y = h.exp();
    y.add_(1);
    expect(thrown(() => y.sum().backward())).toMatchInlineSnapshot(
      `"AutogradError: one of the variables needed for gradient computation has been modified by an inplace operation: exp saved its output [2] at version 0; it is at version 1 now. Use the op without the trailing underscore, or write before exp runs."`,
    );
  });

  it("a write through a view, through a detached tensor or inside noGrad is noticed too", () => {
    const writes: ((h: Tensor) => unknown)[] = [
      (h) => noGrad(() => h.view(2, 1).mul_(2)),
      (h) => h.detach().zero_(),
      (h) => noGrad(() => h.narrow(0, 0, 1).fill_(7)),
      (h) => noGrad(() => h.uniform_()),
    ];
    for (const write of writes) {
      const h = leaf([1, 2]).mul(3);
      const y = h.mul(h).sum();
      write(h);
      expect(thrown(() => y.backward())).toMatch(/modified by an inplace operation/);
    }
  });

  it("a write over what backward does not need is none of its business", () => {
    const x = leaf([1, 2]);
    const h = x.add(1);
    const y = h.add(1);
    h.mul_(100);
    y.sum().backward();
    expect(x.grad?.toArray()).toEqual([1, 1]);
  });

  it("an update of parameters between two backwards of one graph is noticed", () => {
    const w = leaf([1, 2]);
    const loss = w.mul(w).sum();
    loss.backward({ retainGraph: true });
    noGrad(() => w.sub_(w.grad!, { alpha: 0.1 }));
    expect(thrown(() => loss.backward())).toMatch(/saved its input \[2\] at version 0; it is at version 1 now/);
  });

  it("a tensor written before it was saved is fine", () => {
    const x = leaf([1, 2]);
    const h = cat([x, x]);
    h.mul_(2);
    h.mul(h).sum().backward();
    expect(x.grad?.toArray()).toEqual([16, 32]);
  });
});
