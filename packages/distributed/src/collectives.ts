// What ranks do together: wait, send, reduce, gather. Every rank makes the same calls in the same order, with tensors of one shape and dtype;
// which they are is told before (agreement.ts). PyTorch's names and meanings; in a world of one they return at once.

import {
  ArgumentError,
  BernoulliError,
  checkArgument,
  checkOptions,
  type DType,
  DTypeError,
  describe,
  elementsInPlace,
  isFloating,
  type Kinds,
  noGrad,
  ShapeError,
  type Tensor,
} from "@bernoulli/tensor";
import type { Reduction } from "./mpi/abi.js";
import type { Elements, Pending, Transport } from "./transport.js";
import { openWorld } from "./world.js";

/** How elements of several ranks become one; `"mean"` is their sum divided by the number of ranks. */
export type ReduceOp = Reduction | "mean";

export interface CollectiveOptions {
  /** Begins the call and returns a {@link Work} at once. Default: false. */
  readonly asyncOp?: boolean;
}

export interface AllReduceOptions extends CollectiveOptions {
  /** Default: `"sum"`. */
  readonly op?: ReduceOp;
}

/** A call that is under way, as `asyncOp` gives it. Until it is done its tensors must not be used. */
export interface Work {
  /**
   * Resolves when the call is done on this rank; until then the event loop goes on.
   *
   * @throws DistributedError where the ranks made different calls, or where another does not come in time.
   */
  wait(): Promise<void>;
}

const collectiveKinds: Kinds<CollectiveOptions> = { asyncOp: "boolean" };
const allReduceKinds: Kinds<AllReduceOptions> = { ...collectiveKinds, op: "string" };
const reductions: { readonly [Op in ReduceOp]: Reduction } = {
  sum: "sum",
  mean: "sum",
  prod: "prod",
  max: "max",
  min: "min",
};

/** One call: what it is called, what all ranks must agree in, and how it is made, at once or bit by bit. */
interface Call {
  readonly name: string;
  readonly terms: string;
  readonly now: (transport: Transport) => void;
  readonly begin: (transport: Transport) => Pending;
  /** Done on this rank behind it. */
  readonly after?: () => void;
}

const nothing: Work = { wait: async () => {} };

function perform({ name, terms, now, begin, after }: Call, { asyncOp = false }: CollectiveOptions): Work {
  const { link } = openWorld(name);
  if (link === null) return nothing;
  const { agreement, transport } = link;
  const what = `${name} ${terms}`;
  if (!asyncOp) {
    agreement.make(what, () => now(transport));
    after?.();
    return nothing;
  }
  const pending = agreement.enter(what, () => begin(transport));
  let whole: Promise<void> | null = null;
  return { wait: () => (whole ??= untilDone(pending).then(() => after?.())) };
}

/** Polls at each turn of the event loop at first, and each millisecond later. */
async function untilDone(pending: Pending): Promise<void> {
  for (let turn = 0; !pending.test(); turn++)
    await new Promise<void>((resolve) => (turn < 100 ? setImmediate(resolve) : setTimeout(resolve, 1)));
}

const termsOf = ({ dtype, shape }: Tensor): string => `of ${dtype} [${shape.join(", ")}]`;
const elementsOf = (tensor: Tensor, access: "read" | "write") => elementsInPlace(tensor, access) as Elements;

/**
 * Waits until all ranks are here.
 * See https://pytorch.org/docs/stable/distributed.html#torch.distributed.barrier.
 *
 * @throws DistributedError where another rank calls something else, or does not come in time.
 * @example
 * ```ts
 * import { barrier, init } from "@bernoulli/distributed";
 * await init();
 * barrier();
 * ```
 */
export function barrier(): void {
  // Who agrees has waited.
  perform({ name: "barrier", terms: "", now: () => {}, begin: () => ({ test: () => true }) }, {});
}

/**
 * Puts the sum over all ranks, or another reduction, in the place of a tensor's elements, on every rank. Shape: any, the same on all, contiguous. What is
 * sent and received lies in the tensor's own memory; nothing is copied, but where integers are summed or multiplied, which goes by float64: a
 * result that their dtype has no room for is refused on all ranks.
 * See https://pytorch.org/docs/stable/distributed.html#torch.distributed.all_reduce.
 *
 * @throws DTypeError for a mean of integers, or a sum of bools; ArgumentError for another op; ShapeError for a tensor that is not contiguous; DistributedError where
 * ranks differ.
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
  let wide: Float64Array = new Float64Array(0);
  const sent = () => {
    if (!widens) return elements();
    wide = Float64Array.from(elements());
    return wide;
  };
  return perform(
    {
      name: "allReduce",
      terms: `(${op}) ${termsOf(tensor)}`,
      now: (transport) => transport.allReduce(sent(), reduction),
      begin: (transport) => transport.beginAllReduce(sent(), reduction),
      after: () => {
        if (op === "mean") noGrad(() => tensor.detach().div_(openWorld("allReduce").worldSize));
        if (widens) narrow(op, wide, dtype, elements());
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

/**
 * Gives all ranks the elements that the tensor has on the rank `src`. Shape: any, the same on all, contiguous.
 * See https://pytorch.org/docs/stable/distributed.html#torch.distributed.broadcast.
 *
 * @throws ArgumentError for a `src` that is no rank; ShapeError for a tensor that is not contiguous; DistributedError where ranks differ.
 * @example
 * ```ts
 * import { broadcast, init } from "@bernoulli/distributed";
 * import { tensor } from "@bernoulli/tensor";
 * await init();
 * broadcast(tensor([1, 2]), 0);
 * ```
 */
export function broadcast(
  tensor: Tensor,
  src: number,
  options?: CollectiveOptions & { readonly asyncOp?: false },
): void;
export function broadcast(tensor: Tensor, src: number, options: CollectiveOptions & { readonly asyncOp: true }): Work;
// biome-ignore lint/suspicious/noConfusingVoidType: the overload that returns nothing
export function broadcast(tensor: Tensor, src: number, options: CollectiveOptions = {}): Work | void {
  checkArgument("broadcast", "tensor", tensor, "Tensor");
  checkOptions("broadcast", options, collectiveKinds);
  checkArgument("broadcast", "src", src, "count");
  const { rank, worldSize } = openWorld("broadcast");
  if (src >= worldSize) throw new ArgumentError(`broadcast: src must be a rank, 0 to ${worldSize - 1}, but got ${src}`);
  const elements = () => elementsOf(tensor, rank === src ? "read" : "write");
  return perform(
    {
      name: "broadcast",
      terms: `from ${src} ${termsOf(tensor)}`,
      now: (transport) => transport.broadcast(elements(), src),
      begin: (transport) => transport.beginBroadcast(elements(), src),
    },
    options,
  );
}

/**
 * Writes the tensors of all ranks into one: along a dimension in front, or one behind the other along the first.
 * Shape: input (*) and output (worldSize, *), or input (N, *) and output (worldSize · N, *); both contiguous.
 * See https://pytorch.org/docs/stable/distributed.html#torch.distributed.all_gather_into_tensor.
 *
 * @throws ShapeError for another shape of the output, or a tensor that is not contiguous; DTypeError for another dtype; DistributedError where ranks differ.
 * @example
 * ```ts
 * import { allGatherIntoTensor, init } from "@bernoulli/distributed";
 * import { tensor, zeros } from "@bernoulli/tensor";
 * await init();
 * const all = zeros(1, 2);
 * allGatherIntoTensor(all, tensor([1, 2]));
 * all.toArray(); // → [[1, 2]]
 * ```
 */
export function allGatherIntoTensor(
  output: Tensor,
  input: Tensor,
  options?: CollectiveOptions & { readonly asyncOp?: false },
): void;
export function allGatherIntoTensor(
  output: Tensor,
  input: Tensor,
  options: CollectiveOptions & { readonly asyncOp: true },
): Work;
export function allGatherIntoTensor(
  output: Tensor,
  input: Tensor,
  options: CollectiveOptions = {},
  // biome-ignore lint/suspicious/noConfusingVoidType: the overload that returns nothing
): Work | void {
  checkArgument("allGatherIntoTensor", "output", output, "Tensor");
  checkArgument("allGatherIntoTensor", "input", input, "Tensor");
  checkOptions("allGatherIntoTensor", options, collectiveKinds);
  const { worldSize, link } = openWorld("allGatherIntoTensor");
  const [first = 1, ...rest] = input.shape;
  const wanted = [[worldSize, ...input.shape], ...(input.ndim > 0 ? [[worldSize * first, ...rest]] : [])];
  if (!wanted.some((shape) => String(shape) === String(output.shape)))
    throw new ShapeError(
      `allGatherIntoTensor: of ${worldSize} inputs of shape [${input.shape.join(", ")}] the output is ${wanted.map((shape) => `[${shape.join(", ")}]`).join(" or ")}, but got [${output.shape.join(", ")}]`,
    );
  if (output.dtype !== input.dtype)
    throw new DTypeError(
      `allGatherIntoTensor: output and input must be of one dtype, but got ${output.dtype} and ${input.dtype}`,
    );
  if (link === null) noGrad(() => output.detach().copy_(input.detach().viewAs(output)));
  return perform(
    {
      name: "allGatherIntoTensor",
      terms: termsOf(input),
      now: (transport) => transport.allGather(elementsOf(input, "read"), elementsOf(output, "write")),
      begin: (transport) => transport.beginAllGather(elementsOf(input, "read"), elementsOf(output, "write")),
    },
    options,
  );
}

/**
 * Writes the tensors of all ranks into those of a list, that of rank 0 first.
 * Shape: each of the list as the input's.
 * See https://pytorch.org/docs/stable/distributed.html#torch.distributed.all_gather.
 *
 * @throws ArgumentError for a list of another length; ShapeError and DTypeError for a tensor in it that is not as the input; DistributedError where ranks differ.
 * @example
 * ```ts
 * import { allGather, init } from "@bernoulli/distributed";
 * import { tensor, zeros } from "@bernoulli/tensor";
 * await init();
 * const list = [zeros(2)];
 * allGather(list, tensor([1, 2]));
 * list[0]?.toArray(); // → [1, 2]
 * ```
 */
export function allGather(tensorList: readonly Tensor[], input: Tensor): void {
  checkArgument("allGather", "tensorList", tensorList, "array");
  checkArgument("allGather", "input", input, "Tensor");
  const { worldSize } = openWorld("allGather");
  if (tensorList.length !== worldSize)
    throw new ArgumentError(
      `allGather: tensorList must have a tensor for each of the ${worldSize} ranks, but has ${tensorList.length}`,
    );
  for (const [at, one] of tensorList.entries()) {
    checkArgument("allGather", `tensorList[${at}]`, one, "Tensor");
    if (String(one.shape) !== String(input.shape))
      throw new ShapeError(
        `allGather: tensorList[${at}] has the shape [${one.shape.join(", ")}], but the input's is [${input.shape.join(", ")}]`,
      );
    if (one.dtype !== input.dtype)
      throw new DTypeError(`allGather: tensorList[${at}] is of ${one.dtype}, but the input of ${input.dtype}`);
  }
  noGrad(() => {
    const all = input.detach().newEmpty([worldSize, ...input.shape]);
    allGatherIntoTensor(all, input.detach().contiguous());
    for (const [rank, one] of tensorList.entries()) one.detach().copy_(all.select(0, rank));
    all.dispose();
  });
}
