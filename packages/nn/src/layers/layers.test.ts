// Layers against values that torch 2.15.0 computed, and their errors. Printing: print.test.ts; initial values: init.test.ts.
import { arange, Generator, manualSeed, ones, type Tensor, tensor } from "@bernoulli/tensor";
import { describe, expect, it } from "vitest";
import {
  AvgPool2d,
  Conv2d,
  CrossEntropyLoss,
  Dropout,
  F,
  Identity,
  Linear,
  LogSoftmax,
  MaxPool2d,
  type Module,
  ModuleList,
  NLLLoss,
  ReLU,
  Sequential,
  Sigmoid,
  Softmax,
  Tanh,
} from "../index.js";

const close = (actual: Tensor, expected: readonly number[]) => {
  const data = actual.toTypedArray();
  expect(data.length).toBe(expected.length);
  for (const [at, value] of expected.entries()) expect(data[at]).toBeCloseTo(value, 5);
};
const int32 = (labels: number[]) => tensor(labels, { dtype: "int32" });

describe("Linear and Conv2d", () => {
  it("compute what PyTorch does from the same seed", () => {
    manualSeed(1);
    const conv = new Conv2d(2, 2, [2, 3], { padding: "same", dilation: [1, 2] });
    const image = arange(24).to("float32").view(1, 2, 3, 4).div(10);
    close(
      conv(image),
      [
        0.2776263654232025, 0.2775539755821228, -0.004944637417793274, -0.003219708800315857, 0.2773370146751404,
        0.27726468443870544, 0.0019550174474716187, 0.003679901361465454, 0.13161063194274902, 0.131972074508667,
        0.10339468717575073, 0.11427494883537292, -0.3185986876487732, -0.3469417691230774, 0.06856519728899002,
        0.08138880133628845, -0.43197101354599, -0.4603140950202942, 0.11985965818166733, 0.13268336653709412,
        -0.1540663242340088, -0.16918790340423584, 0.6880037188529968, 0.7215155363082886,
      ],
    );
    close(new Linear(3, 2)(tensor([[1, 2, 3]])), [-0.34028542041778564, 1.797393560409546]);
  });

  it("take unbatched input", () => {
    expect(new Conv2d(2, 4, 3, { padding: "same" })(ones(2, 5, 5)).shape).toEqual([4, 5, 5]);
    expect(new Conv2d(2, 4, 2, { padding: "same" })(ones(2, 5, 5)).shape).toEqual([4, 5, 5]);
    expect(new Linear(3, 2)(ones(3)).shape).toEqual([2]);
    expect(new Linear(3, 2)(ones(4, 5, 3)).shape).toEqual([4, 5, 2]);
  });

  it("pass gradients through an odd padding", () => {
    const image = ones(1, 1, 3, 3, { requiresGrad: true });
    F.conv2d(image, ones(1, 1, 2, 2), null, { padding: "same" })
      .sum()
      .backward();
    // Each pixel is seen by the windows that end at it: one in the corner, two along the edges, four inside.
    expect(image.grad?.toArray()).toEqual([
      [
        [
          [1, 2, 2],
          [2, 4, 4],
          [2, 4, 4],
        ],
      ],
    ]);
  });

  it.each<[string, () => unknown, string]>([
    [
      "groups and inputs",
      () => new Conv2d(3, 4, 3, { groups: 2 }),
      "Conv2d: in_channels must be divisible by groups, but got 3 and groups=2",
    ],
    [
      "groups and outputs",
      () => new Conv2d(4, 3, 3, { groups: 2 }),
      "Conv2d: out_channels must be divisible by groups, but got 3 and groups=2",
    ],
    [
      "strided same",
      () => new Conv2d(4, 4, 3, { padding: "same", stride: 2 }),
      "Conv2d: padding='same' is not supported for strided convolutions",
    ],
    [
      "strided same, functional",
      () => F.conv2d(ones(1, 1, 3, 3), ones(1, 1, 3, 3), null, { padding: "same", stride: [1, 2] }),
      "conv2d: padding='same' is not supported for strided convolutions",
    ],
    [
      "padding string",
      () => new Conv2d(4, 4, 3, { padding: "full" as never }),
      "Conv2d: Invalid padding string 'full', should be one of 'valid', 'same'",
    ],
    [
      "padding string, functional",
      () => F.conv2d(ones(1, 1, 3, 3), ones(1, 1, 3, 3), null, { padding: "full" as never }),
      "conv2d: Invalid padding string: 'full'; take 'same' or 'valid'",
    ],
    [
      "kernel",
      () => new Conv2d(4, 4, [3, 3, 3] as never),
      "Conv2d: kernelSize must be an integer or a pair of them, but got [3, 3, 3]",
    ],
    ["stride", () => new Conv2d(4, 4, 3, { stride: 0 }), "Conv2d: stride must be a positive integer, but got 0"],
    ["features", () => new Linear(2.5, 1), "Linear: inFeatures must be a non-negative integer, but got 2.5"],
    [
      "input",
      () => new Linear(3, 2)(ones(4, 5)),
      "in Linear: linear: mat1 and mat2 shapes cannot be multiplied (4x5 and 3x2): the input [4, 5] must have 3 as its last size for the weight [2, 3]",
    ],
    [
      "weight",
      () => F.linear(ones(2, 2), ones(2, 2, 2)),
      "linear: expected a 2D weight [out, in], or 1D [in], but got [2, 2, 2]",
    ],
    [
      "bias",
      () => F.linear(ones(2, 2), ones(3, 2), ones(2)),
      "linear: expected a bias of shape [3] for the weight [3, 2], but got [2]",
    ],
    [
      "channels",
      () => new Conv2d(3, 4, 3)(ones(1, 2, 5, 5)),
      "in Conv2d: conv2d: given groups=1, weight of size [4, 3, 3, 3], expected input[1, 2, 5, 5] to have 3 channels, but got 2 channels instead",
    ],
  ])("error: %s", (_, body, text) => {
    expect(body).toThrow(text);
  });
});

describe("AvgPool2d, Tanh, Sigmoid and Softmax", () => {
  const image = arange(16).to("float32").view(1, 4, 4);

  it("are the functions of their names, with their own options", () => {
    const pool = new AvgPool2d(3, { stride: 2, padding: 1, ceilMode: true, countIncludePad: false });
    // torch.nn.AvgPool2d(3, 2, 1, True, False) of the same image.
    close(pool(image), [2.5, 4.0, 5.0, 8.5, 10.0, 11.0, 12.5, 14.0, 15.0]);
    expect(new AvgPool2d(2, 2)(image).toArray()).toEqual(F.avgPool2d(image, 2, 2).toArray());
    expect(new AvgPool2d(2, { divisorOverride: 1 })(image).toArray()).toEqual([
      [
        [10, 18],
        [42, 50],
      ],
    ]);
    const scores = tensor([
      [1, 2],
      [3, 5],
    ]);
    expect(new Tanh()(scores).toArray()).toEqual(F.tanh(scores).toArray());
    expect(new Sigmoid()(scores).toArray()).toEqual(F.sigmoid(scores).toArray());
    expect(new Softmax(1)(scores).toArray()).toEqual(F.softmax(scores, 1).toArray());
  });

  it("refuse what they cannot use", () => {
    expect(() => new AvgPool2d(0)).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: AvgPool2d: kernelSize must be a positive integer, but got 0]`,
    );
    expect(() => new AvgPool2d(2, { divisorOverride: 0 })).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: AvgPool2d: divisorOverride must not be zero]`,
    );
    expect(() => new AvgPool2d(2, { dilation: 2 } as never)).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: AvgPool2d: got an unexpected option dilation; take some of { stride, padding, ceilMode, countIncludePad, divisorOverride }]`,
    );
    expect(() => new Softmax("1" as never)).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: Softmax: dim must be given as an integer, but got "1"]`,
    );
  });
});

describe("MaxPool2d", () => {
  it("takes the stride second, among the options, or not at all", () => {
    const image = arange(16).to("float32").view(1, 4, 4);
    for (const pool of [new MaxPool2d(2, 2), new MaxPool2d(2, { stride: 2 }), new MaxPool2d(2)]) {
      expect(pool(image).toArray()).toEqual([
        [
          [5, 7],
          [13, 15],
        ],
      ]);
    }
    expect(new MaxPool2d(2, 1)(image).shape).toEqual([1, 3, 3]);
    expect(F.maxPool2d(image, 2, 1).shape).toEqual([1, 3, 3]);
    expect(F.maxPool2d(image, 2, [1, 2], { ceilMode: true }).shape).toEqual([1, 3, 2]);
    expect(() => new MaxPool2d(0)).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: MaxPool2d: kernelSize must be a positive integer, but got 0]`,
    );
  });
});

describe("Dropout", () => {
  it("drops what PyTorch drops", () => {
    manualSeed(123);
    const kept = new Dropout(0.5)(ones(6, 6)).toTypedArray();
    expect(Array.from(kept, (value) => (value === 0 ? "0" : "1")).join("")).toBe(
      "110110000101111101011001010101011110",
    );
    expect(new Set(kept)).toEqual(new Set([0, 2]));
  });

  it("returns its very input in evaluation mode, at p = 0 and where there is nothing", () => {
    const input = ones(3);
    const empty = ones(0);
    expect(new Dropout().eval()(input)).toBe(input);
    expect(new Dropout(0)(input)).toBe(input);
    expect(new Dropout()(empty)).toBe(empty);
    expect(new Dropout(0, { inplace: true })(input)).toBe(input);
    expect(new Dropout(1)(input).toArray()).toEqual([0, 0, 0]);
  });

  it("draws from its own generator and writes in place", () => {
    const input = ones(24);
    const inPlace = new Dropout(0.25, { inplace: true, generator: new Generator({ seed: 0 }) });
    expect(inPlace(input)).toBe(input);
    expect(Array.from(input.toTypedArray(), (value) => (value === 0 ? "0" : "1")).join("")).toBe(
      "011010111111111111101111",
    );
    const x = ones(4, { requiresGrad: true });
    const dropped = new Dropout(0.5, { inplace: true })(x.mul(3));
    dropped.sum().backward();
    expect(x.grad?.toArray()).toEqual(dropped.toArray());
  });

  it.each([1.5, -0.1, Number.NaN])("refuses p = %d", (p) => {
    expect(() => new Dropout(p)).toThrow(`dropout probability has to be between 0 and 1, but got ${p}`);
  });

  it("has no default for training in functional form", () => {
    // @ts-expect-error: training is required
    expect(() => F.dropout(ones(2), { p: 0.5 })).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: dropout: training must be given, true or false, but got undefined; in a module pass { training: this.training }]`,
    );
  });
});

describe("losses", () => {
  const scores = tensor([
    [1, 2, 3],
    [3, 2, 1],
    [0, 0.5, 0],
  ]);

  it("give PyTorch's values, the weight being a buffer", () => {
    const criterion = new CrossEntropyLoss({ weight: tensor([1, 2, 3]), ignoreIndex: 1, labelSmoothing: 0.1 });
    expect(criterion(scores, int32([0, 1, 2])).item()).toBeCloseTo(1.525514841079712, 6);
    expect(Object.keys(criterion.stateDict())).toEqual(["weight"]);
    expect(Object.keys(new CrossEntropyLoss().stateDict())).toEqual([]);
    const likelihood = new NLLLoss({ reduction: "sum" });
    expect(likelihood(new LogSoftmax(1)(scores), int32([0, 1, 2])).item()).toBeCloseTo(5.109588623046875, 5);
    expect(likelihood(F.logSoftmax(scores, 1), int32([0, 1, 2])).item()).toBeCloseTo(5.109588623046875, 5);
  });

  it("refuse labels out of range", () => {
    expect(() => new CrossEntropyLoss()(scores, int32([0, 1, 3]))).toThrowErrorMatchingInlineSnapshot(
      `[IndexError: in CrossEntropyLoss: crossEntropy: Target 3 is out of bounds: at position 2, with 3 classes (labels 0 to 2)]`,
    );
  });
});

describe("ReLU", () => {
  it("in place writes over its input", () => {
    const input = tensor([-1, 2]);
    expect(new ReLU({ inplace: true })(input)).toBe(input);
    expect(input.toArray()).toEqual([0, 2]);
    expect(new ReLU()(tensor([-3, 4])).toArray()).toEqual([0, 4]);
  });
});

describe("Sequential", () => {
  it("has the types of its ends", () => {
    const model = new Sequential(new Linear(3, 4), new ReLU(), new Linear(4, 2));
    const output: Tensor = model(ones(5, 3));
    expect(output.shape).toEqual([5, 2]);
    // @ts-expect-error: the first layer wants a Tensor
    expect(() => model(3)).toThrow();
    // @ts-expect-error: the loss wants two arguments and the layer before gives one tensor
    expect(() => new Sequential(new Linear(3, 4), new CrossEntropyLoss())(ones(1, 3))).toThrow();
  });

  it("returns its input where it is empty, and calls a repeated layer again", () => {
    const input = ones(2, 2);
    expect(new Sequential()(input)).toBe(input);
    const layer = new Linear(2, 2);
    const twice = new Sequential(layer, layer);
    expect(twice(input).toArray()).toEqual(layer(layer(input)).toArray());
    expect([twice.length, [...twice].length, [...twice.parameters()].length]).toEqual([2, 2, 2]);
    expect(twice[1]).toBe(layer);
  });

  it("takes names", () => {
    const layers: Record<string, Module> = { fc: new Linear(3, 2), relu: new ReLU() };
    const model = new Sequential(layers);
    expect(model(ones(1, 3)).shape).toEqual([1, 2]);
    expect(String(model)).toMatchInlineSnapshot(`
      "Sequential(
        (fc): Linear(in_features=3, out_features=2, bias=True)
        (relu): ReLU()
      )"
    `);
    expect(() => new Sequential({ forward: new ReLU() })).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: Sequential: attribute 'forward' already exists; give the layer another name]`,
    );
    expect(() => new Sequential({ "a.b": new ReLU() })).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: Sequential: module name can't be empty or contain ".", got "a.b"]`,
    );
    expect(() => new Sequential(3 as never)).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: Sequential: number is not a Module subclass: layer "0" must be a module (functions go into a forward of your own)]`,
    );
  });
});

describe("ModuleList", () => {
  it("is indexed, walked and extended", () => {
    const list = new ModuleList([new Linear(2, 3), new Linear(3, 4)])
      .extend([new Linear(4, 5)])
      .append(new Linear(5, 6));
    expect([list.length, list[2]?.outFeatures, list.at(-1).outFeatures]).toEqual([4, 5, 6]);
    let x = ones(1, 2);
    for (const layer of list) x = layer(x);
    expect(x.shape).toEqual([1, 6]);
    expect(() => list.at(4)).toThrowErrorMatchingInlineSnapshot(
      `[IndexError: ModuleList: index 4 is out of range for 4 modules]`,
    );
    expect(() => list()).toThrowErrorMatchingInlineSnapshot(
      `[BernoulliError: in ModuleList: Module [ModuleList] is missing the required "forward" function; call its elements: for (const layer of list) x = layer(x)]`,
    );
    expect(() => list.append(3 as never)).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: ModuleList: number is not a Module subclass]`,
    );
  });
});

describe("Identity", () => {
  it("gives back what it gets", () => {
    const x = ones(2);
    const y: Tensor = new Identity()(x) as Tensor;
    expect(y).toBe(x);
  });
});
