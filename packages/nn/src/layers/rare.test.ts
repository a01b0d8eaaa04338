// Layers that are seldom asked for against PyTorch's, and their functions.

import { arange, autograd, manualSeed, ones, rand, randn, type Tensor, tensor, zeros } from "@bernoulli/tensor";
import { expectClose } from "@bernoulli/testing";
import { describe, expect, it } from "vitest";
import {
  AdaptiveLogSoftmaxWithLoss,
  BatchNorm1d,
  BatchNorm2d,
  Conv2d,
  ConvTranspose2d,
  CrossMapLRN2d,
  DataParallel,
  F,
  FractionalMaxPool2d,
  FractionalMaxPool3d,
  Linear,
  LinearCrossEntropyLoss,
  NLLLoss2d,
  utils,
} from "../index.js";
import { testLayerGoldens } from "./golden.testing.js";

describe("against PyTorch", () => {
  testLayerGoldens({
    FractionalMaxPool2d,
    FractionalMaxPool3d,
    AdaptiveLogSoftmaxWithLoss,
    LinearCrossEntropyLoss,
    NLLLoss2d,
    CrossMapLRN2d,
    DataParallel: {
      Layer: DataParallel,
      make: ([inFeatures, outFeatures]) => new DataParallel(new Linear(inFeatures, outFeatures)),
    },
  });
});

describe("fractional pools", () => {
  it("give indices of what they give, which unpooling takes", () => {
    manualSeed(1);
    const x = randn(2, 3, 9, 7);
    const { output, indices } = F.fractionalMaxPool2dWithIndices(x, 2, { outputSize: [4, 3] });
    expect(
      x
        .view(2, 3, -1)
        .gather(2, indices.view(2, 3, -1))
        .toArray(),
    ).toEqual(output.view(2, 3, -1).toArray());
    expect(F.maxUnpool2d(output, indices, 2, { outputSize: [9, 7] }).shape).toEqual([2, 3, 9, 7]);
  });

  it("take a batch of nothing", () => {
    const x = randn(0, 2, 5, 6, 4);
    const { output, indices } = F.fractionalMaxPool3dWithIndices(x, 2, { outputRatio: 0.5 });
    expect([output.shape, indices.shape]).toEqual([
      [0, 2, 2, 3, 2],
      [0, 2, 2, 3, 2],
    ]);
    expect(F.fractionalMaxPool2d(randn(0, 2, 5, 6), 2, { outputSize: [3, 2] }).shape).toEqual([0, 2, 3, 2]);
  });

  it("may be given their draws, and keep those of a layer in its state", () => {
    const samples = rand(1, 1, 2);
    const x = arange(40, { dtype: "float32" }).view(1, 5, 8);
    const layer = new FractionalMaxPool2d(2, { outputSize: 3, randomSamples: samples });
    expect(layer(x).toArray()).toEqual(layer(x).toArray());
    expect(layer(x).toArray()).toEqual(
      F.fractionalMaxPool2d(x, 2, { outputSize: 3, randomSamples: samples }).toArray(),
    );
    expect(Object.keys(layer.stateDict())).toEqual(["_random_samples"]);
  });
});

describe("AdaptiveLogSoftmaxWithLoss", () => {
  it("says of each class what it says of a target, and predicts the likeliest", () => {
    const softmax = new AdaptiveLogSoftmaxWithLoss(8, 20, [3, 9], { divValue: 2 });
    const x = randn(40, 8).mul(20);
    const logs = softmax.logProb(x);
    expectClose(logs.exp().sum(1), new Array<number>(40).fill(1), { relative: 1e-5 });
    for (const label of [0, 5, 19]) {
      const target = tensor(new Array<number>(40).fill(label), { dtype: "int32" });
      expectClose(softmax(x, target).output, logs.select(1, label).contiguous().toTypedArray(), { relative: 1e-5 });
    }
    const predicted = softmax.predict(x);
    const byHead = softmax.head(x).argmax(1).toArray() as number[];
    const byAll = logs.argmax(1).toArray() as number[];
    expect(predicted.toArray()).toEqual(byHead.map((label, at) => (label < 3 ? label : byAll[at])));
    expect(byHead.some((label) => label >= 3) && byHead.some((label) => label < 3)).toBe(true);
    const [output, loss] = softmax(x, predicted);
    expect(loss!.item()).toBeCloseTo(-output!.mean().item(), 6);
  });
});

describe("functions by PyTorch's names", () => {
  it("do what others do with an option", () => {
    const x = randn(2, 3, 6, 6);
    for (const [named, plain] of [
      [F.maxPool2dWithIndices(x, 2, 1, 1), F.maxPool2d(x, 2, { stride: 1, padding: 1, returnIndices: true })],
      [F.maxPool1dWithIndices(x.view(2, 3, 36), 3), F.maxPool1d(x.view(2, 3, 36), 3, { returnIndices: true })],
      [
        F.maxPool3dWithIndices(x.unsqueeze(0), [1, 2, 2], { ceilMode: true }),
        F.maxPool3d(x.unsqueeze(0), [1, 2, 2], { ceilMode: true, returnIndices: true }),
      ],
      [F.adaptiveMaxPool2dWithIndices(x, [2, 3]), F.adaptiveMaxPool2d(x, [2, 3], { returnIndices: true })],
    ] as const) {
      expect(named.output.toArray()).toEqual(plain.output.toArray());
      expect(named.indices.toArray()).toEqual(plain.indices.toArray());
    }
    expect(F.adaptiveMaxPool1dWithIndices(x.view(2, 3, 36), 2).indices.shape).toEqual([2, 3, 2]);
    expect(F.adaptiveMaxPool3dWithIndices(x, 2).output.shape).toEqual([2, 2, 2, 2]);
    expect(F.upsampleNearest(x, 12).toArray()).toEqual(F.interpolate(x, { size: 12 }).toArray());
    expect(F.upsampleBilinear(x, null, 2).toArray()).toEqual(
      F.interpolate(x, { scaleFactor: 2, mode: "bilinear", alignCorners: true }).toArray(),
    );
  });

  it("fuse weights as the layers are fused", () => {
    const norm = new BatchNorm2d(4);
    norm(randn(3, 4, 5, 5));
    norm.eval();
    for (const [conv, transpose] of [
      [new Conv2d(2, 4, 3).eval(), false],
      [new ConvTranspose2d(2, 4, 3, { bias: false }).eval(), true],
    ] as const) {
      const whole = utils.fuseConvBnEval(conv as Conv2d, norm, transpose);
      const { weight, bias, runningMean, runningVar, eps } = norm;
      const [w, b] = utils.fuseConvBnWeights(
        conv.weight,
        conv.bias,
        runningMean!,
        runningVar!,
        eps,
        weight,
        bias,
        transpose,
      );
      expect(w!.toArray()).toEqual(whole.weight.toArray());
      expect(b!.toArray()).toEqual(whole.bias!.toArray());
      expect(b!.requiresGrad).toBe(conv.bias !== null);
    }
    const flat = new BatchNorm1d(2).eval();
    const fused = utils.fuseLinearBnWeights(ones(2, 3), null, zeros(2), ones(2), 0, flat.weight, flat.bias);
    expect(fused.weight.toArray()).toEqual(ones(2, 3).toArray());
  });

  it("skipInit leaves the generator as it is", () => {
    manualSeed(4);
    const next = rand(1).item();
    manualSeed(4);
    expect(String(utils.skipInit(Conv2d, 2, 3, 1, { bias: false }))).toContain("bias=False");
    expect(rand(1).item()).toBe(next);
  });
});

it("CrossMapLRN2d has the gradients of its values", () => {
  const x = randn([1, 6, 1, 2], { dtype: "float64" }).requiresGrad_();
  for (const norm of [new CrossMapLRN2d(5, 0.5), new CrossMapLRN2d(2, 1, 1, 2)])
    expect(autograd.gradcheck((input: Tensor) => norm(input), [x])).toBe(true);
});

it("errors say what was wanted", () => {
  const texts = [
    () => new FractionalMaxPool2d(2, {}),
    () => new FractionalMaxPool2d(2, { outputSize: 2, outputRatio: 0.5 }),
    () => new FractionalMaxPool3d(2, { outputRatio: [0.5, 1.5, 0.5] }),
    () => F.fractionalMaxPool2d(ones(1, 4, 4), 3, { outputSize: 3 }),
    () => F.fractionalMaxPool2d(ones(4, 4), 3, { outputSize: 3 }),
    () => F.fractionalMaxPool2d(ones(1, 4, 4), 2, { outputSize: 2, randomSamples: ones(2) }),
    () => new AdaptiveLogSoftmaxWithLoss(4, 10, []),
    () => new AdaptiveLogSoftmaxWithLoss(4, 10, [5, 3]),
    () => new AdaptiveLogSoftmaxWithLoss(4, 10, [5])(ones(1, 4), tensor([10], { dtype: "int32" })),
    () => new AdaptiveLogSoftmaxWithLoss(4, 10, [5])(ones(4), tensor([1], { dtype: "int32" })),
    () => new AdaptiveLogSoftmaxWithLoss(4, 10, [5])(ones(2, 4), tensor([1], { dtype: "int32" })),
    () => new LinearCrossEntropyLoss(4, 10, { weight: ones(3) }),
    () => new LinearCrossEntropyLoss(4, 10, { labelSmoothing: 2 }),
    () => F.linearCrossEntropy(ones(1, 3), ones(2, 4), tensor([0], { dtype: "int32" })),
    () => F.linearCrossEntropy(ones(1, 1, 3), ones(2, 3), tensor([0], { dtype: "int32" })),
    () => F.linearCrossEntropy(ones(1, 3), ones(2, 3), ones(1, 2), { ignoreIndex: 0 }),
    () => new CrossMapLRN2d(3)(ones(2, 3)),
    () => new DataParallel(3 as never),
    () => utils.skipInit(Date as unknown as typeof Linear, 1, 1),
  ].map((call) => {
    try {
      return call();
    } catch (error) {
      return (error as Error).message;
    }
  });
  expect(texts).toMatchInlineSnapshot(`
    [
      "FractionalMaxPool2d requires specifying either an output size, or a pooling ratio",
      "FractionalMaxPool2d: only one of outputSize and outputRatio may be specified",
      "FractionalMaxPool3d: outputRatio must be between 0 and 1 (got [0.5, 1.5, 0.5])",
      "fractionalMaxPool2d: pool height 3 too large relative to input height 4, for an output of 3",
      "fractionalMaxPool2d: Expected 3D or 4D tensor, but got: [4, 4]",
      "fractionalMaxPool2d: Expect _random_samples of shape [1, 1, 2], but got [2]",
      "AdaptiveLogSoftmaxWithLoss: cutoffs should be a sequence of length larger than 0, but got []",
      "AdaptiveLogSoftmaxWithLoss: cutoffs should be a sequence of unique, positive integers sorted in an increasing order, where each value is between 1 and n_classes-1, but got [5, 3] for 10 classes",
      "in AdaptiveLogSoftmaxWithLoss: AdaptiveLogSoftmaxWithLoss: Target values should be in [0, 9], but values in range [10, 10] were found.",
      "in AdaptiveLogSoftmaxWithLoss: AdaptiveLogSoftmaxWithLoss: 1D target tensor expects 2D input tensors, but found inputs with size [4]",
      "in AdaptiveLogSoftmaxWithLoss: AdaptiveLogSoftmaxWithLoss: Input and target should have the same size in the batch dimension.",
      "LinearCrossEntropyLoss: expected weight shape to be [10], got [3]",
      "LinearCrossEntropyLoss: expected label_smoothing to be in range [0, 1], got 2",
      "linearCrossEntropy: expected equal input and linear_weight last dimensions (in_features), got 3 and 4, respectively",
      "linearCrossEntropy: expected input with dimensionality 1 or 2, got 3",
      "linearCrossEntropy: ignore_index cannot be specified when target contains probabilities",
      "in CrossMapLRN2d: CrossMapLRN2d: Expected input to be 4D, got 2D instead.",
      "DataParallel: expected a module, but got 3",
      "skipInit: Expected a Module; got a function",
    ]
  `);
});
