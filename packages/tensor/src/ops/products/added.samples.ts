// Samples of addmm, addmv, addr, baddbmm and addbmm.

import { defineSamples, type GoldenCall, type OpSamples } from "@bernoulli/testing";
import { ArgumentError, DTypeError, ShapeError } from "../../checks/errors.js";
import type { Tensor } from "../../tensor/tensor.js";
import { ones } from "../creation/creation.js";
import {
  type AddedProductOptions,
  addbmm,
  addbmm_,
  addmm,
  addmm_,
  addmv,
  addmv_,
  addr,
  addr_,
  baddbmm,
  baddbmm_,
} from "./added.js";

type Added = (input: Tensor, a: Tensor, b: Tensor, options?: AddedProductOptions) => Tensor;
type Shapes = readonly [input: readonly number[], a: readonly number[], b: readonly number[]];

function samplesFor(
  op: Added,
  [input, a, b]: Shapes,
  empty: Shapes,
  errors: NonNullable<OpSamples["errors"]>,
): OpSamples & { golden: GoldenCall } {
  const inputs = [{ shape: input }, { shape: a }, { shape: b }];
  return {
    golden: ([first, second, third], options) => op(first!, second!, third!, options),
    samples: [
      { name: "plain", inputs, run: (x, y, z) => op(x, y!, z!) },
      { name: "factors", inputs, run: (x, y, z) => op(x, y!, z!, { beta: 0.5, alpha: -2 }) },
      {
        name: "transposed, a stretched input",
        inputs: [{ shape: [1] }, { shape: a, layout: "transposed" }, { shape: b }],
        run: (x, y, z) => op(x, y!, z!, { alpha: 2 }),
      },
      { name: "a 0-d input", inputs: [{ shape: [] }, ...inputs.slice(1)], run: (x, y, z) => op(x, y!, z!) },
      {
        name: "beta 0 reads no input",
        edge: true,
        inputs: [{ shape: input, gradient: false }, ...inputs.slice(1)],
        run: (x, y, z) => op(x.mul(Number.NaN), y!, z!, { beta: 0 }),
      },
      {
        name: "alpha 0",
        edge: true,
        inputs,
        run: (x, y, z) => op(x, y!, z!, { alpha: 0 }),
      },
      { name: "zero-size", inputs: empty.map((shape) => ({ shape })), run: (x, y, z) => op(x, y!, z!) },
      {
        name: "int32",
        inputs: [input, a, b].map((shape) => ({ shape, dtype: "int32" as const })),
        gradient: "none",
        run: (x, y, z) => op(x, y!, z!, { alpha: 3 }),
      },
    ],
    errors,
  };
}

/** The twins, of copies, which no gradient is asked of twice. */
function inPlace<const Name extends string>(
  ops: Readonly<Record<Name, readonly [op: Added, shapes: Shapes, empty: Shapes]>>,
): Record<Name, OpSamples> {
  const made = Object.entries<readonly [Added, Shapes, Shapes]>(ops).map(([name, [op, shapes, empty]]) => {
    const inputs = shapes.map((shape) => ({ shape }));
    const given: OpSamples = {
      samples: [
        { name: "factors", inputs, run: (x, y, z) => op(x.mul(1), y!, z!, { beta: 0.5, alpha: -2 }) },
        {
          name: "transposed",
          inputs: [{ shape: shapes[0], layout: "transposed" }, ...inputs.slice(1)],
          run: (x, y, z) => op(x.mul(1), y!, z!),
        },
        { name: "zero-size", inputs: empty.map((shape) => ({ shape })), run: (x, y, z) => op(x.mul(1), y!, z!) },
        {
          name: "int32",
          inputs: shapes.map((shape) => ({ shape, dtype: "int32" as const })),
          gradient: "none",
          run: (x, y, z) => op(x.mul(1), y!, z!, { alpha: 3 }),
        },
      ],
      errors: [
        {
          name: "an input that would have to be stretched",
          call: () => op(ones(1), ones(shapes[1]), ones(shapes[2])),
          error: ShapeError,
          text: `${name}: Bad in-place call: input tensor size [1] and output tensor size [${shapes[0].join(", ")}] should match`,
        },
      ],
    };
    return [name, given];
  });
  return Object.fromEntries(made);
}

export const samples = defineSamples({
  addmm: samplesFor(
    addmm,
    [
      [2, 4],
      [2, 3],
      [3, 4],
    ],
    [[4], [2, 0], [0, 4]],
    [
      {
        name: "an input that does not stretch",
        call: () => addmm(ones(3, 3), ones(2, 3), ones(3, 2)),
        error: ShapeError,
        text: "addmm: the expanded size of the tensor (2) must match the existing size (3) at non-singleton dimension 0. Target sizes: [2, 2]. Tensor sizes: [3, 3]",
      },
      {
        name: "inner sizes that differ",
        call: () => addmm(ones(2, 2), ones(2, 3), ones(4, 2)),
        error: ShapeError,
        text: "addmm: mat1 and mat2 shapes cannot be multiplied (2x3 and 4x2)",
      },
      {
        name: "a vector",
        call: () => addmm(ones(2, 2), ones(3), ones(3, 2)),
        error: ShapeError,
        text: "addmm: mat1 must be a matrix, got 1-D tensor; matmul takes vectors and batches too",
      },
      {
        name: "an input of another dtype",
        call: () => addmm(ones([2], { dtype: "float64" }), ones(2, 3), ones(3, 2)),
        error: DTypeError,
        text: "addmm: expected input and mat1 to have the same dtype, but got: float64 != float32; convert one with .to(…)",
      },
    ],
  ),
  addmv: samplesFor(
    addmv,
    [[2], [2, 3], [3]],
    [[2], [2, 0], [0]],
    [
      {
        name: "sizes that differ",
        call: () => addmv(ones(2), ones(2, 3), ones(4)),
        error: ShapeError,
        text: "addmv: size mismatch, got input (2), mat (2x3), vec (4)",
      },
    ],
  ),
  addr: samplesFor(
    addr,
    [[2, 3], [2], [3]],
    [[1], [0], [3]],
    [
      {
        name: "a matrix",
        call: () => addr(ones(2, 3), ones(2, 1), ones(3)),
        error: ShapeError,
        text: "addr: Expected 1-D argument vec1, but got 2-D",
      },
      {
        name: "a fraction of integers",
        call: () => {
          const [a, b, c] = [[2, 3], [2], [3]].map((shape) => ones(shape, { dtype: "int32" })) as [
            Tensor,
            Tensor,
            Tensor,
          ];
          return addr(a, b, c, { alpha: 1.5 });
        },
        error: ArgumentError,
        text: "addr: For integral input tensors, argument alpha must not be a floating point number.",
      },
    ],
  ),
  baddbmm: samplesFor(
    baddbmm,
    [
      [2, 3, 5],
      [2, 3, 4],
      [2, 4, 5],
    ],
    [[1], [0, 3, 4], [0, 4, 5]],
    [
      {
        name: "an input that does not stretch",
        call: () => baddbmm(ones(3, 5), ones(2, 3, 4), ones(2, 4, 6)),
        error: ShapeError,
        text: "baddbmm: the expanded size of the tensor (6) must match the existing size (5) at non-singleton dimension 2. Target sizes: [2, 3, 6]. Tensor sizes: [3, 5]",
      },
      {
        name: "inner sizes that differ",
        call: () => baddbmm(ones(3, 6), ones(2, 3, 4), ones(2, 5, 6)),
        error: ShapeError,
        text: "baddbmm: Expected size for first two dimensions of batch2 tensor to be: [2, 4] but got: [2, 5].",
      },
    ],
  ),
  addbmm: samplesFor(
    addbmm,
    [
      [3, 5],
      [2, 3, 4],
      [2, 4, 5],
    ],
    [[1], [0, 3, 4], [0, 4, 5]],
    [
      {
        name: "a matrix",
        call: () => addbmm(ones(3, 6), ones(3, 4), ones(3, 4, 6)),
        error: ShapeError,
        text: "addbmm: batch1 must be a 3D tensor, but got [3, 4]; matmul takes other ranks and broadcasts batches",
      },
    ],
  ),
  ...inPlace({
    addmm_: [
      addmm_,
      [
        [2, 4],
        [2, 3],
        [3, 4],
      ],
      [
        [0, 4],
        [0, 3],
        [3, 4],
      ],
    ],
    addmv_: [addmv_, [[2], [2, 3], [3]], [[2], [2, 0], [0]]],
    addr_: [addr_, [[2, 3], [2], [3]], [[0, 3], [0], [3]]],
    baddbmm_: [
      baddbmm_,
      [
        [2, 3, 5],
        [2, 3, 4],
        [2, 4, 5],
      ],
      [
        [0, 3, 5],
        [0, 3, 4],
        [0, 4, 5],
      ],
    ],
    addbmm_: [
      addbmm_,
      [
        [3, 5],
        [2, 3, 4],
        [2, 4, 5],
      ],
      [
        [3, 5],
        [0, 3, 4],
        [0, 4, 5],
      ],
    ],
  }),
});
