// Layers whose weight is split or divided against PyTorch's, by nn.utils and by nn.utils.parametrizations.

import { ones, tensor } from "@bernoulli/tensor";
import { expect, it } from "vitest";
import { Conv2d, Linear, type Module, utils } from "../index.js";
import { type LayerGoldens, testLayerGoldens } from "../layers/golden.testing.js";

type LayerClass = new (...given: any[]) => Module;

const made = (
  Layer: LayerClass,
  change: (layer: any, options: any) => Module,
): LayerGoldens & { Layer: LayerClass } => ({
  Layer,
  make: (args, options) => change(new Layer(...args), options),
});

const ways: Readonly<Record<string, (layer: any, options: any) => Module>> = {
  WeightNorm: (layer, { dim = 0 }) => utils.weightNorm(layer, "weight", dim),
  SpectralNorm: (layer, options) => utils.spectralNorm(layer, "weight", options),
  WeightNormed: (layer, { dim = 0 }) => utils.parametrizations.weightNorm(layer, "weight", dim),
  SpectralNormed: (layer, options) => utils.parametrizations.spectralNorm(layer, "weight", options),
};

testLayerGoldens(
  Object.fromEntries(
    Object.entries(ways).flatMap(([name, change]) => [
      [`${name}Linear`, made(Linear, change)],
      [`${name}Conv2d`, made(Conv2d, change)],
    ]),
  ),
);

it("makes one weight of them again", () => {
  for (const remove of [
    () => utils.removeWeightNorm(utils.weightNorm(new Linear(3, 2))),
    () => utils.removeSpectralNorm(utils.spectralNorm(new Linear(3, 2))),
    () => utils.parametrize.removeParametrizations(utils.parametrizations.weightNorm(new Linear(3, 2)), "weight"),
  ]) {
    const layer = remove();
    expect(Object.keys(layer.stateDict())).toEqual(["bias", "weight"]);
    expect(String(layer)).toBe("Linear(in_features=3, out_features=2, bias=True)");
    expect(layer(ones(1, 3)).requiresGrad).toBe(true);
  }
});

it("refuses what is no parameter, or normed already", () => {
  const layer = utils.weightNorm(new Linear(3, 2));
  expect(() => utils.weightNorm(layer)).toThrowErrorMatchingInlineSnapshot(
    `[ArgumentError: weightNorm: Cannot register two weight_norm hooks on the same parameter weight]`,
  );
  expect(() => utils.spectralNorm(new Linear(3, 2), "wait")).toThrowErrorMatchingInlineSnapshot(
    `[ArgumentError: spectralNorm: the module has no parameter 'wait'; it has weight, bias]`,
  );
  expect(() => utils.weightNorm(new Linear(3, 2, { bias: false }), "bias")).toThrowErrorMatchingInlineSnapshot(
    `[ArgumentError: weightNorm: cannot be applied as parameter 'bias' is null]`,
  );
  expect(() => utils.removeSpectralNorm(layer)).toThrowErrorMatchingInlineSnapshot(
    `[ArgumentError: removeSpectralNorm: spectral_norm of 'weight' not found in Linear]`,
  );
  expect(() => utils.spectralNorm(new Linear(3, 2), "weight", 0)).toThrowErrorMatchingInlineSnapshot(
    `[ArgumentError: spectralNorm: Expected n_power_iterations to be positive, but got n_power_iterations=0]`,
  );
  expect(() => {
    (layer as { weight: unknown }).weight = tensor([1]);
  }).toThrowErrorMatchingInlineSnapshot(`[ArgumentError: weight is computed of other parameters here; write to those]`);
});
