// x · Wᵀ with an epilogue: the weight is laid out in panels, and so are the rows of x in tiles, where there are panels enough to pay for
// it. A weight that stays as it is from call to call lies ready, so that what is left to do is to multiply.

import { I32x4, loadF32, ModuleBuilder } from "../../assembler/index.js";
import type { Runtime } from "../../runtime.js";
import { getSimd, type Tile, tiles } from "../../simd.js";
import { split } from "../../threads/split.js";
import {
  argumentsOfEpilogue,
  type Epilogue,
  type EpilogueAt,
  epilogueFrom,
  finishIn,
  parametersOfEpilogue,
} from "../epilogue.js";
import { nanosecondsOfProduct } from "../product.js";
import { emitRegisterTiles, emitTilesOfPacked } from "../register-tile.js";
import { rowsBefore, someOf, tilesOf } from "../row-tiles.js";
import { floatBytes } from "./pooled-sizes.js";
import { emitPanels, withWholeFours } from "./weight-layouts.js";

export interface Linear {
  readonly rows: number;
  readonly inputs: number;
  readonly outputs: number;
}

/** Copies of a weight in other layouts, which somebody keeps. */
export interface Copies {
  copyAs(name: string, byteLength: number, fill: (address: number) => void): number;
}

/** Addresses of contiguous float32. */
export interface LinearAddresses {
  /** [rows, inputs] */
  readonly input: number;
  /** [outputs, inputs] */
  readonly weight: number;
  /** Where the panels are kept from call to call, if the weight stays as it is. */
  readonly copies: Copies | null;
  /** What is done where the product, [rows, outputs], is stored, and where that is. */
  readonly epilogue: EpilogueAt;
}

/** From so many panels on rows are laid out in tiles; for fewer they are read as they lie. */
const enoughPanels = 8;
/**
 * Threads share rows, each of which is read, and what becomes of it written, by the thread that has the image in its cache; panels only where
 * rows are too few, or where two threads with half of the weight each have it in their second caches and one does not.
 */
const enoughBlocks = 4;
const elementsOfSharedWeight = 128 * 1024;
/** Rows that go through all panels before the next ones take at most 256 kB, and stay in the second cache beside the weight. */
const elementsOfBlock = 64 * 1024;
const nanosecondsOfWeight = 1;

function emitLinear({ inputs, outputs }: Omit<Linear, "rows">, epilogue: Epilogue, tile: Tile): ModuleBuilder {
  const module = new ModuleBuilder();
  const isInTiles = panelsOf(outputs, tile) >= enoughPanels;
  emitPanels(module, { inputChannels: inputs, kernelSize: [1, 1] }, tile);
  if (isInTiles) emitTiles(module, inputs, tile);
  const panelPitch = floatBytes * tile.columns;
  const [rowBytes, pitch] = [floatBytes * inputs, floatBytes * outputs];
  const micro = isInTiles
    ? emitTilesOfPacked(module, tile)
    : emitRegisterTiles(module, tile, {
        ...{ rowStep: rowBytes, depthStep: floatBytes, rightPitch: panelPitch, productPitch: panelPitch },
      });
  const more = parametersOfEpilogue(epilogue);
  const parameters = {
    ...({ input: "i32", panels: "i32", scratch: "i32", tiles: "i32", height: "i32", shorter: "i32" } as const),
    ...({ panel: "i32", end: "i32" } as const),
    ...more,
  };
  module.define("run", parameters, (f, p) => {
    const finish = finishIn(f, epilogue, p, tile);
    const [from, element, row] = [f.local("i32", "from"), f.local("i32", "element"), f.local("i32", "row")];
    const [own, column, remaining] = [
      f.local("i32", "own"),
      f.local("i32", "column"),
      f.local("i32", "remainingTiles"),
    ];
    const height = f.local("i32", "heightOfTile");
    const zeros = f.local("i32", "zeros", p.scratch.add(tile.rows * panelPitch));
    for (let at = 0; at < tile.rows; at += 4) f.store(zeros, I32x4.constant(0, 0, 0, 0), at * floatBytes);
    const emitRows = (count: number, columns: number) => {
      const multiply = micro[count - 1]!;
      if (isInTiles) f.call(multiply, from, own, p.scratch, from.add(count * rowBytes), panelPitch, zeros, 0);
      else f.call(multiply, from, own, p.scratch, from.add(rowBytes));
      const rows = Array.from({ length: count }, (_, i) => ({
        from: p.scratch,
        fromOffset: i * panelPitch,
        place: { element, elementOffset: i * pitch, column, columnOffset: 0, row: row.add(i * floatBytes) },
      }));
      finish(rows, columns);
      f.increase(from, count * rowBytes);
      f.increase(element, count * pitch);
      f.increase(row, count * floatBytes);
    };
    const emitPanel = (columns: number) =>
      f.while(remaining.greaterThan(0), () => {
        f.set(height, p.height.subtract(remaining.atMost(p.shorter)));
        for (let count = tile.rows; count > 0; count -= 1) f.if(height.equals(count), () => emitRows(count, columns));
        f.set(remaining, remaining.subtract(1));
      });
    f.while(p.panel.below(p.end), () => {
      f.set(own, p.panels.add(p.panel.multiply(panelPitch * inputs)));
      f.set(column, p.panel.multiply(panelPitch));
      f.set(from, p.input);
      f.set(element, column);
      f.set(row, 0);
      f.set(remaining, p.tiles);
      const [whole, rest] = [Math.floor(outputs / tile.columns), outputs % tile.columns];
      if (rest === 0) emitPanel(tile.columns);
      else
        f.if(
          p.panel.below(whole),
          () => emitPanel(tile.columns),
          () => emitPanel(rest),
        );
      f.increase(p.panel, 1);
    });
  });
  return module;
}

/** `tiles(input, packed, count, height, shorter)`: rows of x tile by tile, in each depth by depth; the last `shorter` are a row lower. */
function emitTiles(module: ModuleBuilder, inputs: number, tile: Tile): void {
  const rowBytes = floatBytes * inputs;
  const parameters = { input: "i32", packed: "i32", count: "i32", height: "i32", shorter: "i32" } as const;
  module.define("tiles", parameters, (f, { input, packed, count, height, shorter }) => {
    const own = f.local("i32", "heightOfTile");
    f.while(count.greaterThan(0), () => {
      f.set(own, height.subtract(count.atMost(shorter)));
      for (let rows = tile.rows; rows > 0; rows -= 1)
        f.if(own.equals(rows), () => {
          f.repeat(inputs, () => {
            for (let row = 0; row < rows; row += 1) f.store(packed, loadF32(input, row * rowBytes), row * floatBytes);
            f.increase(input, floatBytes);
            f.increase(packed, rows * floatBytes);
          });
          f.increase(input, (rows - 1) * rowBytes);
        });
      f.set(count, count.subtract(1));
    });
  });
}

/** A tile of sums, and zeros for a row of them to start from. */
function scratchBytes({ rows, columns }: Tile): number {
  return floatBytes * (rows * columns + 4 * Math.ceil(rows / 4));
}

function panelsOf(outputs: number, tile: Tile): number {
  return Math.ceil(outputs / tile.columns);
}

export function linear(runtime: Runtime, sizes: Linear, at: LinearAddresses): void {
  const { rows, inputs, outputs } = sizes;
  const { epilogue } = at;
  const simd = getSimd();
  const tile = tiles[simd];
  const kernel = runtime.kernel(`linear ${simd} ${inputs} ${outputs} ${epilogue.name}`, () =>
    emitLinear(sizes, epilogue, tile),
  );
  const panels = panelsOf(outputs, tile);
  const panelBytes = floatBytes * panels * tile.columns * inputs;
  const layOut = (address: number) =>
    withWholeFours(runtime, [1, outputs, inputs], at.weight, (from) =>
      runtime.spread(Math.ceil(outputs / 4), nanosecondsOfWeight * inputs * outputs, (begin, end) =>
        runtime.call(kernel, "weights", from, address, begin, end),
      ),
    );
  const part = (copy: number, from: number, row: number, endRow: number, panel: number, endPanel: number) =>
    runtime.withScratch(scratchBytes(tile), (scratch) => {
      const own = argumentsOfEpilogue(epilogueFrom(epilogue, { each: row * outputs, row, column: 0 }));
      const { count, height, shorter } = tilesOf(endRow - row, tile.rows);
      runtime.call(kernel, "run", from, copy, scratch, count, height, shorter, panel, endPanel, ...own);
    });
  /** Rows, laid out in tiles; one is so by itself. */
  const inTiles = (row: number, endRow: number, use: (from: number) => void) => {
    const input = at.input + row * floatBytes * inputs;
    const all = tilesOf(endRow - row, tile.rows);
    if (endRow - row === 1) use(input);
    else
      runtime.withScratch(floatBytes * (endRow - row) * inputs, (packed) => {
        runtime.spread(all.count, nanosecondsOfWeight * (endRow - row) * inputs, (begin, end) => {
          const { count, height, shorter } = someOf(all, begin, end);
          const offset = floatBytes * inputs * rowsBefore(all, begin);
          runtime.call(kernel, "tiles", input + offset, packed + offset, count, height, shorter);
        });
        use(packed);
      });
  };
  const work = inputs * outputs * nanosecondsOfProduct;
  const multiply = (copy: number) => {
    const blocks = blocksOf(rows, inputs, tile);
    const ofRows = (row: number, endRow: number) => {
      if (panels < enoughPanels) part(copy, at.input + row * floatBytes * inputs, row, endRow, 0, panels);
      else inTiles(row, endRow, (from) => part(copy, from, row, endRow, 0, panels));
    };
    if (panels < enoughPanels || (blocks.length >= enoughBlocks && inputs * outputs <= elementsOfSharedWeight))
      runtime.spread(
        rows,
        rows * work,
        (begin, end) => {
          for (const [row, endRow] of blocksOf(end - begin, inputs, tile)) ofRows(begin + row, begin + endRow);
        },
        tile.rows,
      );
    else
      for (const [row, endRow] of blocks)
        inTiles(row, endRow, (from) =>
          runtime.spread(panels, (endRow - row) * work, (begin, end) => part(copy, from, row, endRow, begin, end)),
        );
  };
  if (at.copies !== null) multiply(at.copies.copyAs(`panels ${simd} ${tile.columns}`, panelBytes, layOut));
  else
    runtime.withScratch(panelBytes, (address) => {
      layOut(address);
      multiply(address);
    });
}

/** Blocks of rows that go through all panels at once: whole tiles, but for the last. */
function blocksOf(rows: number, inputs: number, tile: Tile): readonly (readonly [begin: number, end: number])[] {
  const most = Math.max(tile.rows, Math.floor(elementsOfBlock / inputs));
  return split(rows, Math.ceil(rows / most), tile.rows);
}
