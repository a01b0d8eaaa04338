// Slopes at the points where a formula has none, or rounding decides: PyTorch 2.15's numbers, which its operator samples told.

import { describe, expect, it } from "vitest";
import { grad } from "../../autograd/backward.js";
import type { Tensor } from "../../tensor/tensor.js";
import { clone } from "../creation/clone.js";
import { tensor } from "../creation/creation.js";
import { cosineEmbeddingLoss, tripletMarginWithDistanceLoss } from "../losses/embeddings.js";
import { hingeEmbeddingLoss, marginRankingLoss } from "../losses/margins.js";
import { cumulativeTrapezoid } from "../scans/diff.js";
import { div } from "./div.js";
import { celu } from "./elu.js";
import { remainder } from "./remainder.js";
import { atan2 } from "./trigonometric.js";

const leaf = (values: readonly (number | readonly number[])[], dtype: "float32" | "float64" = "float64") =>
  tensor(values as number[], { dtype, requiresGrad: true });
const slopes = (output: Tensor, leaves: readonly Tensor[]) =>
  grad(output.sum(), leaves).map((one) => one!.toArray() as number[]);

describe("slopes at edges", () => {
  it("atan2 has none at the origin, nor where squares are too small or too large for their dtype", () => {
    const [y, x] = [leaf([0, -0, 0, 1e-30, 1e25], "float32"), leaf([0, -0, -0, 1e-30, 1e25], "float32")];
    const found = slopes(atan2(y, x), [y, x]).flat();
    expect(found.map(Math.abs)).toEqual(Array.from({ length: 10 }, () => 0));
  });

  it.each([
    [1, 0.001, -999],
    [-7, 2, 4],
    [7, -2, 4],
    [1, Number.POSITIVE_INFINITY, -0],
    [-3, Number.POSITIVE_INFINITY, 1],
    [1, 0, Number.NEGATIVE_INFINITY],
  ])("remainder(%d, %d) by its divisor is minus the quotient rounded down, exactly", (a, b, slope) => {
    const divisor = leaf([b]);
    const found = slopes(remainder(tensor([a], { dtype: "float64" }), divisor), [divisor]);
    expect(found).toEqual([[slope]]);
    if (b === 0) return;
    const quotient = div(tensor([a], { dtype: "float64" }), tensor([b], { dtype: "float64" }), {
      roundingMode: "floor",
    });
    expect(quotient.neg().toArray()).toEqual([slope]);
  });

  it("celu's has the digits of a float32 alpha before its power, and in place those of alpha within", () => {
    const x = leaf([-0.5, -1.5, -3]);
    const alpha = Math.fround(0.8);
    const at = (inner: number) => [-0.5, -1.5, -3].map((value) => (0.8 / alpha) * Math.exp(value / inner));
    const near = (found: readonly number[], wanted: readonly number[]) => {
      for (const [place, value] of wanted.entries()) expect(found[place]! / value - 1).toBeCloseTo(0, 13);
    };
    near(slopes(celu(x, 0.8), [x])[0]!, at(alpha));
    near(slopes(celu(clone(x), { alpha: 0.8, inplace: true }), [x])[0]!, at(0.8));
  });

  it("a margin that is NaN has a slope of zero", () => {
    const [first, second] = [leaf([7, 3]), leaf([Number.NaN, 5])];
    const target = tensor([1, 1], { dtype: "float64" });
    const loss = marginRankingLoss(first, second, target, { reduction: "none" });
    expect(loss.toArray()).toEqual([Number.NaN, 2]);
    expect(slopes(loss, [first, second])).toEqual([
      [-0, -1],
      [0, 1],
    ]);
  });

  it("at its margin a loss of distances or cosines has none, nor where they are NaN", () => {
    const [anchor, positive] = [leaf([[0], [0]]), leaf([[1], [Number.NaN]])];
    const negative = leaf([[2], [1]]);
    const distanceFunction = (a: Tensor, b: Tensor) => a.sub(b).abs().sum(-1);
    const loss = tripletMarginWithDistanceLoss(anchor, positive, negative, { distanceFunction, reduction: "none" });
    expect(loss.toArray()).toEqual([0, Number.NaN]);
    const all = slopes(loss, [anchor, positive, negative]).flat(2);
    expect(all.map(Math.abs)).toEqual([0, 0, 0, 0, 0, 0]);
    const [first, second] = [leaf([[1, 0]]), leaf([[0, 1]])];
    const ofCosine = slopes(cosineEmbeddingLoss(first, second, tensor([-1], { dtype: "float64" })), [first, second]);
    expect(ofCosine.flat(2).map(Math.abs)).toEqual([0, 0, 0, 0]);
  });

  it("a byte has a target of -1 as 255", () => {
    const target = tensor([1, 255, 0], { dtype: "uint8" });
    const input = tensor([0.25, 0.25, 0.25]);
    expect(hingeEmbeddingLoss(input, target, { reduction: "none" }).toArray()).toEqual([0.25, 0.75, 1]);
  });

  it("of integers areas are floats, however far apart", () => {
    expect(cumulativeTrapezoid(tensor([1, 5, 10], { dtype: "int32" }), null, { dx: 2 }).dtype).toBe("float32");
  });
});
