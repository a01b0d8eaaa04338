// The modified Bessel functions of the first kind, of orders 0 and 1, as they are and without their growth. Chebyshev series, computed for this
// file to 40 digits: e⁻ˣI₀(x) and e⁻ˣI₁(x)/x up to 8 in x/4 − 1, and beyond it those by √x in 16/x − 1.

import { constant, type Value, where } from "../../formulas/expression.js";
import { exp } from "../../formulas/math/exponential.js";
import type { Tensor } from "../../tensor/tensor.js";
import { curve, inFloats } from "../curve.js";
import { inPlaceOf } from "../in-place.js";

const zeroNear = [
  0.6767952744094761, -0.3046826723431984, 0.17162090152220877, -0.09490109704804764, 0.04930528423967071,
  -0.02373741480589947, 0.010546460394594998, -0.004324309995050576, 0.0016394756169413357, -0.0005763755745385824,
  0.00018850288509584165, -5.754195010082104e-5, 1.6448448070728896e-5, -4.4167383584587505e-6, 1.1173875391201037e-6,
  -2.670793853940612e-7, 6.046995022541919e-8, -1.300025009986248e-8, 2.6598237246823866e-9, -5.189795601635263e-10,
  9.675809035373237e-11, -1.726826291441556e-11, 2.95505266312964e-12, -4.856446783111929e-13, 7.676185498604936e-14,
  -1.1685332877993451e-14, 1.715391285555133e-15, -2.431279846547955e-16, 3.3307945188222384e-17,
  -4.4153416464793395e-18,
];
const zeroFar = [
  0.8044904110141088, 0.0033691164782556943, 6.889758346916825e-5, 2.8913705208347567e-6, 2.0489185894690638e-7,
  2.266668990498178e-8, 3.3962320257083865e-9, 4.94060238822497e-10, 1.1889147107846439e-11, -3.1499165279632416e-11,
  -1.3215811840447713e-11, -1.7941785315068062e-12, 7.180124451383666e-13, 3.8527783827421426e-13, 1.54008621752141e-14,
  -4.150569347287222e-14, -9.554846698828307e-15, 3.8116806693526224e-15, 1.7725601330565263e-15,
  -3.425485619677219e-16, -2.8276239805165836e-16, 3.461222867697461e-17, 4.46562142029676e-17, -4.830504485944182e-18,
  -7.233180487874754e-18,
];
const oneNear = [
  0.25258718644363365, -0.17641651835783406, 0.1026436586898471, -0.05294598120809499, 0.024726449030626516,
  -0.010564084894626197, 0.004156422944312888, -0.0015135724506312532, 0.0005122859561685758, -0.00016176081582589674,
  4.781565107550054e-5, -1.3273163656039436e-5, 3.4702513081376785e-6, -8.568720264695455e-7, 2.0032947535521353e-7,
  -4.445059128796328e-8, 9.381537386495773e-9, -1.8872497517228294e-9, 3.625590281552117e-10, -6.663489723502027e-11,
  1.1736186298890901e-11, -1.9839743977649436e-12, 3.223793365945575e-13, -5.042185504727912e-14, 7.600684294735408e-15,
  -1.1055969477353862e-15, 1.5536319577362005e-16, -2.111421214358166e-17, 2.7779141127610464e-18,
];
const oneFar = [
  0.7785762350182801, -0.009761097491361469, -0.00011058893876262371, -3.882564808877691e-6, -2.512236237870209e-7,
  -2.6314688468895196e-8, -3.835380385964237e-9, -5.589743462196584e-10, -1.8974958123505413e-11,
  3.2526035830154884e-11, 1.4125807436613782e-11, 2.0356285441470896e-12, -7.198551776245908e-13,
  -4.0835511110921974e-13, -2.1015418427726643e-14, 4.272440016711951e-14, 1.0420276984128802e-14,
  -3.8144030724370075e-15, -1.8803547755107825e-15, 3.3082023109209285e-16, 2.96262899764595e-16,
  -3.209525921993424e-17, -4.6503053684893586e-17, 4.414348323071708e-18, 7.517296310842105e-18,
];

/** A Chebyshev series by Clenshaw's recurrence; its first coefficient counts half. */
function series(coefficients: readonly number[], t: Value): Value {
  const twice = t.mul(2);
  let [after, sum] = [constant(0), constant(0)];
  for (const coefficient of coefficients.slice(1).reverse())
    [sum, after] = [sum.mul(twice).sub(after).add(coefficient), sum];
  return sum
    .mul(t)
    .sub(after)
    .add(coefficients[0]! / 2);
}

/** Without growth: e⁻|ˣ| times the function of |x|. */
function scaled(near: readonly number[], far: readonly number[], size: Value, factor: Value): Value {
  return where(
    size.le(8),
    series(near, size.minimum(8).div(4).sub(1)).mul(factor),
    series(far, constant(16).div(size.maximum(8)).sub(1)).div(size.sqrt()),
  );
}

const zeroScaled = (x: Value): Value => scaled(zeroNear, zeroFar, x.abs(), constant(1));
const oneScaled = (x: Value): Value => {
  const ofSize = scaled(oneNear, oneFar, x.abs(), x.abs());
  return where(x.lt(0), ofSize.neg(), ofSize);
};
// The growth in two halves: beyond 88, which float32 has no exponential of, the product may still be a number.
const grown = (x: Value, value: Value): Value => {
  const half = exp(x.abs().div(2));
  return value.mul(half).mul(half);
};
const zero = (x: Value): Value => grown(x, zeroScaled(x));
const one = (x: Value): Value => grown(x, oneScaled(x));
const signOf = (x: Value): Value => where(x.gt(0), 1, where(x.lt(0), -1, 0));
/** Of order 1 over x, whose limit at 0 is a half. */
const perPlace = (value: Value, x: Value): Value => where(x.eq(0), 0.5, value.div(where(x.eq(0), 1, x)));

const i0Op = curve("i0", zero, ({ grad, input }) => grad.mul(one(input)));
const i0eOp = curve("i0e", zeroScaled, ({ grad, input, output }) =>
  grad.mul(oneScaled(input).sub(signOf(input).mul(output))),
);
const i1Op = curve("i1", one, ({ grad, input, output }) => grad.mul(zero(input).sub(perPlace(output, input))));
const i1eOp = curve("i1e", oneScaled, ({ grad, input, output }) =>
  grad.mul(zeroScaled(input).sub(perPlace(output, input)).sub(signOf(input).mul(output))),
);

/**
 * The modified Bessel function of the first kind, of order 0. Shape: (*) → (*). Integers give float32.
 * See https://pytorch.org/docs/stable/special.html#torch.special.i0.
 *
 * @example
 * ```ts
 * import { i0, tensor } from "@bernoulli/tensor";
 * i0(tensor([0, 1, 2])).toArray(); // → [1, 1.2660658, 2.2795854]
 * ```
 */
export const i0: (input: Tensor) => Tensor = inFloats(i0Op);

/** {@link i0} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.i0_.html. */
export const i0_: typeof i0 = inPlaceOf("i0_", i0);

/**
 * {@link i0} times e⁻|ˣ|. Shape: (*) → (*). Integers give float32. See https://pytorch.org/docs/stable/special.html#torch.special.i0e.
 *
 * @example
 * ```ts
 * import { special, tensor } from "@bernoulli/tensor";
 * special.i0e(tensor([0, 2])).toArray(); // → [1, 0.3085083]
 * ```
 */
export const i0e: (input: Tensor) => Tensor = inFloats(i0eOp);

/**
 * The modified Bessel function of the first kind, of order 1. Shape: (*) → (*). Integers give float32.
 * See https://pytorch.org/docs/stable/special.html#torch.special.i1.
 *
 * @example
 * ```ts
 * import { special, tensor } from "@bernoulli/tensor";
 * special.i1(tensor([0, -2])).toArray(); // → [0, -1.5906369]
 * ```
 */
export const i1: (input: Tensor) => Tensor = inFloats(i1Op);

/**
 * {@link i1} times e⁻|ˣ|. Shape: (*) → (*). Integers give float32. See https://pytorch.org/docs/stable/special.html#torch.special.i1e.
 *
 * @example
 * ```ts
 * import { special, tensor } from "@bernoulli/tensor";
 * special.i1e(tensor([0, -2])).toArray(); // → [0, -0.2152693]
 * ```
 */
export const i1e: (input: Tensor) => Tensor = inFloats(i1eOp);
