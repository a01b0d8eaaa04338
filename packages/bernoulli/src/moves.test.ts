// Training that is moved to another device or dtype between steps: module, gradients and optimizer go on together, as if nothing had been moved
// where no dtype changes, and else as PyTorch goes on (family "moves" of tooling/torch-fixtures).

import { expectClose, type FixtureTensor, loadFixtures } from "@bernoulli/testing";
import { describe, expect, it, test } from "vitest";
import {
  compile,
  type Device,
  type DType,
  F,
  manualSeed,
  memoryStats,
  nn,
  noGrad,
  optim,
  randint,
  randn,
  scope,
  type Tensor,
  tensor,
  zeros,
} from "./index.js";

class BatchNorm extends nn.Module {
  weight: nn.Parameter;
  bias: nn.Parameter;
  mean = this.registerBuffer("mean", zeros(1));
  variance = this.registerBuffer("variance", zeros(1));

  constructor(features: number) {
    super();
    this.weight = new nn.Parameter(zeros(features).add(1));
    this.bias = new nn.Parameter(zeros(features));
    this.mean = zeros(features);
    this.variance = zeros(features).add(1);
  }

  forward(x: Tensor): Tensor {
    if (!this.training) return this.normalized(x, this.mean, this.variance);
    const [mean, variance] = [x.mean(0), x.var(0, { correction: 0 })];
    noGrad(() => {
      this.mean.mul_(0.9).add_(mean, { alpha: 0.1 });
      this.variance = this.variance.mul(0.9).add(variance.mul(0.1));
    });
    return this.normalized(x, mean, variance);
  }

  private normalized(x: Tensor, mean: Tensor, variance: Tensor): Tensor {
    return x.sub(mean).div(variance.add(1e-5).sqrt()).mul(this.weight).add(this.bias);
  }
}

class Net extends nn.Module {
  // A bias before a batch norm has a gradient of rounding errors only, which Adam makes steps of.
  fc1 = new nn.Linear(6, 16, false);
  norm = new BatchNorm(16);
  dropout = new nn.Dropout(0.25);
  fc2 = new nn.Linear(16, 3);

  forward(x: Tensor): Tensor {
    return this.fc2(this.dropout(F.relu(this.norm(this.fc1(x)))));
  }
}

type Wrap = <A extends readonly unknown[], R>(body: (...inputs: A) => R) => (...inputs: A) => R;
const plainly: Wrap = (body) => body;
const compiled: Wrap = (body) => compile(body);

const optimizers = {
  Adam: (net: Net) => new optim.Adam(net.parameters(), { lr: 0.01, weightDecay: 0.01 }),
  "Adam, amsgrad": (net: Net) => new optim.Adam(net.parameters(), { lr: 0.01, amsgrad: true }),
  "SGD with momentum": (net: Net) => new optim.SGD(net.parameters(), { lr: 0.05, momentum: 0.9, nesterov: true }),
} as const;

/** Trains on the devices in turn, three steps on each; `move` is asked before each turn. All that is left, as arrays. */
function train(makeOptimizer: (net: Net) => optim.Optimizer, turns: readonly (readonly Device[])[], wrap: Wrap) {
  manualSeed(3);
  const net = new Net();
  const optimizer = makeOptimizer(net);
  const step = wrap((x: Tensor, y: Tensor) => {
    optimizer.zeroGrad();
    const loss = F.crossEntropy(net(x), y);
    loss.backward();
    optimizer.step();
    return loss;
  });
  const losses: number[] = [];
  for (const places of turns) {
    for (const place of places) net.to(place);
    const { device } = net.fc1.weight;
    for (let time = 0; time < 3; time += 1)
      scope(() => losses.push(step(randn(8, 6).to(device), randint(0, 3, [8]).to(device)).item()));
  }
  const { state } = optimizer.stateDict();
  const remembered = Object.values(state).flatMap((of) => Object.values(of).map((value) => value as Tensor | number));
  const left = [...net.parameters()].flatMap((parameter) => [parameter, parameter.grad!]);
  const tensors = [...left, ...net.buffers(), ...remembered.filter((value) => typeof value === "object")];
  expect(new Set(tensors.map(({ device }) => device))).toEqual(new Set([net.fc1.weight.device]));
  const evaluated = net.eval()(randn(4, 6).to(net.fc1.weight.device));
  const result = { losses, tensors: [...tensors, evaluated].map((x) => [...x.toTypedArray()]) };
  optimizer.dispose();
  net.dispose();
  return result;
}

describe.each(Object.entries(optimizers))("a training with %s", (_, makeOptimizer) => {
  const unmoved = () => train(makeOptimizer, [["cpu"], ["cpu"], ["cpu"]], plainly);

  it.each([
    ["plain", plainly],
    ["compiled", compiled],
  ] as const)("that goes on another device, and comes back, goes on with its numbers: %s", (_, wrap) => {
    const wanted = unmoved();
    const moved = train(makeOptimizer, [["cpu"], ["reference"], ["cpu"]], wrap);
    expectClose(moved.losses, wanted.losses, { relative: 1e-5, absolute: 1e-6, label: "losses" });
    for (const [at, values] of moved.tensors.entries())
      expectClose(values, wanted.tensors[at]!, { relative: 1e-4, absolute: 1e-5, label: `tensor ${at}` });
  });

  it("has the same bits where it was only elsewhere between steps", () => {
    const turns = [["cpu"], ["reference", "cpu"], ["reference", "cpu", "reference", "cpu"]] as const;
    expect(train(makeOptimizer, turns, plainly)).toEqual(unmoved());
    expect(train(makeOptimizer, turns, compiled)).toEqual(train(makeOptimizer, [["cpu"], ["cpu"], ["cpu"]], compiled));
  });
});

it("moves no more than there is, and holds nothing back", () => {
  const net = new nn.Linear(50, 50);
  const optimizer = new optim.Adam(net.parameters());
  const step = (place: Device, dtype: DType) => {
    net.to(place, dtype);
    scope(() => {
      net(randn(2, 50, { device: place, dtype }))
        .sum()
        .backward();
      optimizer.step();
      optimizer.zeroGrad();
    });
    return memoryStats().bytes;
  };
  const bytes = step("cpu", "float32");
  expect([
    step("reference", "float32"),
    step("cpu", "float32"),
    step("reference", "float64"),
    step("cpu", "float32"),
  ]).toEqual([bytes, bytes, bytes + 4 * 3 * 2550, bytes]);
});

it("loads what was saved on one device into what is on another", () => {
  const make = (device: Device) => {
    const net = new nn.Linear(3, 2, { device });
    const optimizer = new optim.Adam(net.parameters(), { lr: 0.1 });
    const step = () => {
      optimizer.zeroGrad();
      net(tensor([[1, 2, 3]], { device }))
        .sum()
        .backward();
      optimizer.step();
    };
    return { net, optimizer, step };
  };
  const [here, there] = [make("cpu"), make("reference")];
  here.step();
  there.step();
  there.net.loadStateDict(here.net.stateDict());
  there.optimizer.loadStateDict(here.optimizer.stateDict());
  here.step();
  there.step();
  expect(there.net.weight.device).toBe("reference");
  expectClose(there.net.weight, [...here.net.weight.toTypedArray()], {
    relative: 1e-6,
    absolute: 1e-7,
    label: "weight",
  });
  // A state dict that was taken shows what is remembered now, wherever that is.
  const { state } = here.optimizer.stateDict();
  here.net.to("reference");
  expect((state[0]!["exp_avg"] as Tensor).device).toBe("cpu");
  here.net.weight.grad = zeros(2, 3, { device: "reference" });
  here.optimizer.step();
  expect((state[0]!["exp_avg"] as Tensor).device).toBe("reference");
});

const optimizerClasses = { SGD: optim.SGD, Adam: optim.Adam };
const made = ({ data, shape, dtype }: FixtureTensor) => tensor(data, { dtype }).view(shape);

test.each(loadFixtures("moves").cases)("goes on in another dtype as torch does: $name", (golden) => {
  const net = new nn.Sequential(new nn.Linear(3, 4), new nn.Tanh(), new nn.Linear(4, 2)).to(
    golden["dtypes"][0] as "float32",
  );
  net.loadStateDict(
    Object.fromEntries(Object.entries(golden["initial"]).map(([name, value]) => [name, made(value as FixtureTensor)])),
  );
  const optimizer = new optimizerClasses[golden["optimizer"] as "SGD"](net.parameters(), golden["options"]);
  const [inputs, targets] = [made(golden["inputs"]), made(golden["targets"])];
  const losses: number[] = [];
  for (const [at, dtype] of (golden["dtypes"] as "float32"[]).entries()) {
    net.to(dtype);
    for (let step = at * golden["steps"]; step < (at + 1) * golden["steps"]; step += 1) {
      optimizer.zeroGrad();
      const loss = net(inputs.select(0, step).to(dtype)).sub(targets.select(0, step).to(dtype)).pow(2).mean();
      loss.backward();
      optimizer.step();
      losses.push(loss.item());
    }
  }
  const near = { relative: 1e-5, absolute: 1e-6 };
  expectClose(losses, golden["losses"].data, { ...near, label: "losses" });
  for (const [name, parameter] of net.namedParameters()) {
    expect(parameter.dtype).toBe(golden["parameters"][name].dtype);
    expectClose(parameter, golden["parameters"][name].data, { ...near, label: name });
    expectClose(parameter.grad!, golden["gradients"][name].data, { ...near, label: `${name}.grad` });
  }
  for (const [at, state] of Object.entries<Record<string, FixtureTensor>>(golden["stateDict"].state))
    for (const [name, wanted] of Object.entries(state)) {
      const own = optimizer.stateDict().state[Number(at)]![name] as Tensor | number;
      if (typeof own !== "number") expect(own.dtype).toBe(wanted.dtype);
      expectClose(typeof own === "number" ? [own] : own, wanted.data, { ...near, label: `state ${at}, ${name}` });
    }
});
