// Layers whose weight is split or divided against PyTorch's, by nn.utils and by nn.utils.parametrizations.

import { eye, linalg, ones, randn, type Tensor, tensor } from "@bernoulli/tensor";
import { expectClose } from "@bernoulli/testing";
import { describe, expect, it } from "vitest";
import { Conv2d, Linear, type Module, Parameter, utils } from "../index.js";
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

const orthogonal = (layer: Linear, options: any) => utils.parametrizations.orthogonal(layer, "weight", options);

describe("orthogonal", () => {
  // What it is at first is another library's QR decomposition, in float32.
  const normed = { ...made(Linear, orthogonal), first: 1e-4 };
  testLayerGoldens({ OrthogonalSquare: normed, OrthogonalWide: normed, OrthogonalTall: normed });

  it("keeps what is orthogonal, is assigned to, and stays so in training", () => {
    const weight = linalg.qr(randn(4, 4)).Q;
    for (const orthogonalMap of ["matrix_exp", "cayley", "householder"] as const) {
      const layer = new Linear(4, 4);
      layer.weight.data.copy_(weight);
      orthogonal(layer, { orthogonalMap });
      expectClose(layer.weight, weight.reshape(-1).toTypedArray(), { relative: 1e-5, absolute: 1e-5 });
      (layer as { weight: Tensor }).weight = weight.t();
      expectClose(layer.weight, weight.t().reshape(-1).toTypedArray(), { relative: 1e-5, absolute: 1e-5 });
      layer(ones(1, 4)).sum().backward();
      for (const parameter of layer.parameters())
        if (parameter.grad !== null) parameter.data.sub_(parameter.grad.mul(0.1));
      const product = layer.weight.matmul(layer.weight.t());
      expectClose(product, eye(4).reshape(-1).toTypedArray(), { absolute: 1e-5, relative: 0 });
    }
  });

  it("refuses what is no matrix, and what has no way back", () => {
    expect(() => utils.parametrizations.orthogonal(new Linear(3, 2), "bias")).toThrowErrorMatchingInlineSnapshot(
      `[ShapeError: orthogonal: Expected a matrix or batch of matrices. Got a tensor of 1 dimensions.]`,
    );
    expect(() => utils.parametrizations.orthogonal(new Linear(3, 2), "wait")).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: orthogonal: Module 'Linear' has no parameter or buffer with name 'wait']`,
    );
    expect(() => orthogonal(new Linear(3, 2), { orthogonalMap: "qr" })).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: orthogonal: orthogonalMap has to be one of "matrix_exp", "cayley", "householder". Got: "qr"]`,
    );
    const layer = orthogonal(new Linear(3, 2), { orthogonalMap: "cayley", useTrivialization: false });
    expect(() => {
      layer.weight = new Parameter(ones(2, 3));
    }).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: parametrization _Orthogonal does not implement rightInverse.]`,
    );
  });
});

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
