// That numbers out of proportion stay where they are seen: beside them Winograd's algorithm errs no more than the bound that
// kernels/outliers.ts states, in all passes, eager and compiled.

import { seeded } from "@bernoulli/testing";
import { describe, expect, it } from "vitest";
import { compile, conv2d, manualSeed, maxPool2d, ones, randn, scope, type Tensor } from "../../../index.js";

const epsilon = 2 ** -24;
const [multiple, proportion] = [16, 2 ** 10] as const;

interface Case {
  readonly name: string;
  readonly kernel: 3 | 5;
  readonly stride: 1 | 2;
  readonly rule: RegExp;
  readonly precision?: "highest";
}

const cases: readonly Case[] = [
  { name: "tiles of four", kernel: 3, stride: 1, rule: /Winograd/ },
  { name: "five by five", kernel: 5, stride: 1, rule: /Winograd/ },
  { name: "in steps of two", kernel: 3, stride: 2, rule: /Winograd/ },
  { name: "tiles of two", kernel: 3, stride: 1, rule: /./, precision: "highest" },
];

/** In float64: what each number of the three passes is, and the sums of magnitudes that its error is measured by. */
function exact({ kernel, stride }: Case, x: Tensor, w: Tensor, g: Tensor) {
  const [batch, inputs, rows, columns] = x.shape as [number, number, number, number];
  const [, outputs, outputRows, outputColumns] = g.shape as [number, number, number, number];
  const [images, weights, gradients] = [x.toTypedArray(), w.toTypedArray(), g.toTypedArray()];
  const [common, commonGradient] = [typical(images, batch), typical(gradients, batch)];
  const of = (length: number) => ({ value: new Float64Array(length), allowed: new Float64Array(length) });
  const [output, dx, dw] = [of(gradients.length), of(images.length), of(weights.length)];
  const padding = (kernel - 1) / 2;
  const add = (to: typeof output, at: number, a: number, b: number, seenBeside: number) => {
    to.value[at]! += a * b;
    to.allowed[at]! += multiple * epsilon * (Math.abs(a * b) + seenBeside);
  };
  for (let n = 0; n < batch; n += 1)
    for (let o = 0; o < outputs; o += 1)
      for (let r = 0; r < outputRows; r += 1)
        for (let c = 0; c < outputColumns; c += 1) {
          const at = ((n * outputs + o) * outputRows + r) * outputColumns + c;
          for (let i = 0; i < inputs; i += 1)
            for (let u = 0; u < kernel; u += 1)
              for (let v = 0; v < kernel; v += 1) {
                const [row, column] = [r * stride + u - padding, c * stride + v - padding];
                const place = ((o * inputs + i) * kernel + u) * kernel + v;
                const inside = row >= 0 && column >= 0 && row < rows && column < columns;
                const from = ((n * inputs + i) * rows + row) * columns + column;
                const [weight, gradient] = [weights[place]!, gradients[at]!];
                const image = inside ? images[from]! : 0;
                const [ofImage, ofGradient] = [common[n]! * proportion, commonGradient[n]! * proportion];
                add(output, at, weight, image, Math.abs(weight) * ofImage);
                add(dw, place, gradient, image, Math.abs(gradient) * ofImage + Math.abs(image) * ofGradient);
                if (inside) add(dx, from, weight, gradient, 0);
              }
        }
  // Of a gradient's pixel the whole kernel, at a border too.
  const ofChannel = new Float64Array(inputs);
  for (const [place, one] of weights.entries()) ofChannel[Math.floor(place / kernel ** 2) % inputs]! += Math.abs(one);
  for (let at = 0; at < dx.allowed.length; at += 1) {
    const [n, i] = [Math.floor(at / (inputs * rows * columns)), Math.floor(at / (rows * columns)) % inputs];
    dx.allowed[at]! += multiple * epsilon * ofChannel[i]! * commonGradient[n]! * proportion;
  }
  return [output, dx, dw];
}

/** The power of two that most of an image's numbers are near. */
function typical(numbers: ArrayLike<number>, batch: number): number[] {
  const length = numbers.length / batch;
  return Array.from({ length: batch }, (_, image) => {
    const own = Array.from({ length }, (_, at) => Math.abs(numbers[image * length + at]!)).filter((one) => one > 0);
    return 2 ** (own.reduce((sum, one) => sum + Math.log2(one), 0) / own.length);
  });
}

describe("beside numbers out of proportion", () => {
  it("an output that does not see one is as if it were not there", () => {
    const seen = scope(() => {
      const [x, w] = [ones(4, 32, 16, 16), ones(32, 32, 3, 3)];
      const outputs = [1e4, 1e6, 1e8].map((value) => {
        x.narrow(2, 5, 1).narrow(3, 5, 1).fill_(value);
        const body = () => conv2d(x, w, { padding: 1 });
        const pooled = () => maxPool2d(body().relu(), 2);
        return [compile(body)(), compile(body, { precision: "highest" })(), body()]
          .map((output) => output.select(0, 0).select(0, 0).select(0, 5).select(0, 7).item())
          .concat(
            [compile(pooled)(), pooled()].map((output) =>
              output.select(0, 0).select(0, 0).select(0, 2).select(0, 4).item(),
            ),
          );
      });
      return outputs.flat();
    });
    expect(seen).toEqual(seen.map(() => 288));
  });

  for (const one of cases)
    it(`${one.name}: no pass errs more than is stated`, () => {
      const random = seeded(one.name);
      for (const part of ["images", "weights", "gradients"] as const)
        for (const size of [1e3, 1e5, 1e8]) {
          const found = scope(() => {
            manualSeed(5);
            const x = randn(2, 16, 8 * one.stride, 8 * one.stride);
            const w = randn(16, 16, one.kernel, one.kernel);
            const g = randn(2, 16, 8, 8);
            const spoilt = { images: x, weights: w, gradients: g }[part];
            for (let many = 1 + Math.floor(random() * 3); many > 0; many -= 1) {
              let place = spoilt;
              while (place.ndim > 0) place = place.select(0, Math.floor(random() * place.size(0)));
              place.fill_(random() < 0.5 ? size : -size);
            }
            x.requiresGrad_();
            w.requiresGrad_();
            const step = compile(
              () => {
                x.grad = null;
                w.grad = null;
                const y = conv2d(x, w, { padding: (one.kernel - 1) / 2, stride: one.stride });
                y.mul(g).sum().backward();
                return y.detach();
              },
              one.precision === undefined ? {} : { precision: one.precision },
            );
            const results = [step(), x.grad!, w.grad!].map((result) => result.toTypedArray());
            const worst = exact(one, x.detach(), w.detach(), g).map(({ value, allowed }, pass) =>
              value.reduce(
                (most, wanted, at) => Math.max(most, Math.abs(results[pass]![at]! - wanted) / allowed[at]!),
                0,
              ),
            );
            x.grad = null;
            w.grad = null;
            return { worst, explained: step.explain() };
          });
          expect(Math.max(...found.worst), `${part}, ${size}: ${found.worst}`).toBeLessThan(1);
          expect(found.explained).toMatch(one.rule);
        }
    });
});
