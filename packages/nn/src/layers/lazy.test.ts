// Lazy layers: behind their first call against PyTorch's, and before it what may be asked of them.

import { compile, manualSeed, memoryStats, noGrad, ones, rand, scope, type Tensor, zeros } from "@bernoulli/tensor";
import { describe, expect, it } from "vitest";
import { copyModule } from "../copy.js";
import {
  BatchNorm1d,
  BatchNorm2d,
  Conv2d,
  F,
  Flatten,
  functionalCall,
  LazyBatchNorm1d,
  LazyBatchNorm2d,
  LazyBatchNorm3d,
  LazyConv1d,
  LazyConv2d,
  LazyConv3d,
  LazyConvTranspose1d,
  LazyConvTranspose2d,
  LazyConvTranspose3d,
  LazyInstanceNorm1d,
  LazyInstanceNorm2d,
  LazyInstanceNorm3d,
  LazyLinear,
  Linear,
  Module,
  Parameter,
  Sequential,
  summary,
  UninitializedBuffer,
  UninitializedParameter,
} from "../index.js";
import { testLayerGoldens } from "./golden.testing.js";

/** Made of the arguments behind the first, which is the shape of a first input of ones. */
function called(Layer: new (...given: any[]) => Module) {
  return {
    Layer,
    make([shape, ...given]: readonly any[], options: Readonly<Record<string, unknown>>): Module {
      const layer = new Layer(...given, options) as Module & ((input: Tensor) => Tensor);
      layer(ones(shape, options["dtype"] === "float64" ? { dtype: "float64" } : {}));
      return layer;
    },
  };
}

describe("behind the first call, against PyTorch", () => {
  testLayerGoldens({
    LazyLinear: called(LazyLinear),
    LazyConv1d: called(LazyConv1d),
    LazyConv2d: called(LazyConv2d),
    LazyConv3d: called(LazyConv3d),
    LazyConvTranspose1d: called(LazyConvTranspose1d),
    LazyConvTranspose2d: called(LazyConvTranspose2d),
    LazyConvTranspose3d: called(LazyConvTranspose3d),
    LazyBatchNorm1d: called(LazyBatchNorm1d),
    LazyBatchNorm2d: called(LazyBatchNorm2d),
    LazyBatchNorm3d: called(LazyBatchNorm3d),
    LazyInstanceNorm1d: called(LazyInstanceNorm1d),
    LazyInstanceNorm2d: called(LazyInstanceNorm2d),
    LazyInstanceNorm3d: called(LazyInstanceNorm3d),
  });
});

const netOf = () => new Sequential(new LazyConv2d(4, 3), new LazyBatchNorm2d(), new Flatten(), new LazyLinear(2));

const conv = (net: Sequential) => net[0] as LazyConv2d;
const norm = (net: Sequential) => net[1] as LazyBatchNorm2d;
const fc = (net: Sequential) => net[3] as LazyLinear;

describe("before the first call", () => {
  it("prints as PyTorch's", () => {
    expect(String(netOf())).toMatchInlineSnapshot(`
      "Sequential(
        (0): LazyConv2d(0, 4, kernel_size=(3, 3), stride=(1, 1))
        (1): LazyBatchNorm2d(0, eps=1e-05, momentum=0.1, affine=True, bias=True, track_running_stats=True)
        (2): Flatten(start_dim=1, end_dim=-1)
        (3): LazyLinear(in_features=0, out_features=2, bias=True)
      )"
    `);
    expect(String(new LazyInstanceNorm2d({ bias: false }))).toBe(
      "LazyInstanceNorm2d(0, eps=1e-05, momentum=0.1, affine=True, bias=False, track_running_stats=True)",
    );
    expect(String(new LazyLinear(2).weight)).toBe("<UninitializedParameter>");
    expect(String(new LazyBatchNorm1d().runningVar)).toBe("<UninitializedBuffer>");
  });

  it("draws nothing", () => {
    manualSeed(3);
    const next = rand(1).item();
    manualSeed(3);
    netOf();
    expect(rand(1).item()).toBe(next);
  });

  it("refuses counts and shapes, and whatever needs them", () => {
    const { weight } = new LazyLinear(2);
    expect(() => [...netOf().parameters()].map((parameter) => parameter.numel())).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: Attempted to use an uninitialized parameter in numel. This error happens when you are using a lazy layer or explicitly manipulating an UninitializedParameter; call the module on a dummy batch to initialize the parameters first]`,
    );
    expect(() => weight.shape).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: Can't access the shape of an uninitialized parameter or buffer. This error usually happens in \`loadStateDict\` when trying to load an uninitialized parameter into an initialized one. Call the module on an input to initialize the parameters before accessing their attributes.]`,
    );
    for (const use of [
      () => weight.add(1),
      () => weight.toArray(),
      () => new LazyBatchNorm1d().resetRunningStats(),
      () => functionalCall(new LazyLinear(2), { weight: ones(2, 3), bias: ones(2) }, ones(3)),
    ])
      expect(use).toThrow("uninitialized parameter");
    expect(() => summary(netOf(), [1, 3, 5, 5])).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: summary: the model has uninitialized parameters, which would be drawn; call it once, model(zeros(inputShape)), and summarize it then]`,
    );
    expect([weight.dtype, weight.device, weight.requiresGrad, weight.isLeaf, weight.grad]).toEqual([
      "float32",
      "cpu",
      true,
      true,
      null,
    ]);
    expect(weight.data.shape).toEqual([0]);
  });

  it("moves, is copied and frozen, and is in state dicts", () => {
    const net = netOf().to("float64");
    conv(net).requiresGrad_(false);
    expect(Object.keys(net.stateDict())).toEqual([
      ...["0.weight", "0.bias", "1.weight", "1.bias", "1.running_mean", "1.running_var", "1.num_batches_tracked"],
      ...["3.weight", "3.bias"],
    ]);
    expect(net.stateDict()["1.running_mean"]).toBeInstanceOf(UninitializedBuffer);
    const copy = copyModule(net);
    expect(conv(copy).weight === conv(net).weight).toBe(false);
    for (const one of [net, copy]) {
      const { weight } = conv(one);
      expect(one(ones(2, 3, 5, 5, { dtype: "float64" })).dtype).toBe("float64");
      expect(conv(one).weight).toBe(weight);
      expect(weight.constructor).toBe(Parameter);
      expect([weight.requiresGrad, norm(one).weight!.requiresGrad]).toEqual([false, true]);
      expect(norm(one).runningMean!.dtype).toBe("float64");
    }
    expect(String(net)).toBe(String(copy));
    expect(new LazyLinear(2).to("reference")(ones(1, 3, { device: "reference" })).device).toBe("reference");
  });
});

describe("the first call", () => {
  it("makes layers of the classes they stand for, whose averages and weights outlive scopes", () => {
    const net = netOf();
    scope(() => noGrad(() => net(rand(2, 3, 5, 5))));
    expect([...net.children()].map((layer) => layer.constructor)).toEqual([Conv2d, BatchNorm2d, Flatten, Linear]);
    for (const tensor of [...net.parameters(), ...net.buffers()]) expect(tensor.storage.freed).toBe(false);
    expect(norm(net).runningMean!.abs().sum().item()).toBeGreaterThan(0);
    expect(summary(net, [1, 3, 5, 5]).totalParameters).toBe(4 * 27 + 4 + 8 + 2 * 36 + 2);
    const before = memoryStats().bytes;
    const other = netOf();
    scope(() => void noGrad(() => other(rand(2, 3, 5, 5))));
    other.dispose();
    expect(memoryStats().bytes).toBe(before);
  });

  it("may be compiled, with the numbers and draws of the plain one", () => {
    const outputs = [false, true].map((isCompiled) => {
      manualSeed(5);
      const net = netOf();
      const step = isCompiled ? compile((x: Tensor) => net(x)) : net;
      return [1, 2].map(() => scope(() => step(rand(2, 3, 5, 5)).toArray()));
    });
    for (const [at, values] of outputs[0]!.entries())
      expect((outputs[1]![at] as number[][]).flat()).toEqual(
        (values as number[][]).flat().map((value) => expect.closeTo(value, 5)),
      );
  });

  it("names the layer and what is wrong", () => {
    const calls = [
      () => new Sequential(new LazyConv2d(6, 3, { groups: 3 }))(ones(1, 4, 5, 5)),
      () => new LazyConv2d(4, 3)(ones(5, 5)),
      () => new LazyBatchNorm2d()(ones(2, 2)),
      () => new LazyInstanceNorm1d()(ones(2)),
      () => new LazyLinear(-1),
      () => new LazyLinear(1, { generator: null } as never),
      () => new LazyConv1d(3, 3, { groups: 2 }),
    ];
    const texts = calls.map((call) => {
      try {
        return call();
      } catch (error) {
        return (error as Error).message;
      }
    });
    expect(texts).toMatchInlineSnapshot(`
      [
        "in Sequential.0 (LazyConv2d): LazyConv2d: in_channels must be divisible by groups, but the input has 4 channels and groups=3",
        "in LazyConv2d: LazyConv2d: Expected 3D (unbatched) or 4D (batched) input to LazyConv2d, but got input of size: [5, 5]",
        "in LazyBatchNorm2d: LazyBatchNorm2d: expected 4D input (got 2D input)",
        "in LazyInstanceNorm1d: LazyInstanceNorm1d: expected 2D or 3D input (got 1D input)",
        "LazyLinear: outFeatures must be a non-negative integer, but got -1",
        "LazyLinear: got an unexpected option generator; take some of { bias, dtype, device }",
        "Conv1d: out_channels must be divisible by groups, but got 3 and groups=2",
      ]
    `);
  });

  it("leaves a layer as it is where it fails", () => {
    const layer = new LazyConv2d(4, 3);
    expect(() => layer(ones(5, 5))).toThrow();
    expect(layer(ones(2, 5, 5)).shape).toEqual([4, 3, 3]);
  });

  it("of an instance norm takes the channels of one image too, where PyTorch's takes its height", () => {
    const layer = new LazyInstanceNorm2d();
    expect(layer(ones(3, 4, 5)).shape).toEqual([3, 4, 5]);
    expect(layer.numFeatures).toBe(3);
  });
});

describe("state dicts", () => {
  it("give a lazy layer its shapes, and its first call their counts", () => {
    const whole = new Sequential(new Conv2d(3, 4, 3), new BatchNorm2d(4), new Flatten(), new Linear(36, 2));
    const x = rand(2, 3, 5, 5);
    const wanted = whole.eval()(x);
    for (const assign of [false, true]) {
      const net = netOf().eval();
      const { weight } = fc(net);
      net.loadStateDict(whole.stateDict(), { assign });
      expect(fc(net).weight).toBe(weight);
      expect(weight.shape).toEqual([2, 36]);
      expect(String(conv(net))).toBe("LazyConv2d(0, 4, kernel_size=(3, 3), stride=(1, 1))");
      expect(net(x).toArray()).toEqual(wanted.toArray());
      expect(String(net)).toBe(String(whole));
      expect(fc(net).weight.toArray()).toEqual(fc(whole).weight.toArray());
    }
  });

  it("of lazy layers are for lazy layers alone", () => {
    expect(new LazyLinear(2).loadStateDict(new LazyLinear(2).stateDict()).missingKeys).toEqual([]);
    expect(() => new Linear(3, 2).loadStateDict(new LazyLinear(2).stateDict())).toThrowErrorMatchingInlineSnapshot(`
      [StateDictError: Error(s) in loading state_dict for Linear:
      	While copying the parameter named "weight", an exception occurred: Can't access the shape of an uninitialized parameter or buffer. This error usually happens in \`loadStateDict\` when trying to load an uninitialized parameter into an initialized one. Call the module on an input to initialize the parameters before accessing their attributes.
      	While copying the parameter named "bias", an exception occurred: Can't access the shape of an uninitialized parameter or buffer. This error usually happens in \`loadStateDict\` when trying to load an uninitialized parameter into an initialized one. Call the module on an input to initialize the parameters before accessing their attributes.]
    `);
    expect(() => new LazyLinear(2).loadStateDict({ weight: zeros(2, 3) })).toThrow(
      'Missing key(s) in state_dict: "bias"',
    );
  });

  it("are loaded as a whole, and fit the input", () => {
    const half = new LazyLinear(2);
    half.loadStateDict({ weight: zeros(2, 3) }, { strict: false });
    expect(() => half(ones(1, 3))).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: in LazyLinear: LazyLinear: weight was loaded, and bias not; load all of them, or none]`,
    );
    const other = new LazyLinear(2);
    other.loadStateDict(new Linear(3, 2).stateDict());
    expect(() => other(ones(1, 4))).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: in LazyLinear: LazyLinear: The in_features inferred from input: 4 is not equal to in_features from self.weight: 3]`,
    );
    const running = new LazyBatchNorm1d();
    running.loadStateDict(new BatchNorm1d(2).stateDict());
    expect(() => running(ones(4, 3))).toThrow();
  });
});

describe("materialize", () => {
  it("is for modules of one's own", () => {
    class Scale extends Module {
      weight: Parameter = new UninitializedParameter({ dtype: "float64" });
      readonly seen = this.registerBuffer("seen", new UninitializedBuffer());
      forward(x: Tensor): Tensor {
        if (this.weight instanceof UninitializedParameter) {
          this.weight.materialize([x.size(-1)]);
          (this.seen as UninitializedBuffer).materialize([1], { dtype: "int32" });
          noGrad(() => [this.weight.fill_(2), this.seen.fill_(0)]);
        }
        noGrad(() => this.seen.add_(1));
        return x.mul(this.weight);
      }
    }
    const layer = new Scale();
    for (let call = 0; call < 2; call++) scope(() => layer(ones(3)).sum().backward());
    expect(layer.weight.grad!.toArray()).toEqual([2, 2, 2]);
    expect([layer.weight.dtype, layer.seen.toArray()]).toEqual(["float64", [2]]);
    expect(F.relu(layer.weight).toArray()).toEqual([2, 2, 2]);
    const none = new UninitializedParameter();
    none.materialize([0]);
    expect([none.shape, none.numel(), none.constructor]).toEqual([[0], 0, Parameter]);
  });
});
