// The sum over all ranks, and other reductions, with PyTorch's names and meanings; those of gradients are reducer.ts's.

import {
  ArgumentError,
  BernoulliError,
  checkArgument,
  checkOptions,
  type DType,
  DTypeError,
  describe,
  isFloating,
  type Kinds,
  noGrad,
  type Tensor,
} from "@bernoulli/tensor";
import { type CollectiveOptions, collectiveKinds, copyOf, elementsOf, perform, termsOf, type Work } from "./call.js";
import type { Reduction } from "./mpi/abi.js";
import type { Elements } from "./transport.js";
import { openWorld } from "./world.js";

/** How elements of several ranks become one; `"mean"` is their sum divided by the number of ranks. */
export type ReduceOp = Reduction | "mean";

export interface AllReduceOptions extends CollectiveOptions {
  /** Default: `"sum"`. */
  readonly op?: ReduceOp;
}

const allReduceKinds: Kinds<AllReduceOptions> = { ...collectiveKinds, op: "string" };
const reductions: { readonly [Op in ReduceOp]: Reduction } = {
  sum: "sum",
  mean: "sum",
  prod: "prod",
  max: "max",
  min: "min",
};

/**
 * Puts the sum over all ranks, or another reduction, in the place of a tensor's elements, on every rank. Shape: any, the same on all,
 * contiguous. What is sent and received lies in the tensor's own memory; nothing is copied, but with `asyncOp`, and where integers are
 * summed or multiplied, which goes by float64: a result that their dtype has no room for is refused on all ranks.
 * See https://pytorch.org/docs/stable/distributed.html#torch.distributed.all_reduce.
 *
 * @throws DTypeError for a mean of integers, or a sum of bools; ArgumentError for another op; ShapeError for a tensor that is not
 * contiguous; DistributedError where ranks differ.
 * @example
 * ```ts
 * import { allReduce, init } from "@bernoulli/distributed";
 * import { tensor } from "@bernoulli/tensor";
 * await init();
 * const x = tensor([1, 2]);
 * allReduce(x, { op: "mean" });
 * x.toArray(); // → [1, 2]
 * ```
 */
export function allReduce(tensor: Tensor, options?: AllReduceOptions & { readonly asyncOp?: false }): void;
export function allReduce(tensor: Tensor, options: AllReduceOptions & { readonly asyncOp: true }): Work;
// biome-ignore lint/suspicious/noConfusingVoidType: the overload that returns nothing
export function allReduce(tensor: Tensor, options: AllReduceOptions = {}): Work | void {
  checkArgument("allReduce", "tensor", tensor, "Tensor");
  checkOptions("allReduce", options, allReduceKinds);
  const { op = "sum" } = options;
  const { dtype } = tensor;
  const reduction = reductions[op];
  if (reduction === undefined)
    throw new ArgumentError(
      `allReduce: op must be one of ${Object.keys(reductions).map(describe).join(", ")}, but got ${describe(op)}`,
    );
  if (op === "mean" && !isFloating(dtype))
    throw new DTypeError(
      `allReduce: a mean is of floats, but the tensor is of ${dtype}; convert it with .to("float32")`,
    );
  if (dtype === "bool" && (op === "sum" || op === "prod"))
    throw new DTypeError(
      `allReduce: a ${op} of bools is none; "max" tells whether any is true, and "min" whether all are`,
    );
  const widens = (dtype === "int32" || dtype === "uint8") && (op === "sum" || op === "prod");
  const elements = () => elementsOf(tensor, "write");
  const { asyncOp = false } = options;
  const { link } = openWorld("allReduce");
  const wide = widens && link !== null ? Float64Array.from(elements()) : null;
  const copy = wide ?? (asyncOp && link !== null ? copyOf(elements()) : null);
  const sent = () => copy ?? elements();
  return perform(
    {
      name: "allReduce",
      terms: `(${op}) ${termsOf(tensor)}`,
      now: (transport) => transport.allReduce(sent(), reduction),
      begin: (transport) => transport.beginAllReduce(sent(), reduction),
      after: () => {
        if (wide !== null) narrow(op, wide, dtype, elements());
        else if (copy !== null) elements().set(copy);
        if (op === "mean") noGrad(() => tensor.detach().div_(openWorld("allReduce").worldSize));
      },
    },
    options,
  );
}

/** @throws BernoulliError for a number that the integers have no room for. All ranks have the same numbers, and all throw. */
function narrow(op: ReduceOp, from: Float64Array, dtype: DType, to: Elements): void {
  for (const value of from)
    if ((dtype === "uint8" ? value & 0xff : value | 0) !== value)
      throw new BernoulliError(`allReduce: a ${op} of ${value} does not fit into ${dtype}; convert to float64 before`);
  to.set(from);
}
