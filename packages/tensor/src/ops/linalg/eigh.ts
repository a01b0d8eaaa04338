// eigh and eigvalsh: eigenvalues and eigenvectors of symmetric matrices.

import { describe } from "../../checks/describe.js";
import { ArgumentError } from "../../checks/errors.js";
import { checkOptions } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import { defineOp, type Gradients } from "../../door/op.js";
import * as kernels from "../../kernels/kernels.js";
import type { Tensor } from "../../tensor/tensor.js";
import { add, sub } from "../pointwise/add.js";
import { eq } from "../pointwise/compare.js";
import { div } from "../pointwise/div.js";
import { mul } from "../pointwise/mul.js";
import { where } from "../pointwise/where.js";
import { matmul } from "../products/matmul.js";
import { type Several, several } from "../several.js";
import { diagEmbed } from "../views/diagonal.js";
import { unsqueeze } from "../views/view.js";
import { checkSquare, leadingOf, stacked, transposed, unstacked } from "./matrices.js";

const eighOp = defineOp({
  name: "eigh",
  inputs: ["input"],
  outputs: ["values", "vectors"],
  differentiable: 2,
  kernel: kernels.eigh,
  infer: ([{ shape, dtype }]) => [
    { shape: shape.slice(0, 2), dtype },
    { shape, dtype },
  ],
  save: { values: ["input"], vectors: ["input"] },
  // V · (diag(gL) + skew(Vᵀ·gV) / E) · Vᵀ, E being the differences of the eigenvalues: symmetric, as PyTorch gives it.
  backward: ({ grads, values, vectors }): Gradients => {
    const [ofValues, ofVectors] = grads as readonly [Tensor, Tensor];
    const gaps = sub(unsqueeze(values, 1), unsqueeze(values, 2));
    const turned = matmul(transposed(vectors), ofVectors);
    const skew = mul(sub(turned, transposed(turned)), 0.5);
    const inner = add(quotient(skew, gaps), diagEmbed(ofValues));
    return [matmul(matmul(vectors, inner), transposed(vectors))];
  },
});

/** Zero where the numerator is: of eigenvectors that nobody asks for, equal eigenvalues do no harm. */
export function quotient(numerator: Tensor, denominator: Tensor): Tensor {
  return div(numerator, where(eq(numerator, 0), 1, denominator));
}

/** The eigenvalues, ascending, and the eigenvectors as columns: by name, or as a pair. */
export type EighResult = Several<"eigenvalues" | "eigenvectors">;

export interface EighOptions {
  /** Which triangle is read, the other being its mirror image: `"L"`, the lower, or `"U"`. Default `"L"`. */
  readonly UPLO?: "L" | "U" | "l" | "u";
}

function decomposed(op: string, A: Tensor, options: EighOptions): EighResult {
  checkOptions(op, options, ["UPLO"]);
  const { UPLO = "L" } = options;
  checkSquare("linalg.eigh", "A", A);
  if (typeof UPLO !== "string" || !["L", "U"].includes(UPLO.toUpperCase()))
    throw new ArgumentError(`${op}: Expected UPLO argument to be 'L' or 'U', but got ${describe(UPLO)}`);
  const [values, vectors] = apply(eighOp, [stacked(UPLO.toUpperCase() === "L" ? A : transposed(A))]);
  const [eigenvalues, eigenvectors] = [unstacked(values, leadingOf(A)), unstacked(vectors, leadingOf(A))];
  return several({ eigenvalues, eigenvectors }, ["eigenvalues", "eigenvectors"]);
}

/**
 * The eigenvalues of a symmetric matrix, ascending, and its orthonormal eigenvectors, the columns of V, A = V·diag(L)·Vᵀ; computed in
 * float64. Signs of eigenvectors are free, and among equal eigenvalues their directions: gradients through them are then infinite.
 * Shape: (*, n, n) → (*, n), (*, n, n). See https://pytorch.org/docs/stable/generated/torch.linalg.eigh.html.
 *
 * @throws ShapeError unless they are square; DTypeError for integers.
 * @example
 * ```ts
 * import { linalg, tensor } from "@bernoulli/tensor";
 * const [eigenvalues, eigenvectors] = linalg.eigh(tensor([[2, 0], [0, 1]]));
 * eigenvalues.toArray(); // → [1, 2]
 * eigenvectors.abs().toArray(); // → [[0, 1], [1, 0]]
 * ```
 */
export function eigh(A: Tensor, options: EighOptions = {}): EighResult {
  return decomposed("linalg.eigh", A, options);
}

/**
 * The eigenvalues of a symmetric matrix, ascending; computed in float64. Shape: (*, n, n) → (*, n).
 * See https://pytorch.org/docs/stable/generated/torch.linalg.eigvalsh.html.
 *
 * @throws ShapeError unless they are square; DTypeError for integers.
 * @example
 * ```ts
 * import { linalg, tensor } from "@bernoulli/tensor";
 * linalg.eigvalsh(tensor([[0, 1], [1, 0]])).toArray(); // → [-1, 1]
 * ```
 */
export function eigvalsh(A: Tensor, options: EighOptions = {}): Tensor {
  return decomposed("linalg.eigvalsh", A, options).eigenvalues;
}
