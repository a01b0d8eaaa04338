// What layers with weights share: the options about their parameters, their default initial values, sizes as pairs.

import {
  ArgumentError,
  type DeviceName,
  type DType,
  describe,
  describeAll,
  type Generator,
  type Kinds,
  type Pair,
  type Shape,
  type Tensor,
  zeros,
} from "@bernoulli/tensor";
import { calculateFanInAndFanOut, kaimingUniform_, uniform_ } from "../init/index.js";
import { Parameter } from "../parameter.js";
import { UninitializedParameter } from "../uninitialized.js";
import { isInferred } from "./lazy.js";

export interface ParameterizedOptions {
  /** Whether a learnt bias is added. Default true. */
  readonly bias?: boolean;
  /** The parameters' dtype, float32 or float64. Default float32. */
  readonly dtype?: DType;
  /** The parameters' device. Default: what `setDefaultDevice` said. */
  readonly device?: DeviceName;
  /** Where the initial values are drawn from. Default: the default generator. */
  readonly generator?: Generator;
}

/** What dtypes and devices there are, those who make tensors know. */
export const parameterizedKinds: Kinds<ParameterizedOptions> = {
  bias: "boolean",
  dtype: "anything",
  device: "anything",
  generator: "Generator",
};

/**
 * Weight and bias as PyTorch's Linear and convolutions draw them: both uniform with bound 1/√fanIn, the weight's
 * reached by way of kaiming_uniform_ with a = √5, whose rounding it shares. The bias has `outputs` elements, by default the weight's first size.
 */
export function makeParameters(
  shape: Shape,
  { bias = true, generator, ...options }: ParameterizedOptions,
  outputs = shape[0] as number,
): { weight: Parameter; bias: Parameter | null } {
  if (shape.some(isInferred))
    return { weight: new UninitializedParameter(options), bias: bias ? new UninitializedParameter(options) : null };
  const made = {
    weight: new Parameter(zeros(shape, options)),
    bias: bias ? new Parameter(zeros([outputs], options)) : null,
  };
  drawParameters(made, generator);
  return made;
}

/** Draws the weight, and then the bias, of what {@link makeParameters} makes. */
export function drawParameters(
  { weight, bias }: { readonly weight: Tensor; readonly bias: Tensor | null },
  generator?: Generator,
): void {
  const draw = generator === undefined ? {} : { generator };
  kaimingUniform_(weight, { a: Math.sqrt(5), ...draw });
  if (bias === null) return;
  const { fanIn } = calculateFanInAndFanOut(weight);
  const bound = fanIn > 0 ? 1 / Math.sqrt(fanIn) : 0;
  // PyTorch's convolutions leave the bias alone where fanIn is 0, its Linear draws zeros: the stream differs, no value does.
  uniform_(bias, -bound, bound, draw);
}

/** Throws unless `value` is an integer: a dimension, where negative ones count from the back. */
export function checkDim(owner: string, name: string, value: number): void {
  if (!Number.isInteger(value)) {
    throw new ArgumentError(`${owner}: ${name} must be given as an integer, but got ${describe(value)}`);
  }
}

/** A count of inputs, checked; 0 of what the first input will tell. */
export function countOf(owner: string, name: string, value: number, least: 0 | 1): number {
  if (isInferred(value)) return 0;
  checkSize(owner, name, value, least);
  return value;
}

/** Throws unless `value` is an integer of at least `least`. */
export function checkSize(owner: string, name: string, value: number, least = 1): void {
  if (!Number.isInteger(value) || value < least) {
    throw new ArgumentError(
      `${owner}: ${name} must be ${least === 0 ? "a non-negative" : "a positive"} integer, but got ${describe(value)}`,
    );
  }
}

/** One size for both directions, or a pair of (vertical, horizontal), checked. */
export function checkPair(owner: string, name: string, value: number | Pair, least = 1): Pair {
  const both: Pair = typeof value === "number" ? [value, value] : value;
  if (!Array.isArray(both) || both.length !== 2) {
    throw new ArgumentError(`${owner}: ${name} must be an integer or a pair of them, but got ${describeAll(value)}`);
  }
  for (const size of both) checkSize(owner, name, size, least);
  return both;
}
