// Nets as ONNX models. What ONNX Runtime computes of them is compared where onnxruntime-node is there: BERNOULLI_ONNXRUNTIME names its
// folder; else that skips visibly. What is refused, and in which words, is tested always.

import { join } from "node:path";
import * as nn from "@bernoulli/nn";
import { GPT, LeNet5, mobilenetV2, resnet18, resnet20, UNet, VisionTransformer } from "@bernoulli/nn/models";
import {
  abs,
  eye,
  manualSeed,
  memoryStats,
  noGrad,
  rand,
  randint,
  type Tensor,
  tensor,
  where,
  zeros,
} from "@bernoulli/tensor";
import { makeDirectory, thrown } from "@bernoulli/testing";
import { describe, expect, it } from "vitest";
import { loadNpy } from "../numpy/file.js";
import { exportOnnx, type OnnxModule } from "./export.js";
import { saveOnnx } from "./file.js";
import { compare, netOf, ort } from "./runtime.testing.js";

const image = (size: number, channels = 3) => [rand(2, channels, size, size)];
const ids = () => [randint(0, 11, [2, 8])];

const nets: Record<string, [() => nn.Module, () => Tensor[]]> = {
  LeNet5: [() => new LeNet5(), () => image(28, 1)],
  resnet18: [() => resnet18({ numClasses: 10 }), () => image(32)],
  resnet20: [() => resnet20(), () => image(32)],
  mobilenetV2: [() => mobilenetV2({ widthMult: 0.25, numClasses: 10 }), () => image(32)],
  UNet: [() => new UNet(1, 2, { width: 4 }), () => image(33, 1)],
  "UNet, bilinear": [() => new UNet(1, 2, { width: 4, bilinear: true }), () => image(32, 1)],
  VisionTransformer: [
    () => new VisionTransformer({ imageSize: 32, patchSize: 8, numLayers: 2, numHeads: 2, hiddenDim: 16, mlpDim: 32 }),
    () => image(32),
  ],
  GPT: [() => new GPT({ vocabSize: 11, blockSize: 8, nLayer: 2, nHead: 2, nEmbd: 8 }), ids],
  TransformerEncoderLayer: [() => new nn.TransformerEncoderLayer(8, 2), () => [rand(4, 2, 8)]],
  "a net of the post": [
    () =>
      new nn.Sequential(
        new nn.Conv2d(3, 8, 3),
        new nn.ReLU(),
        new nn.MaxPool2d(2, 2),
        new nn.Flatten(),
        new nn.Dropout(0.25),
        new nn.Linear(8 * 15 * 15, 10),
        new nn.Softmax(1),
      ),
    () => image(32),
  ],
};

const activations = {
  ...{ CELU: nn.CELU, ELU: nn.ELU, GELU: nn.GELU, GLU: nn.GLU, Hardshrink: nn.Hardshrink, Hardsigmoid: nn.Hardsigmoid },
  ...{
    Hardswish: nn.Hardswish,
    Hardtanh: nn.Hardtanh,
    LeakyReLU: nn.LeakyReLU,
    LogSigmoid: nn.LogSigmoid,
    Mish: nn.Mish,
  },
  ...{ PReLU: nn.PReLU, ReLU6: nn.ReLU6, SELU: nn.SELU, SiLU: nn.SiLU, Sigmoid: nn.Sigmoid, Softplus: nn.Softplus },
  ...{ Softshrink: nn.Softshrink, Softsign: nn.Softsign, Tanh: nn.Tanh, Tanhshrink: nn.Tanhshrink },
};

const layers: Record<string, [() => nn.Module, () => Tensor[]]> = {
  Conv1d: [() => new nn.Conv1d(3, 4, 3, { dilation: 2 }), () => [rand(2, 3, 9)]],
  "Conv2d, grouped": [() => new nn.Conv2d(4, 6, 3, { groups: 2, stride: 2, padding: 1 }), () => image(9, 4)],
  ConvTranspose2d: [() => new nn.ConvTranspose2d(3, 4, 3, { stride: 2, outputPadding: 1 }), () => image(5)],
  AvgPool2d: [() => new nn.AvgPool2d(3, { stride: 2, padding: 1 }), () => image(9)],
  "AvgPool2d, border left out": [
    () => new nn.AvgPool2d(3, { stride: 2, padding: 1, countIncludePad: false }),
    () => image(9),
  ],
  MaxPool2d: [() => new nn.MaxPool2d(3, { stride: 2, padding: 1 }), () => image(9)],
  AdaptiveAvgPool2d: [() => new nn.AdaptiveAvgPool2d(3), () => image(7)],
  Upsample: [() => new nn.Upsample({ scaleFactor: 2, mode: "bilinear" }), () => image(4)],
  "Upsample, nearest": [() => new nn.Upsample({ scaleFactor: 2 }), () => image(4)],
  BatchNorm1d: [() => new nn.BatchNorm1d(4), () => [rand(3, 4)]],
  GroupNorm: [() => new nn.GroupNorm(2, 4), () => image(3, 4)],
  InstanceNorm2d: [() => new nn.InstanceNorm2d(4, { affine: true }), () => image(3, 4)],
  LayerNorm: [() => new nn.LayerNorm([3, 4]), () => [rand(2, 3, 4)]],
  RMSNorm: [() => new nn.RMSNorm(4), () => [rand(2, 4)]],
  Embedding: [() => new nn.Embedding(11, 3), ids],
  ReflectionPad2d: [() => new nn.ReflectionPad2d(2), () => image(5)],
  ZeroPad2d: [() => new nn.ZeroPad2d(2), () => image(5)],
  PixelShuffle: [() => new nn.PixelShuffle(2), () => image(3, 8)],
  ...Object.fromEntries(
    Object.entries(activations).map(([name, Activation]) => [
      name,
      [() => new Activation(), () => [rand(4, 6).sub(0.5).mul(8)]],
    ]),
  ),
};

const functions: Record<string, [(...inputs: Tensor[]) => unknown, () => Tensor[]]> = {
  "views of all kinds": [
    (x) => [x.t(), x.narrow(1, 1, 2), x.diagonal(), x.unfold(1, 2, 1), x.unsqueeze(0), x.at(-1), x.flip(0).t()],
    () => [rand(4, 5)],
  ],
  "broadcasting and comparisons": [
    (x, y) => [x.add(y), where(x.gt(y), x, y), x.pow(2).sub(y.exp()), x.maximum(y), x.ne(y)],
    () => [rand(4, 1), rand(3)],
  ],
  reductions: [
    (x) => [
      x.sum(),
      x.mean(1),
      x.max(1)[0],
      x.max(1)[1],
      x.amax(0),
      x.prod(1),
      x.logSoftmax(1),
      x.norm(2, 1),
      x.var(0),
    ],
    () => [rand(4, 5)],
  ],
  "in place": [(x) => [x.mul(2).relu_().add_(1), abs(x)], () => [rand(3, 4).sub(0.5)]],
  parts: [(x) => [...x.split([1, 3], 1), ...x.chunk(2, 0), ...x.unbind(0)], () => [rand(4, 4)]],
  constants: [
    (x) =>
      x
        .add(tensor([1, 2, 3]))
        .matmul(eye(3))
        .mul(zeros(3).add(2)),
    () => [rand(2, 3)],
  ],
};

describe.skipIf(ort === null)("ONNX Runtime gives the same (wants BERNOULLI_ONNXRUNTIME)", () => {
  it.each(Object.entries({ ...nets, ...layers }))("of %s", async (_, [make, input]) => {
    manualSeed(0);
    const model = make();
    const example = input();
    // Statistics as a trained net has them.
    for (let step = 0; step < 2; step++) noGrad(() => (model as unknown as (...all: Tensor[]) => unknown)(...example));
    model.eval();
    await compare(model as unknown as OnnxModule, example, input());
  });

  it.each(Object.entries(functions))("of %s", async (_, [forward, input]) => {
    manualSeed(1);
    await compare(netOf(forward), input(), input());
  });
});

it("the file has the names that were asked for, and the keys of the state dict", async () => {
  const net = new nn.Sequential(new nn.Linear(3, 4), new nn.ReLU(), new nn.Linear(4, 2)).eval();
  const names = { inputNames: ["pixels"], outputNames: ["classes"], name: "small" };
  const text = new TextDecoder("latin1").decode(exportOnnx(net as unknown as OnnxModule, zeros(1, 3), names));
  for (const name of ["pixels", "classes", "small", "0.weight", "2.bias", "Bernoulli"]) expect(text).toContain(name);
  const path = join(await makeDirectory(), "net.onnx");
  await saveOnnx(net as unknown as OnnxModule, zeros(1, 3), path);
  await expect(loadNpy(path)).rejects.toThrow("does not begin as one");
});

it("names that were asked for are not taken by what the net computes on its way", () => {
  const net = netOf((input) => input.add(1).relu().add(2));
  const text = new TextDecoder("latin1").decode(exportOnnx(net, zeros(1, 3), { outputNames: ["add"] }));
  expect(text).toContain("add_1");
  expect(text).not.toContain("add_3");
});

it("leaves nothing in memory, written or refused", () => {
  const net = new nn.Sequential(new nn.Linear(3, 4), new nn.ReLU()).eval() as unknown as OnnxModule;
  const x = zeros(1, 3);
  const stats = memoryStats();
  exportOnnx(net, x);
  expect(
    thrown(() =>
      exportOnnx(
        netOf((input) => input.add(1).sort(1)[0]),
        x,
      ),
    ),
  ).toContain("sort");
  expect(memoryStats()).toEqual(stats);
});

it("what cannot be written is refused", () => {
  const linear = new nn.Linear(3, 2).eval() as unknown as OnnxModule;
  const x = zeros(1, 3);
  const cases = {
    "in training mode": () => exportOnnx(new nn.Linear(3, 2) as unknown as OnnxModule, x),
    "no net": () => exportOnnx(3 as never, x),
    "no input": () => exportOnnx(linear, 3 as never),
    "names too many": () => exportOnnx(linear, x, { inputNames: ["a", "b"] }),
    "a name that is none": () => exportOnnx(linear, x, { inputNames: [""] }),
    "a parameter's name": () => exportOnnx(linear, x, { outputNames: ["weight"] }),
    "a name for two": () => exportOnnx(linear, x, { inputNames: ["x"], outputNames: ["x"] }),
    "a list of no inputs": () => exportOnnx(linear, []),
    "what draws": () =>
      exportOnnx(
        netOf((input) => input.add(rand(3))),
        x,
      ),
    "dropout that drops": () =>
      exportOnnx(
        netOf((input) => nn.functional.dropout(input, 0.5, { training: true })),
        x,
      ),
    "an unknown option": () => exportOnnx(linear, x, { opset: 18 } as never),
    "no tensors": () =>
      exportOnnx(
        netOf(() => 3),
        x,
      ),
    "an op without a counterpart": () =>
      exportOnnx(
        netOf((input) => input.sort(1)[0]),
        x,
      ),
    "a formula without one": () =>
      exportOnnx(
        netOf((input) => input.lgamma()),
        x,
      ),
    "another view of what was written": () =>
      exportOnnx(
        netOf((input) => {
          const made = input.mul(2);
          const row = made.at(0);
          made.relu_();
          return row.add(1);
        }),
        x,
      ),
  };
  expect(Object.fromEntries(Object.entries(cases).map(([name, call]) => [name, thrown(call)]))).toMatchInlineSnapshot(`
    {
      "a formula without one": "FormatError: ONNX model: lgamma is made of lgamma, which has no counterpart in ONNX here; leave it out of the net, and do it behind",
      "a list of no inputs": "ArgumentError: exportOnnx: expected an example input, a tensor or a list of them, but got an empty list",
      "a name for two": "ArgumentError: exportOnnx: inputs, outputs, and the keys of the state dict must have different names, but got "x" for two",
      "a name that is none": "ArgumentError: exportOnnx: inputNames must be a list of names, none of them empty, but got [""]",
      "a parameter's name": "ArgumentError: exportOnnx: inputs, outputs, and the keys of the state dict must have different names, but got "weight" for two",
      "an op without a counterpart": "FormatError: ONNX model: sort has no counterpart in ONNX here; leave it out of the net, and do it behind",
      "an unknown option": "ArgumentError: exportOnnx: got an unexpected option opset; take some of { inputNames, outputNames, name }",
      "another view of what was written": "FormatError: ONNX model: a tensor of shape [3] is read that was written through another view; write x = x.relu() in place of x.relu_() there",
      "dropout that drops": "FormatError: ONNX model: dropout has no counterpart in ONNX here; leave it out of the net, and do it behind",
      "in training mode": "ArgumentError: exportOnnx: the net is in training mode, in which dropout drops; call model.eval() first",
      "names too many": "ArgumentError: exportOnnx: inputNames must be 1, but got ["a","b"]",
      "no input": "ArgumentError: exportOnnx: expected an example input, a tensor or a list of them, but got 3",
      "no net": "ArgumentError: exportOnnx: expected a net, a Module, but got 3",
      "no tensors": "ArgumentError: exportOnnx: expected the net to give tensors, but it gave 3",
      "what draws": "FormatError: ONNX model: rand draws numbers, which would be the same at each run of the model; leave it out of the net, and give what it draws as an input",
    }
  `);
});
