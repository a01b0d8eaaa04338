// bernoulli, bernoulli_, poisson and binomial: a draw for each element of a tensor of parameters. The gradient of what is drawn is zero.

import { ArgumentError, AutogradError, DTypeError } from "../../checks/errors.js";
import { checkNumber, checkTensor } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import { attributes, defineOp, type Gradients } from "../../door/op.js";
import * as kernels from "../../kernels/kernels.js";
import type { Generator } from "../../random/generator.js";
import type { EachSampler } from "../../random/samplers.js";
import { type DType, isFloating } from "../../tensor/dtype.js";
import { isTensor, type Tensor } from "../../tensor/tensor.js";
import { clone } from "../creation/clone.js";
import { zeros, zerosLike } from "../creation/creation.js";
import { broadcast } from "../operands.js";
import { expandTo } from "../reductions/sum.js";
import { applyInPlace } from "../write.js";
import { type DrawOptions, defineInPlace, drawsFrom } from "./random.js";

const sampledEachOp = defineOp({
  name: "sampledEach",
  inputs: ["parameter"],
  kernel: kernels.sampledEach,
  infer: ([{ shape, dtype }]) => [{ shape, dtype }],
  backward: ({ grad }): Gradients => [zerosLike(grad)],
});

const sampledPairOp = defineOp({
  name: "sampledPair",
  inputs: ["count", "prob"],
  kernel: kernels.sampledEach,
  infer: ([{ shape, dtype }]) => [{ shape, dtype }],
  backward: (): never => {
    throw new AutogradError(
      "binomial: derivative for aten::binomial is not implemented; detach() or noGrad says that none is wanted",
    );
  },
});

const bernoulliEachOp = defineOp({
  name: "sampledEach",
  inputs: ["parameter"],
  kernel: kernels.bernoulliEach,
  infer: ([{ shape, dtype }]) => [{ shape, dtype }],
  backward: ({ grad }): Gradients => [zerosLike(grad)],
});

const bernoulliInPlaceOp = defineInPlace(kernels.bernoulli);

const bernoulliEachInPlaceOp = defineOp({
  extra: attributes<{ readonly dtype: DType }>(),
  name: "bernoulliEach",
  inputs: ["input", "p"],
  kernel: kernels.bernoulliEach,
  overwrites: true,
  infer: ([{ shape, dtype }]) => [{ shape, dtype }],
  backward: ({ grad, attributes: { dtype } }): Gradients => [
    zerosLike(grad),
    zeros(grad.shape, { dtype, device: grad.device }),
  ],
});

function checkFloating(op: string, { dtype }: Tensor): void {
  if (!isFloating(dtype))
    throw new DTypeError(
      `${op}: not implemented for '${dtype}': its parameters are float32 or float64; convert by .to()`,
    );
}

/** A draw by each element, in the input's shape and dtype; in rows, however the input lies. */
export function drawEach(
  op: string,
  input: Tensor,
  sampler: EachSampler,
  generator: Generator,
  bounds: readonly [number, number] = [0, 1],
): Tensor {
  checkFloating(op, input);
  return apply(sampledEachOp, [input], { generator, sampler, op, bounds });
}

function checkProbability(op: string, p: unknown): asserts p is number {
  checkNumber(op, "p", p);
  if (!(p >= 0 && p <= 1)) throw new ArgumentError(`${op}: expects p to be in [0, 1], but got p=${p}`);
}

/**
 * Fills the input, in place, with ones, with probability p, and zeros, and returns it. As a tensor, p is stretched over the input, and
 * float32 or float64. Shape: (*), p broadcastable to it → (*).
 * See https://pytorch.org/docs/stable/generated/torch.Tensor.bernoulli_.html.
 *
 * @throws ArgumentError if p, or one of its elements, is outside [0, 1]; DTypeError for a tensor of integers.
 * @example
 * ```ts
 * import { manualSeed, tensor, zeros } from "@bernoulli/tensor";
 * manualSeed(0);
 * zeros(8).bernoulli_(0.75).toArray(); // → [0, 1, 1, 0, 1, 0, 1, 1]
 * zeros(2, 3).bernoulli_(tensor([0, 0.5, 1])).toArray(); // → [[0, 0, 1], [0, 0, 1]]
 * ```
 */
export function bernoulli_(input: Tensor, p: number | Tensor = 0.5, options: DrawOptions = {}): Tensor {
  checkTensor("bernoulli_", "input", input);
  const generator = drawsFrom("bernoulli_", options);
  if (!isTensor(p)) {
    checkProbability("bernoulli_", p);
    return applyInPlace("bernoulli_", bernoulliInPlaceOp, [input], { generator, p });
  }
  checkFloating("bernoulli_", p);
  const drawing = { generator, sampler: "bernoulli", op: "bernoulli_", dtype: p.dtype } as const;
  return applyInPlace("bernoulli_", bernoulliEachInPlaceOp, [input, expandTo("bernoulli_", p, input.shape)], drawing);
}

/**
 * Ones and zeros in the input's shape and dtype: each element is the probability of a one, or p is that of all. The
 * probabilities are float32 or float64. Shape: (*) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.bernoulli.html.
 *
 * @throws ArgumentError if a probability is outside [0, 1]; DTypeError for integers without p.
 * @example
 * ```ts
 * import { bernoulli, manualSeed, tensor } from "@bernoulli/tensor";
 * manualSeed(0);
 * bernoulli(tensor([0.5, 0.5, 1, 0])).toArray(); // → [1, 0, 1, 0]
 * ```
 */
export function bernoulli(input: Tensor, ...rest: [DrawOptions?] | [p: number, options?: DrawOptions]): Tensor {
  checkTensor("bernoulli", "input", input);
  const [first, second = {}] = rest as [DrawOptions | number | undefined, DrawOptions?];
  if (typeof first !== "number") {
    checkFloating("bernoulli", input);
    const drawing = { generator: drawsFrom("bernoulli", first ?? {}), sampler: "bernoulli", op: "bernoulli" } as const;
    return apply(bernoulliEachOp, [input], drawing);
  }
  checkProbability("bernoulli", first);
  const generator = drawsFrom("bernoulli", second);
  return applyInPlace("bernoulli", bernoulliInPlaceOp, [clone(input)], { generator, p: first });
}

/**
 * Draws from Poisson distributions: whole numbers in the input's dtype, of which each element is the rate. Shape: (*) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.poisson.html; Hörmann, Insurance: Mathematics and Economics 12 (1993).
 *
 * @throws ArgumentError for a negative rate; DTypeError for integers.
 * @example
 * ```ts
 * import { manualSeed, poisson, tensor } from "@bernoulli/tensor";
 * manualSeed(0);
 * poisson(tensor([1, 20, 300, 0.5])).toArray(); // → [2, 28, 316, 0]
 * ```
 */
export function poisson(input: Tensor, options: DrawOptions = {}): Tensor {
  checkTensor("poisson", "input", input);
  return drawEach("poisson", input, "poisson", drawsFrom("poisson", options));
}

/**
 * Draws from binomial distributions: of each element of `count`, how many succeed that each do with the probability at its place in
 * `prob`. Shape: (*), (*), broadcast → (*). See https://pytorch.org/docs/stable/generated/torch.binomial.html; Hörmann, J. Stat. Comput. Simul. 46 (1993).
 *
 * @throws ShapeError unless the shapes broadcast; DTypeError for integers, or two dtypes; AutogradError from backward.
 * @example
 * ```ts
 * import { binomial, manualSeed, tensor } from "@bernoulli/tensor";
 * manualSeed(0);
 * binomial(tensor([10, 100]), tensor([0.5, 0.9])).toArray(); // → [7, 89]
 * ```
 */
export function binomial(count: Tensor, prob: Tensor, options: DrawOptions = {}): Tensor {
  checkTensor("binomial", "count", count);
  checkTensor("binomial", "prob", prob);
  checkFloating("binomial", count);
  checkFloating("binomial", prob);
  if (count.dtype !== prob.dtype)
    throw new DTypeError(`binomial: Found dtype ${count.dtype} but expected ${prob.dtype}; convert one by .to()`);
  const drawing = { generator: drawsFrom("binomial", options), sampler: "binomial", op: "binomial" } as const;
  return apply(sampledPairOp, broadcast("binomial", count, prob), drawing);
}
