// What reads a number's bits, in formulas: signs of floats, and the bits of integers.

import * as lanes from "../../backends/wasm/kernels/math/bits.js";
import { type Value, where } from "../expression.js";
import { defineBinary, defineUnary, flat } from "./define.js";

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
  floats: { value: (x) => Number(isNegative(x!)), lanes: lanes.emitSignbit },
  adjoint: flat,
});

const scratch = new DataView(new ArrayBuffer(8));
/** NaN has a sign too. */
function isNegative(x: number): boolean {
  scratch.setFloat64(0, x);
  return scratch.getInt8(0) < 0;
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
