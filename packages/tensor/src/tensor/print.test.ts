// Printing, against what PyTorch 2.15.0 prints for the same tensors (but for "torch." before dtypes).

import { describe, expect, it } from "vitest";
import { arange, cat, ones, type Tensor, tensor, zeros } from "../index.js";

const printed: readonly (readonly [name: string, make: () => Tensor, text: string])[] = [
  ["a float vector", () => tensor([1, 2.5, -3]), "tensor([ 1.0000,  2.5000, -3.0000])"],
  ["whole floats", () => tensor([1, 2, -30]), "tensor([  1.,   2., -30.])"],
  ["0-d", () => tensor(3.25159), "tensor(3.2516)"],
  ["0-d whole", () => tensor(-2), "tensor(-2.)"],
  [
    "a matrix",
    () =>
      tensor([
        [1, 2.5],
        [-3, 4],
      ]),
    ["tensor([[ 1.0000,  2.5000],", "        [-3.0000,  4.0000]])"].join("\n"),
  ],
  [
    "a cube: blank lines between matrices",
    () => arange(12, { dtype: "float32" }).view(2, 3, 2),
    [
      "tensor([[[ 0.,  1.],",
      "         [ 2.,  3.],",
      "         [ 4.,  5.]],",
      "",
      "        [[ 6.,  7.],",
      "         [ 8.,  9.],",
      "         [10., 11.]]])",
    ].join("\n"),
  ],
  [
    "four dimensions",
    () => zeros(2, 1, 2, 2),
    ["tensor([[[[0., 0.],", "          [0., 0.]]],", "", "", "        [[[0., 0.],", "          [0., 0.]]]])"].join(
      "\n",
    ),
  ],
  [
    "int32",
    () =>
      tensor(
        [
          [1, -20],
          [300, 4],
        ],
        { dtype: "int32" },
      ),
    ["tensor([[  1, -20],", "        [300,   4]], dtype=int32)"].join("\n"),
  ],
  ["uint8", () => tensor([0, 255], { dtype: "uint8" }), "tensor([  0, 255], dtype=uint8)"],
  [
    "bool",
    () =>
      tensor([
        [true, false],
        [false, true],
      ]),
    ["tensor([[ True, False],", "        [False,  True]])"].join("\n"),
  ],
  ["0-d bool", () => tensor(true), "tensor(True)"],
  ["float64", () => tensor([0.1, 0.25], { dtype: "float64" }), "tensor([0.1000, 0.2500], dtype=float64)"],
  ["scientific: a wide range", () => tensor([1e-5, 1, 12345.678]), "tensor([1.0000e-05, 1.0000e+00, 1.2346e+04])"],
  ["scientific: large whole numbers", () => tensor([1, 123456789]), "tensor([1.0000e+00, 1.2346e+08])"],
  ["scientific: small numbers", () => tensor([0.00001234, 0.00002]), "tensor([1.2340e-05, 2.0000e-05])"],
  [
    "scientific: three digits of exponent",
    () => tensor([1e-200, 1], { dtype: "float64" }),
    "tensor([1.0000e-200,  1.0000e+00], dtype=float64)",
  ],
  ["a thousand to one is not too wide", () => tensor([0.5, 500]), "tensor([  0.5000, 500.0000])"],
  ["more than a thousand to one is", () => tensor([0.5, 500.5]), "tensor([5.0000e-01, 5.0050e+02])"],
  ["zeros do not count", () => tensor([0, 0.5, 0]), "tensor([0.0000, 0.5000, 0.0000])"],
  ["zeros of both signs", () => tensor([0, -0]), "tensor([0., -0.])"],
  ["zeros of both signs beside fractions", () => tensor([0, -0, 0.5]), "tensor([0.0000, -0.0000, 0.5000])"],
  [
    "NaN and infinities alone",
    () => tensor([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]),
    "tensor([nan, inf, -inf])",
  ],
  ["NaN among whole numbers", () => tensor([1, Number.NaN, -20]), "tensor([  1.,  nan, -20.])"],
  ["infinities among fractions", () => tensor([0.5, Number.NEGATIVE_INFINITY]), "tensor([0.5000,   -inf])"],
  [
    "infinities among a wide range",
    () => tensor([1e-6, 1000, Number.POSITIVE_INFINITY]),
    "tensor([1.0000e-06, 1.0000e+03,        inf])",
  ],
  [
    "exact halves go to the even digit",
    () => tensor([0.03125, 0.09375, -0.15625]),
    "tensor([ 0.0312,  0.0938, -0.1562])",
  ],
  [
    "exact halves in scientific style",
    () => tensor([100002.5, 100007.5, 1.5, 1e9]),
    "tensor([1.0000e+05, 1.0001e+05, 1.5000e+00, 1.0000e+09])",
  ],
  ["rounding up to another power of ten", () => tensor([9.99999, 0.5]), "tensor([10.0000,  0.5000])"],
  [
    "rounding up to another power of ten, scientific",
    () => tensor([999999.9, 0.5]),
    "tensor([1.0000e+06, 5.0000e-01])",
  ],
  ["nothing", () => tensor([]), "tensor([])"],
  ["nothing, in rows", () => zeros(0, 3), "tensor([], size=(0, 3))"],
  ["nothing, of int32", () => zeros([0], { dtype: "int32" }), "tensor([], dtype=int32)"],
  ["nothing, of bool", () => zeros([2, 0], { dtype: "bool" }), "tensor([], size=(2, 0), dtype=bool)"],
  [
    "a vector of more than a line",
    () => arange(30, { dtype: "float32" }).div(4),
    [
      "tensor([0.0000, 0.2500, 0.5000, 0.7500, 1.0000, 1.2500, 1.5000, 1.7500, 2.0000,",
      "        2.2500, 2.5000, 2.7500, 3.0000, 3.2500, 3.5000, 3.7500, 4.0000, 4.2500,",
      "        4.5000, 4.7500, 5.0000, 5.2500, 5.5000, 5.7500, 6.0000, 6.2500, 6.5000,",
      "        6.7500, 7.0000, 7.2500])",
    ].join("\n"),
  ],
  [
    "rows of more than a line",
    () => arange(60, { dtype: "float32" }).view(2, 30),
    [
      "tensor([[ 0.,  1.,  2.,  3.,  4.,  5.,  6.,  7.,  8.,  9., 10., 11., 12., 13.,",
      "         14., 15., 16., 17., 18., 19., 20., 21., 22., 23., 24., 25., 26., 27.,",
      "         28., 29.],",
      "        [30., 31., 32., 33., 34., 35., 36., 37., 38., 39., 40., 41., 42., 43.,",
      "         44., 45., 46., 47., 48., 49., 50., 51., 52., 53., 54., 55., 56., 57.,",
      "         58., 59.]])",
    ].join("\n"),
  ],
  [
    "1001 elements are not",
    () => arange(1001, { dtype: "float32" }),
    "tensor([   0.,    1.,    2.,  ...,  998.,  999., 1000.])",
  ],
  [
    "a large matrix",
    () => arange(1200, { dtype: "float32" }).view(40, 30),
    [
      "tensor([[0.0000e+00, 1.0000e+00, 2.0000e+00,  ..., 2.7000e+01, 2.8000e+01,",
      "         2.9000e+01],",
      "        [3.0000e+01, 3.1000e+01, 3.2000e+01,  ..., 5.7000e+01, 5.8000e+01,",
      "         5.9000e+01],",
      "        [6.0000e+01, 6.1000e+01, 6.2000e+01,  ..., 8.7000e+01, 8.8000e+01,",
      "         8.9000e+01],",
      "        ...,",
      "        [1.1100e+03, 1.1110e+03, 1.1120e+03,  ..., 1.1370e+03, 1.1380e+03,",
      "         1.1390e+03],",
      "        [1.1400e+03, 1.1410e+03, 1.1420e+03,  ..., 1.1670e+03, 1.1680e+03,",
      "         1.1690e+03],",
      "        [1.1700e+03, 1.1710e+03, 1.1720e+03,  ..., 1.1970e+03, 1.1980e+03,",
      "         1.1990e+03]])",
    ].join("\n"),
  ],
  [
    "a large cube",
    () => ones(8, 8, 20),
    [
      "tensor([[[1., 1., 1.,  ..., 1., 1., 1.],",
      "         [1., 1., 1.,  ..., 1., 1., 1.],",
      "         [1., 1., 1.,  ..., 1., 1., 1.],",
      "         ...,",
      "         [1., 1., 1.,  ..., 1., 1., 1.],",
      "         [1., 1., 1.,  ..., 1., 1., 1.],",
      "         [1., 1., 1.,  ..., 1., 1., 1.]],",
      "",
      "        [[1., 1., 1.,  ..., 1., 1., 1.],",
      "         [1., 1., 1.,  ..., 1., 1., 1.],",
      "         [1., 1., 1.,  ..., 1., 1., 1.],",
      "         ...,",
      "         [1., 1., 1.,  ..., 1., 1., 1.],",
      "         [1., 1., 1.,  ..., 1., 1., 1.],",
      "         [1., 1., 1.,  ..., 1., 1., 1.]],",
      "",
      "        [[1., 1., 1.,  ..., 1., 1., 1.],",
      "         [1., 1., 1.,  ..., 1., 1., 1.],",
      "         [1., 1., 1.,  ..., 1., 1., 1.],",
      "         ...,",
      "         [1., 1., 1.,  ..., 1., 1., 1.],",
      "         [1., 1., 1.,  ..., 1., 1., 1.],",
      "         [1., 1., 1.,  ..., 1., 1., 1.]],",
      "",
      "        ...,",
      "",
      "        [[1., 1., 1.,  ..., 1., 1., 1.],",
      "         [1., 1., 1.,  ..., 1., 1., 1.],",
      "         [1., 1., 1.,  ..., 1., 1., 1.],",
      "         ...,",
      "         [1., 1., 1.,  ..., 1., 1., 1.],",
      "         [1., 1., 1.,  ..., 1., 1., 1.],",
      "         [1., 1., 1.,  ..., 1., 1., 1.]],",
      "",
      "        [[1., 1., 1.,  ..., 1., 1., 1.],",
      "         [1., 1., 1.,  ..., 1., 1., 1.],",
      "         [1., 1., 1.,  ..., 1., 1., 1.],",
      "         ...,",
      "         [1., 1., 1.,  ..., 1., 1., 1.],",
      "         [1., 1., 1.,  ..., 1., 1., 1.],",
      "         [1., 1., 1.,  ..., 1., 1., 1.]],",
      "",
      "        [[1., 1., 1.,  ..., 1., 1., 1.],",
      "         [1., 1., 1.,  ..., 1., 1., 1.],",
      "         [1., 1., 1.,  ..., 1., 1., 1.],",
      "         ...,",
      "         [1., 1., 1.,  ..., 1., 1., 1.],",
      "         [1., 1., 1.,  ..., 1., 1., 1.],",
      "         [1., 1., 1.,  ..., 1., 1., 1.]]])",
    ].join("\n"),
  ],
  [
    "a long matrix of few columns",
    () => ones(600, 2),
    [
      "tensor([[1., 1.],",
      "        [1., 1.],",
      "        [1., 1.],",
      "        ...,",
      "        [1., 1.],",
      "        [1., 1.],",
      "        [1., 1.]])",
    ].join("\n"),
  ],
  [
    "large values that are not shown",
    () => cat([zeros(500), tensor([1e9]), zeros(600)]),
    "tensor([0., 0., 0.,  ..., 0., 0., 0.])",
  ],
  [
    "a transposed view",
    () =>
      tensor([
        [1, 2, 3],
        [4, 5, 6],
      ]).t(),
    ["tensor([[1., 4.],", "        [2., 5.],", "        [3., 6.]])"].join("\n"),
  ],
  [
    "an expanded view",
    () => tensor([[1.5], [2]]).expand(2, 3),
    ["tensor([[1.5000, 1.5000, 1.5000],", "        [2.0000, 2.0000, 2.0000]])"].join("\n"),
  ],
  ["a leaf that requires a gradient", () => ones(2, { requiresGrad: true }), "tensor([1., 1.], requires_grad=True)"],
  [
    "a result with a history",
    () => ones(2, { requiresGrad: true }).relu(),
    "tensor([1., 1.], grad_fn=<ReluBackward0>)",
  ],
  [
    "a product",
    () => ones(2, { requiresGrad: true, dtype: "float64" }).mul(2),
    "tensor([2., 2.], dtype=float64, grad_fn=<MulBackward0>)",
  ],
  [
    "suffixes on a line of their own",
    () => arange(12, { dtype: "float64" }).div(4).requiresGrad_(),
    [
      "tensor([0.0000, 0.2500, 0.5000, 0.7500, 1.0000, 1.2500, 1.5000, 1.7500, 2.0000,",
      "        2.2500, 2.5000, 2.7500], dtype=float64, requires_grad=True)",
    ].join("\n"),
  ],
];

describe("a tensor prints as PyTorch prints", () => {
  it.each(printed)("%s", (_, make, text) => {
    expect(String(make())).toBe(text);
  });

  it("and 1000 elements in full", () => {
    const lines = String(zeros(1000)).split("\n");
    expect([lines.length, lines[0], lines.at(-1)?.endsWith(", 0.])")]).toEqual([
      42,
      `tensor([${Array.from({ length: 24 }, () => "0.").join(", ")},`,
      true,
    ]);
  });

  it("with the device where it is not the CPU", () => {
    expect(String(ones(2, { device: "reference" }))).toBe("tensor([1., 1.], device='reference')");
  });

  it("in templates and in Node's console alike", () => {
    const x = tensor([1, 2]);
    expect(`${x}`).toBe("tensor([1., 2.])");
    const inspect = (x as unknown as Record<symbol, () => string>)[Symbol.for("nodejs.util.inspect.custom")];
    expect(inspect?.call(x)).toBe("tensor([1., 2.])");
  });
});
