// Products of matrices of doubles, and of int32 modulo 2³², of any strides: columns are laid out in panels of two vectors, rows are read as
// they lie, four at a time. Terms are added one by one in the order of the depth, so that the bits are those of the plain sum. Of float32 it
// is gemm.ts's affair.

import type { KernelFunction, Operand } from "../../../kernels/contract.js";
import { contiguousStrides, numberOfElements } from "../../../tensor/shape.js";
import {
  type F64x2,
  type FunctionBuilder,
  type I32,
  I32x4,
  type Local,
  loadF32x4,
  loadF64,
  loadF64x2Splat,
  loadI32,
  loadI32x4,
  ModuleBuilder,
} from "../assembler/index.js";
import { repeats } from "../replayable.js";
import { type Runtime, runtimeOf } from "../runtime.js";
import { conversion } from "./copy.js";
import { runPointwise } from "./pointwise.js";
import { addressOf, type Walked, walked } from "./walk.js";

/** A tile: eight sums of vectors, as many as are kept in registers beside their factors. */
const [rowsOfTile, vectorsOfPanel] = [4, 2];
const panelPitch = 16 * vectorsOfPanel;
const tileBytes = rowsOfTile * panelPitch;

interface Factors {
  readonly bytes: 4 | 8;
  /** Of two to this power: an element's bytes, and a panel's columns. */
  readonly shifts: readonly [bytes: number, columns: number];
  readonly kind: "f64x2" | "i32x4";
  /** Neighbours, and one in all lanes. */
  readonly load: (address: I32, offset: number) => Vector;
  readonly splat: (address: I32) => Vector;
  readonly addProduct: (sum: Vector, a: Vector, b: Vector) => Vector;
  readonly move: (f: FunctionBuilder, to: I32, from: I32) => void;
  readonly nanosecondsOfTerm: number;
}
type Vector = F64x2 | I32x4;

const factors: { readonly [T in "float64" | "int32"]: Factors } = {
  float64: {
    ...{ bytes: 8, shifts: [3, 2], kind: "f64x2", nanosecondsOfTerm: 0.1 },
    load: (address, offset) => loadF32x4(address, offset).asF64x2(),
    splat: (address) => loadF64x2Splat(address),
    addProduct: (sum, a, b) => (sum as F64x2).add((a as F64x2).multiply(b as F64x2)),
    move: (f, to, from) => f.store(to, loadF64(from)),
  },
  int32: {
    ...{ bytes: 4, shifts: [2, 3], kind: "i32x4", nanosecondsOfTerm: 0.1 },
    load: (address, offset) => loadI32x4(address, offset),
    splat: (address) => I32x4.splat(loadI32(address)),
    addProduct: (sum, a, b) => (sum as I32x4).add((a as I32x4).multiply(b as I32x4)),
    move: (f, to, from) => f.store(to, loadI32(from)),
  },
};

function emitPlainProduct(of: Factors): ModuleBuilder {
  const module = new ModuleBuilder();
  const columnsOfPanel = 2 ** of.shifts[1];
  emitPanels(module, of);
  const micro = Array.from({ length: rowsOfTile }, (_, i) => emitTile(module, of, i + 1));
  const parameters = {
    ...({ left: "i32", rowStep: "i32", depthStep: "i32", rows: "i32", depth: "i32" } as const),
    ...({ panels: "i32", columns: "i32", product: "i32", pitch: "i32", work: "i32" } as const),
  };
  module.define("multiply", parameters, (f, p) => {
    const { left, rowStep, depthStep, rows, depth, panels, columns, product, pitch, work } = p;
    const [from, to, remaining] = [f.local("i32", "from"), f.local("i32", "to"), f.local("i32", "remaining")];
    const width = f.local("i32", "width");
    const copied = f.local("i32", "copied");
    const emitRows = (height: number) => {
      const multiply = (target: I32, step: I32 | number) =>
        f.call(micro[height - 1]!, from, rowStep, depthStep, panels, depth, target, step);
      f.if(
        columns.atLeast(columnsOfPanel),
        () => multiply(to, pitch),
        () => {
          multiply(work, panelPitch);
          f.set(copied, to);
          for (let row = 0; row < height; row += 1) {
            f.copy(copied, work.add(row * panelPitch), width);
            f.increase(copied, pitch);
          }
        },
      );
      f.increase(from, rowStep.multiply(height));
      f.increase(to, pitch.multiply(height));
      f.set(remaining, remaining.subtract(height));
    };
    f.while(columns.greaterThan(0), () => {
      f.set(from, left);
      f.set(to, product);
      f.set(remaining, rows);
      f.set(width, columns.shiftLeft(of.shifts[0]));
      f.while(remaining.atLeast(rowsOfTile), () => emitRows(rowsOfTile));
      for (let height = rowsOfTile - 1; height > 0; height -= 1) f.if(remaining.equals(height), () => emitRows(height));
      f.increase(panels, depth.multiply(panelPitch));
      f.increase(product, panelPitch);
      f.set(columns, columns.subtract(columnsOfPanel));
    });
  });
  return module;
}

/** `panels(source, depthStep, columnStep, depth, columns, panels)`: what fills up the last panel is what lies there. */
function emitPanels(module: ModuleBuilder, { shifts: [byteShift, columnShift], move }: Factors): void {
  const parameters = {
    ...({ source: "i32", depthStep: "i32", columnStep: "i32" } as const),
    ...({ depth: "i32", columns: "i32", panels: "i32" } as const),
  };
  module.define("panels", parameters, (f, { source, depthStep, columnStep, depth, columns, panels }) => {
    const [own, from, to] = [f.local("i32", "own"), f.local("i32", "from"), f.local("i32", "to")];
    const column = f.local("i32", "column");
    f.set(column, 0);
    f.repeat(columns, () => {
      f.set(to, panels.add(column.shiftRightUnsigned(columnShift).multiply(depth).multiply(panelPitch)));
      f.increase(to, column.and(2 ** columnShift - 1).shiftLeft(byteShift));
      f.set(from, source);
      f.set(own, depth);
      f.while(own.greaterThan(0), () => {
        move(f, to, from);
        f.increase(from, depthStep);
        f.increase(to, panelPitch);
        f.set(own, own.subtract(1));
      });
      f.increase(source, columnStep);
      f.increase(column, 1);
    });
  });
}

function emitTile(module: ModuleBuilder, { kind, load, splat, addProduct }: Factors, height: number): FunctionBuilder {
  const parameters = {
    ...({ left: "i32", rowStep: "i32", depthStep: "i32", panel: "i32" } as const),
    ...({ depth: "i32", product: "i32", pitch: "i32" } as const),
  };
  return module.define(
    `tile of ${height}`,
    parameters,
    (f, { left, rowStep, depthStep, panel, depth, product, pitch }) => {
      const rows: Local<I32>[] = Array.from({ length: height }, (_, i) =>
        f.local("i32", `row${i}`, i === 0 ? left : left.add(rowStep.multiply(i))),
      );
      const locals = (name: string) => f.locals(kind, name, vectorsOfPanel) as Local<Vector>[];
      const sums = rows.map((_, i) => locals(`sum${i}_`));
      const columns = locals("column");
      const own = f.local(kind, "own") as Local<Vector>;
      const end = f.local("i32", "end", panel.add(depth.multiply(panelPitch)));
      f.while(panel.below(end), () => {
        for (const [j, column] of columns.entries()) f.set(column, load(panel, 16 * j));
        for (const [i, row] of rows.entries()) {
          f.set(own, splat(row));
          for (const [j, sum] of sums[i]!.entries()) f.set(sum, addProduct(sum, own, columns[j]!));
          f.increase(row, depthStep);
        }
        f.increase(panel, panelPitch);
      });
      for (const [i, ofRow] of sums.entries()) {
        for (const [j, sum] of ofRow.entries()) f.store(product, sum, 16 * j);
        if (i + 1 < height) f.increase(product, pitch);
      }
    },
  );
}

type PlainType = keyof typeof factors;
/** Matrices of one element type, by their address and their strides in elements; the product is contiguous. */
type Matrices = Pick<Walked, "address" | "strides">;

/** Of each of `batch` matrices [rows, depth] and [depth, columns] the product. */
export function multiplyPlainly(
  runtime: Runtime,
  type: PlainType,
  [batch, rows, depth, columns]: readonly [number, number, number, number],
  left: Matrices,
  right: Matrices,
  to: number,
): void {
  const { bytes, shifts, nanosecondsOfTerm } = factors[type];
  const columnsOfPanel = 2 ** shifts[1];
  const kernel = runtime.kernel(`product of ${type}`, () => emitPlainProduct(factors[type]));
  const stepsOf = ({ strides }: Matrices) => strides.map((stride) => stride * bytes) as [number, number, number];
  const [leftBatch, leftRow, leftDepth] = stepsOf(left);
  const [rightBatch, rightDepth, rightColumn] = stepsOf(right);
  const [from, by] = [left.address, right.address];
  const panels = Math.ceil(columns / columnsOfPanel);
  const work = rows * depth * columns * nanosecondsOfTerm;
  const pitch = bytes * columns;
  const one = (at: number) =>
    runtime.withScratch(panels * depth * panelPitch, (packed) => {
      const source = by + at * rightBatch;
      runtime.call(kernel, "panels", source, rightDepth, rightColumn, depth, columns, packed);
      runtime.spread(panels, work, (begin, end) =>
        runtime.withScratch(tileBytes, (scratch) =>
          runtime.call(
            kernel,
            "multiply",
            ...[from + at * leftBatch, leftRow, leftDepth, rows, depth],
            packed + begin * depth * panelPitch,
            Math.min(columns, end * columnsOfPanel) - begin * columnsOfPanel,
            ...[to + at * rows * pitch + begin * panelPitch, pitch, scratch],
          ),
        ),
      );
    });
  runtime.spread(batch, batch * work, (begin, end) => {
    for (let at = begin; at < end; at += 1) one(at);
  });
}

function sizesOf(left: Operand, right: Operand): readonly [number, number, number, number] {
  const [batch, rows, depth] = left.shape as [number, number, number];
  return [batch, rows, depth, right.shape[2]!];
}

/** @__NO_SIDE_EFFECTS__ */
function matmulOf(type: PlainType): KernelFunction<"matmul"> {
  return repeats<"matmul">(([left, right], [product]) =>
    multiplyPlainly(
      runtimeOf(product!),
      type,
      sizesOf(left!, right!),
      walked(left!),
      walked(right!),
      addressOf(product!),
    ),
  );
}

/** Of bytes as of int32, whose products are the same modulo 2⁸. */
export const matmulOfBytes: KernelFunction<"matmul"> = repeats<"matmul">(([left, right], [product]) => {
  const runtime = runtimeOf(product!);
  const withWords = (shape: readonly number[], use: (words: Walked) => void): void =>
    runtime.withScratch(4 * Math.max(1, numberOfElements(shape)), (address) =>
      use({ address, bytes: 4, strides: contiguousStrides(shape) }),
    );
  const widened = (operand: Operand, use: (words: Walked) => void): void =>
    withWords(operand.shape, (words) => {
      if (numberOfElements(operand.shape) > 0)
        runPointwise(runtime, conversion("uint8", "int32"), operand.shape, [walked(operand), words]);
      use(words);
    });
  widened(left!, (a) =>
    widened(right!, (b) =>
      withWords(product!.shape, (c) => {
        multiplyPlainly(runtime, "int32", sizesOf(left!, right!), a, b, c.address);
        runPointwise(runtime, conversion("int32", "uint8"), product!.shape, [c, walked(product!)]);
      }),
    ),
  );
});

// Each by itself: a bundler keeps an object that others are spread into, used or not.
export const matmulOfDoubles = matmulOf("float64");
export const matmulOfIntegers = matmulOf("int32");
