// Products of matrices of doubles of any strides: columns are laid out in panels of four, rows are read as they lie, four at a time. Terms
// are added one by one in the order of the depth, so that the bits are those of the plain sum.

import type { KernelFunction, Operand } from "../../../kernels/contract.js";
import {
  type FunctionBuilder,
  type I32,
  type Local,
  loadF32x4,
  loadF64x2Splat,
  ModuleBuilder,
} from "../assembler/index.js";
import { repeats } from "../replayable.js";
import { runtimeOf } from "../runtime.js";
import { addressOf } from "./walk.js";

const bytes = 8;
/** A tile: eight sums of two, as many as are kept in registers beside their factors. */
const [rowsOfTile, columnsOfPanel] = [4, 4];
const panelPitch = bytes * columnsOfPanel;
const tileBytes = rowsOfTile * panelPitch;
const nanosecondsOfTerm = 0.1;

function emitDoubleProduct(): ModuleBuilder {
  const module = new ModuleBuilder();
  emitPanels(module);
  const micro = Array.from({ length: rowsOfTile }, (_, i) => emitTile(module, i + 1));
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
      f.set(width, columns.shiftLeft(3));
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
function emitPanels(module: ModuleBuilder): void {
  const parameters = {
    ...({ source: "i32", depthStep: "i32", columnStep: "i32" } as const),
    ...({ depth: "i32", columns: "i32", panels: "i32" } as const),
  };
  module.define("panels", parameters, (f, { source, depthStep, columnStep, depth, columns, panels }) => {
    const [own, from, to] = [f.local("i32", "own"), f.local("i32", "from"), f.local("i32", "to")];
    const column = f.local("i32", "column");
    f.set(column, 0);
    f.repeat(columns, () => {
      f.set(to, panels.add(column.shiftRightUnsigned(2).multiply(depth).multiply(panelPitch)));
      f.increase(to, column.and(columnsOfPanel - 1).shiftLeft(3));
      f.set(from, source);
      f.set(own, depth);
      f.while(own.greaterThan(0), () => {
        f.store(to, loadF64x2Splat(from).lane(0));
        f.increase(from, depthStep);
        f.increase(to, panelPitch);
        f.set(own, own.subtract(1));
      });
      f.increase(source, columnStep);
      f.increase(column, 1);
    });
  });
}

function emitTile(module: ModuleBuilder, height: number): FunctionBuilder {
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
      const sums = rows.map((_, i) => f.locals("f64x2", `sum${i}_`, columnsOfPanel / 2));
      const columns = f.locals("f64x2", "column", columnsOfPanel / 2);
      const own = f.local("f64x2", "own");
      const end = f.local("i32", "end", panel.add(depth.multiply(panelPitch)));
      f.while(panel.below(end), () => {
        for (const [j, column] of columns.entries()) f.set(column, loadF32x4(panel, 16 * j).asF64x2());
        for (const [i, row] of rows.entries()) {
          f.set(own, loadF64x2Splat(row));
          for (const [j, sum] of sums[i]!.entries()) f.set(sum, sum.add(own.multiply(columns[j]!)));
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

function stepsOf({ strides }: Operand): readonly [number, number, number] {
  return strides.map((stride) => stride * bytes) as [number, number, number];
}

export const matmulOfDoubles: KernelFunction<"matmul"> = repeats<"matmul">(([left, right], [product]) => {
  const runtime = runtimeOf(product!);
  const kernel = runtime.kernel("product of doubles", emitDoubleProduct);
  const [batch, rows, depth] = left!.shape as [number, number, number];
  const columns = right!.shape[2]!;
  const [leftBatch, leftRow, leftDepth] = stepsOf(left!);
  const [rightBatch, rightDepth, rightColumn] = stepsOf(right!);
  const [from, by, to] = [addressOf(left!), addressOf(right!), addressOf(product!)];
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
});
