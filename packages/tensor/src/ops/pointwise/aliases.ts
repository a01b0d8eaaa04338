// Functions by PyTorch's other names for them: a table. Nothing is computed here, and errors name the functions themselves.

import type { Tensor } from "../../tensor/tensor.js";
import type { Operand } from "../operands.js";
import { abs, sign } from "./abs.js";
import { sub, sub_ } from "./add.js";
import { clamp, clamp_ } from "./clamp.js";
import { ge, gt, le, lt, ne } from "./compare.js";
import { div, div_ } from "./div.js";
import { acosh, asinh, atanh } from "./hyperbolic.js";
import {
  abs_,
  acos_,
  acosh_,
  asin_,
  asinh_,
  atan_,
  atan2_,
  atanh_,
  ge_,
  gt_,
  le_,
  lt_,
  ne_,
  neg_,
  sign_,
} from "./in-place-forms.js";
import { mul, mul_ } from "./mul.js";
import { neg } from "./neg.js";
import { trunc, trunc_ } from "./rounding.js";
import { acos, asin, atan, atan2 } from "./trigonometric.js";

/** {@link abs}, by another name. See https://pytorch.org/docs/stable/generated/torch.absolute.html. */
export const absolute: typeof abs = abs;

/** {@link abs_}, by another name. See https://pytorch.org/docs/stable/generated/torch.Tensor.absolute_.html. */
export const absolute_: typeof abs_ = abs_;

/** {@link acos}, by another name. See https://pytorch.org/docs/stable/generated/torch.arccos.html. */
export const arccos: typeof acos = acos;

/** {@link acos_}, by another name. See https://pytorch.org/docs/stable/generated/torch.Tensor.arccos_.html. */
export const arccos_: typeof acos_ = acos_;

/** {@link acosh}, by another name. See https://pytorch.org/docs/stable/generated/torch.arccosh.html. */
export const arccosh: typeof acosh = acosh;

/** {@link acosh_}, by another name. See https://pytorch.org/docs/stable/generated/torch.Tensor.arccosh_.html. */
export const arccosh_: typeof acosh_ = acosh_;

/** {@link asin}, by another name. See https://pytorch.org/docs/stable/generated/torch.arcsin.html. */
export const arcsin: typeof asin = asin;

/** {@link asin_}, by another name. See https://pytorch.org/docs/stable/generated/torch.Tensor.arcsin_.html. */
export const arcsin_: typeof asin_ = asin_;

/** {@link asinh}, by another name. See https://pytorch.org/docs/stable/generated/torch.arcsinh.html. */
export const arcsinh: typeof asinh = asinh;

/** {@link asinh_}, by another name. See https://pytorch.org/docs/stable/generated/torch.Tensor.arcsinh_.html. */
export const arcsinh_: typeof asinh_ = asinh_;

/** {@link atan}, by another name. See https://pytorch.org/docs/stable/generated/torch.arctan.html. */
export const arctan: typeof atan = atan;

/** {@link atan_}, by another name. See https://pytorch.org/docs/stable/generated/torch.Tensor.arctan_.html. */
export const arctan_: typeof atan_ = atan_;

/** {@link atan2}, by another name. See https://pytorch.org/docs/stable/generated/torch.arctan2.html. */
export const arctan2: typeof atan2 = atan2;

/** {@link atan2_}, by another name. See https://pytorch.org/docs/stable/generated/torch.Tensor.arctan2_.html. */
export const arctan2_: typeof atan2_ = atan2_;

/** {@link atanh}, by another name. See https://pytorch.org/docs/stable/generated/torch.arctanh.html. */
export const arctanh: typeof atanh = atanh;

/** {@link atanh_}, by another name. See https://pytorch.org/docs/stable/generated/torch.Tensor.arctanh_.html. */
export const arctanh_: typeof atanh_ = atanh_;

/** {@link clamp}, by another name. See https://pytorch.org/docs/stable/generated/torch.clip.html. */
export const clip: typeof clamp = clamp;

/** {@link clamp_}, by another name. See https://pytorch.org/docs/stable/generated/torch.Tensor.clip_.html. */
export const clip_: typeof clamp_ = clamp_;

/** {@link div}, by another name. See https://pytorch.org/docs/stable/generated/torch.divide.html. */
export const divide: typeof div = div;

/** {@link div_}, by another name. See https://pytorch.org/docs/stable/generated/torch.Tensor.divide_.html. */
export const divide_: typeof div_ = div_;

/** {@link trunc}, by another name. See https://pytorch.org/docs/stable/generated/torch.fix.html. */
export const fix: typeof trunc = trunc;

/** {@link trunc_}, by another name. See https://pytorch.org/docs/stable/generated/torch.Tensor.fix_.html. */
export const fix_: typeof trunc_ = trunc_;

/** {@link gt}, by another name. See https://pytorch.org/docs/stable/generated/torch.greater.html. */
export const greater: typeof gt = gt;

/** {@link gt_}, by another name. See https://pytorch.org/docs/stable/generated/torch.Tensor.greater_.html. */
export const greater_: typeof gt_ = gt_;

/** {@link ge}, by another name. See https://pytorch.org/docs/stable/generated/torch.greater_equal.html. */
export const greaterEqual: typeof ge = ge;

/** {@link ge_}, by another name. See https://pytorch.org/docs/stable/generated/torch.Tensor.greater_equal_.html. */
export const greaterEqual_: typeof ge_ = ge_;

/** {@link lt}, by another name. See https://pytorch.org/docs/stable/generated/torch.less.html. */
export const less: typeof lt = lt;

/** {@link lt_}, by another name. See https://pytorch.org/docs/stable/generated/torch.Tensor.less_.html. */
export const less_: typeof lt_ = lt_;

/** {@link le}, by another name. See https://pytorch.org/docs/stable/generated/torch.less_equal.html. */
export const lessEqual: typeof le = le;

/** {@link le_}, by another name. See https://pytorch.org/docs/stable/generated/torch.Tensor.less_equal_.html. */
export const lessEqual_: typeof le_ = le_;

/** {@link mul}, by another name. See https://pytorch.org/docs/stable/generated/torch.multiply.html. */
export const multiply: typeof mul = mul;

/** {@link mul_}, by another name. See https://pytorch.org/docs/stable/generated/torch.Tensor.multiply_.html. */
export const multiply_: typeof mul_ = mul_;

/** {@link neg}, by another name. See https://pytorch.org/docs/stable/generated/torch.negative.html. */
export const negative: typeof neg = neg;

/** {@link neg_}, by another name. See https://pytorch.org/docs/stable/generated/torch.Tensor.negative_.html. */
export const negative_: typeof neg_ = neg_;

/** {@link ne}, by another name. See https://pytorch.org/docs/stable/generated/torch.not_equal.html. */
export const notEqual: typeof ne = ne;

/** {@link ne_}, by another name. See https://pytorch.org/docs/stable/generated/torch.Tensor.not_equal_.html. */
export const notEqual_: typeof ne_ = ne_;

/** {@link sign}: of real numbers that is the same. See https://pytorch.org/docs/stable/generated/torch.sgn.html. */
export const sgn: typeof sign = sign;

/** {@link sign_}: of real numbers that is the same. See https://pytorch.org/docs/stable/generated/torch.Tensor.sgn_.html. */
export const sgn_: typeof sign_ = sign_;

/** {@link sub}, by another name. See https://pytorch.org/docs/stable/generated/torch.subtract.html. */
export const subtract: typeof sub = sub;

/** {@link sub_}, by another name. See https://pytorch.org/docs/stable/generated/torch.Tensor.subtract_.html. */
export const subtract_: typeof sub_ = sub_;

/** {@link div} without rounding. See https://pytorch.org/docs/stable/generated/torch.true_divide.html. */
export const trueDivide: {
  (input: number | boolean, other: Tensor): Tensor;
  (input: Tensor, other: Operand): Tensor;
} = div;

/** {@link div_} without rounding. See https://pytorch.org/docs/stable/generated/torch.Tensor.true_divide_.html. */
export const trueDivide_: (input: Tensor, other: Operand) => Tensor = div_;
