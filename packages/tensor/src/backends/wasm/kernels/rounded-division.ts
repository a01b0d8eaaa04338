// Quotients that are cut or rounded down. Of float32 by the remainder, as PyTorch's, which doubles have exactly; of integers by a quotient
// in doubles, which tells whole ones from those beside them.

import type { KernelFunction, Operand } from "../../../kernels/contract.js";
import { refuseZero } from "../../reference/pointwise.js";
import {
  type F32x4,
  F64x2,
  type FunctionBuilder,
  type I32x4,
  loadI32,
  loadU8,
  ModuleBuilder,
} from "../assembler/index.js";
import { type Runtime, runtimeOf } from "../runtime.js";
import { withContiguous } from "./copy.js";
import { doubleKernel } from "./double-pointwise.js";
import { type ElementType, elementAccess, type LanesOf } from "./elements.js";
import { emitFloorDivision } from "./math/double-division.js";
import { runPointwise } from "./pointwise.js";
import { definePointwise, type Pointwise } from "./pointwise-operation.js";
import { walked } from "./walk.js";

type Rounding = "trunc" | "floor";
type NumericType = Exclude<ElementType, "bool">;

/** From here on a quotient of float32 is whole, and the remainder is too small to change it. */
const alwaysWhole = 2 ** 29;

/** a − (a mod b), rounded to float32, and the remainder, of two lanes. */
function emitRemainder(f: FunctionBuilder, a: F64x2, b: F64x2): { readonly multiple: F64x2; readonly rest: F64x2 } {
  const [x, y] = [f.local("f64x2", "x", a), f.local("f64x2", "y", b)];
  const quotient = f.local("f64x2", "quotient", x.divide(y));
  const rest = f.local("f64x2", "rest", x.subtract(quotient.truncate().multiply(y)));
  // A quotient that was rounded up to a whole one leaves a rest of the other sign.
  const isBeyond = rest.asI64x2().xor(x.asI64x2()).shiftRight(63).and(rest.notEquals(0));
  const back = y.magnitude().withSignOf(x);
  f.set(rest, rest.add(back.asI64x2().and(isBeyond).asF64x2()));
  // All of a finite number is left of an infinite division.
  f.set(rest, y.magnitude().equals(Number.POSITIVE_INFINITY).select(x, rest));
  // An infinite one has none: NaN.
  const isLarge = quotient.magnitude().atLeast(alwaysWhole);
  f.set(rest, isLarge.and(x.magnitude().notEquals(Number.POSITIVE_INFINITY)).select(F64x2.of(0), rest));
  return { multiple: f.local("f64x2", "multiple", x.subtract(rest)), rest };
}

function emitFloorOfFloats(f: FunctionBuilder, a: F32x4, b: F32x4): F32x4 {
  const low = emitRemainder(f, a.lowToF64x2(), b.lowToF64x2());
  const high = emitRemainder(f, a.highHalf().lowToF64x2(), b.highHalf().lowToF64x2());
  const join = (x: F64x2, y: F64x2): F32x4 => x.toF32x4().shuffle(y.toF32x4(), [0, 1, 4, 5]);
  const multiple = join(low.multiple, high.multiple);
  const rest = f.local("f32x4", "rest32", join(low.rest, high.rest));
  const plain = f.local("f32x4", "plain", a.divide(b));
  const quotient = f.local("f32x4", "quotient32", multiple.divide(b));
  const isOpposite = rest.notEquals(0).and(rest.lessThan(0).xor(b.lessThan(0)));
  f.set(quotient, isOpposite.select(quotient.subtract(1), quotient));
  const floor = f.local("f32x4", "floor", quotient.floor());
  f.set(floor, quotient.subtract(floor).greaterThan(0.5).select(floor.add(1), floor));
  const zero = plain.asI32x4().and(-0x80000000).asF32x4();
  f.set(floor, quotient.equals(0).select(zero, floor));
  return b.equals(0).select(plain, floor);
}

/** Added to a double it leaves the nearest integer in the low bits: whole ones modulo 2³². */
const roundsToInteger = 1.5 * 2 ** 52;

function emitOfIntegers(f: FunctionBuilder, a: I32x4, b: I32x4, rounding: Rounding): I32x4 {
  const high = (four: I32x4): F64x2 => four.asF32x4().highHalf().asI32x4().lowToF64x2();
  const divided = (x: F64x2, y: F64x2): F32x4 => {
    const quotient = x.divide(y);
    const whole = rounding === "floor" ? quotient.floor() : quotient.truncate();
    return whole.add(f.constant("f64x2", roundsToInteger)).asF32x4();
  };
  return divided(a.lowToF64x2(), b.lowToF64x2())
    .shuffle(divided(high(a), high(b)), [0, 2, 4, 6])
    .asI32x4();
}

function division(type: NumericType, rounding: Rounding): Pointwise {
  return definePointwise({
    name: `div ${rounding} ${type}`,
    inputs: [type, type],
    output: type,
    compute: (f, [a, b]) => {
      if (type !== "float32") return emitOfIntegers(f, a as never, b as never, rounding) as LanesOf[typeof type];
      const [x, y] = [a as F32x4, b as F32x4];
      return (rounding === "trunc" ? x.divide(y).truncate() : emitFloorOfFloats(f, x, y)) as never;
    },
  });
}

/** `run(elements, count, flag)`: adds to the flag where an element is zero. */
function emitAnyZero(type: "int32" | "uint8"): ModuleBuilder {
  const module = new ModuleBuilder();
  const { bytes, loadFour } = elementAccess[type];
  module.define("run", { elements: "i32", count: "i32", flag: "i32" }, (f, { elements, count, flag }) => {
    const found = f.local("i32x4", "found");
    const foundInRest = f.local("i32", "foundInRest");
    f.repeat(count.shiftRightUnsigned(2), () => {
      f.set(found, found.or(loadFour(elements).equals(0)));
      f.increase(elements, 4 * bytes);
    });
    f.repeat(count.and(3), () => {
      f.set(foundInRest, foundInRest.or((bytes === 4 ? loadI32(elements) : loadU8(elements)).isZero()));
      f.increase(elements, bytes);
    });
    f.store(flag, found.anyTrue().or(foundInRest));
  });
  return module;
}

/** Refuses a divisor of zero before anything is written. */
function checkDivisor(runtime: Runtime, divisor: Operand, type: "int32" | "uint8", op: string): void {
  // What is broadcast is looked at once.
  const once = (_: number, at: number): boolean => divisor.strides[at] !== 0;
  const { storage, dtype, offset } = divisor;
  const [shape, strides] = [divisor.shape.filter(once), divisor.strides.filter(once)];
  const kernel = runtime.kernel(`any zero ${type}`, () => emitAnyZero(type));
  const count = shape.reduce((product, size) => product * size, 1);
  const isFound = runtime.memory.withScratch(4, (flag) => {
    withContiguous({ storage, dtype, offset, shape, strides }, (address) =>
      runtime.call(kernel, "run", address, count, flag),
    );
    return new Int32Array(runtime.memory.memory.buffer, flag, 1)[0] !== 0;
  });
  // This was JavaScript's part.
  runtime.cannotRepeat();
  if (isFound) refuseZero(op);
}

/** @__NO_SIDE_EFFECTS__ */
function divRoundedOf(type: NumericType): KernelFunction<"divRounded"> {
  const operations = { trunc: division(type, "trunc"), floor: division(type, "floor") };
  return (inputs, [output], { rounding, op }) => {
    const runtime = runtimeOf(output!);
    if (type !== "float32") checkDivisor(runtime, inputs[1]!, type, op);
    const operands = [...(inputs as readonly Operand[]), output!].map(walked);
    runPointwise(runtime, operations[rounding], output!.shape, operands);
  };
}

/** @__NO_SIDE_EFFECTS__ */
function divRoundedOfDoubles(): KernelFunction<"divRounded"> {
  const of = (rounding: Rounding): KernelFunction =>
    doubleKernel(
      {
        ...{ name: `div ${rounding}`, inputs: ["float64", "float64"], output: "float64", numbers: 0, alsoWrites: [] },
        nanoseconds: rounding === "trunc" ? 1 : 10,
        compute: (f, lanes) => {
          const [a, b] = lanes as readonly [F64x2, F64x2];
          return [rounding === "trunc" ? a.divide(b).truncate() : emitFloorDivision(f, a, b)];
        },
      },
      () => [],
    );
  const kernels = { trunc: of("trunc"), floor: of("floor") };
  return (inputs, outputs, attributes) => kernels[attributes.rounding](inputs, outputs, attributes);
}

export const divRounded = {
  float32: divRoundedOf("float32"),
  float64: divRoundedOfDoubles(),
  int32: divRoundedOf("int32"),
  uint8: divRoundedOf("uint8"),
};
