// Conversion and layout: copy between the dtypes of this backend, and what is built of it: cat, embed, contiguous copies.

import { inPlaceOf } from "../../../kernels/addition.js";
import type { KernelFunction, Operand } from "../../../kernels/contract.js";
import { type DType, dtypeTraits } from "../../../tensor/dtype.js";
import { contiguousStrides, isContiguous, numberOfElements } from "../../../tensor/shape.js";
import { copy as referenceCopy } from "../../reference/table.js";
import * as ofDTypes from "../additions/dtypes.js";
import { type F32x4, type I8x16, I32, I32x4, ModuleBuilder } from "../assembler/index.js";
import { repeats } from "../replayable.js";
import { type Runtime, runtimeOf } from "../runtime.js";
import { type ElementType, elementAccess } from "./elements.js";
import { pointwiseWork, runPointwise } from "./pointwise.js";
import { definePointwise, describeKernel, type Pointwise } from "./pointwise-operation.js";
import { copyTransposed } from "./transpose.js";
import { type Walked, walked } from "./walk.js";
import { runTogether, type Work } from "./work.js";

type Lanes = F32x4 | I32x4;

/**
 * Floats lose their fraction, and beyond int32 become its least, as on x86; what is not zero is true; a byte wraps when it
 * is stored.
 */
function convert(from: ElementType, to: ElementType, lanes: Lanes): Lanes {
  if (from === to) return lanes;
  if (to === "bool") return lanes.notEquals(0).and(1);
  if (to === "float32") return (lanes as I32x4).toF32x4();
  if (from !== "float32") return lanes;
  const floats = lanes as F32x4;
  return floats.lessThan(2 ** 31).select(floats.toI32x4(), I32x4.splat(I32.of(-(2 ** 31))));
}

const conversions = new Map<string, Pointwise>();

const isByte = (type: ElementType): boolean => elementAccess[type].bytes === 1;

function convertByte(from: ElementType, to: ElementType, byte: I8x16): I8x16 {
  return from !== to && to === "bool" ? byte.notEquals(0).and(1) : byte;
}

/** What a copy computes, made once, by which it is known; of one dtype, and transposed, {@link copyFloats} is faster. */
export function conversion(from: ElementType, to: ElementType): Pointwise {
  const name = `copy ${from} ${to}`;
  let made = conversions.get(name);
  if (made === undefined) {
    const compute: Pointwise["compute"] = (_, [lanes]) => convert(from, to, lanes as Lanes);
    const computeBytes: Pointwise["computeBytes"] = (_, [bytes]) => convertByte(from, to, bytes!);
    const own = { name, inputs: [from], output: to, compute: compute as never };
    made = definePointwise({ ...own, ...(isByte(from) && isByte(to) && { computeBytes }) });
    conversions.set(name, made);
  }
  return made;
}

/** Copies float32 elements between any two layouts of `shape`. */
export function copyFloats(runtime: Runtime, shape: readonly number[], from: Walked, to: Walked): void {
  if (!copyTransposed(runtime, shape, from, to))
    runPointwise(runtime, conversion("float32", "float32"), shape, [from, to]);
}

function emitClear(): ModuleBuilder {
  const module = new ModuleBuilder();
  module.define("run", { address: "i32", byteLength: "i32" }, (f, p) => f.clear(p.address, p.byteLength));
  return module;
}

/** Fills memory with zeros. */
export function clear(runtime: Runtime, address: number, byteLength: number): void {
  runtime.spread(
    byteLength,
    0.05 * byteLength,
    (begin, end) => runtime.call(runtime.kernel("clear", emitClear), "run", address + begin, end - begin),
    64 * 1024,
  );
}

/** In JavaScript: nothing that a plan could repeat. */
function copyByReference(...[inputs, outputs, attributes]: Parameters<KernelFunction<"copy">>): void {
  runtimeOf(outputs[0] as Operand).cannotRepeat();
  inPlaceOf("a copy to float64", ofDTypes.copyToDoubles.from, referenceCopy)(inputs, outputs, attributes);
}

/** @__NO_SIDE_EFFECTS__ */
function copyOf(from: ElementType): KernelFunction<"copy"> {
  const kernel: KernelFunction<"copy"> = (inputs, outputs, attributes) => {
    const [input, output] = [inputs[0] as Operand, outputs[0] as Operand];
    if (output.dtype === "float64")
      return (ofDTypes.copyToDoubles.loaded?.[from] ?? copyByReference)(inputs, outputs, attributes);
    const [source, target] = [walked(input), walked(output)];
    if (from === "float32" && output.dtype === "float32") copyFloats(runtimeOf(output), output.shape, source, target);
    else runPointwise(runtimeOf(output), conversion(from, output.dtype), output.shape, [source, target]);
  };
  // Copies of floats may be of transposed ones, which have a loop of their own.
  return repeats(
    describeKernel(kernel, (to) =>
      to === "float64" || to === from ? null : { operation: conversion(from, to), scalars: () => [] },
    ),
  );
}

export const copy = {
  float64: ofDTypes.copyFromDoubles,
  float32: copyOf("float32"),
  int32: copyOf("int32"),
  uint8: copyOf("uint8"),
  bool: copyOf("bool"),
};

/** Of doubles as what they are of: two words each. */
function copyInHalves(runtime: Runtime, shape: readonly number[], from: Walked, to: Walked): Work {
  const halves = ({ address, strides }: Walked): Walked => {
    return { address, bytes: 4, strides: [...strides.map((stride) => 2 * stride), 1] };
  };
  return pointwiseWork(runtime, conversion("int32", "int32"), [...shape, 2], [halves(from), halves(to)]);
}

/** To copy elements of one dtype between any two layouts of a shape. */
export function copyWork(runtime: Runtime, type: DType, shape: readonly number[], from: Walked, to: Walked): Work {
  if (type !== "float64") return pointwiseWork(runtime, conversion(type, type), shape, [from, to]);
  return (ofDTypes.copyOfDoubles.loaded ?? copyInHalves)(runtime, shape, from, to);
}

export function copyBetween(runtime: Runtime, type: DType, shape: readonly number[], from: Walked, to: Walked): void {
  const { nanoseconds, tasks } = copyWork(runtime, type, shape, from, to);
  runtime.parallel(nanoseconds, tasks);
}

/** Of operands of one shape. */
export function copyElements(from: Operand, to: Operand): void {
  copyBetween(runtimeOf(to), to.dtype, to.shape, walked(from), walked(to));
}

/** Each input is copied into its part of the output. */
const catAny: KernelFunction<"cat"> = (inputs, outputs, { dim }) => {
  const output = outputs[0] as Operand;
  const runtime = runtimeOf(output);
  const { address, bytes, strides } = walked(output);
  let position = 0;
  const works = (inputs as readonly Operand[]).flatMap((input) => {
    const part = { address: address + position * (strides[dim] as number) * bytes, bytes, strides };
    position += input.shape[dim] as number;
    if (numberOfElements(input.shape) === 0) return [];
    return [copyWork(runtime, output.dtype, input.shape, walked(input), part)];
  });
  if (works.length > 0) runTogether(runtime, works);
};

/** Zeros, with the input in its part of the output. */
const embedAny: KernelFunction<"embed"> = (inputs, outputs, { strides, start }) => {
  const [input, output] = [inputs[0] as Operand, outputs[0] as Operand];
  const runtime = runtimeOf(output);
  const { address, bytes } = walked(output);
  clear(runtime, address, bytes * numberOfElements(output.shape));
  const part = { address: address + start * bytes, bytes, strides };
  if (numberOfElements(input.shape) > 0) copyBetween(runtime, output.dtype, input.shape, walked(input), part);
};

/** Hands `use` the address of the operand's elements laid out contiguously: its own, or that of a passing copy. */
export function withContiguous(operand: Operand, use: (address: number) => void): void {
  const own = walked(operand);
  if (isContiguous(operand)) {
    use(own.address);
    return;
  }
  const runtime = runtimeOf(operand);
  const { bytes } = dtypeTraits[operand.dtype];
  runtime.withScratch(numberOfElements(operand.shape) * bytes, (address) => {
    const copied = { address, bytes, strides: contiguousStrides(operand.shape) };
    if (numberOfElements(operand.shape) > 0) copyBetween(runtime, operand.dtype, operand.shape, own, copied);
    use(address);
  });
}

const repeatedCat = /* @__PURE__ */ repeats<"cat">(catAny, ({ dim }) => [dim]);
const repeatedEmbed = /* @__PURE__ */ repeats<"embed">(embedAny, ({ strides, start }) => [...strides, start]);
export const cat = {
  float32: repeatedCat,
  float64: repeatedCat,
  int32: repeatedCat,
  uint8: repeatedCat,
  bool: repeatedCat,
};
export const embed = {
  float32: repeatedEmbed,
  float64: repeatedEmbed,
  int32: repeatedEmbed,
  uint8: repeatedEmbed,
  bool: repeatedEmbed,
};
