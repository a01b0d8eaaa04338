// Samples of copy_.

import { defineSamples } from "@bernoulli/testing";
import { ShapeError } from "../../checks/errors.js";
import { copy_ } from "./copy.js";
import { ones } from "./creation.js";

export const samples = defineSamples({
  copy_: {
    samples: [
      {
        name: "one shape",
        inputs: [{ shape: [3, 4] }, { shape: [3, 4] }],
        tolerance: 0,
        run: (a, b) => copy_(a.clone(), b),
      },
      { name: "broadcast", inputs: [{ shape: [3, 4] }, { shape: [4] }], run: (a, b) => copy_(a.clone(), b) },
      {
        name: "transposed source",
        inputs: [{ shape: [3, 4] }, { shape: [3, 4], layout: "transposed" }],
        run: (a, b) => copy_(a.clone(), b),
      },
      { name: "0-d", inputs: [{ shape: [] }, { shape: [] }], run: (a, b) => copy_(a.clone(), b) },
      { name: "zero-size", inputs: [{ shape: [0, 2] }, { shape: [2] }], run: (a, b) => copy_(a.clone(), b) },
      {
        name: "int32 into float",
        inputs: [{ shape: [3, 4] }, { shape: [3, 4], dtype: "int32" }],
        run: (a, b) => copy_(a.clone(), b),
      },
      {
        name: "into a strided part",
        inputs: [{ shape: [4, 3] }, { shape: [4, 1] }],
        gradient: "none",
        run: (a, b) => {
          const whole = a.clone();
          copy_(whole.slice(1, 0, 3, 2), b);
          return whole;
        },
      },
      {
        name: "its own transpose",
        edge: true,
        inputs: [{ shape: [4, 4] }],
        gradient: "none",
        run: (a) => {
          const whole = a.clone();
          return copy_(whole, whole.t());
        },
      },
      {
        name: "floats into integers",
        edge: true,
        inputs: [{ shape: [6], dtype: "int32" }, { shape: [6] }],
        gradient: "none",
        run: (a, b) => copy_(a.clone(), b),
      },
    ],
    errors: [
      {
        name: "a source that does not fit",
        call: () => copy_(ones(2, 3), ones(2)),
        error: ShapeError,
        text: "copy_: the expanded size of the tensor (3) must match the existing size (2) at non-singleton dimension 1. Target sizes: [2, 3]. Tensor sizes: [2]",
      },
    ],
  },
});
