// Matrix products over gathered operands. An operand's element (lane, depth) lies at `lanes[lane] + depths[depth]`, two
// tables of byte offsets: so one scheme serves matrices of any strides, and the windows of an image that a convolution
// multiplies (implicit GEMM: no im2col matrix is ever written out). What the tables hold is the callers' affair.
//
// Scheme, after Goto and van de Geijn, "Anatomy of High-Performance Matrix Multiplication" (2008): rows are packed into
// tiles, columns into panels, both with depth running slowest; a micro-kernel then keeps a tile of the product in
// registers. How large a tile is depends on the instructions there are: ../simd.ts.

import { type FunctionBuilder, type I32, type Local, loadF32, ModuleBuilder } from "../assembler/index.js";
import type { Kernel, Runtime } from "../runtime.js";
import { getSimd, type Simd, type Tile, tiles } from "../simd.js";
import { emitPackFour, emitPackPanel } from "./packing.js";
import { emitPackRows } from "./packing-rows.js";
import { emitTilesOfPacked } from "./register-tile.js";

/** What becomes of tiles that are done. gemm-epilogue.ts makes it, so that products without load none of it. */
export interface TilesEpilogue {
  /** Names all of it, for keys of kernels. */
  readonly name: string;
  readonly parameters: Readonly<Record<string, "i32" | "f32">>;
  /** Emits what is done before panels, behind them, and to each tile of a panel. */
  readonly emit: (
    f: FunctionBuilder,
    size: Tile,
    given: Readonly<Record<string, Local<I32>>>,
  ) => {
    readonly enterPanel: () => void;
    readonly leavePanel: () => void;
    readonly tile: (at: I32, height: I32) => void;
  };
}

/** Names of kernels without an epilogue: to build one for each call takes longer than to find the kernel. */
const names: { readonly [S in Simd]: { readonly gemm: string; readonly ofPanels: string } } = {
  portable: { gemm: "gemm portable", ofPanels: "gemm of panels portable" },
  relaxed: { gemm: "gemm relaxed", ofPanels: "gemm of panels relaxed" },
  wide: { gemm: "gemm wide", ofPanels: "gemm of panels wide" },
};

function nameOf(name: string, epilogue: TilesEpilogue | null): string {
  return epilogue === null ? name : `${name} ${epilogue.name}`;
}

/** `multiply(…)` over any range of columns: with an epilogue, of which the product is the home, or with `packRows(…)` before it. */
export function gemmOf(runtime: Runtime, epilogue: TilesEpilogue | null = null): Kernel {
  const simd = getSimd();
  return runtime.kernel(nameOf(names[simd].gemm, epilogue), () => emitGemm(tiles[simd], epilogue));
}

/** The same for columns that lie in panels already: `packPanels(…)` lays them out for any number of `multiply(…)`. */
export function gemmOfPanels(runtime: Runtime, epilogue: TilesEpilogue | null = null): Kernel {
  const simd = getSimd();
  return runtime.kernel(nameOf(names[simd].ofPanels, epilogue), () => emitGemmOfPanels(tiles[simd], epilogue));
}

function emitGemm(tile: Tile, epilogue: TilesEpilogue | null): ModuleBuilder {
  const module = new ModuleBuilder();
  const packFour = emitPackFour(module);
  if (epilogue === null) emitPackRows(module, tile, packFour);
  emitMultiply(module, tile, emitPackPanel(module, tile, packFour), emitTilesOfPacked(module, tile), epilogue);
  return module;
}

function emitGemmOfPanels(tile: Tile, epilogue: TilesEpilogue | null): ModuleBuilder {
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
  epilogue: TilesEpilogue | null,
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
  const more = epilogue === null ? {} : { finishes: "i32" as const, ...epilogue.parameters };
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
    const finish = epilogue?.emit(f, size, given as Record<string, Local<I32>>);
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

/** The tile in front of the panel in `work`. */
export function tileBytesOf({ rows, columns }: Tile): number {
  return 4 * rows * columns + 32;
}
