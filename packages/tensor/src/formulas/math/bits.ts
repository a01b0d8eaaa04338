// What reads a number's bits, in formulas: signs, exponents and mantissas of floats, and the bits of integers.

import * as lanes from "../../backends/wasm/kernels/math/bits.js";
import * as doubles from "../../backends/wasm/kernels/math/double-bits.js";
import { type Value, where } from "../expression.js";
import { defineBinary, defineUnary, flat } from "./define.js";
import { exp2 } from "./exponential.js";
import { floor } from "./rounding.js";

const none = () => [];

/** The size of the one with the sign of the other, −0 and NaN among them. */
export const copysign = defineBinary({
  name: "copysign",
  floats: {
    value: (a, b) => (isNegative(a!) === isNegative(b!) ? a! : -a!),
    lanes: lanes.emitCopysign,
    doubles: (_, a, b) => a!.magnitude().withSignOf(b!),
  },
  // None at 0, where the sign that comes says nothing of the slope.
  adjoint: ({ grad, result }, x: Value) => [where(x.eq(0), 0, grad.mul(result.div(x))), null],
});

/** 1 where the sign is set, else 0. */
export const signbit = defineUnary({
  name: "signbit",
  floats: { value: (x) => Number(isNegative(x!)), lanes: lanes.emitSignbit, doubles: doubles.emitSignbit },
  adjoint: flat,
});

/** The power of two that a number is divided by to lie in [½, 1); 0 of 0 and of what is no number. */
export const exponentOf = defineUnary({
  name: "exponentOf",
  floats: { value: (x) => exponent(x!), lanes: lanes.emitExponentOf, doubles: doubles.emitExponentOf },
  adjoint: flat,
});

/** What is left of it then; 0, and what is no number, is left as it is. */
export const mantissaOf = defineUnary({
  name: "mantissaOf",
  floats: {
    // In two factors, of which neither leaves the range.
    value: (x) => {
      const by = -exponent(x!);
      const half = Math.trunc(by / 2);
      return x! * 2 ** half * 2 ** (by - half);
    },
    lanes: lanes.emitMantissaOf,
    doubles: doubles.emitMantissaOf,
  },
  adjoint: ({ grad }, x: Value) => [timesPowerOfTwo(grad, exponentOf(x).neg())],
});

/** x · 2ⁿ by three powers, of which the first is a number of every float: none overflows where the result does not. */
export function timesPowerOfTwo(x: Value, n: Value): Value {
  const first = n.maximum(-126).minimum(127);
  // 0 and ±∞ stay what they are, where a power that overflows would make NaN of them.
  const stays = x.mul(2).eq(x).and(n.sub(n).eq(0));
  const rest = where(stays, 0, n.sub(first));
  const second = floor(rest.mul(0.5));
  return x
    .mul(exp2(first))
    .mul(exp2(second))
    .mul(exp2(rest.sub(second)));
}

const scratch = new DataView(new ArrayBuffer(8));
/** NaN has a sign too. */
function isNegative(x: number): boolean {
  scratch.setFloat64(0, x);
  return scratch.getInt8(0) < 0;
}

function exponent(x: number): number {
  const size = Math.abs(x);
  if (size === 0 || !Number.isFinite(size)) return 0;
  let result = Math.floor(Math.log2(size)) + 1;
  // The logarithm is rounded.
  while (size >= 2 ** result) result += 1;
  while (size < 2 ** (result - 1)) result -= 1;
  return result;
}

export const bitAnd = defineBinary({
  name: "bitAnd",
  integers: { value: (a, b) => a! & b!, lanes: (_, a, b) => a!.and(b!) },
  adjoint: none,
});

export const bitOr = defineBinary({
  name: "bitOr",
  integers: { value: (a, b) => a! | b!, lanes: (_, a, b) => a!.or(b!) },
  adjoint: none,
});

export const bitXor = defineBinary({
  name: "bitXor",
  integers: { value: (a, b) => a! ^ b!, lanes: (_, a, b) => a!.xor(b!) },
  adjoint: none,
});

export const bitNot = defineUnary({
  name: "bitNot",
  integers: { value: (a) => ~a!, lanes: (_, a) => a!.not() },
  adjoint: none,
});

/** By 32 or more, or less than none, nothing is left. */
export const shiftLeft = defineBinary({
  name: "shiftLeft",
  integers: { value: (a, b) => (b! >= 0 && b! < 32 ? a! << b! : 0), lanes: lanes.emitShiftLeft },
  adjoint: none,
});

/** By 31 or more, or less than none, the sign is left. */
export const shiftRight = defineBinary({
  name: "shiftRight",
  integers: { value: (a, b) => a! >> (b! >= 0 && b! < 32 ? b! : 31), lanes: lanes.emitShiftRight },
  adjoint: none,
});
