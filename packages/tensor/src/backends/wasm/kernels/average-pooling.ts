// Average pooling and its gradient. A plane is laid out with its border in work space, where windows need not look where they end; what a
// border adds is zero, and changes no bit. Sums go as PyTorch's: row by row, in float32; gradients add up in their windows' order.

import type { AveragePoolingAttributes, KernelFunction, Operand } from "../../../kernels/contract.js";
import { avgPoolBackwardOfDoubles, avgPoolOfDoubles } from "../additions/dtypes.js";
import {
  F32,
  F32x4,
  type FunctionBuilder,
  I32,
  type Local,
  loadF32,
  loadF32x4,
  ModuleBuilder,
} from "../assembler/index.js";
import { repeats } from "../replayable.js";
import { runtimeOf } from "../runtime.js";
import { withContiguous } from "./copy.js";
import { elementAccess } from "./elements.js";
import { addressOf } from "./walk.js";

type Four = readonly [number, number, number, number];

const parameters = {
  image: "i32",
  pooled: "i32",
  work: "i32",
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
  /** Whether the border counts, and what every sum is divided by instead, or 0. */
  counts: "i32",
  divisor: "f32",
  /** Of a plane with its border: bytes of a row, and of all. */
  pitch: "i32",
  planeBytes: "i32",
} as const;
type Given = { readonly [N in keyof typeof parameters]: (typeof parameters)[N] extends "f32" ? F32 : I32 };

/** A loop over `count` floats from `from` to `to`, four at a time and the rest one by one; nothing beyond them is touched. */
function emitCopy(f: FunctionBuilder, to: Local<I32>, from: Local<I32>, count: I32): void {
  f.repeat(count.shiftRightUnsigned(2), () => {
    f.store(to, loadF32x4(from));
    f.increase(to, 16);
    f.increase(from, 16);
  });
  f.repeat(count.and(3), () => {
    f.store(to, loadF32(from));
    f.increase(to, 4);
    f.increase(from, 4);
  });
}

/** Moves all rows of a plane between the image and its place in work space; the image's address ends behind it. */
function emitRows(f: FunctionBuilder, p: Given, plane: Local<I32>, image: Local<I32>, into: "work" | "image"): void {
  const start = f.local("i32", "start", plane.add(p.paddingY.multiply(p.pitch)).add(p.paddingX.shiftLeft(2)));
  const inside = f.local("i32", "inside");
  f.repeat(p.height, () => {
    f.set(inside, start);
    if (into === "work") emitCopy(f, inside, image, p.width);
    else emitCopy(f, image, inside, p.width);
    f.increase(start, p.pitch);
  });
}

/** Windows along one dimension of an image. */
interface Windows {
  readonly size: I32;
  readonly kernel: I32;
  readonly stride: I32;
  readonly padding: I32;
}

/** How many elements of the `at`-th window count; those of the padding do where `counts` is not 0. */
function emitMembers(f: FunctionBuilder, at: I32, { size, kernel, stride, padding }: Windows, counts: I32): I32 {
  const first = f.local("i32", "first", at.multiply(stride).subtract(padding));
  const border = f.local("i32", "border", counts.select(padding, I32.of(0)));
  const end = f.local("i32", "end", first.add(kernel));
  const limit = f.local("i32", "limit", size.add(border));
  const least = f.local("i32", "least", I32.of(0).subtract(border));
  return end.lessThan(limit).select<I32>(end, limit).subtract(first.greaterThan(least).select<I32>(first, least));
}

/** Writes the divisors of a row's windows, but for the row's own factor. */
function emitDivisors(f: FunctionBuilder, p: Given, divisors: I32): void {
  const windows = { size: p.width, kernel: p.kernelWidth, stride: p.strideX, padding: p.paddingX };
  const to = f.local("i32", "divisorAt", divisors);
  const column = f.local("i32", "columnOfDivisor");
  f.repeat(p.columns, () => {
    const members = emitMembers(f, column, windows, p.counts);
    f.store(to, p.divisor.equals(0).select(members.toF32(), p.divisor));
    f.increase(to, 4);
    f.increase(column, 1);
  });
}

function emitRowFactor(f: FunctionBuilder, p: Given, row: I32): F32 {
  const windows = { size: p.height, kernel: p.kernelHeight, stride: p.strideY, padding: p.paddingY };
  const members = emitMembers(f, row, windows, p.counts);
  return p.divisor.equals(0).select(members.toF32(), F32.of(1));
}

/** The first elements of four windows side by side, `vector` vectors behind an address. */
type LoadFour = (address: I32, vector: number) => F32x4;

function loadsOf(f: FunctionBuilder, stride: "one" | "two" | "many", strideX: I32): LoadFour {
  if (stride === "one") return (address, vector) => loadF32x4(address, 16 * vector);
  if (stride === "two")
    return (address, vector) =>
      loadF32x4(address, 32 * vector).shuffle(loadF32x4(address, 32 * vector + 16), [0, 2, 4, 6]);
  const step = f.local("i32", "stepOfWindows", strideX.shiftLeft(2));
  return (address, vector) => {
    const lane = (at: number): I32 => address.add(step.multiply(4 * vector + at));
    return elementAccess.float32.loadApart([lane(0), lane(1), lane(2), lane(3)]);
  };
}

/** Blocks of sixteen, then of four, until `count` are done; the last may be a part of one. */
function emitBlocks(f: FunctionBuilder, count: I32, block: (vectors: number, remaining: Local<I32>) => void): void {
  const remaining = f.local("i32", "remainingOfRow", count);
  f.while(remaining.atLeast(16), () => {
    block(4, remaining);
    f.set(remaining, remaining.subtract(16));
  });
  f.while(remaining.greaterThan(0), () => {
    block(1, remaining);
    f.set(remaining, remaining.subtract(4));
  });
}

const strides = { 1: "one", 2: "two" } as const;
const strideOf = (strideX: number) => strides[strideX as 1 | 2] ?? "many";

function emitAveragePool(stride: "one" | "two" | "many"): ModuleBuilder {
  const module = new ModuleBuilder();
  module.define("run", parameters, (f, p) => {
    const divisors = f.local("i32", "divisors", p.work.add(p.planeBytes));
    const load = loadsOf(f, stride, p.strideX);
    const sums = f.locals("f32x4", "sum", 4);
    const [row, top, from, line, tap, divisor] = ["row", "top", "from", "line", "tap", "divisorOf"].map((name) =>
      f.local("i32", name),
    ) as [Local<I32>, Local<I32>, Local<I32>, Local<I32>, Local<I32>, Local<I32>];
    const factor = f.local("f32x4", "factor");
    f.clear(p.work, p.planeBytes);
    emitDivisors(f, p, divisors);
    f.repeat(p.planes, () => {
      emitRows(f, p, p.work, p.image, "work");
      f.set(top, p.work);
      f.set(row, 0);
      f.repeat(p.rows, () => {
        f.set(factor, F32x4.splat(emitRowFactor(f, p, row)));
        f.set(from, top);
        f.set(divisor, divisors);
        emitBlocks(f, p.columns, (vectors, remaining) => {
          const own = sums.slice(0, vectors);
          for (const sum of own) f.set(sum, F32x4.of(0));
          f.set(line, from);
          f.repeat(p.kernelHeight, () => {
            f.set(tap, line);
            f.repeat(p.kernelWidth, () => {
              for (const [at, sum] of own.entries()) f.set(sum, sum.add(load(tap, at)));
              f.increase(tap, 4);
            });
            f.increase(line, p.pitch);
          });
          for (const [at, sum] of own.entries()) f.set(sum, sum.divide(factor.multiply(loadF32x4(divisor, 16 * at))));
          const storeAll = () => {
            for (const [at, sum] of own.entries()) f.store(p.pooled, sum as F32x4, 16 * at);
            f.increase(p.pooled, 16 * vectors);
          };
          const storeSome = () => {
            for (const lane of [0, 1, 2] as const)
              f.if(remaining.greaterThan(lane), () => f.storeLane(p.pooled, own[0]!, lane, 4 * lane));
            f.increase(p.pooled, remaining.shiftLeft(2));
          };
          if (vectors > 1) storeAll();
          else f.if(remaining.atLeast(4), storeAll, storeSome);
          f.increase(divisor, 16 * vectors);
          f.increase(from, p.strideX.multiply(16 * vectors));
        });
        f.increase(top, p.pitch.multiply(p.strideY));
        f.increase(row, 1);
      });
    });
  });
  return module;
}

/** With a stride of one a row of the plane sums up a row of gradients as the forward does, the other way around. */
function emitAveragePoolBackward(stride: "one" | "many"): ModuleBuilder {
  const module = new ModuleBuilder();
  module.define("run", parameters, (f, p) => {
    const divisors = f.local("i32", "divisors", p.work.add(p.planeBytes));
    // One row of gradients, each divided, between zeros.
    const shares = f.local("i32", "shares", divisors.add(p.pitch));
    const firstShare = f.local("i32", "firstShare", shares.add(p.kernelWidth.subtract(1).shiftLeft(2)));
    const sums = f.locals("f32x4", "sum", 4);
    const [row, top, to, line, tap, from, divisor, place] = [
      ...["row", "top", "to", "line", "tap", "from", "divisorOf", "place"],
    ].map((name) => f.local("i32", name)) as [
      ...[Local<I32>, Local<I32>, Local<I32>, Local<I32>],
      ...[Local<I32>, Local<I32>, Local<I32>, Local<I32>],
    ];
    const step = f.local("i32", "step", p.strideX.shiftLeft(2));
    const factor = f.local("f32", "factor");
    f.clear(shares, p.pitch.shiftLeft(1));
    emitDivisors(f, p, divisors);
    f.repeat(p.planes, () => {
      f.clear(p.work, p.planeBytes);
      f.set(top, p.work);
      f.set(row, 0);
      f.repeat(p.rows, () => {
        f.set(factor, emitRowFactor(f, p, row));
        f.set(to, firstShare);
        f.set(divisor, divisors);
        f.repeat(p.columns, () => {
          f.store(to, loadF32(p.pooled).divide(factor.multiply(loadF32(divisor))));
          for (const cursor of [to, divisor, p.pooled]) f.increase(cursor, 4);
        });
        f.set(line, top);
        f.repeat(p.kernelHeight, () => {
          if (stride === "one") {
            f.set(to, line);
            f.set(from, shares);
            emitBlocks(f, p.columns.add(p.kernelWidth).subtract(1), (vectors) => {
              const own = sums.slice(0, vectors);
              for (const [at, sum] of own.entries()) f.set(sum, loadF32x4(to, 16 * at));
              f.set(tap, from);
              f.repeat(p.kernelWidth, () => {
                for (const [at, sum] of own.entries()) f.set(sum, sum.add(loadF32x4(tap, 16 * at)));
                f.increase(tap, 4);
              });
              for (const [at, sum] of own.entries()) f.store(to, sum as F32x4, 16 * at);
              f.increase(to, 16 * vectors);
              f.increase(from, 16 * vectors);
            });
          } else {
            // From the last element of windows to the first: so an element hears its windows from left to right.
            f.set(place, line.add(p.kernelWidth.shiftLeft(2)));
            f.repeat(p.kernelWidth, () => {
              f.set(place, place.subtract(4));
              f.set(to, place);
              f.set(from, firstShare);
              f.repeat(p.columns, () => {
                f.store(to, loadF32(to).add(loadF32(from)));
                f.increase(to, step);
                f.increase(from, 4);
              });
            });
          }
          f.increase(line, p.pitch);
        });
        f.increase(top, p.pitch.multiply(p.strideY));
        f.increase(row, 1);
      });
      emitRows(f, p, p.work, p.image, "image");
    });
  });
  return module;
}

function run(backward: boolean, image: Operand, pooled: Operand, attributes: AveragePoolingAttributes): void {
  const runtime = runtimeOf(image);
  const { kernelSize, stride, padding, countIncludePad, divisorOverride } = attributes;
  const [batch, channels, height, width] = image.shape as Four;
  const [, , rows, columns] = pooled.shape as Four;
  const steps = backward && stride[1] !== 1 ? "many" : strideOf(stride[1]);
  const kernel = backward
    ? runtime.kernel(`avgPool2dBackward ${steps}`, () => emitAveragePoolBackward(steps === "one" ? "one" : "many"))
    : runtime.kernel(`avgPool2d ${steps}`, () => emitAveragePool(steps));
  const planes = batch * channels;
  // A row has room for whole blocks of windows, and so has what lies as rows do.
  const across = Math.max(padding[1] + width, (columns + 2) * stride[1] + kernelSize[1]);
  const pitch = 4 * (Math.ceil((across + 2 * kernelSize[1]) / 4) * 4 + 8);
  const planeBytes = pitch * Math.max(padding[0] + height, (rows - 1) * stride[0] + kernelSize[0]);
  const perPlane = 0.5 * height * width + rows * columns * (1 + 0.3 * kernelSize[0] * kernelSize[1]);
  const between = backward ? pooled : image;
  withContiguous(between, (address) => {
    const [images, pools] = backward ? [addressOf(image), address] : [address, addressOf(pooled)];
    runtime.spread(planes, planes * perPlane, (begin, end) =>
      runtime.withScratch(planeBytes + 3 * pitch, (work) =>
        runtime.call(
          kernel,
          "run",
          ...[images + 4 * begin * height * width, pools + 4 * begin * rows * columns, work, end - begin],
          ...[height, width, rows, columns, ...kernelSize, ...stride, ...padding],
          ...[Number(countIncludePad), divisorOverride ?? 0, pitch, planeBytes],
        ),
      ),
    );
  });
}

export const numbersOfAveragePooling = ({
  kernelSize,
  stride,
  padding,
  countIncludePad,
  divisorOverride,
}: AveragePoolingAttributes) => [
  ...[...kernelSize, ...stride, ...padding],
  ...[Number(countIncludePad), divisorOverride ?? 0],
];

const forward: KernelFunction<"avgPool2d"> = ([input], [output], attributes) => run(false, input!, output!, attributes);
const backward: KernelFunction<"avgPool2dBackward"> = ([grad], [output], attributes) =>
  run(true, output!, grad!, attributes);

export const avgPool2d = { float32: repeats(forward, numbersOfAveragePooling), float64: avgPoolOfDoubles };
export const avgPool2dBackward = {
  float32: repeats(backward, numbersOfAveragePooling),
  float64: avgPoolBackwardOfDoubles,
};
