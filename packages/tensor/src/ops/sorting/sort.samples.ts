// Samples of sort, argsort, msort, topk and kthvalue.

import { defineSamples, type InputSpec, type Sample } from "@bernoulli/testing";
import { ArgumentError, DTypeError, IndexError, ShapeError } from "../../checks/errors.js";
import type { Tensor } from "../../tensor/tensor.js";
import { ones, tensor } from "../creation/creation.js";
import { argsort, kthvalue, msort, sort, topk } from "./sort.js";

const { NaN: nan, POSITIVE_INFINITY: infinity } = Number;
const awkward = [1, 3, nan, -0, 0, infinity, -infinity, nan, 1, 0, -0, 1e-41];

/** By a function of a dimension: of values, which have a gradient, or of places. */
export function alongSamples(
  run: (input: Tensor, dim: number) => Tensor,
  { gradient, bools = true }: { readonly gradient?: "none"; readonly bools?: boolean } = {},
): readonly Sample[] {
  const of = (name: string, spec: InputSpec, dim: number, without?: "none"): Sample => ({
    name,
    inputs: [spec],
    tolerance: 0,
    ...((gradient ?? without) === undefined ? {} : { gradient: "none" }),
    run: (a) => run(a, dim),
  });
  return [
    of("a vector", { shape: [7], distinct: true }, 0),
    of("rows", { shape: [3, 5], distinct: true }, 1),
    of("columns", { shape: [5, 3], distinct: true }, 0),
    of("the middle", { shape: [2, 5, 3], distinct: true }, -2),
    of("many", { shape: [2, 700] }, 1, "none"),
    of("equals, NaN and ∞", { shape: [12], values: awkward }, 0, "none"),
    of("0-d", { shape: [] }, 0),
    of("beside a zero-size dimension", { shape: [0, 3] }, 1),
    of("transposed", { shape: [4, 5], layout: "transposed", distinct: true }, 1),
    of("stepped", { shape: [4, 5], layout: "stepped", distinct: true }, 0),
    of("expanded", { shape: [4, 5], layout: "expanded" }, 1, "none"),
    of("int32", { shape: [3, 9], dtype: "int32" }, 1, "none"),
    of("uint8", { shape: [40], dtype: "uint8" }, 0, "none"),
    ...(bools ? [of("bool", { shape: [9, 4], dtype: "bool" }, 0, "none")] : []),
  ];
}

const outOfRange = (op: string, call: () => unknown) => ({
  name: "a dimension out of range",
  call,
  error: IndexError,
  text: `${op}: dimension out of range (expected to be in range of [-1, 0], but got 1)`,
});

export const samples = defineSamples({
  sort: {
    differences: "indices are int32",
    golden: ([a], options) => Object.values(sort(a!, options)),
    samples: [
      ...alongSamples((a, dim) => sort(a, { dim }).values),
      ...alongSamples((a, dim) => sort(a, { dim, descending: true }).indices, { gradient: "none" }).map((sample) => ({
        ...sample,
        name: `places, largest first: ${sample.name}`,
      })),
    ],
    errors: [outOfRange("sort", () => sort(ones(2), { dim: 1 }))],
  },
  argsort: {
    differences: "gives int32",
    samples: alongSamples((a, dim) => argsort(a, { dim }), { gradient: "none" }),
    errors: [outOfRange("argsort", () => argsort(ones(2), { dim: 1 }))],
  },
  msort: { samples: alongSamples((a) => msort(a)) },
  topk: {
    differences: "indices are int32; of equals it takes the first; always in order",
    golden: ([a], { k, ...options }) => Object.values(topk(a!, k, options)),
    samples: [
      ...alongSamples((a, dim) => topk(a, Math.min(3, a.ndim === 0 ? 1 : a.shape.at(dim)!), { dim }).values, {
        bools: false,
      }),
      ...alongSamples((a, dim) => topk(a, 1, { dim, largest: false }).indices, { gradient: "none", bools: false }).map(
        (sample) => ({ ...sample, name: `the place of the smallest: ${sample.name}` }),
      ),
      { name: "none", edge: true, inputs: [{ shape: [3] }], run: (a) => topk(a, 0).values },
    ],
    errors: [
      outOfRange("topk", () => topk(ones(2), 1, { dim: 1 })),
      {
        name: "more than there are",
        call: () => topk(ones(2, 3), 4),
        error: ArgumentError,
        text: "topk: selected index k out of range: there are 3 elements along dimension 1, k is 4",
      },
      {
        name: "bools",
        call: () => topk(tensor([true]), 1),
        error: DTypeError,
        text: 'topk: does not support bool; convert with .to("uint8")',
      },
    ],
  },
  kthvalue: {
    differences: "indices are int32; of equals it takes the first",
    golden: ([a], { k, dim, ...options }) => Object.values(kthvalue(a!, k, dim, options)),
    samples: [
      ...alongSamples((a, dim) => kthvalue(a, a.ndim === 0 ? 1 : 2, dim).values, { bools: false }),
      ...alongSamples((a, dim) => kthvalue(a, 1, dim, { keepdim: true }).indices, {
        gradient: "none",
        bools: false,
      }).map((sample) => ({ ...sample, name: `places: ${sample.name}` })),
    ],
    errors: [
      outOfRange("kthvalue", () => kthvalue(ones(2), 1, 1)),
      {
        name: "none of that number",
        call: () => kthvalue(ones(2, 3), 0),
        error: ArgumentError,
        text: "kthvalue: selected number k out of range for dimension 1: it is 0, of 3 elements",
      },
      {
        name: "nothing to choose from",
        call: () => kthvalue(ones(2, 0), 1),
        error: ShapeError,
        text: "kthvalue: Expected reduction dim 1 to have non-zero size, but the input has shape [2, 0]",
      },
    ],
  },
});
