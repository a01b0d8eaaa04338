// Activations against PyTorch's, and the forms in which scripts write them.

import { manualSeed, randn, resetWarnings, type Tensor, tensor } from "@bernoulli/tensor";
import { expectClose } from "@bernoulli/testing";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import * as nn from "../../index.js";
import { testLayerGoldens } from "../golden.testing.js";

const { F } = nn;

beforeEach(() => void vi.spyOn(console, "warn").mockImplementation(() => {}));
afterEach(() => {
  vi.restoreAllMocks();
  resetWarnings();
});

testLayerGoldens({
  CELU: nn.CELU,
  ELU: nn.ELU,
  GELU: nn.GELU,
  GLU: nn.GLU,
  Hardshrink: nn.Hardshrink,
  // The slope of PyTorch's is a sixth in float32.
  Hardsigmoid: { Layer: nn.Hardsigmoid, tolerance: { float32: 2e-5, float64: 1e-7 } },
  Hardswish: nn.Hardswish,
  Hardtanh: nn.Hardtanh,
  LeakyReLU: nn.LeakyReLU,
  LogSigmoid: nn.LogSigmoid,
  LogSoftmax: nn.LogSoftmax,
  Mish: nn.Mish,
  PReLU: nn.PReLU,
  ReLU: nn.ReLU,
  ReLU6: nn.ReLU6,
  RReLU: nn.RReLU,
  SELU: nn.SELU,
  Sigmoid: nn.Sigmoid,
  SiLU: nn.SiLU,
  Softmax: nn.Softmax,
  Softmax2d: nn.Softmax2d,
  Softmin: nn.Softmin,
  Softplus: nn.Softplus,
  Softshrink: nn.Softshrink,
  Softsign: nn.Softsign,
  Tanh: nn.Tanh,
  Tanhshrink: nn.Tanhshrink,
  Threshold: nn.Threshold,
});

describe("in place", () => {
  it.each<[string, (x: Tensor) => Tensor, (x: Tensor) => Tensor]>([
    ["relu", (x) => F.relu(x, true), (x) => F.relu(x)],
    ["relu by name", (x) => F.relu(x, { inplace: true }), (x) => F.relu(x)],
    ["relu6", (x) => F.relu6(x, true), (x) => F.relu6(x)],
    ["leakyRelu", (x) => F.leakyRelu(x, 0.2, true), (x) => F.leakyRelu(x, 0.2)],
    ["elu", (x) => F.elu(x, 0.5, true), (x) => F.elu(x, 0.5)],
    ["selu", (x) => F.selu(x, true), (x) => F.selu(x)],
    ["selu_", (x) => F.selu_(x), (x) => F.selu(x)],
    ["celu", (x) => F.celu(x, 0.5, true), (x) => F.celu(x, 0.5)],
    ["celu_", (x) => F.celu_(x, 0.5), (x) => F.celu(x, 0.5)],
    ["hardtanh", (x) => F.hardtanh(x, -0.5, 0.5, true), (x) => F.hardtanh(x, -0.5, 0.5)],
    ["hardtanh_", (x) => F.hardtanh_(x, -0.5, 0.5), (x) => F.hardtanh(x, -0.5, 0.5)],
    ["hardswish", (x) => F.hardswish(x, true), (x) => F.hardswish(x)],
    ["hardsigmoid", (x) => F.hardsigmoid(x, true), (x) => F.hardsigmoid(x)],
    ["silu", (x) => F.silu(x, true), (x) => F.silu(x)],
    ["mish", (x) => F.mish(x, { inplace: true }), (x) => F.mish(x)],
    ["threshold", (x) => F.threshold(x, 0.5, 2, true), (x) => F.threshold(x, 0.5, 2)],
    ["threshold_", (x) => F.threshold_(x, 0.5, 2), (x) => F.threshold(x, 0.5, 2)],
    ["rrelu_", (x) => F.rrelu_(x, 0.25, 0.5), (x) => F.rrelu(x, 0.25, 0.5)],
  ])("%s writes over its input", (_, inPlace, apart) => {
    const input = randn(7);
    const wanted = apart(input).toArray();
    expect(inPlace(input)).toBe(input);
    expect(input.toArray()).toEqual(wanted);
  });
});

describe("softmax", () => {
  it("takes its dimension by name, or guesses as PyTorch does", () => {
    const scores = randn(3, 4);
    for (const fn of [F.softmax, F.softmin, F.logSoftmax]) {
      const wanted = fn(scores, 1).toArray();
      expect([fn(scores, { dim: 1 }).toArray(), fn(scores).toArray()]).toEqual([wanted, wanted]);
    }
  });

  it("of gumbelSoftmax has PyTorch's draws, and a gradient through what is hard", () => {
    const logits = tensor([
      [0.5, -1, 2],
      [1, 1, 0],
    ]).requiresGrad_();
    manualSeed(3);
    const soft = F.gumbelSoftmax(logits, 0.5);
    manualSeed(3);
    const hard = F.gumbelSoftmax(logits, { tau: 0.5, hard: true });
    expect(hard.toArray()).toEqual([
      [1, 0, 0],
      [1, 0, 0],
    ]);
    expectClose(
      soft,
      [
        0.9885990619659424, 0.0005191361415199935, 0.010881789959967136, 0.9762312769889832, 0.01820649765431881,
        0.005562180187553167,
      ],
      { relative: 1e-6 },
    );
    hard.select(1, 0).sum().backward();
    expectClose(
      logits.grad!,
      [
        0.022541914135217667, -0.0010264350567013025, -0.021515455096960068, 0.0464075431227684, -0.03554750606417656,
        -0.010859948582947254,
      ],
      { relative: 1e-5 },
    );
  });
});

it("settings are properties, and another may be set", () => {
  const layer = new nn.LeakyReLU({ negativeSlope: 0.5 });
  expect([layer.negativeSlope, layer.inplace]).toEqual([0.5, false]);
  layer.negativeSlope = 0.25;
  expect(layer(tensor([-1])).toArray()).toEqual([-0.25]);
  expect(Object.keys(layer.stateDict())).toEqual([]);
});

it("what is no setting is refused", () => {
  const loose: Record<string, new (...args: any[]) => unknown> = { ...nn } as never;
  const refused = (name: string, ...args: unknown[]) => {
    try {
      return String(new loose[name]!(...args));
    } catch (error) {
      return String(error);
    }
  };
  expect([
    refused("LeakyReLU", "0.2"),
    refused("LeakyReLU", { negative_slope: 0.2 }),
    refused("ELU", 1, true, 3),
    refused("GELU", true),
    refused("Hardtanh", 1, 1),
    refused("Threshold", 1),
    refused("Softmax", 1.5),
    refused("PReLU", 0),
  ]).toMatchInlineSnapshot(`
    [
      "ArgumentError: LeakyReLU: negativeSlope must be a number, but got "0.2"",
      "ArgumentError: LeakyReLU: got an unexpected option negative_slope; here it is negativeSlope",
      "ArgumentError: ELU: expected an object of options behind alpha, inplace, but got 3",
      "ArgumentError: GELU: approximate must be a string, but got true",
      "ArgumentError: Hardtanh: max_val (1) must be greater than min_val (1)",
      "ArgumentError: Threshold: value must be a number, but got undefined",
      "ArgumentError: Softmax: dim must be given as an integer, but got 1.5",
      "ArgumentError: PReLU: numParameters must be a positive integer, but got 0",
    ]
  `);
});
