// Where indices lead: what may be an index, places counted from either end, those of several dimensions as one, and the positions at
// which a mask holds. No function of these is public but nonzero's and argwhere's; at.ts, put.ts and along.ts are made of them.

import { DTypeError } from "../../checks/errors.js";
import { checkOptions, checkTensor } from "../../checks/options.js";
import { readFor } from "../../compile/trace.js";
import { apply } from "../../door/apply.js";
import { attributes, defineOp } from "../../door/op.js";
import * as kernels from "../../kernels/kernels.js";
import { isWholeLiteral } from "../../tensor/literals.js";
import { item } from "../../tensor/reads.js";
import { contiguousStrides, type Shape } from "../../tensor/shape.js";
import type { Tensor } from "../../tensor/tensor.js";
import { zeros } from "../creation/creation.js";
import { to } from "../creation/to.js";
import { add, sub } from "../pointwise/add.js";
import { ne } from "../pointwise/compare.js";
import { div } from "../pointwise/div.js";
import { mul } from "../pointwise/mul.js";
import { sum } from "../reductions/sum.js";
import { stack } from "../shapes/cat.js";
import { reshape } from "../views/view.js";

const wrapIndexOp = defineOp({
  name: "wrapIndex",
  inputs: ["index"],
  kernel: kernels.wrapIndex,
  infer: ([index]) => [index],
});

const nonzeroOp = defineOp({
  extra: attributes<{ readonly count: number }>(),
  name: "nonzero",
  inputs: ["mask"],
  kernel: kernels.nonzero,
  infer: (_, { count }) => [{ shape: [count], dtype: "int32" as const }],
});

/** A tensor of indices as int32: it is of that, or holds whole numbers as they were written down. */
export function asIndex(op: string, index: Tensor): Tensor {
  if (index.dtype === "int32") return index;
  if (isWholeLiteral(index)) return to(index, "int32");
  throw new DTypeError(`${op}: Expected dtype int32 for index, but got ${index.dtype}; convert with .to("int32")`);
}

/** The places along `dim`, of `size`: indices may count from its end. The kernel refuses those that lead out. */
export function placesOf(op: string, index: Tensor, dim: number, size: number): Tensor {
  return apply(wrapIndexOp, [index], { op, dim, size });
}

/** Places of several dimensions, all of one shape, as those in rows of `sizes`. */
export function joinedPlaces(places: readonly Tensor[], sizes: Shape): Tensor {
  const steps = contiguousStrides(sizes);
  return places.map((own, at) => (steps[at] === 1 ? own : mul(own, steps[at]!))).reduce((a, b) => add(a, b));
}

/** The positions, in rows, at which a mask holds. How many there are is read, for `op`. */
export function positionsOf(op: string, mask: Tensor): Tensor {
  const flat = reshape(mask, -1);
  return apply(nonzeroOp, [flat], { count: readFor(op, "shape", () => item(sum(flat)) as number) });
}

/** The positions at which a mask holds, as one int32 vector for each dimension. */
export function coordinatesOf(op: string, mask: Tensor): readonly Tensor[] {
  let rest = positionsOf(op, mask);
  return contiguousStrides(mask.shape).map((step, dim) => {
    if (dim === mask.ndim - 1 || mask.numel() === 0) return rest;
    const own = div(rest, step, { roundingMode: "floor" });
    rest = sub(rest, mul(own, step));
    return own;
  });
}

/** Whatever is not zero, as bool. */
function truthOf(input: Tensor): Tensor {
  return input.dtype === "bool" ? input : ne(input, 0);
}

export interface NonzeroOptions {
  /** A vector for each dimension instead of one matrix, as indexing takes them. Default false. */
  readonly asTuple?: boolean;
}

/**
 * The indices of the elements that are not zero, in order, one a row; int32. Its shape depends on values: it reads them, and in a
 * compiled function ends a plan. Shape: (*) → (count, dimensions); a 0-d tensor is seen as a vector of one with `asTuple`.
 * See https://pytorch.org/docs/stable/generated/torch.nonzero.html.
 *
 * @example
 * ```ts
 * import { nonzero, tensor } from "@bernoulli/tensor";
 * const x = tensor([[0, 3], [4, 0]]);
 * nonzero(x).toArray(); // → [[0, 1], [1, 0]]
 * nonzero(x, { asTuple: true }).map((places) => places.toArray()); // → [[0, 1], [1, 0]]
 * ```
 */
export function nonzero(input: Tensor, options: { readonly asTuple: true }): Tensor[];
export function nonzero(input: Tensor, options?: { readonly asTuple?: false }): Tensor;
export function nonzero(input: Tensor, options: NonzeroOptions = {}): Tensor | Tensor[] {
  checkTensor("nonzero", "input", input);
  checkOptions("nonzero", options, { asTuple: "boolean" });
  const truth = truthOf(input);
  if (options.asTuple === true) return [...coordinatesOf("nonzero", input.ndim === 0 ? reshape(truth, 1) : truth)];
  if (input.ndim === 0) {
    const count = readFor("nonzero", "shape", () => item(sum(truth)) as number);
    return zeros([count, 0], { dtype: "int32", device: input.device });
  }
  return stack(coordinatesOf("nonzero", truth), 1);
}

/**
 * As {@link nonzero}, a 0-d tensor included. See https://pytorch.org/docs/stable/generated/torch.argwhere.html.
 *
 * @example
 * ```ts
 * import { argwhere, tensor } from "@bernoulli/tensor";
 * argwhere(tensor([0, 5, 6])).toArray(); // → [[1], [2]]
 * ```
 */
export function argwhere(input: Tensor): Tensor {
  checkTensor("argwhere", "input", input);
  return readFor("argwhere", "shape", () => nonzero(input));
}
