// flip, roll, triangle and fold: elements laid anew. All but triangle are copies, or sums, of layouts that differ.

import type { KernelFunction, Operand } from "../../../kernels/contract.js";
import { dtypeTraits } from "../../../tensor/dtype.js";
import { contiguousStrides, numberOfElements } from "../../../tensor/shape.js";
import { ModuleBuilder } from "../assembler/index.js";
import { repeats } from "../replayable.js";
import { type Runtime, runtimeOf } from "../runtime.js";
import { clear, conversion, copyFloats, withContiguous } from "./copy.js";
import type { ElementType } from "./elements.js";
import { definePointwise, pointwiseWork, runPointwise, runTogether } from "./pointwise.js";
import { addressOf, type Walked, walked } from "./walk.js";

function copyAny(runtime: Runtime, { dtype, shape }: Operand, from: Walked, to: Walked): void {
  if (dtype === "float32") copyFloats(runtime, shape, from, to);
  else runPointwise(runtime, conversion(dtype as ElementType, dtype as ElementType), shape, [from, to]);
}

/** Read from the other end. */
const flipAny: KernelFunction<"flip"> = ([input], [output], { dims }) => {
  const { address, bytes, strides } = walked(input!);
  const end = dims.reduce((place, dim) => place + (input!.shape[dim]! - 1) * strides[dim]!, 0);
  const turned = strides.map((stride, dim) => (dims.includes(dim) ? -stride : stride));
  copyAny(runtimeOf(output!), output!, { address: address + end * bytes, bytes, strides: turned }, walked(output!));
};

/** A box of the output, by its first index and its size along each dimension, and where in the input it begins. */
interface Box {
  readonly to: readonly number[];
  readonly from: readonly number[];
  readonly sizes: readonly number[];
}

/** Each shift cuts each box in two. */
function boxesOf(shape: readonly number[], dims: readonly number[], shifts: readonly number[]): readonly Box[] {
  const origin = shape.map(() => 0);
  let boxes: readonly Box[] = [{ to: origin, from: origin, sizes: shape }];
  for (const [at, dim] of dims.entries()) {
    const [shift, size] = [shifts[at]!, shape[dim]!];
    if (shift === 0) continue;
    boxes = boxes.flatMap(({ to, from, sizes }) => [
      { to: to.with(dim, shift), from, sizes: sizes.with(dim, size - shift) },
      { to, from: from.with(dim, size - shift), sizes: sizes.with(dim, shift) },
    ]);
  }
  return boxes;
}

const rollAny: KernelFunction<"roll"> = ([input], [output], { dims, shifts }) => {
  const runtime = runtimeOf(output!);
  const type = output!.dtype as ElementType;
  const begin = ({ address, bytes, strides }: Walked, indices: readonly number[]): Walked => ({
    address: address + bytes * indices.reduce((place, index, dim) => place + index * strides[dim]!, 0),
    bytes,
    strides,
  });
  const [source, target] = [walked(input!), walked(output!)];
  runTogether(
    runtime,
    boxesOf(output!.shape, dims, shifts).map(({ to, from, sizes }) =>
      pointwiseWork(runtime, conversion(type, type), sizes, [begin(source, from), begin(target, to)]),
    ),
  );
};

/**
 * `run(from, to, rows, first, height, width, diagonal, bytes)`: rows of `width` elements, the first being row `first` of a matrix of `height`; of each
 * what lies on one side of the diagonal is copied, and the rest cleared.
 */
export function emitTriangle(part: "lower" | "upper"): ModuleBuilder {
  const module = new ModuleBuilder();
  const parameters = {
    from: "i32",
    to: "i32",
    rows: "i32",
    first: "i32",
    height: "i32",
    width: "i32",
    diagonal: "i32",
    bytes: "i32",
  } as const;
  module.define("run", parameters, (f, { from, to, rows, first, height, width, diagonal, bytes }) => {
    const before = f.local("i32", "before");
    const behind = f.local("i32", "behind");
    f.repeat(rows, () => {
      // How many lie before the side's end, or its beginning: at least none, at most all.
      f.set(before, first.add(diagonal));
      if (part === "lower") f.increase(before, 1);
      f.if(before.lessThan(0), () => f.set(before, before.subtract(before)));
      f.if(before.greaterThan(width), () => f.set(before, width));
      f.set(behind, width.subtract(before).multiply(bytes));
      f.set(before, before.multiply(bytes));
      if (part === "lower") {
        f.copy(to, from, before);
        f.clear(to.add(before), behind);
      } else {
        f.clear(to, before);
        f.copy(to.add(before), from.add(before), behind);
      }
      f.increase(from, width.multiply(bytes));
      f.increase(to, width.multiply(bytes));
      f.increase(first, 1);
      f.if(first.equals(height), () => f.set(first, first.subtract(height)));
    });
  });
  return module;
}

const triangleAny: KernelFunction<"triangle"> = ([input], [output], { part, diagonal }) => {
  const runtime = runtimeOf(output!);
  const kernel = runtime.kernel(`triangle ${part}`, () => emitTriangle(part));
  const [height, width] = output!.shape.slice(-2) as [number, number];
  const { bytes } = dtypeTraits[output!.dtype];
  const to = addressOf(output!);
  // Beyond the corners all are alike, and the sum with a row's index must not wrap.
  const within = Math.min(Math.max(diagonal, -height - 1), width + 1);
  withContiguous(input!, (from) => {
    const row = (at: number) => at * width * bytes;
    runtime.spread(
      numberOfElements(output!.shape) / width,
      0.1 * bytes * numberOfElements(output!.shape),
      (begin, end) =>
        runtime.call(
          kernel,
          "run",
          from + row(begin),
          to + row(begin),
          ...[end - begin, begin % height, height, width, within, bytes],
        ),
    );
  });
};

const add = definePointwise({
  name: "fold",
  inputs: ["float32", "float32"],
  output: "float32",
  compute: (_, [sum, value]) => sum.add(value),
});

/** The first elements of all windows are added at once, then the second: no two of them lie in one place. */
const foldFloats: KernelFunction<"fold"> = ([windows], [output], { dim, step }) => {
  const runtime = runtimeOf(output!);
  const own = contiguousStrides(output!.shape);
  const { address, bytes, strides } = walked(windows!);
  const to = addressOf(output!);
  clear(runtime, to, bytes * numberOfElements(output!.shape));
  const [shape, size] = [windows!.shape.slice(0, -1), windows!.shape.at(-1)!];
  if (numberOfElements(windows!.shape) === 0) return;
  for (let element = size - 1; element >= 0; element--) {
    const sum = { address: to + element * own[dim]! * bytes, bytes, strides: own.with(dim, own[dim]! * step) };
    const value = { address: address + element * strides.at(-1)! * bytes, bytes, strides: strides.slice(0, -1) };
    runPointwise(runtime, add, shape, [sum, value, sum]);
  }
};

/** @__NO_SIDE_EFFECTS__ */
function ofAll<K>(kernel: K) {
  return { float32: kernel, int32: kernel, uint8: kernel, bool: kernel };
}

export const flip = ofAll(repeats(flipAny, ({ dims }) => dims));
export const roll = ofAll(repeats(rollAny, ({ dims, shifts }) => [...dims, ...shifts]));
export const triangle = ofAll(repeats(triangleAny, ({ part, diagonal }) => [part === "lower" ? 0 : 1, diagonal]));
export const fold = { float32: repeats(foldFloats, ({ dim, step }) => [dim, step]) };
