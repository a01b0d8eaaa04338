// Samples of norm.

import { defineSamples, type Sample } from "@bernoulli/testing";
import { ArgumentError, DTypeError, ShapeError } from "../../checks/errors.js";
import { ones, tensor } from "../creation/creation.js";
import { reductionSamples } from "./more.testing.js";
import { norm } from "./norm.js";

const apart: Partial<Sample["inputs"][number]> = { avoid: [0] };

export const samples = defineSamples({
  norm: {
    golden: ([a], { p, dim, ...options }) => norm(a!, p, dim, options),
    samples: [
      ...reductionSamples((a, dim, options) => norm(a, 2, dim, options), { input: apart, integers: false }),
      ...[0.5, 1, 1.5, 3, -2].map(
        (p): Sample => ({
          name: `of p ${p}`,
          inputs: [{ shape: [3, 5], ...apart }],
          tolerance: 3e-6,
          run: (a) => norm(a, p, 1),
        }),
      ),
      ...[-1, 0.5, 2, 3].map(
        (p): Sample => ({
          name: `of p ${p}, of one element each, tiny and huge`,
          edge: true,
          inputs: [{ shape: [4, 1], values: [1e-30, 1e30, -3, 0] }],
          tolerance: 0,
          gradient: "none",
          run: (a) => norm(a, p, 1),
        }),
      ),
      { name: "of p 0", inputs: [{ shape: [3, 5] }], gradient: "none", run: (a) => norm(a, 0, 1) },
      {
        name: "of p ∞",
        inputs: [{ shape: [3, 5], distinct: true }],
        run: (a) => norm(a, Number.POSITIVE_INFINITY, [0, 1], { keepdim: true }),
      },
      {
        name: "of p −∞",
        inputs: [{ shape: [3, 5], distinct: true }],
        run: (a) => norm(a, Number.NEGATIVE_INFINITY, 0),
      },
      { name: "of zeros", inputs: [{ shape: [3], values: [0, 0, 0] }], gradient: "none", run: (a) => norm(a) },
      {
        name: "NaN and ∞",
        inputs: [{ shape: [2, 2], values: [Number.NaN, 1, Number.NEGATIVE_INFINITY, 1] }],
        gradient: "none",
        run: (a) => norm(a, 2, 1),
      },
      {
        name: "integers in float32",
        inputs: [{ shape: [3, 4], dtype: "int32" }],
        gradient: "none",
        run: (a) => norm(a, 2, 0, { dtype: "float32" }),
      },
    ],
    errors: [
      {
        name: "that of matrices over three dimensions",
        call: () => norm(ones(2, 3, 4), "fro", [0, 1, 2]),
        error: ArgumentError,
        text: 'norm: "fro" is of matrices: dim must be a pair. Got [0, 1, 2]; with p 2 all of them are one vector',
      },
      {
        name: "integers",
        call: () => norm(tensor([1, 2], { dtype: "int32" })),
        error: DTypeError,
        text: 'norm: Expected a floating point tensor as input. Got int32; convert with .to("float32")',
      },
      {
        name: "the largest of none",
        call: () => norm(ones(2, 0), Number.POSITIVE_INFINITY, 1),
        error: ShapeError,
        text: "norm: cannot compute the Infinity norm on an empty dimension, because the operation has no identity; the input has shape [2, 0]",
      },
      {
        name: "another word",
        call: () => norm(ones(2, 2), "nuc" as "fro"),
        error: ArgumentError,
        text: 'norm: expected p to be a number or "fro", but got "nuc"',
      },
    ],
  },
});
