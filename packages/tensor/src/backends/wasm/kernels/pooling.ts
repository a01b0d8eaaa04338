// Max pooling. What follows its indices is pooled-places.ts's. A NaN is larger than everything, and the last NaN of a window
// wins; among equals the first does: PyTorch's rules.

import type { KernelFunction, Operand, PoolingAttributes } from "../../../kernels/contract.js";
import { dtypeTraits } from "../../../tensor/dtype.js";
import { type F32x4, I32, I32x4, type Local, loadF32x4, ModuleBuilder } from "../assembler/index.js";
import { repeats } from "../replayable.js";
import { runtimeOf } from "../runtime.js";
import { withContiguous } from "./copy.js";
import { elementsOf, type PooledType } from "./single-elements.js";
import { addressOf } from "./walk.js";

type Four = [number, number, number, number];

const windowParameters = {
  input: "i32",
  output: "i32",
  indices: "i32",
  planes: "i32",
  height: "i32",
  width: "i32",
  rows: "i32",
  columns: "i32",
  kernelHeight: "i32",
  kernelWidth: "i32",
  strideY: "i32",
  strideX: "i32",
  paddingY: "i32",
  paddingX: "i32",
  dilationY: "i32",
  dilationX: "i32",
} as const;

/** Any window: four nested loops, one element at a time. */
function emitMaxPool(type: PooledType): ModuleBuilder {
  const module = new ModuleBuilder();
  const { kind, shift, load, least, store } = elementsOf(type);
  module.define("run", windowParameters, (f, p) => {
    const { input, output, indices, planes, height, width, rows, columns } = p;
    const [y, x] = [f.local("i32", "y"), f.local("i32", "x")];
    const [top, left] = [f.local("i32", "top"), f.local("i32", "left")];
    const best = f.local("i32", "best");
    const index = f.local("i32", "index");
    const value = f.local(kind, "value");
    const largest = f.local(kind, "largest");
    const compare = () => {
      f.set(index, y.multiply(width).add(x));
      f.set(value, load(input.add(index.shiftLeft(shift))));
      f.if(best.lessThan(0).or(value.greaterThan(largest)).or(value.notEquals(value)), () => {
        f.set(best, index);
        f.set(largest, value);
      });
    };
    // Unsigned comparison: what lies before the image is as far outside as what lies behind it.
    const scan = (at: Local<I32>, start: I32, count: I32, step: I32, size: I32, body: () => void) => {
      f.set(at, start);
      f.repeat(count, () => {
        f.if(at.below(size), body);
        f.increase(at, step);
      });
    };
    f.repeat(planes, () => {
      f.set(top, I32.of(0).subtract(p.paddingY));
      f.repeat(rows, () => {
        f.set(left, I32.of(0).subtract(p.paddingX));
        f.repeat(columns, () => {
          f.set(best, -1);
          f.set(largest, least);
          scan(y, top, p.kernelHeight, p.dilationY, height, () =>
            scan(x, left, p.kernelWidth, p.dilationX, width, compare),
          );
          store(f, output, largest);
          f.store(indices, best);
          f.increase(output, 2 ** shift);
          f.increase(indices, 4);
          f.increase(left, p.strideX);
        });
        f.increase(top, p.strideY);
      });
      f.increase(input, height.multiply(width).shiftLeft(shift));
    });
  });
  return module;
}

/** Windows of 2 × 2 side by side, four at a time; the parameters that are the same for all of them are ignored. */
function emitMaxPoolByTwo(): ModuleBuilder {
  const module = new ModuleBuilder();
  module.define("run", windowParameters, (f, { input, output, indices, planes, height, width, rows, columns }) => {
    const rowBytes = f.local("i32", "rowBytes", width.shiftLeft(2));
    const upper = f.local("i32", "upper");
    const index = f.local("i32", "index");
    const remaining = f.local("i32", "remainingColumns");
    const [first, second] = [f.local("f32x4", "first"), f.local("f32x4", "second")];
    const largest = f.local("f32x4", "largest");
    const best = f.local("i32x4", "best");
    const corner = f.local("i32x4", "corner");
    const value = f.local("f32x4", "value");
    const better = f.local("i32x4", "better");
    const widths = f.local("i32x4", "widths", I32x4.splat(width));

    const compare = (candidate: F32x4, at: I32x4) => {
      f.set(value, candidate);
      f.set(better, value.greaterThan(largest).or(value.notEquals(value)));
      f.set(largest, better.select(value as F32x4, largest as F32x4));
      f.set(best, better.select(at, best as I32x4));
    };
    const loadRow = (address: I32) => {
      f.set(first, loadF32x4(address));
      f.set(second, loadF32x4(address, 16));
    };
    const fourWindows = () => {
      f.set(corner, I32x4.splat(index).add(I32x4.constant(0, 2, 4, 6)));
      loadRow(upper);
      f.set(largest, first.shuffle(second, [0, 2, 4, 6]));
      f.set(best, corner);
      compare(first.shuffle(second, [1, 3, 5, 7]), corner.add(1));
      loadRow(upper.add(rowBytes));
      compare(first.shuffle(second, [0, 2, 4, 6]), corner.add(widths));
      compare(first.shuffle(second, [1, 3, 5, 7]), corner.add(widths).add(1));
    };
    const storeSome = () => {
      for (const lane of [0, 1, 2] as const) {
        f.if(remaining.greaterThan(lane), () => {
          f.storeLane(output, largest, lane, 4 * lane);
          f.storeLane(indices, best, lane, 4 * lane);
        });
      }
    };
    const advance = (windows: I32 | number) => {
      const bytes = typeof windows === "number" ? 4 * windows : windows.shiftLeft(2);
      f.increase(output, bytes);
      f.increase(indices, bytes);
    };
    const row = f.local("i32", "row");
    f.repeat(planes, () => {
      f.set(row, 0);
      f.while(row.lessThan(rows), () => {
        f.set(index, row.shiftLeft(1).multiply(width));
        f.set(upper, input.add(index.shiftLeft(2)));
        f.set(remaining, columns);
        f.while(remaining.atLeast(4), () => {
          fourWindows();
          f.store(output, largest);
          f.store(indices, best);
          advance(4);
          f.increase(upper, 32);
          f.increase(index, 8);
          f.set(remaining, remaining.subtract(4));
        });
        // The rest of a row reads up to 24 bytes beyond it: the next row, or the slack behind the block.
        f.if(remaining, () => {
          fourWindows();
          storeSome();
          advance(remaining);
        });
        f.increase(row, 1);
      });
      f.increase(input, height.multiply(rowBytes));
    });
  });
  return module;
}

/** @__NO_SIDE_EFFECTS__ */
function maxPoolOf(type: PooledType): KernelFunction<"maxPool2d"> {
  const kernel: KernelFunction<"maxPool2d"> = ([first], [output, indices], attributes) => {
    const [input, result] = [first as Operand, output as Operand];
    const runtime = runtimeOf(result);
    const { bytes } = dtypeTraits[type];
    const [batch, channels, height, width] = input.shape as Four;
    const [, , rows, columns] = result.shape as Four;
    const { kernelSize, stride, padding, dilation } = attributes;
    const values = [...kernelSize, ...stride, ...padding, ...dilation];
    // With ceilMode a last window may hang over the edge; then the general kernel does.
    const isPlain = values.join() === "2,2,2,2,0,0,1,1" && 2 * rows <= height && 2 * columns <= width;
    const compiled =
      type === "float32" && isPlain
        ? runtime.kernel("maxPool2d by two", emitMaxPoolByTwo)
        : runtime.kernel(`maxPool2d ${type}`, () => emitMaxPool(type));
    const [planes, pooled] = [batch * channels, rows * columns];
    withContiguous(input, (address) =>
      runtime.spread(planes, planes * (0.3 * height * width + pooled), (begin, end) => {
        const results = [addressOf(result) + bytes * begin * pooled, addressOf(indices!) + 4 * begin * pooled];
        const from = address + bytes * begin * height * width;
        runtime.call(compiled, "run", from, ...results, end - begin, height, width, rows, columns, ...values);
      }),
    );
  };
  return repeats(kernel, numbersOfPooling);
}

export function numbersOfPooling({ kernelSize, stride, padding, dilation }: PoolingAttributes): readonly number[] {
  return [kernelSize, stride, padding, dilation].flat();
}

export const maxPool2d = {
  float32: maxPoolOf("float32"),
  float64: maxPoolOf("float64"),
  int32: maxPoolOf("int32"),
  uint8: maxPoolOf("uint8"),
};
