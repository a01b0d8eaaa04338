// What Keras 3 and TensorFlow Probability give (tooling/torch-fixtures/keras_run.py): outputs for the masks and the noise that they drew, the
// distribution that a local reparametrisation draws from, and the moments of Flipout.

import { readFileSync } from "node:fs";
import { F } from "@bernoulli/nn";
import { manualSeed, noGrad, ones, scope, type Tensor, tensor, withMasks, zeros } from "@bernoulli/tensor";
import { expectClose } from "@bernoulli/testing";
import { expect, it } from "vitest";
import * as dropouts from "./index.js";

interface Plain {
  readonly shape: readonly number[];
  readonly data: readonly number[];
}
interface Case {
  readonly name: string;
  readonly kind: string;
  readonly options: any;
  readonly [member: string]: any;
}

const file = new URL("../../../tooling/torch-fixtures/fixtures/keras.json", import.meta.url);
const { cases } = JSON.parse(readFileSync(file, "utf8")) as { readonly cases: readonly Case[] };
const made = ({ shape, data }: Plain) => tensor(data, { dtype: "float32" }).reshape(shape);
const training = true;

const kinds: Readonly<Record<string, (input: Tensor, options: any) => Tensor>> = {
  Dropout: (x, options) =>
    options.noiseShape === undefined
      ? F.dropout(x, { ...options, training })
      : dropouts.sharedDropout(x, { ...options, training }),
  SpatialDropout1D: (x, options) => dropouts.sharedDropout(x, { ...options, training }),
  SpatialDropout2D: (x, options) => dropouts.sharedDropout(x, { ...options, training }),
  SpatialDropout3D: (x, options) => dropouts.sharedDropout(x, { ...options, training }),
  AlphaDropout: (x, options) => F.alphaDropout(x, { ...options, training }),
  GaussianDropout: (x, options) => dropouts.gaussianDropout(x, { ...options, training }),
  GaussianNoise: (x, options) => dropouts.gaussianNoise(x, { ...options, training }),
};

const ofKeras = cases.filter(({ kind }) => kind in kinds);

it.each(ofKeras)("Keras: $name", ({ kind, options, input, output, mask, noise }) => {
  let asked = 0;
  const source = {
    mask: () => {
      asked++;
      return made(mask).ne(0);
    },
    noise: () => {
      asked++;
      return made(noise);
    },
  };
  const result = withMasks(source, () => kinds[kind]!(made(input), options));
  expect(asked).toBe(1);
  expect(result.shape).toEqual(output.shape);
  expectClose(result.toTypedArray(), output.data, { relative: 1e-5, absolute: 1e-6, label: kind });
});

it("each kind has a case, and draws as Keras does on the whole", () => {
  expect(new Set(ofKeras.map(({ kind }) => kind))).toEqual(new Set(Object.keys(kinds)));
  for (const { kind, noise } of ofKeras.filter(({ noise }) => noise !== undefined)) {
    const { data } = noise as Plain;
    const mean = data.reduce((sum, value) => sum + value, 0) / data.length;
    expect(Math.abs(mean), kind).toBeLessThan(5 / Math.sqrt(data.length));
  }
});

const caseOf = (kind: string) => cases.find((one) => one.kind === kind)!;
const posterior = ({ weight, deviation }: Case) => [made(weight as Plain), made(deviation as Plain)] as const;

it("TensorFlow Probability: a local reparametrisation draws from this distribution", () => {
  const golden = caseOf("DenseLocalReparameterization");
  const layer = new dropouts.SparseVariationalLinear(4, 5, { bias: false });
  const [weight, deviation] = posterior(golden);
  noGrad(() => {
    layer.weight.copy_(weight);
    layer.logSigma2.copy_(deviation.square().log());
  });
  const input = made(golden["input"]);
  const given = (value: number) =>
    withMasks({ mask: (_, draw) => draw(), noise: () => ones(3, 5).mul(value) }, () => layer(input));
  expectClose(given(0).toTypedArray(), golden["mean"].data, { relative: 1e-5, absolute: 1e-6, label: "mean" });
  const spread = given(1).sub(given(0));
  expectClose(spread.toTypedArray(), golden["spread"].data, { relative: 1e-3, absolute: 1e-4, label: "deviation" });
});

it("TensorFlow Probability: Flipout has these moments, and samples that are not correlated", () => {
  const golden = caseOf("DenseFlipout");
  const layer = new dropouts.FlipoutLinear(4, 5, { bias: false });
  const [weight, deviation] = posterior(golden);
  noGrad(() => {
    layer.weight.copy_(weight);
    // softplus's inverse.
    layer.rho.copy_(deviation.expm1().log());
  });
  const input = made(golden["input"]);
  manualSeed(1);
  const draws = 2000;
  const [sum, squares, products] = [zeros(3, 5), zeros(3, 5), zeros(5)];
  const mean = made(golden["mean"]);
  for (let at = 0; at < draws; at++)
    scope(() =>
      noGrad(() => {
        const off = layer(input).sub(mean);
        sum.add_(off);
        squares.add_(off.square());
        products.add_(off.at(0).mul(off.at(1)));
      }),
    );
  const variances = golden["variance"].data as number[];
  // Both are estimates: of ours the deviation is √(2/draws) of the variance, and more where tails are heavy.
  for (const [at, wanted] of variances.entries()) {
    const estimate = (sums: Tensor) => sums.flatten().at(at).item() / draws;
    expect(Math.abs(estimate(sum))).toBeLessThan(
      5 * Math.sqrt(wanted / draws) + 5 * Math.sqrt(wanted / golden["draws"]),
    );
    expect(Math.abs(estimate(squares) / wanted - 1)).toBeLessThan(0.12);
  }
  for (let unit = 0; unit < 5; unit++) {
    const scale = Math.sqrt(variances[unit]! * variances[5 + unit]!);
    expect(Math.abs(products.at(unit).item() / draws / scale)).toBeLessThan(0.1);
    expect(Math.abs((golden["covariance"].data as number[])[unit]! / scale)).toBeLessThan(0.05);
  }
});
