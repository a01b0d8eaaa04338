// The pointwise kernels of the reference backend that are no formulas (formulas.ts): divisions that round, copies and fills.
// Values are computed as float64 and rounded when stored.

import { ArgumentError } from "../../checks/errors.js";
import type { KernelFunction, Operand } from "../../kernels/contract.js";
import { fusedDouble, fusedFloat } from "../../random/fused-multiply-add.js";
import { isFloating } from "../../tensor/dtype.js";
import { count, reader, writer } from "./elements.js";

/**
 * A loop over two operands, whose formula is also given the attributes.
 *
 * @__NO_SIDE_EFFECTS__
 */
export function binary<Attributes>(formula: (a: number, b: number, attributes: Attributes) => number) {
  return ([input, other]: readonly (Operand | null)[], [output]: readonly Operand[], attributes: Attributes): void => {
    const a = reader(input);
    const b = reader(other);
    const write = writer(output);
    for (let at = 0; at < count(output); at++) write(at, formula(a(at), b(at), attributes));
  };
}

/** PyTorch's floor division of floats: by the remainder, so that a quotient that rounding lifts to a whole one is not it. */
function floorDivided(a: number, b: number, round: (x: number) => number): number {
  if (b === 0) return round(a / b);
  const remainder = a % b;
  let quotient = round(round(a - remainder) / b);
  if (remainder !== 0 && b < 0 !== remainder < 0) quotient = round(quotient - 1);
  if (quotient === 0) return a / b < 0 || Object.is(a / b, -0) ? -0 : 0;
  const floor = Math.floor(quotient);
  return quotient - floor > 0.5 ? round(floor + 1) : floor;
}

export function refuseZero(op: string): never {
  throw new ArgumentError(
    `${op}: ZeroDivisionError: an integer was divided by zero; divide floats, as by .to("float32"), by which it is infinite or NaN`,
  );
}

export const divRounded: KernelFunction<"divRounded"> = (inputs, outputs, attributes) => {
  const { dtype } = outputs[0] as Operand;
  const round = dtype === "float32" ? Math.fround : (x: number) => x;
  const { rounding, op } = attributes;
  const formula = (a: number, b: number): number => {
    if (!isFloating(dtype)) {
      if (b === 0) refuseZero(op);
      return rounding === "floor" ? Math.floor(a / b) : Math.trunc(a / b);
    }
    return rounding === "floor" ? floorDivided(a, b, round) : Math.trunc(round(a / b));
  };
  binary<unknown>(formula)(inputs, outputs, attributes);
};

/** What does not fit an int32 becomes its least, as on x86 and so in PyTorch there; bytes wrap. */
const toInt32 = (x: number): number => (x < 2 ** 31 && x > -(2 ** 31) - 1 ? x : -(2 ** 31));

export const copy: KernelFunction<"copy"> = ([input], [output]) => {
  const convert = output!.dtype === "int32" && isFloating(input!.dtype) ? toInt32 : (x: number) => x;
  const read = reader(input);
  const write = writer(output);
  for (let at = 0; at < count(output); at++) write(at, convert(read(at)));
};

export const fill: KernelFunction<"fill"> = (_, [output], { value }) => {
  const write = writer(output);
  for (let at = 0; at < count(output); at++) write(at, value);
};

/** from + times · step in float64, rounded once. */
function stepped(from: number, times: number, step: number): number {
  const sum = fusedDouble(step, times, from);
  // Its halves overflow before the product does.
  return Number.isNaN(sum) ? from + step * times : sum;
}

/**
 * Floats to the last bit as PyTorch's, on one thread: by eights, of float64 by fours, the first is rounded and the others are counted from
 * there; what is left behind the last two of those is counted from the start.
 */
export const arange: KernelFunction<"arange"> = (_, [output], given) => {
  const write = writer(output);
  const [length, { dtype }] = [count(output), output!];
  // Bytes wrap, also those of numbers that a double does not hold.
  const [start, step] = [given.start, given.step].map((own) => (dtype === "uint8" ? own % 256 : own)) as [
    number,
    number,
  ];
  const group = dtype === "float32" ? 8 : 4;
  const grouped = isFloating(dtype) ? length - (length % (2 * group)) : 0;
  const inDType = (value: number) => (dtype === "float32" ? Math.fround(value) : value);
  for (let at = 0; at < length; at++) {
    const within = at % group;
    const value = at < grouped ? inDType(stepped(start, at - within, step)) : start;
    write(at, stepped(value, at < grouped ? within : at, step));
  }
};

/** from + times · step of float32, of which PyTorch makes the times one too, rounded once. */
const steppedFloat = (from: number, times: number, step: number): number => fusedFloat(step, Math.fround(times), from);

/** The first half from the start and the second from the end: integers in float64. */
export const linspace: KernelFunction<"linspace"> = (_, [output], { start, end, step }) => {
  const write = writer(output);
  const length = count(output);
  const along = output!.dtype === "float32" ? steppedFloat : stepped;
  for (let at = 0; at < length; at++)
    write(at, at < Math.floor(length / 2) ? along(start, at, step) : along(end, length - 1 - at, -step));
};
