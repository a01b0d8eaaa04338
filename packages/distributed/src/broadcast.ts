// What one rank has goes to all, and all wait for each other, with PyTorch's names and meanings.

import { ArgumentError, checkArgument, checkOptions, type Tensor } from "@bernoulli/tensor";
import { type CollectiveOptions, collectiveKinds, copyOf, elementsOf, perform, termsOf, type Work } from "./call.js";
import { openWorld } from "./world.js";

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
  const { rank, worldSize, link } = openWorld("broadcast");
  if (src >= worldSize) throw new ArgumentError(`broadcast: src must be a rank, 0 to ${worldSize - 1}, but got ${src}`);
  const elements = () => elementsOf(tensor, rank === src ? "read" : "write");
  const copy = options.asyncOp === true && link !== null ? copyOf(elements()) : null;
  return perform(
    {
      name: "broadcast",
      terms: `from ${src} ${termsOf(tensor)}`,
      now: (transport) => transport.broadcast(elements(), src),
      begin: (transport) => transport.beginBroadcast(copy!, src),
      after: () => {
        if (copy !== null && rank !== src) elements().set(copy);
      },
    },
    options,
  );
}
