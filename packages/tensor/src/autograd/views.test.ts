// In-place writes on views, against the gradients that PyTorch 2.15.0 computes for the same lines.

import { gradcheck, gradgradcheck } from "@bernoulli/testing";
import { describe, expect, it } from "vitest";
import { grad, ones, scope, setDefaultDevice, type Tensor, tensor, zeros } from "../index.js";

type Program = (x: Tensor, w: Tensor) => Tensor;

const programs: Readonly<Record<string, Program>> = {
  "y[0].mul_(w)": (x, w) => {
    const y = x.mul(2);
    y.select(0, 0).mul_(w);
    return y.mul(y).sum();
  },
  "a view whose base is written": (x) => {
    const y = x.mul(2);
    const v = y.select(1, 1);
    y.mul_(x);
    return v.sum();
  },
  "a view beside the one that is written": (x, w) => {
    const y = x.mul(2);
    const [a, b] = [y.select(0, 0), y.select(1, 1)];
    a.mul_(w);
    return b.mul(b).sum();
  },
  "zeros that join the graph by a part of them": (_, w) => {
    const z = zeros(4);
    z.slice(0, 1).copy_(w);
    return z.mul(z).sum();
  },
  "y.t()[0:2].tanh_(), whose output backward reads": (x) => {
    const y = x.mul(2);
    y.t().slice(0, 0, 2).tanh_();
    return y.mul(y).sum();
  },
  "the gradient's gradient": (x, w) => {
    const y = x.mul(x);
    y.select(0, 0).mul_(x.select(0, 1));
    const [first] = grad(y.mul(y).sum(), [x], { createGraph: true });
    return first.mul(w).sum();
  },
  "y.view(-1)[::2].fill_(3)": (x, w) => {
    const y = x.mul(w);
    y.view(-1).slice(0, 0, Number.POSITIVE_INFINITY, 2).fill_(3);
    return y.mul(y).sum();
  },
  "two writes on one view": (x, w) => {
    const y = x.mul(2);
    const v = y.select(0, 1);
    v.mul_(w);
    v.add_(w);
    return v.mul(v).sum().add(y.sum());
  },
  "views of views, in turn": (x, w) => {
    const y = x.mul(2);
    const v = y.t();
    v.select(0, 0).mul_(3);
    v.select(0, 1).div_(w.narrow(0, 0, 2));
    return y.mul(y).sum();
  },
  "a view that requires a gradient only since another was written": (x, w) => {
    const z = ones(2, 3);
    const [v, y] = [z.select(0, 0), z.select(0, 1)];
    v.mul_(w);
    expect([v.requiresGrad, y.requiresGrad, z.requiresGrad]).toEqual([true, true, true]);
    return z.mul(x).sum().add(y.sum());
  },
};

const expected: Readonly<Record<keyof typeof programs, readonly [x: number[] | null, w: number[] | null]>> = {
  "y[0].mul_(w)": [
    [32, 16, -216, 4, -8, 16],
    [16, -32, 216],
  ],
  "a view whose base is written": [[0, 8, 0, 0, -4, 0], null],
  "a view beside the one that is written": [
    [0, 16, 0, 0, -8, 0],
    [0, -32, 0],
  ],
  "zeros that join the graph by a part of them": [null, [4, -2, 6]],
  "y.t()[0:2].tanh_(), whose output backward reads": [[0.27244, 0.00536, -24, 1.2794, -0.27244, 16], null],
  "the gradient's gradient": [
    [14, 16, 0, 18, 20, -666],
    [2.5, -4, -76],
  ],
  "y.view(-1)[::2].fill_(3)": [
    [0, 4, 0, 4, 0, 36],
    [1, -8, 24],
  ],
  "two writes on one view": [
    [2, 2, 2, 36, -6, 186],
    [18, -3, 155],
  ],
  "views of views, in turn": [
    [72, 4, -24, 36, -8, 16],
    [-4, 8, 0],
  ],
  "a view that requires a gradient only since another was written": [
    [2, -1, 3, 1, 1, 1],
    [1, 2, -3],
  ],
};

const values = {
  x: [
    [1, 2, -3],
    [0.5, -1, 2],
  ],
  w: [2, -1, 3],
};

describe("gradients are PyTorch's", () => {
  it.each(Object.keys(programs))("%s", (name) => {
    for (const device of ["cpu", "reference"] as const) {
      setDefaultDevice(device);
      const [x, w] = [tensor(values.x, { requiresGrad: true }), tensor(values.w, { requiresGrad: true })];
      const found = grad(programs[name]!(x, w), [x, w], { allowUnused: true });
      setDefaultDevice("cpu");
      for (const [at, gradient] of found.entries()) {
        const wanted = expected[name]![at]!;
        expect(gradient === null, `${device} ${at}`).toBe(wanted === null);
        for (const [place, value] of (wanted ?? []).entries())
          expect(gradient!.toTypedArray()[place]).toBeCloseTo(value, 4);
      }
    }
  });

  it("and those of finite differences, the second too", () => {
    const leaves = [tensor(values.x, { dtype: "float64" }), tensor(values.w, { dtype: "float64" })];
    for (const name of ["y[0].mul_(w)", "two writes on one view", "views of views, in turn"]) {
      const label = { label: name };
      gradcheck(programs[name]! as (...inputs: Tensor[]) => Tensor, leaves, label);
      gradgradcheck(programs[name]! as (...inputs: Tensor[]) => Tensor, leaves, label);
    }
  });
});

it("a base that does not lie in order is written through its views all the same", () => {
  const x = tensor(values.x, { requiresGrad: true });
  // Detached, it is a tensor of its own, laid out as the transposed one.
  const y = tensor(values.x).t().detach();
  y.mul_(x.t());
  y.select(0, 1).mul_(10);
  const [gradient] = grad(y.sum(), [x]);
  expect(gradient.toArray()).toEqual([
    [1, 20, -3],
    [0.5, -10, 2],
  ]);
});

it("nothing of it outlives a step", () => {
  const x = tensor(values.x, { requiresGrad: true });
  scope(() => programs["views of views, in turn"]!(x, tensor(values.w)).backward());
  expect(x.grad?.shape).toEqual([2, 3]);
});
