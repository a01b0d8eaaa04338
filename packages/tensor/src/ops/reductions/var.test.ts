// var and std of float32 where squares leave the range of floats: as PyTorch, which adds them up in doubles.

import { seeded } from "@bernoulli/testing";
import { expect, it } from "vitest";
import { type Layout, onBoth, sample } from "../../backends/wasm/conformance.testing.js";
import { compile } from "../../compile/compile.js";
import { ones, tensor } from "../creation/creation.js";
import { std, variance } from "./var.js";

const random = seeded("var");
const drawn = (...shape: number[]) =>
  tensor(Array.from({ length: shape.reduce((all, size) => all * size, 1) }, () => random() * 2 - 1)).view(shape);

it("a power of two comes out of the root as it went in, as far as there are floats", () => {
  for (const [shape, dim] of [
    [[7], 0],
    [[40, 3], 0],
    [[3, 1000], 1],
    [
      [5, 4, 6],
      [0, 2],
    ],
    [[70_000], 0],
  ] as const) {
    const x = drawn(...shape);
    const expected = std(x, dim).toTypedArray();
    for (const power of [-110, -80, -64, 64, 80, 120]) {
      // Two factors, of which each is a float.
      const scaled = x.mul(2 ** (power / 2)).mul(2 ** (power - power / 2));
      const found = std(scaled, dim).toTypedArray();
      expect(
        [...found].map((value) => value / 2 ** power),
        `${shape} 2^${power}`,
      ).toEqual([...expected]);
      const step = compile(() => std(scaled, dim));
      for (let call = 0; call < 3; call++) expect([...step().toTypedArray()]).toEqual([...found]);
    }
  }
});

it("a variance is finite though the sum of its squares is not", () => {
  const values = ones(1_000_000).mul(1e17);
  values.view(500_000, 2).select(1, 0).mul_(-1);
  // PyTorch 2.15: 1.0000e+34.
  expect(variance(values).item() / 1e34).toBeCloseTo(1, 5);
  expect(variance(values.view(500_000, 2), 0).tolist()).toEqual([0, 0]);
});

it("keeps its slope where it is large and where it is small", () => {
  for (const size of [1e-30, 1e30]) {
    const x = tensor([1, 2, 4]).mul(size).requiresGrad_();
    std(x).backward();
    // (x − mean) / (2 · std)
    const expected = [-0.43643578, -0.10910894, 0.54554473];
    for (const [at, slope] of x.grad!.toTypedArray().entries()) expect(slope).toBeCloseTo(expected[at]!, 5);
  }
});

it("tells apart what lies close together far from zero, where the mean is no float", () => {
  // PyTorch 2.15 along one of several dimensions; over everything it rounds the mean, and has 4, 4, 1/256 and ∞.
  for (const [values, expected] of [
    [[16_777_216, 16_777_218], 2],
    [[16_777_216, 16_777_218, 16_777_218, 16_777_218], 1],
    [[1_000_000, 1_000_000.0625, 1_000_000.0625], Math.fround(1 / 768)],
    [[3e38, 3e38, 3e38], 0],
  ] as const) {
    const x = tensor([...values]);
    for (const result of [variance(x), variance(x, 0), variance(x.view(-1, 1).expand(-1, 3), 0).select(0, 1)])
      expect(result.item()).toBe(expected);
    expect(variance(x.to("float64")).item()).toBeCloseTo(expected, 8);
    const step = compile(() => std(x, 0));
    for (let call = 0; call < 3; call++) expect(step().item()).toBe(Math.fround(Math.sqrt(expected)));
  }
  expect(std(tensor([3e38, 3.1e38, 3.2e38])).item() / 1e37).toBeCloseTo(1, 5);
});

it("sums of elements and of squares are kept wide in every direction, as the reference has them", () => {
  for (const [shape, dims] of [
    [[5], [0]],
    [[3, 37], [1]],
    [[37, 3], [0]],
    [[9, 35], [0]],
    [
      [4, 5, 6],
      [0, 2],
    ],
    [[4, 5, 6], [1]],
    [[2, 40_000], [1]],
    [[1, 1], [0]],
  ] as const)
    for (const [layout, by] of ["contiguous", "permuted", "stepped", "expanded"].flatMap((own) =>
      (["sum", "squares"] as const).map((kind) => [own as Layout, kind] as const),
    )) {
      const input = sample(random, "float32", shape, layout);
      const kept = shape.map((size, dim) => ((dims as readonly number[]).includes(dim) ? 1 : size));
      const { wasm, reference } = onBoth({
        kernel: "reduce",
        dtype: "float32",
        inputs: [input],
        attributes: { dims, by },
        outputs: [{ dtype: "float64", shape: kept }],
      });
      for (const [at, value] of wasm[0]!.entries())
        expect(Math.abs(value - reference[0]![at]!)).toBeLessThanOrEqual(1e-12 * Math.abs(value));
    }
});
