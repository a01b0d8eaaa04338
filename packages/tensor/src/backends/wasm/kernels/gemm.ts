// Matrix products over gathered operands. An operand's element (lane, depth) lies at `lanes[lane] + depths[depth]`, two
// tables of byte offsets: so one scheme serves matrices of any strides, and the windows of an image that a convolution
// multiplies (implicit GEMM: no im2col matrix is ever written out). What the tables hold is the callers' affair.
//
// Scheme, after Goto and van de Geijn, "Anatomy of High-Performance Matrix Multiplication" (2008): rows are packed into
// tiles, columns into panels, both with depth running slowest; a micro-kernel then keeps a tile of the product in
// registers. How large a tile is depends on the instructions there are: ../simd.ts.

import { type FunctionBuilder, type I32, type Local, loadF32, ModuleBuilder } from "../assembler/index.js";
import type { Tile } from "../simd.js";
import { type Epilogue, finishIn, parametersOfEpilogue } from "./epilogue.js";
import { emitPackFour, emitPackPanel } from "./packing.js";
import { emitPackRows } from "./packing-rows.js";
import { vectorsOfTurn } from "./region.js";
import { emitTilesOfPacked } from "./register-tile.js";

/** The module: `multiply(…)` over any range of columns; with an epilogue, of which the product is the home, or with `packRows(…)` before it. */
export function emitGemm(tile: Tile, epilogue: Epilogue | null): ModuleBuilder {
  const module = new ModuleBuilder();
  const packFour = emitPackFour(module);
  if (epilogue === null) emitPackRows(module, tile, packFour);
  emitMultiply(module, tile, emitPackPanel(module, tile, packFour), emitTilesOfPacked(module, tile), epilogue);
  return module;
}

/** The same for columns that lie in panels already: `packPanels(…)` lays them out for any number of `multiply(…)`. */
export function emitGemmOfPanels(tile: Tile, epilogue: Epilogue | null): ModuleBuilder {
  const module = new ModuleBuilder();
  const packPanel = emitPackPanel(module, tile, emitPackFour(module));
  const parameters = { source: "i32", lanes: "i32", depths: "i32", depth: "i32", panels: "i32", count: "i32" } as const;
  module.define("packPanels", parameters, (f, { source, lanes, depths, depth, panels, count }) => {
    f.repeat(count, () => {
      f.call(packPanel, source, lanes, depths, depth, panels);
      f.increase(lanes, 4 * tile.columns);
      f.increase(panels, depth.multiply(4 * tile.columns));
    });
  });
  emitMultiply(module, tile, null, emitTilesOfPacked(module, tile), epilogue);
  return module;
}

/** Moves the first `columns` of each row of a full tile to the product. */
function emitCopyTile(module: ModuleBuilder, { columns: width }: Tile): FunctionBuilder {
  const parameters = {
    tile: "i32",
    product: "i32",
    pitch: "i32",
    rows: "i32",
    columns: "i32",
    accumulate: "i32",
  } as const;
  return module.define("copyTile", parameters, (f, { tile, product, pitch, rows, columns, accumulate }) => {
    const from = f.local("i32", "from");
    const to = f.local("i32", "to");
    f.repeat(rows, () => {
      f.set(from, tile);
      f.set(to, product);
      f.repeat(columns, () => {
        f.if(
          accumulate,
          () => f.store(to, loadF32(to).add(loadF32(from))),
          () => f.store(to, loadF32(from)),
        );
        f.increase(from, 4);
        f.increase(to, 4);
      });
      f.increase(tile, 4 * width);
      f.increase(product, pitch);
    });
  });
}

/**
 * Multiplies packed rows with `columns` columns, which it packs a panel at a time: a panel is read by every tile of rows
 * while it lies in the innermost cache. `work` has room for one panel after one tile. Without `packPanel` the panels lie at `source`.
 */
function emitMultiply(
  module: ModuleBuilder,
  size: Tile,
  packPanel: FunctionBuilder | null,
  micro: readonly FunctionBuilder[],
  epilogue: Epilogue | null,
): void {
  const parameters = {
    rows: "i32",
    tiles: "i32",
    height: "i32",
    shorter: "i32",
    source: "i32",
    lanes: "i32",
    depths: "i32",
    depth: "i32",
    columns: "i32",
    product: "i32",
    pitch: "i32",
    starts: "i32",
    accumulate: "i32",
    work: "i32",
  } as const;
  const copyTile = emitCopyTile(module, size);
  const rowBytes = 4 * size.columns;
  const more = epilogue === null ? {} : { finishes: "i32" as const, ...parametersOfEpilogue(epilogue) };
  module.define("multiply", { ...parameters, ...more }, (f, given) => {
    const {
      rows,
      tiles,
      height,
      shorter,
      source,
      lanes,
      depths,
      depth,
      columns,
      product,
      pitch,
      starts,
      accumulate,
      work,
    } = given;
    const panel = f.local("i32", "panel", packPanel === null ? source : work.add(tileBytesOf(size)));
    const tile = f.local("i32", "tile");
    const tileHeight = f.local("i32", "tileHeight");
    const to = f.local("i32", "to");
    const start = f.local("i32", "start");
    const remaining = f.local("i32", "remaining");
    const finish = epilogue && finishOfTile(f, size, epilogue, given as Record<string, Local<I32>>);
    const micros = (target: I32, targetPitch: I32 | number, add: I32 | number) => {
      const pick = (candidate: number): void => {
        const end = tile.add(depth.multiply(4 * candidate));
        const call = () => f.call(micro[candidate - 1]!, tile, panel, target, end, targetPitch, start, add);
        if (candidate === 1) call();
        else f.if(tileHeight.equals(candidate), call, () => pick(candidate - 1));
      };
      pick(size.rows);
    };
    f.while(columns.greaterThan(0), () => {
      if (packPanel !== null) f.call(packPanel, source, lanes, depths, depth, panel);
      f.set(tile, rows);
      f.set(to, product);
      f.set(start, starts);
      f.set(remaining, tiles);
      finish?.enterPanel();
      f.while(remaining.greaterThan(0), () => {
        f.set(tileHeight, height.subtract(remaining.atMost(shorter)));
        f.if(
          columns.atLeast(size.columns),
          () => micros(to, pitch, accumulate),
          () => {
            micros(work, rowBytes, 0);
            f.call(copyTile, work, to, pitch, tileHeight, columns, accumulate);
          },
        );
        finish?.tile(to, tileHeight);
        f.increase(tile, depth.multiply(tileHeight.shiftLeft(2)));
        f.increase(start, tileHeight.shiftLeft(2));
        f.increase(to, pitch.multiply(tileHeight));
        f.set(remaining, remaining.subtract(1));
      });
      if (packPanel === null) f.increase(panel, depth.multiply(rowBytes));
      else f.increase(lanes, rowBytes);
      f.increase(product, rowBytes);
      finish?.leavePanel();
      f.set(columns, columns.subtract(size.columns));
    });
  });
}

/** Emits what becomes of tiles that are done, while they lie in the innermost cache. */
function finishOfTile(f: FunctionBuilder, size: Tile, epilogue: Epilogue, given: Readonly<Record<string, Local<I32>>>) {
  const { finishes, pitch, columns } = given as Record<"finishes" | "pitch" | "columns", Local<I32>>;
  const finish = finishIn(f, epilogue, given, size);
  const [column, columnOfPanel] = [f.local("i32", "column"), f.local("i32", "columnOfPanel")];
  const [element, row, rows] = [f.local("i32", "element"), f.local("i32", "row"), f.local("i32", "rowsOfTile")];
  const rowsAtOnce = (4 * vectorsOfTurn) / size.columns;
  const places = Array.from({ length: rowsAtOnce }, () => ({
    from: f.local("i32", "from"),
    element: f.local("i32", "elementAt"),
    row: f.local("i32", "rowAt"),
  }));
  const emitRows = (count: number, to: Local<I32>, body: (own: typeof places) => void) => {
    const own = places.slice(0, count);
    for (const place of own) {
      f.set(place.from, to);
      f.set(place.element, element);
      f.set(place.row, row);
      f.increase(to, pitch);
      f.increase(element, pitch);
      f.increase(row, 4);
    }
    f.set(column, columnOfPanel);
    body(own);
    f.set(rows, rows.subtract(count));
  };
  const emit = (own: typeof places, width: number) =>
    finish(
      own.map(({ from, ...at }) => ({
        from,
        fromOffset: 0,
        place: { ...at, column, elementOffset: 0, columnOffset: 0 },
      })),
      width,
    );
  const emitWhole = (to: Local<I32>) => {
    const whole = (own: typeof places) => emit(own, size.columns);
    f.while(rows.atLeast(rowsAtOnce), () => emitRows(rowsAtOnce, to, whole));
    if (rowsAtOnce > 1) f.while(rows.greaterThan(0), () => emitRows(1, to, whole));
  };
  const emitRest = (to: Local<I32>) =>
    f.while(rows.greaterThan(0), () =>
      emitRows(1, to, ([own]) => {
        const some = (width: number) => {
          emit([own!], width);
          for (const address of [own!.from, own!.element, column]) f.increase(address, 4 * width);
        };
        f.repeat(columns.shiftRightUnsigned(2), () => some(4));
        f.repeat(columns.and(3), () => some(1));
      }),
    );
  return {
    enterPanel: () => {
      f.set(element, columnOfPanel);
      f.set(row, 0);
    },
    leavePanel: () => f.increase(columnOfPanel, 4 * size.columns),
    tile: (at: I32, height: I32) => {
      const to = f.local("i32", "finished", at);
      f.if(finishes, () => {
        f.set(rows, height);
        f.if(
          columns.atLeast(size.columns),
          () => emitWhole(to),
          () => emitRest(to),
        );
      });
    },
  };
}

/** The tile in front of the panel in `work`. */
export function tileBytesOf({ rows, columns }: Tile): number {
  return 4 * rows * columns + 32;
}
