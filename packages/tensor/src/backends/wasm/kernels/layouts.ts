// flip, roll, triangle and fold: elements laid anew. All but triangle are copies, or sums, of layouts that differ.

import { derived } from "../../../kernels/addition.js";
import type { KernelFunction, Operand } from "../../../kernels/contract.js";
import { dtypeTraits } from "../../../tensor/dtype.js";
import { contiguousStrides, numberOfElements } from "../../../tensor/shape.js";
import { additionOfDoubles } from "../additions/dtypes.js";
import { I8x16, type I32, type Local, loadI32, loadI32x4, loadU8, ModuleBuilder } from "../assembler/index.js";
import { repeats } from "../replayable.js";
import { type Runtime, runtimeOf } from "../runtime.js";
import { clear, copyBetween, copyFloats, copyWork, withContiguous } from "./copy.js";
import { runPointwise } from "./pointwise.js";
import { definePointwise } from "./pointwise-operation.js";
import { addressOf, emitNest, mergeDimensions, numbered, pick, stepsOf, type Walked, walked } from "./walk.js";
import { partsOf, runTogether } from "./work.js";

function copyAny(runtime: Runtime, { dtype, shape }: Operand, from: Walked, to: Walked): void {
  if (dtype === "float32") copyFloats(runtime, shape, from, to);
  else copyBetween(runtime, dtype, shape, from, to);
}

/** `run(from, to, sizes…, steps of each operand…)`: innermost, one operand goes backwards, the other forwards, sixteen bytes a turn. */
function emitFlip(bytes: 1 | 4, rank: number): ModuleBuilder {
  const module = new ModuleBuilder();
  const parameters = {
    from: "i32",
    to: "i32",
    ...numbered("i32", "size", rank),
    ...numbered("i32", "step", 2 * rank),
  } as const;
  module.define("run", parameters, (f, given) => {
    const { from, to } = given as { readonly from: Local<I32>; readonly to: Local<I32> };
    const [sizes, steps] = [pick(given, "size", rank), pick(given, "step", 2 * rank)];
    const vector = f.local("i8x16", "vector");
    const turn = (elements: number) => {
      f.increase(from, -elements * bytes);
      f.increase(to, elements * bytes);
    };
    const last = sizes[rank - 1]!;
    emitNest(
      f,
      sizes.slice(0, -1),
      () => {
        f.repeat(last.shiftRightUnsigned(bytes === 4 ? 2 : 4), () => {
          f.set(vector, I8x16.read(loadI32x4(from.subtract(16 - bytes))));
          f.store(to, vector.reversed(bytes));
          turn(16 / bytes);
        });
        f.repeat(last.and(16 / bytes - 1), () => {
          if (bytes === 4) f.store(to, loadI32(from));
          else f.storeByte(to, loadU8(from));
          turn(1);
        });
      },
      (loop) => {
        f.increase(from, steps[loop]!);
        f.increase(to, steps[rank + loop]!);
      },
    );
  });
  return module;
}

/** Rows that lie the other way round; false for other layouts. */
function flipRows(runtime: Runtime, shape: readonly number[], from: Walked, to: Walked): boolean {
  const { sizes, strides } = mergeDimensions(shape, [from.strides, to.strides]);
  const [source, target] = strides as readonly [readonly number[], readonly number[]];
  if (source.at(-1) !== -1 || target.at(-1) !== 1 || from.bytes > 4) return false;
  const bytes = from.bytes as 1 | 4;
  const kernel = runtime.kernel(`flip ${bytes} ${sizes.length}`, () => emitFlip(bytes, sizes.length));
  const elements = numberOfElements(sizes);
  runtime.parallel(0.08 * bytes * elements, (parts) => {
    for (const { loop, begin, sizes: own } of partsOf(sizes, Math.min(parts, Math.floor(elements / 16_384)))) {
      const addresses = [from.address + begin * source[loop]! * bytes, to.address + begin * target[loop]! * bytes];
      const steps = [...stepsOf(own, source, bytes), ...stepsOf(own, target, bytes)];
      runtime.task(() => runtime.call(kernel, "run", ...addresses, ...own, ...steps));
    }
  });
  return true;
}

/** Read from the other end. */
const flipAny: KernelFunction<"flip"> = ([input], [output], { dims }) => {
  const { address, bytes, strides } = walked(input!);
  const end = dims.reduce((place, dim) => place + (input!.shape[dim]! - 1) * strides[dim]!, 0);
  const turned = strides.map((stride, dim) => (dims.includes(dim) ? -stride : stride));
  const [runtime, from] = [runtimeOf(output!), { address: address + end * bytes, bytes, strides: turned }];
  if (!flipRows(runtime, output!.shape, from, walked(output!))) copyAny(runtime, output!, from, walked(output!));
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
  const { dtype } = output!;
  const begin = ({ address, bytes, strides }: Walked, indices: readonly number[]): Walked => ({
    address: address + bytes * indices.reduce((place, index, dim) => place + index * strides[dim]!, 0),
    bytes,
    strides,
  });
  const [source, target] = [walked(input!), walked(output!)];
  runTogether(
    runtime,
    boxesOf(output!.shape, dims, shifts).map(({ to, from, sizes }) =>
      copyWork(runtime, dtype, sizes, begin(source, from), begin(target, to)),
    ),
  );
};

/**
 * `run(from, to, rows, first, height, width, diagonal, bytes)`: rows of `width` elements, the first being row `first` of a matrix of `height`; of each
 * what lies on one side of the diagonal is copied, and the rest cleared.
 */
function emitTriangle(part: "lower" | "upper"): ModuleBuilder {
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

/** Adds what is at `from` to what is there. */
type Addition = (runtime: Runtime, shape: readonly number[], to: Walked, from: Walked) => void;

const addFloats: Addition = (runtime, shape, to, from) => runPointwise(runtime, add, shape, [to, from, to]);

/**
 * The first elements of all windows are added at once, then the second: no two of them lie in one place.
 *
 * @__NO_SIDE_EFFECTS__
 */
function foldBy(addTo: Addition): KernelFunction<"fold"> {
  const kernel: KernelFunction<"fold"> = ([windows], [output], { dim, step }) => {
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
      addTo(runtime, shape, sum, value);
    }
  };
  return repeats(kernel, ({ dim, step }) => [dim, step]);
}

/** @__NO_SIDE_EFFECTS__ */
function ofAll<K>(kernel: K) {
  return { float32: kernel, float64: kernel, int32: kernel, uint8: kernel, bool: kernel };
}

export const flip = ofAll(repeats(flipAny, ({ dims }) => dims));
export const roll = ofAll(repeats(rollAny, ({ dims, shifts }) => [...dims, ...shifts]));
export const triangle = ofAll(repeats(triangleAny, ({ part, diagonal }) => [part === "lower" ? 0 : 1, diagonal]));
export const fold = { float32: foldBy(addFloats), float64: derived(additionOfDoubles, foldBy) };
