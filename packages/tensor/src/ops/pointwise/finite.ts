// isnan, isinf, isfinite, isposinf, isneginf, signbit, and nanToNum: what is no number.

import { checkNumber, checkOptions, checkTensor, optionsOf, type Positional } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import { where } from "../../formulas/expression.js";
import * as math from "../../formulas/math/bits.js";
import { pointwise } from "../../formulas/pointwise.js";
import { allDTypes, floatingDTypes, isFloating } from "../../tensor/dtype.js";
import type { Tensor } from "../../tensor/tensor.js";
import { clone } from "../creation/clone.js";
import { asGiven, curve, inFloats } from "../curve.js";

const infinity = Number.POSITIVE_INFINITY;

const isnanOp = curve("isnan", (x) => x.ne(x), undefined, allDTypes);
const isinfOp = curve("isinf", (x) => x.abs().eq(infinity));
const isfiniteOp = curve("isfinite", (x) => x.abs().lt(infinity));
const isposinfOp = curve("isposinf", (x) => x.eq(infinity));
const isneginfOp = curve("isneginf", (x) => x.eq(-infinity));
const signbitOp = curve("signbit", (x) => math.signbit(x).ne(0));

const nanToNumOp = pointwise({
  name: "nanToNum",
  inputs: ["input"],
  numbers: ["nan", "posinf", "neginf"],
  dtypes: floatingDTypes,
  formula: ({ input, nan, posinf, neginf }) =>
    where(input.ne(input), nan, where(input.eq(infinity), posinf, where(input.eq(-infinity), neginf, input))),
  gradient: ({ grad, input }) => [grad.mul(where(input.abs().lt(infinity), 1, 0))],
});

/**
 * Whether it is NaN. Shape: (*) → (*), as bool.
 * See https://pytorch.org/docs/stable/generated/torch.isnan.html.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([1, Number.NaN]).isnan().toArray(); // → [false, true]
 * ```
 */
export const isnan: (input: Tensor) => Tensor = asGiven(isnanOp);

/**
 * Whether it is ∞ or −∞. Shape: (*) → (*), as bool.
 * See https://pytorch.org/docs/stable/generated/torch.isinf.html.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([1, -Infinity]).isinf().toArray(); // → [false, true]
 * ```
 */
export const isinf: (input: Tensor) => Tensor = inFloats(isinfOp);

/**
 * Whether it is a number, neither infinite nor NaN. Shape: (*) → (*), as bool.
 * See https://pytorch.org/docs/stable/generated/torch.isfinite.html.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([1, Number.NaN]).isfinite().toArray(); // → [true, false]
 * ```
 */
export const isfinite: (input: Tensor) => Tensor = inFloats(isfiniteOp);

/**
 * Whether it is ∞. Shape: (*) → (*), as bool.
 * See https://pytorch.org/docs/stable/generated/torch.isposinf.html.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([Infinity, -Infinity]).isposinf().toArray(); // → [true, false]
 * ```
 */
export const isposinf: (input: Tensor) => Tensor = inFloats(isposinfOp);

/**
 * Whether it is −∞. Shape: (*) → (*), as bool.
 * See https://pytorch.org/docs/stable/generated/torch.isneginf.html.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([Infinity, -Infinity]).isneginf().toArray(); // → [false, true]
 * ```
 */
export const isneginf: (input: Tensor) => Tensor = inFloats(isneginfOp);

/**
 * Whether its sign is set, that of −0 too. Shape: (*) → (*), as bool.
 * See https://pytorch.org/docs/stable/generated/torch.signbit.html.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([1, -0]).signbit().toArray(); // → [false, true]
 * ```
 */
export const signbit: (input: Tensor) => Tensor = inFloats(signbitOp);

export interface NanToNumOptions {
  /** In place of NaN. Default 0. */
  readonly nan?: number;
  /** In place of ∞. Default: the largest number of the dtype. */
  readonly posinf?: number;
  /** In place of −∞. Default: the least number of the dtype. */
  readonly neginf?: number;
}

const largest = { float32: 3.4028234663852886e38, float64: Number.MAX_VALUE } as const;

/**
 * Numbers in place of what is none. Shape: (*) → (*). Integers stay as they are.
 * See https://pytorch.org/docs/stable/generated/torch.nan_to_num.html.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([1, Number.NaN, Infinity]).nanToNum({ posinf: 9 }).toArray(); // → [1, 0, 9]
 * ```
 */
export function nanToNum(input: Tensor, ...rest: Positional<NanToNumOptions, ["nan", "posinf", "neginf"]>): Tensor {
  checkTensor("nanToNum", "input", input);
  const options = optionsOf<NanToNumOptions>("nanToNum", ["nan", "posinf", "neginf"], rest);
  checkOptions("nanToNum", options, ["nan", "posinf", "neginf"]);
  for (const [name, value] of Object.entries(options)) if (value !== undefined) checkNumber("nanToNum", name, value);
  if (!isFloating(input.dtype)) return clone(input);
  const most = largest[input.dtype as keyof typeof largest];
  const { nan = 0, posinf = most, neginf = -most } = options;
  return apply(nanToNumOp, [input], { nan, posinf, neginf });
}
