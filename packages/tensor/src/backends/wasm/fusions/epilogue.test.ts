// What is done where a convolution's result, or its image's gradient, is stored: chains of many kinds are taken along and give what
// the ops give, bit for bit where the convolution alone does; and where they must not be they are left to themselves.

import { describe, expect, it } from "vitest";
import { compile, conv2d, manualSeed, noGrad, randn, type Tensor } from "../../../index.js";
import { distance } from "./convolutions.testing.js";

function make(channels = 16, stride = 1) {
  manualSeed(4);
  const x = randn(3, 16, 16, 16);
  const weight = randn(channels, 16, 3, 3).mul(0.1).detach();
  const bias = randn(channels);
  const other = randn(3, channels, 16 / stride, 16 / stride);
  return { x, weight, bias, other, conv: () => conv2d(x, weight, { bias, padding: 1, stride }) };
}

/** Each takes what a convolution gives. */
const chains: Readonly<Record<string, (y: Tensor, other: Tensor) => Tensor>> = {
  "a residual sum with its ReLU": (y, other) => y.add(other).relu(),
  "the other way round": (y, other) => other.add(y).relu(),
  "numbers that are tensors elsewhere": (y) => y.mul(0.5).add(1),
  "what bends": (y) => y.mul(2).tanh(),
  "two others": (y, other) => y.mul(other).sub(other.mul(2)),
  "itself twice": (y) => y.mul(y),
  "a weighted sum": (y, other) => y.add(other, { alpha: 0.3 }).clamp({ min: -1, max: 1 }),
};

describe("an epilogue", () => {
  for (const [name, chain] of Object.entries(chains))
    for (const [channels, stride] of [
      [16, 1],
      [12, 1],
      [20, 2],
    ] as const)
      it(`${name}, to ${channels} channels in steps of ${stride}: as the ops by themselves`, () => {
        const { conv, other } = make(channels, stride);
        const alone = compile(conv);
        const together = compile(() => chain(conv(), other));
        for (let call = 0; call < 2; call += 1)
          expect(together().toTypedArray()).toEqual(noGrad(() => chain(alone(), other)).toTypedArray());
        expect(together.explain()).toMatch(/conv2d \+ /);
      });

  it("is of its own channels where they are taken in parts", () => {
    // The weight is written, so that it is not kept transformed from call to call; it is more than is held at once.
    manualSeed(5);
    const [x, weight] = [randn(1, 272, 8, 8), randn(308, 272, 3, 3)];
    const [scales, shifts, other] = [randn(308, 1, 1), randn(308, 1, 1), randn(1, 308, 8, 8)];
    const conv = () => conv2d(x, weight, { padding: 1 });
    const chain = (y: Tensor) => y.mul(scales).add(shifts).add(other).relu();
    const written = (body: () => Tensor) => () => {
      const result = body();
      weight.mul_(1);
      return result;
    };
    const together = compile(written(() => chain(conv())));
    const alone = compile(written(conv));
    for (let call = 0; call < 2; call += 1) expect(together().toTypedArray()).toEqual(chain(alone()).toTypedArray());
    expect(together.explain()).toContain("conv2d + mul + add + add + relu");
  });

  it("takes the numbers of each call", () => {
    const { conv, other } = make();
    const alone = compile(conv);
    const together = compile((factor: number) => conv().mul(factor).add(other, { alpha: factor }));
    for (const factor of [1, 1, 1, 2, 1, -0.5])
      expect(together(factor).toTypedArray()).toEqual(alone().mul(factor).add(other, { alpha: factor }).toTypedArray());
  });

  it("is taken along behind the gradient of an image, where others are added and ReLU has its say", () => {
    const leaves = (() => {
      manualSeed(9);
      return [randn(2, 16, 16, 16), randn(16, 16, 3, 3), randn(16, 16, 3, 3), randn(16, 16, 3, 3)].map((leaf) =>
        leaf.mul(0.2).detach().requiresGrad_(),
      );
    })();
    const [x, ...weights] = leaves as [Tensor, Tensor, Tensor, Tensor];
    const step = () => {
      for (const leaf of leaves) leaf.grad = null;
      let h = x.mul(1);
      for (const weight of weights)
        h = conv2d(conv2d(h, weight, { padding: 1 }).relu(), weight, { padding: 1 })
          .add(h)
          .relu();
      h.mul(h).sum().backward();
      return leaves.map((leaf) => leaf.grad!.clone());
    };
    const expected = step();
    const compiled = compile(step);
    for (let call = 0; call < 3; call += 1)
      for (const [at, gradient] of compiled().entries())
        expect(distance(gradient, expected[at]!), `gradient ${at}`).toBeLessThan(1e-5);
    expect(compiled.explain()).toContain("conv2dInputGradient + add + reluBackward");
    expect(compiled.explain()).toContain("conv2d + add + relu");
  });

  it("stores what others see beside it, and takes what is spread over channels", () => {
    const { conv, other, bias } = make();
    const rows = bias.reshape(1, 16, 1, 1);
    for (const body of [
      () => {
        const y = conv();
        return [y, y.add(other)];
      },
      () => [conv().mul(rows).add(rows).add(other)],
      () => {
        const y = conv().add(rows);
        return [y, y.tanh().mul(y)];
      },
    ]) {
      const expected = body();
      const compiled = compile(body);
      for (const [at, result] of compiled().entries()) expect(distance(result, expected[at]!)).toBeLessThan(4e-6);
      expect(compiled.explain()).toContain("conv2d + ");
    }
  });

  it("leaves alone what depends on its result in other ways, and what goes over rows of pixels", () => {
    const { conv, bias } = make();
    const rows = bias.reshape(1, 1, 1, 16);
    for (const body of [
      () => {
        const y = conv();
        return [y.mul(y.sum())];
      },
      () => [conv().add(rows)],
      () => [conv().sum([2, 3])],
    ]) {
      const expected = body();
      const compiled = compile(body);
      for (const [at, result] of compiled().entries()) expect(distance(result, expected[at]!)).toBeLessThan(4e-6);
      expect(compiled.explain()).not.toContain("conv2d + ");
    }
  });

  it("stores only its result behind a large matrix, and its neighbours too behind a small one", () => {
    for (const [size, taken] of [
      [256, true],
      [257, false],
    ] as const) {
      const [left, right, other] = [randn(size, 16), randn(16, size), randn(size, size)];
      const body = () => left.matmul(right).mul(2).add(other);
      const [both, one] = [compile(body), compile(() => left.matmul(right).mul(2).relu())];
      expect(both().toTypedArray()).toEqual(body().toTypedArray());
      one();
      expect(both.explain().includes("matmul + mul + add")).toBe(taken);
      expect(one.explain()).toContain("matmul + mul + relu");
    }
  });

  it("is left behind where the convolution would read its weight after others have written it", () => {
    const { weight, conv, other } = make();
    const body = () =>
      noGrad(() => {
        const y = conv();
        weight.mul_(0.5);
        return y.add(other).relu();
      });
    const before = weight.clone();
    const expected = body();
    noGrad(() => weight.copy_(before));
    const compiled = compile(body);
    expect(distance(compiled(), expected)).toBeLessThan(4e-6);
    expect(weight.toTypedArray()).toEqual(before.mul(0.5).toTypedArray());
    expect(compiled.explain()).toContain("Winograd convolution");
    expect(compiled.explain()).not.toContain("conv2d + add");
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY])(
    "with %s in an image or beside it gives what the ops give",
    (value) => {
      for (const part of ["x", "other"] as const) {
        const given = make();
        noGrad(() => given[part].select(0, 1).select(0, 2).select(0, 3).fill_(value));
        const body = () => given.conv().add(given.other).relu();
        const compiled = compile(body)();
        if (part === "x") expect(compiled.toTypedArray()).toEqual(body().toTypedArray());
        else
          expect([...compiled.toTypedArray()].map(Number.isFinite)).toEqual(
            [...body().toTypedArray()].map(Number.isFinite),
          );
      }
    },
  );
});
