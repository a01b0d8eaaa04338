// Moves between devices: every element arrives, from any layout, and the gradient comes back; in plain code, scopes and compiled calls.

import { thrown } from "@bernoulli/testing";
import { describe, expect, expectTypeOf, it } from "vitest";
import {
  compile,
  type DType,
  grad,
  memoryStats,
  noGrad,
  ones,
  profile,
  registerHook,
  scope,
  type Tensor,
  tensor,
  zeros,
} from "../index.js";
import { expectSameBits } from "./move.testing.js";

const values: Readonly<Record<DType, readonly number[]>> = {
  float32: [1.5, -0, Number.NaN, Number.POSITIVE_INFINITY, 1e-45, -3.4e38],
  float64: [1.1, -0, Number.NaN, Number.NEGATIVE_INFINITY, 5e-324, 1.7e308],
  int32: [2147483647, -2147483648, 0, -1, 7, 8],
  uint8: [0, 255, 1, 128, 7, 8],
  bool: [1, 0, 1, 1, 0, 0],
};

const layouts: Readonly<Record<string, (x: Tensor) => Tensor>> = {
  whole: (x) => x,
  transposed: (x) => x.t(),
  "a part": (x) => x.slice(1, 1, 3),
  "a row from the middle": (x) => x.select(0, 1),
  stepped: (x) => x.slice(1, 0, 3, 2),
  expanded: (x) => x.select(1, 0).unsqueeze(1).expand(2, 4),
  "0-d": (x) => x.select(0, 1).select(0, 2),
  empty: (x) => x.slice(0, 1, 1),
};

describe.each(Object.entries(layouts))("a move of a tensor, %s,", (_, view) => {
  it.each(Object.entries(values) as [DType, number[]][])(
    "brings each %s where it is asked to be",
    (dtype, elements) => {
      const x = view(tensor(elements, { dtype }).view(2, 3));
      const there = x.to("reference");
      expect([there.device, there.dtype, there.shape]).toEqual(["reference", dtype, x.shape]);
      expectSameBits(there, x);
      expectSameBits(view(tensor(elements, { dtype, device: "reference" }).view(2, 3)).cpu(), x);
      // What is written there is not seen here.
      if (x.numel() > 0) {
        const before = x.clone();
        there.fill_(1);
        expectSameBits(x, before);
      }
    },
  );
});

it.each(["float32", "float64", "int32", "uint8", "bool"] as const)("converts to %s as on one device", (dtype) => {
  for (const [from, elements] of Object.entries(values) as [DType, number[]][]) {
    const x = tensor(elements, { dtype: from });
    expectSameBits(x.to("reference", dtype), x.to(dtype));
    expectSameBits(x.to({ device: "reference", dtype }).cpu(), x.to(dtype));
  }
});

describe("to", () => {
  it("takes PyTorch's overloads", () => {
    const x = ones(2);
    const other = zeros(3, { dtype: "float64", device: "reference" });
    const seen = [
      x.to("reference"),
      x.to("reference", "float64"),
      x.to("reference", "float64", true),
      x.to("reference", { dtype: "float64", nonBlocking: true }),
      x.to("reference", null, true, true),
      x.to("int32"),
      x.to("int32", true),
      x.to("int32", { nonBlocking: true }),
      x.to(other),
      x.to(other, { copy: true }),
      x.to({ dtype: "float64" }),
      x.to({ device: "reference" }),
      x.cpu(),
    ];
    expect(seen.map((result) => `${result.device} ${result.dtype}`)).toMatchInlineSnapshot(`
      [
        "reference float32",
        "reference float64",
        "reference float64",
        "reference float64",
        "reference float32",
        "cpu int32",
        "cpu int32",
        "cpu int32",
        "reference float64",
        "reference float64",
        "cpu float64",
        "reference float32",
        "cpu float32",
      ]
    `);
    expectTypeOf(x.to("cpu")).toEqualTypeOf<Tensor>();
    // @ts-expect-error: a dtype comes behind the device
    expect(thrown(() => x.to("float64", "reference"))).toMatchInlineSnapshot(
      `"ArgumentError: to: nonBlocking must be true or false, but got "reference""`,
    );
    // @ts-expect-error
    expect(thrown(() => x.to(["cpu"]))).toMatchInlineSnapshot(
      `"ArgumentError: to: expected a dtype (float32, float64, int32, uint8, bool), a device (cpu, reference), a Tensor to be like, or { device, dtype, nonBlocking, copy }, but got an array"`,
    );
    expect(thrown(() => x.to("cpu", "float64", true, true, true))).toMatchInlineSnapshot(
      `"ArgumentError: to: expected an object of options behind dtype, nonBlocking, copy, but got true"`,
    );
    // @ts-expect-error
    expect(thrown(() => x.to(other, { dtype: "float32" }))).toMatchInlineSnapshot(
      `"ArgumentError: to: got an unexpected option dtype; take some of { nonBlocking, copy }"`,
    );
    // @ts-expect-error
    expect(thrown(() => x.to())).toMatchInlineSnapshot(
      `"ArgumentError: to: expected a dtype (float32, float64, int32, uint8, bool), a device (cpu, reference), a Tensor to be like, or { device, dtype, nonBlocking, copy }, but got undefined"`,
    );
  });

  it("is the tensor itself where nothing changes, unless a copy is asked for", () => {
    const x = ones(2);
    for (const same of [x.to("cpu"), x.to("float32"), x.to(ones(3)), x.to("cpu", "float32"), x.to({}), x.cpu()])
      expect(same).toBe(x);
    for (const copy of [x.to("cpu", { copy: true }), x.to("float32", false, true), x.to({ copy: true })]) {
      expect(copy === x).toBe(false);
      copy.zero_();
    }
    expect(x.toArray()).toEqual([1, 1]);
  });
});

describe("a move's gradient", () => {
  it("goes back to where the input is, in its dtype", () => {
    const x = tensor([1, 2, 3], { requiresGrad: true });
    const there = x.to("reference", "float64");
    there.mul(there).sum().backward();
    expect([x.grad!.device, x.grad!.dtype, x.grad!.toArray()]).toEqual(["cpu", "float32", [2, 4, 6]]);
    x.to("reference")
      .mul(tensor([1, 1, 2], { device: "reference" }))
      .cpu()
      .sum()
      .backward();
    expect(x.grad!.toArray()).toEqual([3, 5, 8]);
  });

  it("goes back through views, and has a gradient of its own", () => {
    const x = tensor([1, 2, 3, 4], { requiresGrad: true });
    const there = x.view(2, 2).t().to("reference");
    const [first] = grad(there.pow(3).sum(), [x], { createGraph: true });
    expect(first.toArray()).toEqual([3, 12, 27, 48]);
    const [second] = grad(first.to("reference").sum(), [x]);
    expect(second.toArray()).toEqual([6, 12, 18, 24]);
  });

  it("is seen by hooks, and retained, on the side on which they are", () => {
    const x = tensor([2], { requiresGrad: true });
    const there = x.mul(3).to("reference");
    there.retainGrad();
    const seen: string[] = [];
    registerHook(there, (gradient) => void seen.push(gradient.device));
    registerHook(x, (gradient) => void seen.push(gradient.device));
    there.mul(5).cpu().sum().backward();
    expect(seen).toEqual(["reference", "cpu"]);
    expect([there.grad!.device, there.grad!.item(), x.grad!.item()]).toEqual(["reference", 5, 15]);
  });

  it("is none for integers, and inside noGrad", () => {
    const x = ones(2, { requiresGrad: true });
    expect(x.to("reference", "int32").requiresGrad).toBe(false);
    expect(noGrad(() => x.to("reference")).requiresGrad).toBe(false);
    expect(x.to("reference").requiresGrad).toBe(true);
  });

  it("must be where its tensor is", () => {
    const x = ones(2, { requiresGrad: true });
    expect(
      thrown(() => {
        x.grad = ones(2, { device: "reference" });
      }),
    ).toMatchInlineSnapshot(
      `"DeviceError: grad: attempting to assign a gradient on device reference to a tensor on device cpu; move it: gradient.to("cpu")"`,
    );
    expect(thrown(() => x.clone().backward({ gradient: ones(2, { device: "reference" }) }))).toMatchInlineSnapshot(
      `"DeviceError: backward: the gradient is on reference and the output on cpu; move it: gradient.to("cpu")"`,
    );
  });
});

it("is named where two devices meet", () => {
  expect(thrown(() => ones(2).add(ones(2, { device: "reference" })))).toMatchInlineSnapshot(
    `"DeviceError: add: expected all tensors to be on the same device, but found at least two devices, cpu and reference; move one: x.to("cpu")"`,
  );
  const x = zeros(2, 2);
  x.copy_(tensor([1, 2], { device: "reference", dtype: "float64" }));
  expect(x.toArray()).toEqual([
    [1, 2],
    [1, 2],
  ]);
  const [a, b] = [ones(2, { requiresGrad: true }), ones(2, { device: "reference", requiresGrad: true })];
  a.mul(2).copy_(b).mul(3).sum().backward();
  expect([b.grad!.device, b.grad!.toArray(), a.grad!.toArray()]).toEqual(["reference", [3, 3], [0, 0]]);
});

describe("memory", () => {
  it("is no more than the result's, also of a strided input that is converted", () => {
    const x = ones(100, 200).t();
    const before = memoryStats().bytes;
    const there = x.to("reference", "float64");
    expect(memoryStats().bytes - before).toBe(8 * 20000);
    there.dispose();
    expect(memoryStats().bytes).toBe(before);
  });

  it("of a scope is given back, but for what it returns", () => {
    const before = memoryStats().bytes;
    const there = scope(() => ones(1000).to("reference").mul(2).cpu().to("reference"));
    expect(memoryStats().bytes - before).toBe(4000);
    expect(there.sum().item()).toBe(2000);
    // Small ones outlive their scope in JavaScript memory, from where they are moved.
    let small = ones(1);
    scope(() => {
      small = tensor([1, 2, 3]);
    });
    expect(small.slice(0, 1, 3).to("reference").toArray()).toEqual([2, 3]);
    expect(small.to("reference").toArray()).toEqual([1, 2, 3]);
  });

  it("shows in a profile", () => {
    const { ops } = profile(() => ones(4).to("reference"));
    expect(ops.find(({ name }) => name === "to")).toMatchObject({ calls: 1, bytes: 32 });
  });
});

describe("in a compiled call", () => {
  const twoDevices = (x: Tensor, w: Tensor) => {
    const h = x.mul(w).relu().add(1);
    const there = h.to("reference").mul(2);
    there.add_(1);
    return there.cpu().mul(x).sum();
  };

  it("a move computes what it copies, and nothing is lost on either side", () => {
    const run = (step: typeof twoDevices) => {
      const [x, w] = [tensor([0.1, -0.2, 0.3]), tensor([0.5, 1, 2], { requiresGrad: true })];
      const results: unknown[] = [];
      for (let time = 0; time < 3; time += 1) {
        const loss = step(x, w);
        loss.backward();
        results.push(loss.item(), w.grad!.toArray());
        noGrad(() => w.sub_(w.grad!.mul(0.1)));
      }
      return results;
    };
    const compiled = compile(twoDevices);
    expect(run(compiled)).toEqual(run(twoDevices));
    // Before the first move, between the moves, and behind them.
    expect(compiled.explain()).toMatch(/plan 3 of 3/);
  });

  it("a step with its backward and its update gives what the plain one gives", () => {
    const run = (wrap: <A extends readonly unknown[], R>(body: (...inputs: A) => R) => (...inputs: A) => R) => {
      const w = tensor([0.5, 1, 2], { requiresGrad: true, device: "reference" });
      const step = wrap((x: Tensor) => {
        w.grad = null;
        const loss = w.cpu().mul(x).tanh().sum();
        loss.backward();
        noGrad(() => w.sub_(w.grad!.mul(0.5)));
        return loss;
      });
      const losses = [1, 2, 3, 4].map((scale) => step(tensor([1, -1, 0.5]).mul(scale)).item());
      return [losses, w.toArray(), w.grad!.toArray(), w.grad!.device];
    };
    expect(run((body) => compile(body))).toEqual(run((body) => body));
  });

  it("what was moved can be returned, kept and written", () => {
    const step = compile((x: Tensor) => {
      const there = x.add(1).to("reference");
      there.mul_(2);
      return { there, same: x.to("reference") };
    });
    for (const value of [1, 2, 3]) {
      const { there, same } = step(tensor([value, value]));
      expect([there.toArray(), same.toArray(), there.device]).toEqual([
        [2 * value + 2, 2 * value + 2],
        [value, value],
        "reference",
      ]);
    }
  });
});
