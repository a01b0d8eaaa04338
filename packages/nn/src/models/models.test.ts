// The models against their PyTorch versions (family "models" of tooling/torch-fixtures): keys, first weights, output, gradients, draws.

import { compile, linspace, manualSeed, mul, noGrad, rand, type Tensor, tensor } from "@bernoulli/tensor";
import { expectClose, type FixtureTensor, loadFixtures, thrown, Variants } from "@bernoulli/testing";
import { describe, expect, it, test } from "vitest";
import type { Linear, Module } from "../index.js";
import * as models from "./index.js";

const made = ({ data, dtype, shape }: FixtureTensor): Tensor => tensor(data, { dtype }).view(shape);

interface Entry {
  readonly shape: readonly number[];
  readonly sum: number;
  readonly first: readonly number[];
}

/** A class, or a function that makes one. */
function make(name: string, given: readonly unknown[]): Module {
  const found = models[name as keyof typeof models] as unknown as new (...all: unknown[]) => Module;
  return /^[a-z]/.test(name) ? (found as unknown as (...all: unknown[]) => Module)(...given) : new found(...given);
}

const variants = new Variants("packages/nn/src/models/models.test.ts");
const { cases } = loadFixtures("models");

describe("models", () => {
  test.each(variants.of("models", cases, ({ name }) => name))("$name", (golden) => {
    manualSeed(golden["seed"]);
    const model = make(golden["make"], golden["arguments"]);
    expect(rand(1).item(), "the generator behind it").toBe(golden["nextRandom"]);
    const state = golden["state"] as Readonly<Record<string, Entry>>;
    const own = model.stateDict();
    expect(Object.keys(own)).toEqual(Object.keys(state));
    for (const [key, { shape, sum, first }] of Object.entries(state)) {
      expect(own[key]!.shape, key).toEqual(shape);
      const flat = own[key]!.reshape(-1);
      expectClose(flat.narrow(0, 0, first.length), first, { relative: 1e-6, absolute: 1e-9, label: key });
      // Elements beside zero cancel: what a sum errs by is their number's root times their size.
      const size = Math.sqrt(flat.numel()) * Math.max(...first.map(Math.abs), 0.05);
      expectClose([flat.to("float64").sum().item()], [sum], { absolute: 1e-5 * size, label: `sum of ${key}` });
    }
    if (model instanceof models.VisionTransformer)
      noGrad(() => {
        const { weight } = [...model.heads][0] as Linear;
        weight.copy_(linspace(-1, 1, weight.numel()).view(weight.shape));
      });
    const input = made(golden["input"]);
    const forward = model as unknown as (input: Tensor) => Tensor;
    model.eval();
    const evaluated = noGrad(() => forward(input));
    const near = { norm: 2e-5 };
    expectClose(evaluated, (golden["evaluation"]["output"] as FixtureTensor).data, near);
    const { training } = golden;
    const isDouble = training?.output.dtype === "float64";
    if (isDouble) model.to("float64");
    const given = isDouble && input.dtype === "float32" ? input.to("float64") : input;
    const norms = Object.values((training?.gradients ?? {}) as Readonly<Record<string, number>>);
    // Of a bias in front of a batch norm the gradient is nothing but rounding.
    const beside = isDouble
      ? { relative: 1e-7, absolute: 1e-9 }
      : { relative: 0.05, absolute: 1e-5 * Math.max(...norms) };
    for (const compiled of training === null ? [] : [false, true]) {
      model.train();
      manualSeed(golden["seed"] + 1);
      const step = () => {
        model.zeroGrad();
        const output = forward(given);
        mul(output, made(training["weights"])).sum().backward();
        return output;
      };
      const output = compiled ? compile(step)() : step();
      expect(rand(1).item(), "the generator behind a step").toBe(training["nextRandom"]);
      expectClose(output, (training["output"] as FixtureTensor).data, { norm: isDouble ? 1e-9 : 3e-4 });
      for (const [key, parameter] of model.namedParameters()) {
        const norm = parameter.grad!.to("float64").square().sum().sqrt().item();
        expectClose([norm], [training["gradients"][key] as number], { ...beside, label: key });
      }
    }
    model.dispose();
  });
});

variants.tell(it);

describe("GPT", () => {
  it("writes on, of the likeliest alone where it is asked to", () => {
    manualSeed(1);
    const model = new models.GPT({ vocabSize: 5, blockSize: 4, nLayer: 1, nHead: 1, nEmbd: 8, dropout: 0 }).eval();
    const start = tensor([[1, 2, 3]], { dtype: "int32" });
    const written = model.generate(start, 6, { topK: 1 });
    expect([written.shape, written.dtype]).toEqual([[1, 9], "int32"]);
    // The likeliest is no draw.
    expect(model.generate(start, 6, { topK: 1, temperature: 3 }).toArray()).toEqual(written.toArray());
    model.dispose();
  });
});

it("refuses what cannot be, and says so", () => {
  const gpt = { vocabSize: 5, blockSize: 4, nLayer: 1, nHead: 2, nEmbd: 8 };
  const refused = [
    () => models.resnet18({ weights: "DEFAULT" } as never),
    () => models.resnet18({ classes: 3 } as never),
    () => new models.GPT({ ...gpt, nEmbd: 9 }),
    () => new models.GPT(gpt)(tensor([[1, 2, 3, 4, 0]], { dtype: "int32" })),
    () => new models.VisionTransformer({ imageSize: 10, patchSize: 4 }),
  ];
  expect(refused.map(thrown)).toMatchInlineSnapshot(`
    [
      "ArgumentError: resnet18: no pretrained weights are fetched here; make the model, and model.loadStateDict(await loadFile("resnet18.safetensors")) with torchvision's weights as safetensors",
      "ArgumentError: resnet18: got an unexpected option classes; take some of { numClasses, zeroInitResidual }",
      "ArgumentError: GPT: nEmbd must be divisible by nHead, but got 9 and nHead=2",
      "ShapeError: in GPT: GPT: expected tokens of shape (N, T) with T of at most blockSize=4, got [1, 5]; cut the context",
      "ArgumentError: VisionTransformer: Input shape indivisible by patch size! imageSize is 10, patchSize 4",
    ]
  `);
});
