// Module.to: what moves, what stays the same object, whose memory goes, and what is refused.

import {
  compile,
  manualSeed,
  memoryStats,
  noGrad,
  OutOfMemoryError,
  ones,
  rand,
  scope,
  type Tensor,
  tensor,
  zeros,
} from "@bernoulli/tensor";
import { thrown } from "@bernoulli/testing";
import { expect, expectTypeOf, it, vi } from "vitest";
import { Conv2d, CrossEntropyLoss, Linear, Module, Parameter, Sequential } from "./index.js";

class Net extends Module {
  readonly fc = new Linear(3, 2);
  readonly list = [new Linear(2, 2, false)];
  readonly shared = this.fc.weight;
  readonly frozen = new Parameter(tensor([1, 2], { dtype: "int32" }), { requiresGrad: false });
  mean = this.registerBuffer("mean", tensor([0.5, 1.5]));
  count = this.registerBuffer("count", tensor(3, { dtype: "int32" }));
  hidden = this.registerBuffer("hidden", tensor([7]), { persistent: false });

  forward(x: Tensor): Tensor {
    return this.list[0]!(this.fc(x)).sub(this.mean);
  }
}

const places = (net: Module) =>
  [...net.namedParameters(), ...net.namedBuffers()].map(([name, { device, dtype }]) => `${name}: ${device} ${dtype}`);

it("moves parameters, gradients and buffers, and leaves integers their dtype", () => {
  const net = new Net();
  net(ones(1, 3)).sum().backward();
  const parameters = [...net.parameters()];
  const before = [...net.parameters(), ...net.buffers()].map((x) => x.toArray());
  const gradients = parameters.map(({ grad }) => grad?.toArray());
  expect(net.to("reference", "float64")).toBe(net);
  expect(places(net)).toMatchInlineSnapshot(`
    [
      "shared: reference float64",
      "frozen: reference int32",
      "fc.bias: reference float64",
      "list.0.weight: reference float64",
      "mean: reference float64",
      "count: reference int32",
      "hidden: reference float64",
    ]
  `);
  expect([...net.parameters()].length).toBe(parameters.length);
  expect([...net.parameters()].every((parameter, at) => parameter === parameters[at])).toBe(true);
  expect(net.shared).toBe(net.fc.weight);
  expect([...net.parameters(), ...net.buffers()].map((x) => x.toArray())).toEqual(before);
  expect(parameters.map(({ grad }) => grad?.toArray())).toEqual(gradients);
  for (const { grad } of parameters)
    if (grad !== null) expect([grad.device, grad.dtype]).toEqual(["reference", "float64"]);
  expect(parameters.map(({ requiresGrad }) => requiresGrad)).toEqual([true, false, true, true]);
  const output = net(ones(1, 3, { device: "reference", dtype: "float64" }));
  expect([output.device, output.dtype]).toEqual(["reference", "float64"]);
  output.sum().backward();
  net.to("float32").cpu();
  expect([net.mean.device, net.mean.dtype, net.fc.weight.grad!.device]).toEqual(["cpu", "float32", "cpu"]);
  expect([...net.parameters(), ...net.buffers()].map((x) => x.toArray())).toEqual(before);
});

it("takes PyTorch's overloads", () => {
  const like = zeros(1, { device: "reference", dtype: "float64" });
  const calls: ((net: Linear) => Linear)[] = [
    (net) => net.to("reference"),
    (net) => net.to("float64"),
    (net) => net.to("reference", "float64"),
    (net) => net.to("reference", { nonBlocking: true }),
    (net) => net.to("reference", null, true),
    (net) => net.to(like),
    (net) => net.to(like, { nonBlocking: true }),
    (net) => net.to({ device: "reference", dtype: "float64" }),
    (net) => net.cpu(),
  ];
  const seen = calls.map((call) => {
    const { device, dtype } = call(new Linear(1, 1)).weight;
    return `${device} ${dtype}`;
  });
  expect(seen).toMatchInlineSnapshot(`
    [
      "reference float32",
      "cpu float64",
      "reference float64",
      "reference float32",
      "reference float32",
      "reference float64",
      "reference float64",
      "reference float64",
      "cpu float32",
    ]
  `);
  const net = new Net();
  expectTypeOf(net.to("cpu")).toEqualTypeOf<Net>();
  expect(thrown(() => net.to("cuda"))).toMatchInlineSnapshot(
    `"DeviceError: Module.to: there is no CUDA here, so no device "cuda"; take "cpu", or ask before: device(cuda.isAvailable() ? "cuda" : "cpu")"`,
  );
  expect(thrown(() => net.cuda())).toMatch(/^DeviceError: Module.to: there is no CUDA here/);
  expect(thrown(() => net.to("int32"))).toMatchInlineSnapshot(
    `"DTypeError: Module.to: nn.Module.to only accepts floating point dtypes, but got desired dtype=int32; convert single tensors with x.to("int32")"`,
  );
  // @ts-expect-error: a module is moved, never copied
  expect(thrown(() => net.to({ copy: true }))).toMatchInlineSnapshot(
    `"ArgumentError: Module.to: got an unexpected option copy; take some of { device, dtype, nonBlocking }"`,
  );
  // @ts-expect-error
  expect(thrown(() => net.to("gpu"))).toMatchInlineSnapshot(
    `"DTypeError: Module.to: "gpu" is neither a dtype (float32, float64, int32, uint8, bool) nor a device (cpu, reference)"`,
  );
  // @ts-expect-error
  expect(thrown(() => net.to())).toMatchInlineSnapshot(
    `"ArgumentError: Module.to: expected a dtype (float32, float64, int32, uint8, bool), a device (cpu, reference), a Tensor to be like, or { device, dtype, nonBlocking }, but got undefined"`,
  );
});

it("makes layers where they are told, with the draws of the CPU", () => {
  const make = (options: { device?: "reference"; dtype?: "float64" }) => {
    manualSeed(1);
    return new Sequential(new Linear(2, 3, options), new Linear(2, 3, false, options), new Conv2d(1, 2, 3, options));
  };
  expect(
    new Set([...make({ device: "reference", dtype: "float64" }).parameters()].map((p) => `${p.device} ${p.dtype}`)),
  ).toEqual(new Set(["reference float64"]));
  const [here, there] = [make({}), make({ device: "reference" })];
  expect([...there.parameters()].map((p) => p.toArray())).toEqual([...here.parameters()].map((p) => p.toArray()));
  // @ts-expect-error: no device of that name
  expect(thrown(() => new Linear(2, 2, { device: "gpu" }))).toMatchInlineSnapshot(
    `"DeviceError: zeros: unknown device "gpu"; take one of cpu, reference"`,
  );
  expect(thrown(() => new Linear(2, 2, { device: "cuda" }))).toMatch(/^DeviceError: zeros: there is no CUDA here/);
});

it("takes the weights of a loss along", () => {
  const loss = new CrossEntropyLoss({ weight: tensor([1, 2]) }).to("reference");
  const target = tensor([1], { dtype: "int32", device: "reference" });
  expect(loss(ones(1, 2, { device: "reference" }), target).item()).toBeCloseTo(Math.LN2);
});

it("gives the old memory back, also inside a scope, and takes no more than it needs", () => {
  const net = new Linear(100, 100);
  net(ones(1, 100)).sum().backward();
  const before = memoryStats();
  net.to("reference");
  expect(memoryStats()).toEqual(before);
  scope(() => net.to("float64"));
  expect(memoryStats().bytes).toBe(before.bytes + 4 * 2 * 10_100);
  net.to("cpu", "float32");
  expect(memoryStats()).toEqual(before);
  net.to("cpu");
  expect(memoryStats()).toEqual(before);
  net.dispose();
});

it("leaves views and state dicts the elements that they had", () => {
  const net = new Linear(20, 20);
  const state = net.stateDict();
  const row = net.weight.detach().select(0, 1);
  const [weight, values] = [net.weight.toArray(), row.toArray()];
  net.to("reference");
  noGrad(() => net.weight.zero_());
  expect(row.toArray()).toEqual(values);
  expect(scope(() => state["weight"]!.add(0)).toArray()).toEqual(weight);
  expect(state["weight"]!.toArray()).toEqual(weight);
  expect(state["weight"]!.device).toBe("cpu");
  // And back from there.
  net.loadStateDict(state);
  expect(net.weight.toArray()).toEqual(weight);
});

it("refuses the backward of a forward from before", () => {
  const net = new Linear(2, 1);
  const loss = net(ones(1, 2)).sum();
  net.to("reference");
  expect(thrown(() => loss.backward())).toMatchInlineSnapshot(
    `"AutogradError: a leaf variable has been moved since it was used: it is float32 on reference now, and its gradient float32 on cpu; move the module before the forward, or call backward first"`,
  );
  const there = net(ones(1, 2, { device: "reference" })).sum();
  net.to("float64");
  expect(thrown(() => there.backward())).toMatchInlineSnapshot(
    `"AutogradError: a leaf variable has been moved since it was used: it is float64 on reference now, and its gradient float32 on reference; move the module before the forward, or call backward first"`,
  );
  class Scale extends Module {
    scale = new Parameter(ones(2));
    forward(x: Tensor): Tensor {
      return x.mul(this.scale);
    }
  }
  const scale = new Scale();
  const product = scale(ones(2, { requiresGrad: true })).sum();
  scale.to("reference").to("cpu");
  expect(thrown(() => product.backward())).toMatchInlineSnapshot(
    `"AutogradError: one of the variables needed for gradient computation has been moved to another device or dtype since mul saved it as its other [2]; move the module before the forward, or call backward first."`,
  );
});

it("moves all or nothing", () => {
  const net = new Net();
  const [where, before] = [places(net), memoryStats()];
  const { allocator } = zeros(1, { device: "reference" }).storage;
  const { allocate } = allocator;
  let left = 3;
  vi.spyOn(allocator, "allocate").mockImplementation((bytes) => {
    left -= 1;
    if (left < 0) throw new OutOfMemoryError("no room");
    return allocate.call(allocator, bytes);
  });
  try {
    expect(thrown(() => net.to("reference"))).toBe("OutOfMemoryError: no room");
  } finally {
    vi.restoreAllMocks();
  }
  expect(places(net)).toEqual(where);
  // At most: what tests before left to be collected may go in between.
  expect(memoryStats().bytes).toBeLessThanOrEqual(before.bytes + 4);
});

it("inside a compiled call computes what was recorded before", () => {
  const run = (wrap: <A extends readonly unknown[], R>(body: (...inputs: A) => R) => (...inputs: A) => R) => {
    manualSeed(2);
    const net = new Linear(3, 3);
    const input = rand(2, 3);
    const step = wrap((x: Tensor) => {
      const here = net(x).relu();
      net.to("reference", "float64");
      const there = net(x.to("reference", "float64")).relu();
      net.to("cpu", "float32");
      noGrad(() => net.weight.mul_(0.5));
      return [here, there, net(x).relu()];
    });
    return [1, 2, 3].map(() => step(input).map((x) => [x.device, x.toArray()]));
  };
  expect(run((body) => compile(body))).toEqual(run((body) => body));
});
