// Samples of polygamma, mvlgamma, igamma and igammac, and of these in place.

import { defineSamples, type Sample } from "@bernoulli/testing";
import { ArgumentError, AutogradError } from "../../checks/errors.js";
import type { Tensor } from "../../tensor/tensor.js";
import { clone } from "../creation/clone.js";
import { ones } from "../creation/creation.js";
import { curveSamples, inPlaceSamples } from "../pointwise/curves.testing.js";
import { igamma, igamma_, igammac, igammac_, mvlgamma, mvlgamma_, polygamma, polygamma_ } from "./gammas.js";

const positive = { range: [0.4, 3] } as const;
const large = { range: [1.2, 4] } as const;

const ofInput = (run: typeof igamma): Sample[] => [
  {
    name: "one shape",
    inputs: [
      { shape: [3, 5], ...positive, gradient: false },
      { shape: [3, 5], ...positive },
    ],
    run,
  },
  {
    name: "broadcast",
    inputs: [
      { shape: [4, 1], ...positive, gradient: false },
      { shape: [3], ...positive },
    ],
    run,
  },
  {
    name: "0-d",
    inputs: [
      { shape: [], ...positive, gradient: false },
      { shape: [], ...positive },
    ],
    run,
  },
  { name: "zero-size", inputs: [{ shape: [0], gradient: false }, { shape: [0] }], run },
  {
    name: "transposed",
    inputs: [
      { shape: [3, 4], ...positive, layout: "transposed", gradient: false },
      { shape: [3, 4], ...positive, layout: "stepped" },
    ],
    run,
  },
  {
    name: "ends",
    inputs: [
      { shape: [7], values: [0, 1, 1, -1, 2, 30, 2] },
      { shape: [7], values: [1, 0, Number.POSITIVE_INFINITY, 1, -1, 25, Number.NaN] },
    ],
    gradient: "none",
    run,
  },
];

/** On a copy, which has no history, as the first input's slope is nobody's. */
const onCopy = (run: typeof igamma_): Sample[] =>
  ofInput((input: Tensor, other: Tensor) => run(clone(input), other)).filter(({ name }) => name !== "broadcast");

const refusal = (name: string, run: typeof igamma) => ({
  name: "a first input that requires a gradient",
  call: () => run(ones([2], { requiresGrad: true }), ones(2)),
  error: AutogradError,
  text: `${name}: the derivative for 'input' is not implemented, nor is it in PyTorch; detach() says that none is wanted`,
});

export const samples = defineSamples({
  polygamma: {
    golden: ([x], { n }) => polygamma(n, x!),
    samples: [
      ...curveSamples((x) => polygamma(1, x), { range: [0.4, 3] }),
      { name: "digamma", inputs: [{ shape: [5], ...positive }], run: (x) => polygamma(0, x) },
      { name: "of order 2", inputs: [{ shape: [5], ...positive }], run: (x) => polygamma(2, x) },
      { name: "of order 4", inputs: [{ shape: [5], ...positive }], gradient: "first", run: (x) => polygamma(4, x) },
    ],
    errors: [
      {
        name: "an order below 0",
        call: () => polygamma(-1, ones(2)),
        error: ArgumentError,
        text: "polygamma: polygamma(n, x) does not support negative n, nor fractions, but got -1",
      },
    ],
  },
  polygamma_: {
    ...inPlaceSamples("polygamma_", (x) => polygamma_(x, 1), positive),
    golden: ([x], { n }) => polygamma_(clone(x!), n),
  },
  mvlgamma_: {
    ...inPlaceSamples("mvlgamma_", (x) => mvlgamma_(x, 2), large),
    golden: ([x], { p }) => mvlgamma_(clone(x!), p),
  },
  igamma_: { samples: onCopy(igamma_), golden: ([a, x]) => igamma_(clone(a!), x!) },
  igammac_: { samples: onCopy(igammac_), golden: ([a, x]) => igammac_(clone(a!), x!) },
  mvlgamma: {
    golden: ([x], { p }) => mvlgamma(x!, p),
    samples: [
      { name: "of three dimensions", inputs: [{ shape: [3, 5], ...large }], run: (x) => mvlgamma(x, 3) },
      { name: "of one", inputs: [{ shape: [5], ...large }], run: (x) => mvlgamma(x, 1) },
      { name: "0-d", inputs: [{ shape: [], ...large }], run: (x) => mvlgamma(x, 2) },
      { name: "zero-size", inputs: [{ shape: [0] }], run: (x) => mvlgamma(x, 2) },
      { name: "transposed", inputs: [{ shape: [3, 4], ...large, layout: "transposed" }], run: (x) => mvlgamma(x, 2) },
      {
        name: "int32",
        inputs: [{ shape: [4], dtype: "int32", range: [2, 9] }],
        gradient: "none",
        run: (x) => mvlgamma(x, 2),
      },
    ],
    errors: [
      {
        name: "no dimension",
        call: () => mvlgamma(ones(2), 0),
        error: ArgumentError,
        text: "mvlgamma: p has to be greater than or equal to 1, and whole, but got 0",
      },
    ],
  },
  igamma: {
    differences: "large float64 to twelve digits, where PyTorch's has nine",
    samples: ofInput(igamma),
    errors: [refusal("igamma", igamma)],
  },
  igammac: { differences: "as `igamma`", samples: ofInput(igammac), errors: [refusal("igammac", igammac)] },
});
