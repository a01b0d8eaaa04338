// The in-place forms of functions that compute each element anew, but for those that stand beside their functions: a table. What makes
// them is in-place.ts of this folder's parent.

import type { Tensor } from "../../tensor/tensor.js";
import { inPlaceOf } from "../in-place.js";
import type { Operand } from "../operands.js";
import { abs, sign } from "./abs.js";
import { bitwiseAnd, bitwiseLeftShift, bitwiseNot, bitwiseOr, bitwiseRightShift, bitwiseXor } from "./bitwise.js";
import { copysign, deg2rad, heaviside, lerp, rad2deg, sinc } from "./blends.js";
import { eq, ge, gt, le, lt, ne } from "./compare.js";
import { erf, erfc, erfinv } from "./erf.js";
import { exp, log } from "./exp.js";
import { clampMax, clampMin } from "./extremes.js";
import { nanToNum } from "./finite.js";
import { digamma, lgamma } from "./gamma.js";
import { acosh, asinh, atanh, cosh, sinh } from "./hyperbolic.js";
import { exp2, expm1, log1p, log2, log10, xlogy } from "./logarithms.js";
import { logicalAnd, logicalNot, logicalOr, logicalXor } from "./logical.js";
import { neg } from "./neg.js";
import { pow, sqrt } from "./pow.js";
import { floorDivide, fmod, remainder } from "./remainder.js";
import { hypot, square } from "./roots.js";
import { frac } from "./rounding.js";
import { acos, asin, atan, atan2, tan } from "./trigonometric.js";

/** {@link abs} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.abs_.html. */
export const abs_: typeof abs = inPlaceOf("abs_", abs);

/** {@link acos} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.acos_.html. */
export const acos_: typeof acos = inPlaceOf("acos_", acos);

/** {@link acosh} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.acosh_.html. */
export const acosh_: typeof acosh = inPlaceOf("acosh_", acosh);

/** {@link asin} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.asin_.html. */
export const asin_: typeof asin = inPlaceOf("asin_", asin);

/** {@link asinh} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.asinh_.html. */
export const asinh_: typeof asinh = inPlaceOf("asinh_", asinh);

/** {@link atan} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.atan_.html. */
export const atan_: typeof atan = inPlaceOf("atan_", atan);

/** {@link atan2} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.atan2_.html. */
export const atan2_: typeof atan2 = inPlaceOf("atan2_", atan2);

/** {@link atanh} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.atanh_.html. */
export const atanh_: typeof atanh = inPlaceOf("atanh_", atanh);

/** {@link bitwiseAnd} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.bitwise_and_.html. */
export const bitwiseAnd_: (input: Tensor, other: Operand) => Tensor = inPlaceOf("bitwiseAnd_", bitwiseAnd);

/** {@link bitwiseLeftShift} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.bitwise_left_shift_.html. */
export const bitwiseLeftShift_: (input: Tensor, other: Operand) => Tensor = inPlaceOf(
  "bitwiseLeftShift_",
  bitwiseLeftShift,
);

/** {@link bitwiseNot} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.bitwise_not_.html. */
export const bitwiseNot_: typeof bitwiseNot = inPlaceOf("bitwiseNot_", bitwiseNot);

/** {@link bitwiseOr} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.bitwise_or_.html. */
export const bitwiseOr_: (input: Tensor, other: Operand) => Tensor = inPlaceOf("bitwiseOr_", bitwiseOr);

/** {@link bitwiseRightShift} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.bitwise_right_shift_.html. */
export const bitwiseRightShift_: (input: Tensor, other: Operand) => Tensor = inPlaceOf(
  "bitwiseRightShift_",
  bitwiseRightShift,
);

/** {@link bitwiseXor} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.bitwise_xor_.html. */
export const bitwiseXor_: (input: Tensor, other: Operand) => Tensor = inPlaceOf("bitwiseXor_", bitwiseXor);

/** {@link clampMax} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.clamp_max_.html. */
export const clampMax_: typeof clampMax = inPlaceOf("clampMax_", clampMax, "clamp");

/** {@link clampMin} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.clamp_min_.html. */
export const clampMin_: typeof clampMin = inPlaceOf("clampMin_", clampMin, "clamp");

/** {@link copysign} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.copysign_.html. */
export const copysign_: typeof copysign = inPlaceOf("copysign_", copysign);

/** {@link cosh} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.cosh_.html. */
export const cosh_: typeof cosh = inPlaceOf("cosh_", cosh);

/** {@link deg2rad} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.deg2rad_.html. */
export const deg2rad_: typeof deg2rad = inPlaceOf("deg2rad_", deg2rad);

/** {@link digamma} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.digamma_.html. */
export const digamma_: typeof digamma = inPlaceOf("digamma_", digamma);

/** {@link eq} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.eq_.html. */
export const eq_: typeof eq = inPlaceOf("eq_", eq);

/** {@link erf} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.erf_.html. */
export const erf_: typeof erf = inPlaceOf("erf_", erf);

/** {@link erfc} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.erfc_.html. */
export const erfc_: typeof erfc = inPlaceOf("erfc_", erfc);

/** {@link erfinv} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.erfinv_.html. */
export const erfinv_: typeof erfinv = inPlaceOf("erfinv_", erfinv);

/** {@link exp} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.exp_.html. */
export const exp_: typeof exp = inPlaceOf("exp_", exp);

/** {@link exp2} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.exp2_.html. */
export const exp2_: typeof exp2 = inPlaceOf("exp2_", exp2);

/** {@link expm1} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.expm1_.html. */
export const expm1_: typeof expm1 = inPlaceOf("expm1_", expm1);

/** {@link floorDivide} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.floor_divide_.html. */
export const floorDivide_: (input: Tensor, other: Operand) => Tensor = inPlaceOf("floorDivide_", floorDivide);

/** {@link fmod} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.fmod_.html. */
export const fmod_: typeof fmod = inPlaceOf("fmod_", fmod);

/** {@link frac} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.frac_.html. */
export const frac_: typeof frac = inPlaceOf("frac_", frac);

/** {@link ge} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.ge_.html. */
export const ge_: typeof ge = inPlaceOf("ge_", ge);

/** {@link gt} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.gt_.html. */
export const gt_: typeof gt = inPlaceOf("gt_", gt);

/** {@link heaviside} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.heaviside_.html. */
export const heaviside_: typeof heaviside = inPlaceOf("heaviside_", heaviside);

/** {@link hypot} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.hypot_.html. */
export const hypot_: typeof hypot = inPlaceOf("hypot_", hypot);

/** {@link le} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.le_.html. */
export const le_: typeof le = inPlaceOf("le_", le);

/** {@link lerp} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.lerp_.html. */
export const lerp_: typeof lerp = inPlaceOf("lerp_", lerp);

/** {@link lgamma} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.lgamma_.html. */
export const lgamma_: typeof lgamma = inPlaceOf("lgamma_", lgamma);

/** {@link log} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.log_.html. */
export const log_: typeof log = inPlaceOf("log_", log);

/** {@link log10} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.log10_.html. */
export const log10_: typeof log10 = inPlaceOf("log10_", log10);

/** {@link log1p} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.log1p_.html. */
export const log1p_: typeof log1p = inPlaceOf("log1p_", log1p);

/** {@link log2} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.log2_.html. */
export const log2_: typeof log2 = inPlaceOf("log2_", log2);

/** {@link logicalAnd} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.logical_and_.html. */
export const logicalAnd_: typeof logicalAnd = inPlaceOf("logicalAnd_", logicalAnd);

/** {@link logicalNot} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.logical_not_.html. */
export const logicalNot_: typeof logicalNot = inPlaceOf("logicalNot_", logicalNot);

/** {@link logicalOr} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.logical_or_.html. */
export const logicalOr_: typeof logicalOr = inPlaceOf("logicalOr_", logicalOr);

/** {@link logicalXor} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.logical_xor_.html. */
export const logicalXor_: typeof logicalXor = inPlaceOf("logicalXor_", logicalXor);

/** {@link lt} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.lt_.html. */
export const lt_: typeof lt = inPlaceOf("lt_", lt);

/** {@link nanToNum} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.nan_to_num_.html. */
export const nanToNum_: typeof nanToNum = inPlaceOf("nanToNum_", nanToNum);

/** {@link ne} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.ne_.html. */
export const ne_: typeof ne = inPlaceOf("ne_", ne);

/** {@link neg} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.neg_.html. */
export const neg_: typeof neg = inPlaceOf("neg_", neg);

/** {@link pow} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.pow_.html. */
export const pow_: (input: Tensor, exponent: Operand) => Tensor = inPlaceOf("pow_", pow);

/** {@link rad2deg} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.rad2deg_.html. */
export const rad2deg_: typeof rad2deg = inPlaceOf("rad2deg_", rad2deg);

/** {@link remainder} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.remainder_.html. */
export const remainder_: (input: Tensor, other: Operand) => Tensor = inPlaceOf("remainder_", remainder);

/** {@link sign} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.sign_.html. */
export const sign_: typeof sign = inPlaceOf("sign_", sign);

/** {@link sinc} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.sinc_.html. */
export const sinc_: typeof sinc = inPlaceOf("sinc_", sinc);

/** {@link sinh} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.sinh_.html. */
export const sinh_: typeof sinh = inPlaceOf("sinh_", sinh);

/** {@link sqrt} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.sqrt_.html. */
export const sqrt_: typeof sqrt = inPlaceOf("sqrt_", sqrt);

/** {@link square} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.square_.html. */
export const square_: typeof square = inPlaceOf("square_", square, "pow");

/** {@link tan} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.tan_.html. */
export const tan_: typeof tan = inPlaceOf("tan_", tan);

/** {@link xlogy} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.xlogy_.html. */
export const xlogy_: (input: Tensor, other: Operand) => Tensor = inPlaceOf("xlogy_", xlogy);
