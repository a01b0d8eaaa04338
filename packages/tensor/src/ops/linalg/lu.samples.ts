// Samples of luFactor, lu, luSolve and luUnpack.

import { defineSamples } from "@bernoulli/testing";
import { ArgumentError, DTypeError, ShapeError } from "../../checks/errors.js";
import type { Tensor } from "../../tensor/tensor.js";
import { ones, zeros } from "../creation/creation.js";
import { add } from "../pointwise/add.js";
import { mul } from "../pointwise/mul.js";
import { matmul } from "../products/matmul.js";
import { roll } from "../shapes/roll.js";
import { triu } from "../shapes/triangles.js";
import { regular } from "./given.testing.js";
import { lu, luFactor, luSolve, luUnpack } from "./lu.js";

/** Rows are exchanged, and a small step changes none of that. */
const turned = (a: Tensor): Tensor => roll(regular(a), 1, -2);
const parts = ({ P, L, U }: ReturnType<typeof lu>): Tensor =>
  add(matmul(P, matmul(L, mul(U, U))), matmul(L, triu(U, 1)));

export const samples = defineSamples({
  "linalg.luFactor": {
    golden: ([A]) => [...luFactor(A!)],
    samples: [
      { name: "one matrix", inputs: [{ shape: [4, 4] }], run: (A) => luFactor(turned(A)).LU },
      {
        name: "a batch, transposed",
        inputs: [{ shape: [2, 3, 3], layout: "transposed" }],
        run: (A) => luFactor(turned(A)).LU,
      },
      { name: "the pivots", inputs: [{ shape: [4, 4] }], gradient: "none", run: (A) => luFactor(turned(A)).pivots },
      { name: "zero-size", inputs: [{ shape: [0, 2, 2] }], run: (A) => luFactor(A).LU },
    ],
    errors: [
      {
        name: "a zero on the diagonal",
        call: () => luFactor(zeros(2, 3, 3)),
        error: ArgumentError,
        text: "linalg.luFactor: (Batch element 0): U[1,1] is zero and using it on luSolve would result in a division by zero. If you still want to perform the factorization, consider calling linalg.lu(A)",
      },
    ],
  },
  "linalg.lu": {
    golden: ([A]) => [...lu(A!)],
    samples: [
      { name: "square", inputs: [{ shape: [3, 3], layout: "transposed" }], run: (A) => parts(lu(turned(A))) },
      {
        name: "tall",
        inputs: [{ shape: [2, 5, 5] }],
        run: (A) => {
          const { P, L, U } = lu(turned(A).narrow(-1, 0, 3));
          return matmul(P, matmul(mul(L, L), U));
        },
      },
      {
        name: "wide",
        inputs: [{ shape: [5, 5] }],
        run: (A) => {
          const { P, L, U } = lu(turned(A).narrow(-2, 0, 3));
          return matmul(P, matmul(mul(L, L), mul(U, U)));
        },
      },
      { name: "zero-size", inputs: [{ shape: [0, 3] }], run: (A) => lu(A).U },
    ],
    errors: [
      {
        name: "a vector",
        call: () => lu(ones(3)),
        error: ShapeError,
        text: "linalg.lu: The input tensor A must have at least 2 dimensions.",
      },
    ],
  },
  luUnpack: {
    golden: ([LU, pivots]) => [...luUnpack(LU!, pivots!)],
    samples: [
      {
        name: "a batch",
        inputs: [{ shape: [2, 3, 3] }],
        run: (A) => {
          const { LU, pivots } = luFactor(turned(A));
          return parts(luUnpack(LU, pivots));
        },
      },
      {
        name: "zero-size",
        inputs: [{ shape: [0, 3, 3] }, { shape: [0, 3], dtype: "int32" }],
        run: (LU, pivots) => luUnpack(LU, pivots!).L,
      },
      {
        name: "of any pivots",
        edge: true,
        inputs: [
          { shape: [3, 4], layout: "transposed" },
          { shape: [3], dtype: "int32", values: [3, 3, 3] },
        ],
        run: (LU, pivots) => parts(luUnpack(LU, pivots!)),
      },
      {
        name: "without the permutation",
        inputs: [{ shape: [3, 3] }, { shape: [3], dtype: "int32", values: [1, 2, 3] }],
        run: (LU, pivots) => luUnpack(LU, pivots!, { unpackPivots: false }).L,
      },
    ],
    errors: [
      {
        name: "pivots of another number",
        call: () => luUnpack(ones(3, 3), ones([2], { dtype: "int32" })),
        error: ShapeError,
        text: "luUnpack: pivots of [3, 3] have the shape [3], but got [2]",
      },
      {
        name: "pivots that are none",
        call: () => luUnpack(ones(3, 3), ones(3)),
        error: DTypeError,
        text: "luUnpack: pivots are int32, as luFactor gives them, but got float32",
      },
    ],
  },
  "linalg.luSolve": {
    golden: ([LU, pivots, B], options) => luSolve(LU!, pivots!, B!, options),
    samples: [
      {
        name: "zero-size",
        inputs: [{ shape: [0, 0] }, { shape: [0], dtype: "int32" }, { shape: [0, 2] }],
        run: (LU, pivots, B) => luSolve(LU, pivots!, B!),
      },
      {
        name: "a matrix",
        inputs: [{ shape: [3, 3] }, { shape: [3, 2] }],
        run: (A, B) => {
          const { LU, pivots } = luFactor(turned(A));
          return luSolve(LU, pivots, B!);
        },
      },
      {
        name: "on the right, transposed, a batch",
        inputs: [{ shape: [2, 3, 3] }, { shape: [4, 3], layout: "transposed" }],
        run: (A, B) => {
          const { LU, pivots } = luFactor(turned(A));
          return luSolve(LU, pivots, B!, { left: false, adjoint: true });
        },
      },
    ],
    errors: [
      {
        name: "what is not square",
        call: () => luSolve(ones(2, 3), ones([2], { dtype: "int32" }), ones(2, 1)),
        error: ShapeError,
        text: "linalg.luSolve: LU must be batches of square matrices, but they are 2 by 3 matrices",
      },
    ],
  },
});
