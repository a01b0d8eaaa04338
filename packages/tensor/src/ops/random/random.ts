// rand, randn, randint, randperm, uniform_ and normal_: tensors drawn from a generator, in PyTorch's stream. What is drawn by the
// parameters in another tensor stands in the files beside.

import { describe } from "../../checks/describe.js";
import { ArgumentError } from "../../checks/errors.js";
import { type ByName, checkNumber, checkOptions, checkTensor } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import { attributes, defineOp } from "../../door/op.js";
import type { Kernel } from "../../kernels/kernel.js";
import * as kernels from "../../kernels/kernels.js";
import type { Device } from "../../memory/storage.js";
import { defaultGenerator, type Generator } from "../../random/generator.js";
import { deviceOf } from "../../tensor/device.js";
import { checkDType, checkFits, type DType, dtypeRanges, isFloating } from "../../tensor/dtype.js";
import { checkSizes, parseSizes, type Shape, type SizeArguments } from "../../tensor/shape.js";
import type { Tensor } from "../../tensor/tensor.js";
import type { TensorOptions } from "../creation/creation.js";
import { zerosLike } from "../creation/creation.js";
import { applyInPlace } from "../write.js";

export interface RandomOptions extends TensorOptions {
  /** Where the draws come from. Default: the default generator, seeded by `manualSeed`. */
  readonly generator?: Generator;
}

interface Made {
  readonly shape: Shape;
  readonly dtype: DType;
}
const made = (_: unknown, { shape, dtype }: Made) => [{ shape, dtype }] as const;

const randOp = defineOp({ extra: attributes<Made>(), name: "rand", inputs: [], kernel: kernels.uniform, infer: made });
const randnOp = defineOp({ extra: attributes<Made>(), name: "randn", inputs: [], kernel: kernels.normal, infer: made });
const randintOp = defineOp({
  extra: attributes<Made>(),
  name: "randint",
  inputs: [],
  kernel: kernels.randint,
  infer: made,
});
const randpermOp = defineOp({
  extra: attributes<Made>(),
  name: "randperm",
  inputs: [],
  kernel: kernels.randperm,
  infer: made,
});
const bernoulliOp = defineOp({
  extra: attributes<Made>(),
  name: "bernoulli",
  inputs: [],
  kernel: kernels.bernoulli,
  infer: made,
});

type Resolved = {
  readonly dtype: DType;
  readonly generator: Generator;
  readonly device: Device;
  readonly requiresGrad: boolean;
};

function resolve(op: string, options: RandomOptions, natural: DType): Resolved {
  checkOptions(op, options, ["dtype", "requiresGrad", "device", "generator"]);
  const { dtype = natural, generator = defaultGenerator(), requiresGrad = false } = options;
  checkDType(op, dtype);
  return { dtype, generator, device: deviceOf(op, options.device), requiresGrad };
}

/**
 * Uniform draws from [0, 1). See https://pytorch.org/docs/stable/generated/torch.rand.html.
 *
 * @throws ShapeError unless the sizes are non-negative integers.
 * @example
 * ```ts
 * import { manualSeed, rand } from "@bernoulli/tensor";
 * manualSeed(0);
 * rand(3).toArray(); // → [0.4962566, 0.7682218, 0.0884774]
 * ```
 */
export function rand(...sizes: SizeArguments<RandomOptions>): Tensor {
  const [shape, options] = parseSizes<RandomOptions>("rand", sizes);
  const { dtype, generator, device, requiresGrad } = resolve("rand", options, "float32");
  return apply(randOp, [], { shape, dtype, generator, from: 0, to: 1 }, { device }).requiresGrad_(requiresGrad);
}

/**
 * Draws from the normal distribution of mean 0 and variance 1. See https://pytorch.org/docs/stable/generated/torch.randn.html.
 *
 * @throws ShapeError unless the sizes are non-negative integers.
 * @example
 * ```ts
 * import { manualSeed, randn } from "@bernoulli/tensor";
 * manualSeed(0);
 * randn(2).toArray(); // → [1.5409961, -0.2934289]
 * ```
 */
export function randn(...sizes: SizeArguments<RandomOptions>): Tensor {
  const [shape, options] = parseSizes<RandomOptions>("randn", sizes);
  const { dtype, generator, device, requiresGrad } = resolve("randn", options, "float32");
  return apply(randnOp, [], { shape, dtype, generator, mean: 0, std: 1 }, { device }).requiresGrad_(requiresGrad);
}

/**
 * Integers drawn evenly from [low, high), or [0, high), as int32. See https://pytorch.org/docs/stable/generated/torch.randint.html.
 *
 * @throws ArgumentError unless low < high, both integers within int32 and the dtype; for a floating dtype within 2⁵³ either way.
 * @example
 * ```ts
 * import { manualSeed, randint } from "@bernoulli/tensor";
 * manualSeed(1234);
 * randint(0, 100, [6]).toArray(); // → [75, 71, 6, 65, 16, 64]
 * ```
 */
export function randint(high: number, shape: Shape, options?: RandomOptions): Tensor;
export function randint(low: number, high: number, shape: Shape, options?: RandomOptions): Tensor;
export function randint(high: number, named: ByName<"size", Shape, RandomOptions>): Tensor;
export function randint(low: number, high: number, named: ByName<"size", Shape, RandomOptions>): Tensor;
export function randint(
  named: ByName<"size", Shape, RandomOptions & { readonly low?: number; readonly high: number }>,
): Tensor;
export function randint(...given: readonly unknown[]): Tensor {
  const [low, high, shape, options = {}] = randintPlaces(given) as [number, number, Shape, RandomOptions?];
  if (!Array.isArray(shape))
    throw new ArgumentError(
      `randint: expected randint(low, high, shape) or randint(high, shape), but got the shape ${describe(shape)}, such as randint(10, [2])`,
    );
  checkSizes("randint", shape);
  const { dtype, generator, device, requiresGrad } = resolve("randint", options, "int32");
  const [limit, within] = isFloating(dtype) ? [2 ** 53, "2⁵³ either way"] : [2 ** 31, "int32"];
  if (!Number.isInteger(low) || !Number.isInteger(high) || low >= high || low < -limit || high > limit) {
    throw new ArgumentError(
      `randint: expects 'low' to be less than 'high', both integers within ${within}, but got low=${describe(low)} and high=${describe(high)}`,
    );
  }
  const range = drawable("randint", low, high, dtype);
  return apply(randintOp, [], { shape: [...shape], dtype, generator, ...range }, { device }).requiresGrad_(
    requiresGrad,
  );
}

/** low, high, the shape and options, of which PyTorch's hands leave out the first and write the others by name. */
function randintPlaces(given: readonly unknown[]): readonly unknown[] {
  const last = given.at(-1);
  if (typeof last !== "object" || last === null || !("size" in last)) {
    return Array.isArray(given[1]) ? [0, ...given] : given;
  }
  const { low, high, size, ...options } = last as Record<string, unknown>;
  const bounds = [...given.slice(0, -1), ...(given.length === 1 ? [low ?? 0, high] : [])];
  return [...(bounds.length === 1 ? [0] : []), ...bounds, size, options];
}

/** The range in which each integer is a number of the dtype, as PyTorch narrows it for float32; else it refuses. */
export function drawable(
  op: string,
  low: number,
  high: number,
  dtype: DType,
): { readonly low: number; readonly high: number } {
  if (dtype === "float64") return { low, high };
  if (dtype === "float32") {
    // Where the next number inwards is rounded beyond its side, that side becomes the next float inwards.
    const apart = (value: number) => 2 ** (BigInt(Math.abs(value)).toString(2).length - 24);
    const range = {
      low: Math.fround(low + 1) < low ? Math.ceil((low + 1) / apart(low + 1)) * apart(low + 1) : low,
      high: Math.fround(high - 1) >= high ? Math.floor((high - 1) / apart(high - 1)) * apart(high - 1) : high,
    };
    if (range.low < range.high) return range;
    throw new ArgumentError(
      `${op}: random_ expects 'from' casted to dtype to be less than 'to' casted to dtype, but got from=${range.low} >= to=${range.high}, as ${dtype}`,
    );
  }
  const [least, most] = dtypeRanges[dtype];
  if (low < least || low > most)
    throw new ArgumentError(`${op}: from is out of bounds for ${dtype}, ${least} to ${most}: got low=${low}`);
  if (high - 1 > most)
    throw new ArgumentError(`${op}: to - 1 is out of bounds for ${dtype}, ${least} to ${most}: got high=${high}`);
  return { low, high };
}

/**
 * A random order of the integers 0 to n − 1, as int32. See https://pytorch.org/docs/stable/generated/torch.randperm.html.
 *
 * @throws ShapeError unless n is a non-negative integer; DTypeError where the dtype does not hold n − 1.
 * @example
 * ```ts
 * import { manualSeed, randperm } from "@bernoulli/tensor";
 * manualSeed(0);
 * randperm(10).toArray(); // → [4, 1, 7, 5, 3, 9, 0, 8, 6, 2]
 * ```
 */
export function randperm(n: number, options: RandomOptions = {}): Tensor {
  checkSizes("randperm", [n]);
  const { dtype, generator, device, requiresGrad } = resolve("randperm", options, "int32");
  // The largest element is n − 1; PyTorch lets float32 round.
  if (!isFloating(dtype) && dtype !== "bool" && n > 0) checkFits("randperm", n - 1, dtype);
  return apply(randpermOp, [], { shape: [n], dtype, generator }, { device }).requiresGrad_(requiresGrad);
}

/** A bool tensor that is true with probability p; dropout's masks. */
export function bernoulliMask(
  p: number,
  shape: Shape,
  device: Device,
  generator: Generator = defaultGenerator(),
): Tensor {
  return apply(bernoulliOp, [], { shape, dtype: "bool", generator, p }, { device });
}

/**
 * In place, what is drawn replaces the input, which is not read and gets no gradient: hence `overwrites`.
 *
 * @__NO_SIDE_EFFECTS__
 */
export function defineInPlace<
  K extends "uniform" | "normal" | "bernoulli" | "randint" | "sampled" | "sampledLogarithm",
>(kernel: Kernel<K>, name: string = kernel.name) {
  return defineOp({
    name,
    inputs: ["input"],
    kernel,
    overwrites: true,
    infer: ([{ shape, dtype }]) => [{ shape, dtype }],
    backward: ({ grad }) => [zerosLike(grad)],
  });
}

const uniformInPlaceOp = defineInPlace(kernels.uniform);
const normalInPlaceOp = defineInPlace(kernels.normal);

export interface DrawOptions {
  /** Where the draws come from. Default: the default generator, seeded by `manualSeed`. */
  readonly generator?: Generator;
}

/** The generator that the options name. */
export function drawsFrom(op: string, options: DrawOptions): Generator {
  checkOptions(op, options, ["generator"]);
  return options.generator ?? defaultGenerator();
}

/**
 * Fills the input, in place, with uniform draws from [from, to), and returns it.
 * See https://pytorch.org/docs/stable/generated/torch.Tensor.uniform_.html.
 *
 * @throws ArgumentError unless from ≤ to, both and their difference finite in the input's dtype.
 */
export function uniform_(input: Tensor, from = 0, to = 1, options: DrawOptions = {}): Tensor {
  checkTensor("uniform_", "input", input);
  checkNumber("uniform_", "from", from);
  checkNumber("uniform_", "to", to);
  checkBounds(from, to, input.dtype);
  if (!(from <= to))
    throw new ArgumentError(`uniform_: expects to return a [from, to) range, but found from=${from} > to=${to}`);
  return applyInPlace("uniform_", uniformInPlaceOp, [input], { generator: drawsFrom("uniform_", options), from, to });
}

function checkBounds(from: number, to: number, dtype: DType): void {
  if (!isFloating(dtype)) return;
  const [least, most] = dtypeRanges[dtype];
  for (const [name, bound] of Object.entries({ from, to })) {
    if (!(bound >= least && bound <= most))
      throw new ArgumentError(`uniform_: ${name} is out of bounds for ${dtype}: got ${bound}`);
  }
  if (to - from > most)
    throw new ArgumentError(
      `uniform_: expects to-from <= ${most}, the largest ${dtype}, but found to=${to} and from=${from}`,
    );
}

/**
 * Fills the input, in place, with draws from the normal distribution, and returns it.
 * See https://pytorch.org/docs/stable/generated/torch.Tensor.normal_.html.
 *
 * @throws ArgumentError unless std ≥ 0.
 */
export function normal_(input: Tensor, mean = 0, std = 1, options: DrawOptions = {}): Tensor {
  checkTensor("normal_", "input", input);
  checkNumber("normal_", "mean", mean);
  checkNumber("normal_", "std", std);
  if (!(std >= 0)) throw new ArgumentError(`normal_: expects std >= 0.0, but found std ${std}`);
  return applyInPlace("normal_", normalInPlaceOp, [input], { generator: drawsFrom("normal_", options), mean, std });
}
