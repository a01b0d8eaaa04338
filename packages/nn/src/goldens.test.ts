// Layers against torch's: their first weights with the generator behind them (family "init" of tooling/torch-fixtures),
// and how they print (family "printing").

import { manualSeed, rand, type Tensor, zeros } from "@bernoulli/tensor";
import { expectClose, type FixtureTensor, loadFixtures } from "@bernoulli/testing";
import { describe, expect, it, test } from "vitest";
import {
  Conv2d,
  CrossEntropyLoss,
  Dropout,
  Flatten,
  Identity,
  init,
  Linear,
  LogSoftmax,
  MaxPool2d,
  type Module,
  ModuleList,
  NLLLoss,
  ReLU,
  Sequential,
} from "./index.js";

const layers = { Linear, Conv2d } as const;

/** The fixture names each module by the Python that makes it. */
const modules: Readonly<Record<string, () => Module>> = {
  "Linear(3, 4)": () => new Linear(3, 4),
  "Linear(3, 4, bias=False)": () => new Linear(3, 4, { bias: false }),
  "Conv2d(3, 32, 3)": () => new Conv2d(3, 32, 3),
  "Conv2d(4, 8, (3, 5), stride=2, padding=1, dilation=2, groups=2, bias=False)": () =>
    new Conv2d(4, 8, [3, 5], { stride: 2, padding: 1, dilation: 2, groups: 2, bias: false }),
  "Conv2d(3, 8, 3, padding=(0, 2))": () => new Conv2d(3, 8, 3, { padding: [0, 2] }),
  "Conv2d(3, 8, 3, padding='same')": () => new Conv2d(3, 8, 3, { padding: "same" }),
  "Conv2d(3, 8, 3, padding='valid')": () => new Conv2d(3, 8, 3, { padding: "valid" }),
  "MaxPool2d(2)": () => new MaxPool2d(2),
  "MaxPool2d(2, 2)": () => new MaxPool2d(2, 2),
  "MaxPool2d((3, 2), stride=(2, 1), padding=1, dilation=2, ceil_mode=True)": () =>
    new MaxPool2d([3, 2], { stride: [2, 1], padding: 1, dilation: 2, ceilMode: true }),
  "Dropout()": () => new Dropout(),
  "Dropout(0.25, inplace=True)": () => new Dropout(0.25, { inplace: true }),
  "ReLU()": () => new ReLU(),
  "ReLU(inplace=True)": () => new ReLU({ inplace: true }),
  "Flatten()": () => new Flatten(),
  "Flatten(0, 1)": () => new Flatten(0, 1),
  "Identity()": () => new Identity(),
  "LogSoftmax(1)": () => new LogSoftmax(1),
  "CrossEntropyLoss()": () => new CrossEntropyLoss(),
  "CrossEntropyLoss(reduction='sum', label_smoothing=0.1)": () =>
    new CrossEntropyLoss({ reduction: "sum", labelSmoothing: 0.1 }),
  "NLLLoss()": () => new NLLLoss(),
  "Sequential()": () => new Sequential(),
  "ModuleList()": () => new ModuleList(),
  "ModuleList([ReLU()] * 3)": () => new ModuleList([new ReLU(), new ReLU(), new ReLU()]),
  "ModuleList([ReLU(), ReLU(), Linear(2, 2), Linear(2, 2), Linear(2, 3), ReLU()])": () =>
    new ModuleList<Module>([new ReLU(), new ReLU(), new Linear(2, 2), new Linear(2, 2), new Linear(2, 3), new ReLU()]),
  "ModuleList([Sequential(ReLU(), Identity()), Sequential(ReLU(), Identity())])": () =>
    new ModuleList([new Sequential(new ReLU(), new Identity()), new Sequential(new ReLU(), new Identity())]),
  "Sequential(ReLU(), ReLU())": () => new Sequential(new ReLU(), new ReLU()),
  "ModuleList([ModuleList([ReLU(), ReLU()])])": () => new ModuleList([new ModuleList([new ReLU(), new ReLU()])]),
};

describe("first weights", () => {
  test.each(loadFixtures("init").cases.filter(({ layer }) => layer in layers))("$name", (golden) => {
    manualSeed(golden["seed"]);
    const layer = new (
      layers[golden["layer"] as keyof typeof layers] as unknown as new (
        ...given: unknown[]
      ) => Module
    )(...golden["arguments"]);
    const wanted = golden["parameters"] as Readonly<Record<string, FixtureTensor>>;
    const own = [...layer.namedParameters()];
    expect(own.map(([name]) => name)).toEqual(Object.keys(wanted));
    for (const [name, parameter] of own) expectClose(parameter, wanted[name]!.data, { label: name });
    expect(rand(1).item()).toBe(golden["nextRandom"]);
  });
});

describe("truncNormal_", () => {
  test.each(loadFixtures("init").cases.filter(({ name }) => name.startsWith("truncNormal_/")))("$name", (golden) => {
    manualSeed(golden["seed"]);
    const made = zeros(golden["shape"], { dtype: golden["dtype"] });
    const { mean, std, a, b } = golden["arguments"];
    const target = golden["permute"] === null ? made : made.permute(golden["permute"]);
    expect(init.truncNormal_(target, mean, std, a, b)).toBe(target);
    // Doubles, and what is drawn one by one, are made with the platform's logarithm and sine.
    const [relative, absolute] = golden["dtype"] === "float64" ? [1e-14, 1e-16] : [0, 0];
    const { data } = golden["output"] as FixtureTensor;
    expectClose(target.reshape(-1).slice(0, 0, data.length), data, { relative, absolute });
    expect(rand(1).item()).toBe(golden["nextRandom"]);
  });
});

describe("fills", () => {
  const fills: Readonly<Record<string, (tensor: Tensor, given: any) => Tensor>> = {
    eye_: init.eye_,
    dirac_: (tensor, options) => init.dirac_(tensor, options),
    orthogonal_: (tensor, options) => init.orthogonal_(tensor, options),
    sparse_: (tensor, { sparsity, ...options }) => init.sparse_(tensor, sparsity, options),
  };
  test.each(loadFixtures("init").cases.filter(({ name }) => name.startsWith("fill/")))("$name", (golden) => {
    manualSeed(golden["seed"]);
    const made = zeros(golden["shape"], { dtype: golden["dtype"] }).fill_(9);
    const target = golden["permute"] === null ? made : made.permute(golden["permute"]);
    expect(fills[golden["of"] as string]!(target, golden["arguments"])).toBe(target);
    const absolute = golden["of"] === "orthogonal_" ? (golden["dtype"] === "float64" ? 1e-14 : 2e-6) : 0;
    // Doubles are made with the platform's logarithm and sine.
    const relative = golden["dtype"] === "float64" ? 1e-14 : 0;
    expectClose(target, (golden["output"] as FixtureTensor).data, { absolute, relative });
    expect(rand(1).item()).toBe(golden["nextRandom"]);
  });
});

describe("printing", () => {
  const printed = loadFixtures("printing").cases.filter(({ name }) => name.startsWith("module/"));
  const single = printed.filter(({ name }) => name.includes("("));

  test.each(single)("$name", ({ name, text }) => {
    expect(String(modules[name.slice("module/".length)]!())).toBe(text);
  });

  it("every module of the table is in the fixture", () => {
    expect(single.map(({ name }) => name.slice("module/".length)).sort()).toEqual(Object.keys(modules).sort());
  });
});
