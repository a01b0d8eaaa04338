// Loss layers against PyTorch's: options, texts, factors as buffers, gradients of two orders, and compiled.

import { ones, tensor } from "@bernoulli/tensor";
import { describe, expect, it } from "vitest";
import * as nn from "../../index.js";
import { type GoldenLayers, testLayerGoldens } from "../golden.testing.js";

/** Factors come as what the fixtures hold of a tensor. */
const made = (value: any): unknown =>
  value !== null && typeof value === "object" && "data" in value
    ? tensor(value.data, { dtype: value.dtype }).view(value.shape)
    : value;

const losses = {
  BCELoss: nn.BCELoss,
  BCEWithLogitsLoss: nn.BCEWithLogitsLoss,
  CosineEmbeddingLoss: nn.CosineEmbeddingLoss,
  CrossEntropyLoss: nn.CrossEntropyLoss,
  CTCLoss: nn.CTCLoss,
  GaussianNLLLoss: nn.GaussianNLLLoss,
  HingeEmbeddingLoss: nn.HingeEmbeddingLoss,
  HuberLoss: nn.HuberLoss,
  KLDivLoss: nn.KLDivLoss,
  L1Loss: nn.L1Loss,
  MarginRankingLoss: nn.MarginRankingLoss,
  MSELoss: nn.MSELoss,
  MultiLabelMarginLoss: nn.MultiLabelMarginLoss,
  MultiLabelSoftMarginLoss: nn.MultiLabelSoftMarginLoss,
  MultiMarginLoss: nn.MultiMarginLoss,
  NLLLoss: nn.NLLLoss,
  PoissonNLLLoss: nn.PoissonNLLLoss,
  SmoothL1Loss: nn.SmoothL1Loss,
  SoftMarginLoss: nn.SoftMarginLoss,
  TripletMarginLoss: nn.TripletMarginLoss,
  TripletMarginWithDistanceLoss: nn.TripletMarginWithDistanceLoss,
} as const;

const goldens = Object.fromEntries(
  Object.entries(losses).map(([name, Layer]) => {
    const make = (_: readonly unknown[], options: Readonly<Record<string, unknown>>) => {
      const own = Object.entries(options).map(([key, value]) => [key, made(value)]);
      return new (Layer as new (options: object) => nn.Module)(Object.fromEntries(own));
    };
    return [name, { Layer, make }];
  }),
) as unknown as GoldenLayers;

testLayerGoldens(goldens);

describe("loss layers", () => {
  it.each(Object.entries(losses))("%s takes reduction, not size_average", (name, Layer) => {
    const Made = Layer as new (...given: any[]) => { readonly reduction: string };
    expect(new Made({ reduction: "sum" }).reduction).toBe("sum");
    const cure = `${name}: size_average and reduce, which PyTorch has deprecated, are not taken; write { reduction: "sum" }`;
    expect(() => new Made({ sizeAverage: false })).toThrow(cure);
    expect(() => new Made({ reduction: "average" })).toThrow(`${name}: average is not a valid value for reduction`);
  });

  it("take their first options in PyTorch's places", () => {
    expect(new nn.HuberLoss("sum", 2).delta).toBe(2);
    expect(new nn.MarginRankingLoss(0.3).margin).toBe(0.3);
    expect(new nn.TripletMarginLoss(2, 1).p).toBe(1);
    const { blank, reduction, zeroInfinity } = new nn.CTCLoss(1, "sum", true);
    expect([blank, reduction, zeroInfinity]).toEqual([1, "sum", true]);
    expect(new nn.CrossEntropyLoss(ones(3)).weight!.shape).toEqual([3]);
    expect(Object.keys(new nn.BCEWithLogitsLoss({ posWeight: ones(2) }).stateDict())).toEqual(["pos_weight"]);
  });

  it("refuse margins and powers when they are made", () => {
    expect(() => new nn.TripletMarginLoss(0)).toThrow(
      "TripletMarginLoss: expected margin to be greater than 0, got 0 instead",
    );
    expect(() => new nn.MultiMarginLoss(3)).toThrow("MultiMarginLoss: only p == 1 and p == 2 supported, but got 3");
  });
});
