// Samples of im2col and col2im: windows that overlap, lie apart, reach into the border; strided operands.

import { defineSamples } from "@bernoulli/testing";
import { ArgumentError, ShapeError } from "../../checks/errors.js";
import { ones } from "../creation/creation.js";
import { col2im, im2col } from "./columns.js";

export const samples = defineSamples({
  im2col: {
    golden: ([image], { kernelSize, ...options }) => im2col(image!, kernelSize, options),
    samples: [
      { name: "windows that overlap", inputs: [{ shape: [2, 3, 4, 5] }], tolerance: 0, run: (x) => im2col(x, 2) },
      {
        name: "into the border",
        inputs: [{ shape: [1, 2, 4, 3] }],
        run: (x) => im2col(x, [3, 2], { padding: [1, 2] }),
      },
      { name: "apart", inputs: [{ shape: [2, 2, 5, 7] }], run: (x) => im2col(x, [2, 1], { stride: [3, 2] }) },
      {
        name: "all at once",
        inputs: [{ shape: [1, 2, 7, 6] }],
        run: (x) => im2col(x, 3, { dilation: [2, 1], padding: 1, stride: [1, 2] }),
      },
      { name: "one image", inputs: [{ shape: [2, 3, 4] }], run: (x) => im2col(x, [1, 3]) },
      { name: "transposed", inputs: [{ shape: [2, 2, 4, 5], layout: "transposed" }], run: (x) => im2col(x, 2) },
      { name: "stepped", inputs: [{ shape: [2, 2, 4, 5], layout: "stepped" }], run: (x) => im2col(x, 3) },
      { name: "expanded", inputs: [{ shape: [2, 2, 4, 5], layout: "expanded" }], run: (x) => im2col(x, 2) },
      { name: "no images", inputs: [{ shape: [0, 2, 4, 5] }], run: (x) => im2col(x, 2) },
    ],
    errors: [
      {
        name: "a matrix",
        call: () => im2col(ones(8, 8), 2),
        error: ShapeError,
        text: "im2col: expected 3D or 4D (batch mode) tensor with possibly 0 batch size and other non-zero dimensions for input, but got: [8, 8]",
      },
      {
        name: "a window larger than the image",
        call: () => im2col(ones(1, 1, 2, 2), 5, { padding: 1 }),
        error: ShapeError,
        text: "im2col: given input with spatial size (2, 2), kernelSize=(5, 5), dilation=(1, 1), padding=(1, 1), calculated shape of the array of sliding blocks as (0, 0), but its components must be at least one",
      },
      {
        name: "no window",
        call: () => im2col(ones(1, 1, 2, 2), 0),
        error: ArgumentError,
        text: "im2col: kernelSize must be a positive integer or a pair of them, but got 0",
      },
    ],
  },
  col2im: {
    golden: ([columns], { outputSize, kernelSize, ...options }) => col2im(columns!, outputSize, kernelSize, options),
    samples: [
      { name: "windows that overlap", inputs: [{ shape: [2, 12, 12] }], run: (x) => col2im(x, [4, 5], 2) },
      {
        name: "from the border",
        inputs: [{ shape: [1, 12, 24] }],
        run: (x) => col2im(x, [4, 3], [3, 2], { padding: [1, 2] }),
      },
      {
        name: "apart",
        inputs: [{ shape: [2, 4, 8] }],
        run: (x) => col2im(x, [5, 7], [2, 1], { stride: [3, 2] }),
      },
      {
        name: "all at once",
        inputs: [{ shape: [1, 18, 15] }],
        run: (x) => col2im(x, [7, 6], 3, { dilation: [2, 1], padding: 1, stride: [1, 2] }),
      },
      { name: "one image", inputs: [{ shape: [6, 6] }], run: (x) => col2im(x, [3, 4], [1, 3]) },
      {
        name: "transposed",
        inputs: [{ shape: [2, 8, 12], layout: "transposed" }],
        run: (x) => col2im(x, [4, 5], 2),
      },
      { name: "stepped", inputs: [{ shape: [2, 4, 12], layout: "stepped" }], run: (x) => col2im(x, [4, 5], 2) },
      { name: "expanded", inputs: [{ shape: [2, 4, 12], layout: "expanded" }], run: (x) => col2im(x, [4, 5], 2) },
      { name: "no images", inputs: [{ shape: [0, 4, 12] }], run: (x) => col2im(x, [4, 5], 2) },
    ],
    errors: [
      {
        name: "a vector",
        call: () => col2im(ones(8), 2, 1),
        error: ShapeError,
        text: "col2im: expected 2D or 3D (batch mode) tensor for input with possibly 0 batch size and non-zero dimensions for input, but got: [8]",
      },
      {
        name: "channels that do not divide",
        call: () => col2im(ones(1, 5, 4), 3, 2),
        error: ShapeError,
        text: "col2im: expected size of input's dimension 1 to be divisible by the product of kernelSize, but got input.size(1)=5 and kernelSize=(2, 2)",
      },
      {
        name: "windows that are not there",
        call: () => col2im(ones(1, 4, 5), 3, 2),
        error: ShapeError,
        text: "col2im: given outputSize=(3, 3), kernelSize=(2, 2), dilation=(1, 1), padding=(0, 0), stride=(1, 1), expected size of input's dimension 2 to match the calculated number of sliding blocks 2 * 2 = 4, but got input.size(2)=5",
      },
    ],
  },
});
