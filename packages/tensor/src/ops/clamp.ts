// clamp: elements kept between two bounds.

import { apply } from "../apply.js";
import { applyInPlace } from "../apply-in-place.js";
import { promoteWithNumber } from "../dtype.js";
import { ArgumentError, DTypeError } from "../errors.js";
import { defineOpWith, type Gradients } from "../op.js";
import { checkOptions } from "../options.js";
import type { Tensor } from "../tensor.js";
import { gt, lt } from "./compare.js";
import { mul } from "./mul.js";
import { numberTensor, pointwise } from "./operands.js";
import { to } from "./to.js";
import { where } from "./where.js";

interface Bounded {
  /** Which bounds were given: the other is infinite. */
  readonly bounded: "min" | "max" | "both";
}

const clampOp = defineOpWith<Bounded>()({
  name: "clamp",
  inputs: ["input"],
  kernel: "clamp",
  infer: pointwise,
  save: { input: ["input"] },
  // On a bound no gradient passes, as in PyTorch since 2.x; where none was given, it does even for an infinite element.
  backward: ({ grad, input, attributes: { min, max, bounded } }): Gradients => {
    const above = () => gt(input, min);
    const below = () => lt(input, max);
    const inside = bounded === "min" ? above() : bounded === "max" ? below() : mul(above(), below());
    return [where(inside, grad, numberTensor(0, grad.dtype, grad))];
  },
});

export interface ClampOptions {
  /** What is smaller becomes this. */
  readonly min?: number;
  /** What is larger becomes this; where `min` is larger still, everything does. */
  readonly max?: number;
}

/**
 * Every element moved into [min, max]; NaN stays. Shape: (*) → (*). Integers and a fractional bound give float32.
 * See https://pytorch.org/docs/stable/generated/torch.clamp.html.
 *
 * @throws ArgumentError if neither bound is given.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([-2, 0.5, 3]).clamp({ min: 0, max: 1 }).toArray(); // → [0, 0.5, 1]
 * ```
 */
export function clamp(input: Tensor, options: ClampOptions): Tensor {
  const bounds = boundsOf("clamp", options);
  return apply(clampOp, [to(input, dtypeWith(input, options))], bounds);
}

/**
 * {@link clamp} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.clamp_.html.
 *
 * @throws ArgumentError if neither bound is given; AutogradError on a leaf that requires a gradient, unless inside `noGrad`.
 */
export function clamp_(input: Tensor, options: ClampOptions): Tensor {
  const bounds = boundsOf("clamp_", options);
  const dtype = dtypeWith(input, options);
  if (dtype !== input.dtype)
    throw new DTypeError(`clamp_: result type ${dtype} can't be cast to the desired output type ${input.dtype}`);
  return applyInPlace("clamp_", clampOp, [input], bounds);
}

function dtypeWith(input: Tensor, { min, max }: ClampOptions) {
  return [min, max].reduce(
    (dtype, bound) => (bound === undefined ? dtype : promoteWithNumber(dtype, bound)),
    input.dtype,
  );
}

function boundsOf(op: string, options: ClampOptions): { min: number; max: number } & Bounded {
  checkOptions(op, options, ["min", "max"]);
  const { min, max } = options;
  if (min === undefined && max === undefined)
    throw new ArgumentError(`${op}: at least one of min or max must be given`);
  for (const bound of [min, max]) {
    if (bound !== undefined && typeof bound !== "number")
      throw new ArgumentError(`${op}: bounds must be numbers, but got ${typeof bound}`);
  }
  const bounded = max === undefined ? "min" : min === undefined ? "max" : "both";
  return { min: min ?? Number.NEGATIVE_INFINITY, max: max ?? Number.POSITIVE_INFINITY, bounded };
}
