// randLike, randnLike and randintLike: draws in another tensor's shape, dtype and layout, in PyTorch's order.

import { noGrad } from "../../autograd/grad-mode.js";
import { checkOptions, checkTensor } from "../../checks/options.js";
import { defaultGenerator } from "../../random/generator.js";
import { isContiguous, memoryOrder } from "../../tensor/shape.js";
import type { Tensor } from "../../tensor/tensor.js";
import { emptyLike } from "../creation/new.js";
import { permuteResult } from "../views/permute.js";
import { normal_, type RandomOptions, rand, randint, randn } from "./random.js";

function likeIts(op: string, { dtype, device }: Tensor, options: RandomOptions): RandomOptions {
  checkOptions(op, options, ["dtype", "requiresGrad", "device", "generator"]);
  return { ...options, dtype: options.dtype ?? dtype, device: options.device ?? device };
}

/** What `draw` gives of the sizes as they lie in memory, laid as the input is. */
function inMemoryOrder(input: Tensor, draw: (shape: readonly number[]) => Tensor, requiresGrad = false): Tensor {
  if (isContiguous(input)) return draw(input.shape).requiresGrad_(requiresGrad);
  const order = memoryOrder(input);
  const drawn = draw(order.map((dim) => input.shape[dim]!));
  return permuteResult(
    drawn,
    order.map((_, dim) => order.indexOf(dim)),
  ).requiresGrad_(requiresGrad);
}

/**
 * `rand` of another tensor's shape, dtype and device; it lies in memory as the input does, which is the order of the draws.
 * See https://pytorch.org/docs/stable/generated/torch.rand_like.html.
 *
 * @throws as `rand`.
 * @example
 * ```ts
 * import { manualSeed, randLike, zeros } from "@bernoulli/tensor";
 * manualSeed(0);
 * randLike(zeros(3)).toArray(); // → [0.4962566, 0.7682218, 0.0884774]
 * ```
 */
export function randLike(input: Tensor, options: RandomOptions = {}): Tensor {
  checkTensor("randLike", "input", input);
  const { requiresGrad, ...own } = likeIts("randLike", input, options);
  return inMemoryOrder(input, (shape) => rand(shape, own), requiresGrad);
}

/**
 * `randn` of another tensor's shape, dtype and device; it lies in memory as the input does.
 * See https://pytorch.org/docs/stable/generated/torch.randn_like.html.
 *
 * @throws as `randn`.
 * @example
 * ```ts
 * import { manualSeed, randnLike, zeros } from "@bernoulli/tensor";
 * manualSeed(0);
 * randnLike(zeros(2)).toArray(); // → [1.5409961, -0.2934289]
 * ```
 */
export function randnLike(input: Tensor, options: RandomOptions = {}): Tensor {
  checkTensor("randnLike", "input", input);
  const { requiresGrad = false, generator = defaultGenerator(), ...own } = likeIts("randnLike", input, options);
  if (isContiguous(input)) return randn(input.shape, { ...own, generator, requiresGrad });
  // What does not lie in rows draws number by number.
  const drawn = noGrad(() => normal_(emptyLike(input, own), 0, 1, { generator }));
  return drawn.requiresGrad_(requiresGrad);
}

/**
 * `randint` of another tensor's shape, dtype and device: integers from 0, or `low`, to before `high`. It lies in memory as the input does.
 * See https://pytorch.org/docs/stable/generated/torch.randint_like.html.
 *
 * @throws as `randint`.
 * @example
 * ```ts
 * import { manualSeed, randintLike, zeros } from "@bernoulli/tensor";
 * manualSeed(1234);
 * randintLike(zeros(6), 100).toArray(); // → [75, 71, 6, 65, 16, 64]
 * randintLike(zeros(6), 5, 6).toArray(); // → [5, 5, 5, 5, 5, 5]
 * ```
 */
export function randintLike(input: Tensor, high: number, options?: RandomOptions): Tensor;
export function randintLike(input: Tensor, low: number, high: number, options?: RandomOptions): Tensor;
export function randintLike(
  input: Tensor,
  first: number,
  second?: number | RandomOptions,
  third: RandomOptions = {},
): Tensor {
  checkTensor("randintLike", "input", input);
  const [low, high, options] = typeof second === "number" ? [first, second, third] : [0, first, second ?? third];
  const { requiresGrad, ...own } = likeIts("randintLike", input, options);
  return inMemoryOrder(input, (shape) => randint(low, high, shape, own), requiresGrad);
}
