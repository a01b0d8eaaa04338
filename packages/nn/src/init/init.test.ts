// Initial values, bit for bit PyTorch's.
import { crc32 } from "node:zlib";
import { Generator, manualSeed, memoryStats, rand, resetWarnings, scope, type Tensor, zeros } from "@bernoulli/tensor";
import { thrown } from "@bernoulli/testing";
import { afterEach, describe, expect, it, vi } from "vitest";
import { Conv2d, init, Linear, MaxPool2d, Module } from "../index.js";

const checksum = (tensor: Tensor): number => crc32(new Uint8Array(tensor.toTypedArray().buffer));

// CRC-32 of the bytes that torch 2.15.0 writes, manual_seed(0), a tensor of shape (8, 3, 3, 3).
const fills: Record<string, [fill: (tensor: Tensor) => Tensor, crc: number]> = {
  uniform_: [(t) => init.uniform_(t, -2, 3), 1786376719],
  normal_: [(t) => init.normal_(t, 1, 2), 3138428427],
  kaimingUniform_: [(t) => init.kaimingUniform_(t), 820492414],
  "kaimingUniform_ fan_out relu": [
    (t) => init.kaimingUniform_(t, { mode: "fan_out", nonlinearity: "relu" }),
    3520365118,
  ],
  kaimingNormal_: [(t) => init.kaimingNormal_(t, { a: 0.2, mode: "fan_out" }), 2386931846],
  xavierUniform_: [(t) => init.xavierUniform_(t, { gain: init.calculateGain("tanh") }), 3603788052],
  xavierNormal_: [(t) => init.xavierNormal_(t), 1963032580],
};

describe("PyTorch's bits", () => {
  it.each(Object.entries(fills))("%s", (_, [fill, crc]) => {
    manualSeed(0);
    const target = zeros(8, 3, 3, 3, { requiresGrad: true });
    expect(fill(target)).toBe(target);
    expect(checksum(target)).toBe(crc);
    expect(target.requiresGrad).toBe(true);
    const own = zeros(8, 3, 3, 3);
    const generator = new Generator({ seed: 5 });
    init.uniform_(own, 0, 1, { generator });
    expect(own.toArray()).toEqual(rand(8, 3, 3, 3, { generator: new Generator({ seed: 5 }) }).toArray());
  });

  // torch 2.15.0: the layers in this order, and torch.rand(1, 3, 32, 32) in between, manual_seed(0).
  it("in the reference net", () => {
    class Net extends Module {
      conv1 = new Conv2d(3, 32, 3);
      conv2 = new Conv2d(32, 64, 3);
      conv3 = new Conv2d(64, 128, 3);
      pool = new MaxPool2d(2, 2);
      fc1: Linear;
      fc2: Linear;
      constructor() {
        super();
        rand(1, 3, 32, 32);
        this.fc1 = new Linear(512, 512);
        this.fc2 = new Linear(512, 10);
      }
      forward(x: Tensor): Tensor {
        return x;
      }
    }
    manualSeed(0);
    const state = new Net().stateDict();
    expect(Object.entries(state).map(([key, value]) => [key, checksum(value)])).toEqual([
      ["conv1.weight", 3208924943],
      ["conv1.bias", 726008990],
      ["conv2.weight", 2256159706],
      ["conv2.bias", 3518155612],
      ["conv3.weight", 3284839265],
      ["conv3.bias", 1368873023],
      ["fc1.weight", 2673367623],
      ["fc1.bias", 3344863973],
      ["fc2.weight", 2772158662],
      ["fc2.bias", 3576505933],
    ]);
    expect(rand(1).item()).toBe(0.6638949513435364);
  });

  it("from a generator of the layer's own", () => {
    manualSeed(7);
    const expected = new Linear(3, 2);
    const own = new Linear(3, 2, { generator: new Generator({ seed: 7 }), dtype: "float32" });
    expect(own.weight.toArray()).toEqual(expected.weight.toArray());
    expect(own.bias?.toArray()).toEqual(expected.bias?.toArray());
    expect(new Linear(3, 2, { dtype: "float64" }).weight.dtype).toBe("float64");
  });
});

describe("formulas", () => {
  it("constant_, zeros_, ones_", () => {
    const target = zeros(2, { requiresGrad: true });
    expect(init.constant_(target, 3).toArray()).toEqual([3, 3]);
    expect(init.zeros_(target).toArray()).toEqual([0, 0]);
    expect(init.ones_(target).toArray()).toEqual([1, 1]);
  });

  it("calculateGain", () => {
    expect(init.calculateGain("relu")).toBe(Math.sqrt(2));
    expect(init.calculateGain("leaky_relu")).toBe(Math.sqrt(2 / (1 + 0.01 ** 2)));
    expect(init.calculateGain("tanh")).toBe(5 / 3);
    expect(init.calculateGain("selu")).toBe(0.75);
    expect(init.calculateGain("conv2d")).toBe(1);
  });

  it("takes PyTorch's habits: places, or names", () => {
    const draws = (fill: (tensor: Tensor) => Tensor) => {
      manualSeed(3);
      return fill(zeros(4, 3)).toArray();
    };
    expect(draws((t) => init.normal_(t, { mean: 1, std: 0.02 }))).toEqual(draws((t) => init.normal_(t, 1, 0.02)));
    expect(draws((t) => init.truncNormal_(t, { std: 0.02 }))).toEqual(draws((t) => init.truncNormal_(t, 0, 0.02)));
    expect(draws((t) => init.uniform_(t, { a: -1 }))).toEqual(draws((t) => init.uniform_(t, -1, 1)));
    expect(draws((t) => init.xavierUniform_(t, 2))).toEqual(draws((t) => init.xavierUniform_(t, { gain: 2 })));
    expect(draws((t) => init.kaimingNormal_(t, 0, "fan_out", "relu"))).toEqual(
      draws((t) => init.kaimingNormal_(t, { mode: "fan_out", nonlinearity: "relu" })),
    );
  });

  it("errors", () => {
    expect(() => init.calculateGain("swish" as never)).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: calculateGain: Unsupported nonlinearity "swish"; take one of linear, conv1d, conv2d, conv3d, sigmoid, tanh, relu, leaky_relu, selu]`,
    );
    expect(() => init.truncNormal_(zeros(3), 0, 0)).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: init.truncNormal_: expects std > 0 and a <= b, but got std=0, a=-2, b=2]`,
    );
    expect(() => init.truncNormal_(zeros(3), 0, 1, 2, 1)).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: init.truncNormal_: expects std > 0 and a <= b, but got std=1, a=2, b=1]`,
    );
    expect(() => init.xavierUniform_(zeros(3))).toThrowErrorMatchingInlineSnapshot(
      `[ShapeError: init: Fan in and fan out can not be computed for tensor with fewer than 2 dimensions; got shape [3]]`,
    );
    const refused = [
      () => init.eye_(zeros(3)),
      () => init.dirac_(zeros(3, 3)),
      () => init.dirac_(zeros(3, 3, 1), 2),
      () => init.orthogonal_(zeros(3)),
      () => init.sparse_(zeros(3), 0.5),
      () => init.sparse_(zeros(3, 3), 2),
    ];
    expect(refused.map(thrown)).toMatchInlineSnapshot(`
      [
        "ShapeError: init.eye_: Only tensors with 2 dimensions are supported; got shape [3]",
        "ShapeError: init.dirac_: Only tensors with 3, 4, or 5 dimensions are supported; got shape [3, 3]",
        "ArgumentError: init.dirac_: dim 0 must be divisible by groups, but got 3 and groups=2",
        "ShapeError: init.orthogonal_: Only tensors with 2 or more dimensions are supported; got shape [3]",
        "ShapeError: init.sparse_: Only tensors with 2 dimensions are supported; got shape [3]",
        "ArgumentError: init.sparse_: sparsity must be in [0, 1], but got 2",
      ]
    `);
    expect(() => init.kaimingUniform_(zeros(3, 3), { mode: "fan" as never })).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: init: Mode "fan" not supported, please use one of ['fan_in', 'fan_out']]`,
    );
  });
});

describe("truncNormal_", () => {
  it("lies within the bounds, also where one is rounded outwards or both are one, and frees what it draws", () => {
    const { bytes } = memoryStats();
    scope(() => {
      for (const [mean, std, a, b] of [
        [0, 1, -0.1, 0.1],
        [0, 1, 2.1, 2.2],
        [5, 0.3, 0.7, 5.1],
        [0, 1, 0.7, 0.7],
      ] as const) {
        const drawn = init.truncNormal_(zeros(1000), mean, std, a, b).toTypedArray();
        const inside = Math.fround(a) <= Math.min(...drawn) && Math.max(...drawn) <= Math.fround(b);
        expect(inside, `[${a}, ${b}]`).toBe(true);
      }
    });
    expect(memoryStats().bytes).toBe(bytes);
    const kept = zeros(1000);
    const before = memoryStats().bytes;
    init.truncNormal_(kept);
    init.truncNormal_(kept, 0, 1, 1, 1.5);
    expect(memoryStats().bytes).toBe(before);
    kept.dispose();
  });

  it("warns of a mean far from the bounds, once", () => {
    resetWarnings();
    warn.mockClear();
    for (let time = 0; time < 2; time++) init.truncNormal_(zeros(2), 0, 1, 3, 4);
    expect(warn.mock.calls).toEqual([
      [
        "bernoulli: mean is more than 2 std from [a, b] in init.truncNormal_. The distribution of values may be incorrect.",
      ],
    ]);
  });
});

const warn = vi.spyOn(console, "warn").mockImplementation(() => {});

describe("empty tensors", () => {
  afterEach(() => resetWarnings());

  it("are left alone, with a warning, as in PyTorch", () => {
    resetWarnings();
    warn.mockClear();
    const fc = new Linear(0, 2);
    expect(fc(zeros(3, 0)).toArray()).toEqual([
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
    expect(warn.mock.calls).toEqual([["bernoulli: Initializing zero-element tensors is a no-op"]]);
  });
});
