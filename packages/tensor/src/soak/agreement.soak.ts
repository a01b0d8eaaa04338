// Random shapes and attributes, forward and gradients, wasm against reference, for as long as one likes. The suite runs a
// few hundred such cases; this runs thousands. BERNOULLI_SOAK_CASES and BERNOULLI_SOAK_SEED change how many and which.

import { expectClose, seeded } from "@bernoulli/testing";
import { expect, it } from "vitest";
import {
  conv2d,
  type Device,
  logSoftmax,
  matmul,
  maxPool2d,
  memoryStats,
  scope,
  type Tensor,
  tensor,
} from "../index.js";

const cases = Number(process.env["BERNOULLI_SOAK_CASES"] ?? 3000);
const firstSeed = Number(process.env["BERNOULLI_SOAK_SEED"] ?? 1);

type Draw = (least: number, most: number) => number;

interface Case {
  readonly name: string;
  readonly shapes: readonly (readonly number[])[];
  run(...inputs: Tensor[]): Tensor;
}

function drawConvolution(draw: Draw): Case {
  const groups = draw(1, 3);
  const [perGroup, outPerGroup, kernelHeight, kernelWidth] = [draw(1, 5), draw(1, 6), draw(1, 5), draw(1, 5)];
  const dilation = [draw(1, 2), draw(1, 2)] as const;
  const padding = [draw(0, 3), draw(0, 3)] as const;
  const stride = [draw(1, 3), draw(1, 3)] as const;
  const height = Math.max(1, dilation[0] * (kernelHeight - 1) + 1 - 2 * padding[0]) + draw(0, 12);
  const width = Math.max(1, dilation[1] * (kernelWidth - 1) + 1 - 2 * padding[1]) + draw(0, 12);
  return {
    name: `conv2d ${JSON.stringify({ groups, kernelHeight, kernelWidth, dilation, padding, stride })}`,
    shapes: [
      [draw(1, 4), perGroup * groups, height, width],
      [outPerGroup * groups, perGroup, kernelHeight, kernelWidth],
      [outPerGroup * groups],
    ],
    run: (input, weight, bias) => conv2d(input, weight!, { bias: bias!, stride, padding, dilation, groups }),
  };
}

function drawPooling(draw: Draw): Case {
  const kernel = [draw(1, 4), draw(1, 4)] as const;
  const padding = [draw(0, Math.floor(kernel[0] / 2)), draw(0, Math.floor(kernel[1] / 2))] as const;
  const dilation = [draw(1, 2), draw(1, 2)] as const;
  const stride = [draw(1, 3), draw(1, 3)] as const;
  const ceilMode = draw(0, 1) === 1;
  const reach = kernel.map((size, at) => dilation[at as 0 | 1] * (size - 1) + 1);
  return {
    name: `maxPool2d ${JSON.stringify({ kernel, padding, dilation, stride, ceilMode })}`,
    shapes: [[draw(1, 3), draw(1, 4), reach[0]! + draw(0, 12), reach[1]! + draw(0, 12)]],
    run: (input) => maxPool2d(input, kernel, { padding, dilation, stride, ceilMode }),
  };
}

function drawProduct(draw: Draw): Case {
  const [m, k, n] = [draw(1, 70), draw(0, 70), draw(1, 70)];
  const [left, right] = [draw(0, 1) === 1, draw(0, 1) === 1];
  return {
    name: `matmul ${JSON.stringify({ m, k, n, left, right })}`,
    shapes: [left ? [k, m] : [m, k], right ? [n, k] : [k, n]],
    run: (a, b) => matmul(left ? a.t() : a, right ? b!.t() : b!),
  };
}

function drawPointwise(draw: Draw): Case {
  const rank = draw(0, 4);
  const shape = Array.from({ length: rank }, () => draw(0, 9));
  const stretched = shape.map((size) => (draw(0, 2) === 0 ? 1 : size)).slice(draw(0, rank));
  const dim = rank === 0 ? 0 : draw(-rank, rank - 1);
  return {
    name: `pointwise ${JSON.stringify({ shape, stretched, dim })}`,
    shapes: [shape, stretched],
    run: (a, b) => logSoftmax(a.mul(b!).add(a.relu()).sub(b!.exp()), dim).div(a.exp().add(1)),
  };
}

const kinds = [drawConvolution, drawPooling, drawProduct, drawPointwise];

it(`agrees with the reference on ${cases} random cases from seed ${firstSeed}`, { timeout: 3_600_000 }, () => {
  const before = memoryStats();
  for (let at = 0; at < cases; at++) {
    const random = seeded(firstSeed + at);
    const draw: Draw = (least, most) => least + Math.floor(random() * (most - least + 1));
    const chosen = kinds[at % kinds.length]!(draw);
    const values = chosen.shapes.map((shape) => {
      const count = shape.reduce((product, size) => product * size, 1);
      return Float32Array.from({ length: count }, () => (random() - 0.5) * 4);
    });
    const on = (device: Device) =>
      scope(() => {
        const inputs = values.map((data, input) =>
          tensor(data, { device }).view(chosen.shapes[input]!).requiresGrad_(),
        );
        const leaves = inputs.map((input) => input.detach().requiresGrad_());
        const output = chosen.run(...leaves);
        output.sum().backward();
        const results = [output.detach(), ...leaves.map((leaf) => leaf.grad!)].map((result) => result.toTypedArray());
        for (const leaf of leaves) leaf.grad = null;
        return results;
      });
    const [actual, expected] = [on("cpu"), on("reference")];
    for (const [part, wanted] of expected.entries()) {
      expectClose(actual[part]!, wanted, {
        absolute: 2e-4,
        relative: 2e-4,
        label: `case ${at}, ${chosen.name}, part ${part}`,
      });
    }
  }
  expect(memoryStats()).toEqual(before);
});
