// Averages of weights against torch's (family "averages" of tooling/torch-fixtures), and copies of modules.

import { manualSeed, memoryStats, noGrad, ones, randn, scope, type Tensor, tensor } from "@bernoulli/tensor";
import { expectClose, type FixtureTensor, loadFixtures, thrown } from "@bernoulli/testing";
import { describe, expect, it, test } from "vitest";
import * as nn from "../index.js";
import { GPT } from "../models/index.js";
import * as swa from "./index.js";

type State = Readonly<Record<string, FixtureTensor>>;
const made = ({ data, dtype, shape }: FixtureTensor): Tensor => tensor(data, { dtype }).view(shape);
const stateOf = (state: State) => Object.fromEntries(Object.entries(state).map(([key, value]) => [key, made(value)]));
const makeNet = () =>
  new nn.Sequential(new nn.Linear(3, 4), new nn.BatchNorm1d(4), new nn.ReLU(), new nn.Linear(4, 2)) as nn.Sequential;

const functions: Readonly<Record<string, swa.AveragedModelOptions>> = {
  swa: {},
  swaFn: { avgFn: swa.getSwaAvgFn() },
  swaMulti: { multiAvgFn: swa.getSwaMultiAvgFn() },
  ema: { avgFn: swa.getEmaAvgFn(0.9) },
  emaMulti: { multiAvgFn: swa.getEmaMultiAvgFn(0.9) },
  own: { avgFn: (averaged, current, number) => averaged.mul(0.5).add(current.mul(number + 1)) },
};

function expectState(own: nn.StateDict, wanted: State, relative: number) {
  expect(Object.keys(own)).toEqual(Object.keys(wanted));
  for (const [key, { data, shape }] of Object.entries(wanted)) {
    expect(own[key]!.shape, key).toEqual(shape);
    expectClose(own[key]!, data, { relative, absolute: relative, label: key });
  }
}

const cases = loadFixtures("averages").cases;

describe("AveragedModel", () => {
  test.each(cases.filter(({ kind }) => kind === "average"))("$name", (golden) => {
    const { by, dtype, useBuffers } = golden;
    const model = makeNet().to(dtype);
    const averaged = new swa.AveragedModel(model, { ...functions[by], useBuffers });
    expect(String(averaged)).toBe(golden["repr"]);
    const relative = dtype === "float64" ? 1e-15 : 1e-7;
    for (const [at, state] of (golden["models"] as State[]).entries()) {
      model.loadStateDict(stateOf(state));
      averaged.updateParameters(model);
      expectState(averaged.stateDict(), golden["averages"][at], relative);
      expectState(model.stateDict(), state, 0);
    }
    averaged.eval();
    expect(model.training).toBe(true);
    const output = averaged(made(golden["input"]));
    expectClose(output as Tensor, (golden["output"] as FixtureTensor).data, {
      relative: 10 * relative,
      absolute: 10 * relative,
    });
    const again = new swa.AveragedModel(makeNet().to(dtype));
    again.loadStateDict(stateOf(golden["averages"][2]));
    expect(again.nAveraged.item()).toBe(3);
  });

  it("keeps no memory from one update to the next", () => {
    const model = makeNet();
    const averaged = new swa.AveragedModel(model, { multiAvgFn: swa.getEmaMultiAvgFn(0.9), useBuffers: true });
    averaged.updateParameters(model);
    const { bytes } = memoryStats();
    for (let step = 0; step < 5; step++) averaged.updateParameters(model);
    expect(memoryStats().bytes).toBe(bytes);
  });

  it("is trained by nobody who trains the model", () => {
    const model = makeNet();
    const averaged = new swa.AveragedModel(model);
    const own = new Set<unknown>([...model.parameters(), ...model.buffers()]);
    for (const tensor of [...averaged.parameters(), ...averaged.buffers()]) expect(own.has(tensor)).toBe(false);
    model(randn(4, 3)).sum().backward();
    for (const parameter of averaged.parameters()) expect(parameter.grad).toBe(null);
  });

  it("refuses what cannot be, and says so", () => {
    const model = new nn.Linear(2, 3);
    class Private extends nn.Module {
      #scale = 2;
      layer = new nn.Linear(1, 1);
      forward(x: Tensor): Tensor {
        return this.layer(x).mul(this.#scale);
      }
    }
    class Copied extends Private {
      copy(): Copied {
        const made = new Copied();
        made.loadStateDict(this.stateDict());
        return made;
      }
    }
    const averaged = new swa.AveragedModel(model);
    const refused = [
      () => new swa.AveragedModel({} as never),
      () => new swa.AveragedModel(model, swa.getEmaMultiAvgFn() as never),
      () => new swa.AveragedModel(model, { avgFn: swa.getEmaAvgFn(), multiAvgFn: swa.getEmaMultiAvgFn() }),
      () => new swa.AveragedModel(model, { decay: 0.9 } as never),
      () => new swa.AveragedModel(nn.utils.weightNorm(new nn.Linear(2, 2))),
      () => swa.getEmaAvgFn(1.1),
      () => swa.getEmaMultiAvgFn(Number.NaN),
      () => averaged.updateParameters(new nn.Linear(2, 1)),
      () => averaged.updateParameters(new nn.Linear(2, 3, { bias: false })),
      () => new swa.AveragedModel(new Private())(ones(1, 1)),
      () => swa.updateBn(model as never, model),
      () => swa.updateBn([3], new nn.BatchNorm1d(1)),
    ];
    expect(refused.map(thrown)).toMatchInlineSnapshot(`
      [
        "ArgumentError: AveragedModel: expected a module, but got an object",
        "ArgumentError: AveragedModel: the argument behind the model is the device; give functions by name: { avgFn }",
        "ArgumentError: AveragedModel: Only one of avg_fn and multi_avg_fn should be provided",
        "ArgumentError: AveragedModel: got an unexpected option decay; take some of { device, avgFn, multiAvgFn, useBuffers }",
        "ArgumentError: Linear cannot be copied: its 'weight' is computed at each reading; remove that before, by removeWeightNorm, removeSpectralNorm or removeParametrizations",
        "ArgumentError: getEmaAvgFn: Invalid decay value 1.1 provided. Please provide a value in [0,1] range.",
        "ArgumentError: getEmaMultiAvgFn: Invalid decay value NaN provided. Please provide a value in [0,1] range.",
        "ShapeError: AveragedModel: tensor 0 of the average has shape [3, 2], but the model's has [1, 2]; update with the model that it was made of",
        "ArgumentError: AveragedModel: the average is of a model with 2 tensors, but this one has 1; update with the model that it was made of",
        "ArgumentError: in AveragedModel: AveragedModel: a class of the model has members with names such as #cache, which cannot be copied; give it a method copy() that returns another one (Cannot read private member #scale from an object whose class did not declare it)",
        "ArgumentError: updateBn: expected a loader, which is walked by for … of or for await",
        "ArgumentError: updateBn: a batch must be a tensor, or an array whose first element is one",
      ]
    `);
    const own = new Copied();
    expect(new swa.AveragedModel(own)(ones(1, 1)).toArray()).toEqual(own(ones(1, 1)).toArray());
  });
});

describe("updateBn", () => {
  const golden = cases.find(({ kind }) => kind === "updateBn")!;
  const batches = () => (golden["batches"] as FixtureTensor[]).map(made);

  it("makes the statistics those of all batches, as torch", () => {
    const model = makeNet();
    model.loadStateDict(stateOf(golden["model"]));
    model.eval();
    swa.updateBn(
      batches().map((batch) => [batch, null]),
      model,
    );
    expectState(model.stateDict(), golden["state"], 1e-6);
    expect([...model.modules()].every(({ training }) => !training)).toBe(true);
    expect((model.at(1) as nn.BatchNorm1d).momentum).toBe(0.1);
  });

  it("takes loaders that are walked by for await alone, and puts all back where one fails", async () => {
    const model = makeNet();
    model.loadStateDict(stateOf(golden["model"]));
    await swa.updateBn(
      (async function* () {
        yield* batches();
      })(),
      model,
    );
    expectState(model.stateDict(), golden["state"], 1e-6);
    const failing = (function* () {
      yield ones(2, 3);
      throw new Error("no more");
    })();
    expect(() => swa.updateBn(failing, model.eval())).toThrow("no more");
    expect([(model.at(1) as nn.BatchNorm1d).momentum, model.training]).toEqual([0.1, false]);
  });
});

describe("copies of modules", () => {
  const layers: Readonly<Record<string, () => [nn.Module, Tensor]>> = {
    "a GPT, whose weights are tied": () => [
      new GPT({ vocabSize: 5, blockSize: 4, nLayer: 1, nHead: 1, nEmbd: 8, dropout: 0 }),
      tensor([[1, 2, 3]], { dtype: "int32" }),
    ],
    "an LSTM": () => [new nn.LSTM(3, 4, { numLayers: 2, bidirectional: true }), randn(5, 2, 3)],
    "a GRU cell": () => [new nn.GRUCell(3, 4), randn(2, 3)],
    "a transformer's encoder": () => [
      new nn.TransformerEncoder(new nn.TransformerEncoderLayer(4, 2, 8, { dropout: 0 }), 2),
      randn(3, 1, 4),
    ],
    "pools, pads and activations": () => [
      new nn.Sequential(
        ...[new nn.ReflectionPad2d(1), new nn.MaxPool2d(2), new nn.AvgPool2d(2), new nn.LPPool2d(2, 2)],
        ...[new nn.AdaptiveAvgPool2d(1), new nn.LeakyReLU(0.2), new nn.Flatten(), new nn.GELU()],
      ) as nn.Module,
      randn(1, 2, 18, 18),
    ],
    "instance norm with statistics": () => [new nn.InstanceNorm1d(2, { trackRunningStats: true }), randn(2, 2, 5)],
  };
  test.each(Object.entries(layers))("%s", (_, make) => {
    manualSeed(3);
    const [layer, input] = make();
    const copy = new swa.AveragedModel(layer.eval()).module;
    expect(String(copy)).toBe(String(layer));
    expect(copy.constructor).toBe(layer.constructor);
    expect([...copy.parameters()].length).toBe([...layer.parameters()].length);
    const run = (module: nn.Module) => [(module as unknown as (x: Tensor) => Tensor | Tensor[])(input)].flat(2);
    const flat = (module: nn.Module) => run(module).map((part) => part.toArray());
    expect(flat(copy)).toEqual(flat(layer));
    const before = flat(layer);
    noGrad(() => scope(() => [...copy.parameters()].forEach((parameter) => void parameter.mul_(2))));
    expect(flat(layer)).toEqual(before);
  });

  it("call hooks, share functions, and copy what fields hold", () => {
    class Net extends nn.Module {
      blocks = [new nn.Linear(1, 1)];
      byName = { scale: ones(1) };
      seen = new Map([["a", [1]]]);
      forward(x: Tensor): Tensor {
        return this.blocks[0]!(x).mul(this.byName.scale);
      }
    }
    const net = new Net();
    let calls = 0;
    net.registerForwardHook(() => void calls++);
    const { module: copy } = new swa.AveragedModel(net);
    copy(ones(1, 1));
    expect(calls).toBe(1);
    copy.seen.get("a")!.push(2);
    expect([net.seen.get("a"), copy.blocks[0] === net.blocks[0], copy.byName.scale === net.byName.scale]).toEqual([
      [1],
      false,
      false,
    ]);
  });
});
