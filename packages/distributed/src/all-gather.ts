// What all ranks have, on every one, with PyTorch's names and meanings. Plain numbers are gathered.ts's.

import {
  ArgumentError,
  checkArgument,
  checkOptions,
  DTypeError,
  noGrad,
  ShapeError,
  type Tensor,
} from "@bernoulli/tensor";
import { type CollectiveOptions, collectiveKinds, copyOf, elementsOf, perform, termsOf, type Work } from "./call.js";
import type { Elements } from "./transport.js";
import { openWorld } from "./world.js";

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
  const copies =
    options.asyncOp === true && link !== null
      ? ([elementsOf(input, "read"), elementsOf(output, "read")].map(copyOf) as [Elements, Elements])
      : null;
  return perform(
    {
      name: "allGatherIntoTensor",
      terms: termsOf(input),
      now: (transport) => transport.allGather(elementsOf(input, "read"), elementsOf(output, "write")),
      begin: (transport) => transport.beginAllGather(...copies!),
      after: () => {
        if (copies !== null) elementsOf(output, "write").set(copies[1]);
      },
    },
    options,
  );
}

/**
 * Writes the tensors of all ranks into those of a list, that of rank 0 first.
 * Shape: each of the list as the input's.
 * See https://pytorch.org/docs/stable/distributed.html#torch.distributed.all_gather.
 *
 * @throws ArgumentError for a list of another length; ShapeError and DTypeError for a tensor in it that is not as the input;
 * DistributedError where ranks differ.
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
