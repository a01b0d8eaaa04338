// x · Wᵀ with an epilogue: the weight is laid out in panels, the rows of x are read as they lie. A weight that stays as it is
// from call to call lies ready, so that what is left to do is to multiply.

import { I32, ModuleBuilder } from "../../assembler/index.js";
import type { Runtime } from "../../runtime.js";
import { getSimd, type Tile, tiles } from "../../simd.js";
import {
  argumentsOfEpilogue,
  type Epilogue,
  type EpilogueAt,
  epilogueFrom,
  finishIn,
  parametersOfEpilogue,
} from "../epilogue.js";
import { nanosecondsOfProduct } from "../product.js";
import { emitRegisterTiles } from "../register-tile.js";
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

/** From so many panels on they are what threads share; of fewer, rows are. */
const enoughPanels = 8;
/** Each block reads all panels anew. */
const leastTilesOfBlock = 24;
const nanosecondsOfWeight = 1;
/** Rows that go through all panels while what they give, of which a panel is half a line of the cache, lies in the second. */
const bytesOfBlock = 256 * 1024;

function rowsOfBlock(inputs: number, outputs: number, tile: Tile): number {
  const tilesOfBlock = Math.floor(bytesOfBlock / (floatBytes * (inputs + outputs) * tile.rows));
  return tile.rows * Math.max(leastTilesOfBlock, tilesOfBlock);
}

function emitLinear({ inputs, outputs }: Linear, epilogue: Epilogue, tile: Tile): ModuleBuilder {
  const module = new ModuleBuilder();
  emitPanels(module, { inputChannels: inputs, kernelSize: [1, 1] }, tile);
  const panelPitch = floatBytes * tile.columns;
  const [rowStep, pitch] = [floatBytes * inputs, floatBytes * outputs];
  const layout = { rowStep, depthStep: floatBytes, rightPitch: panelPitch, productPitch: panelPitch };
  const micro = emitRegisterTiles(module, tile, layout);
  const more = parametersOfEpilogue(epilogue);
  const parameters = {
    ...({ input: "i32", panels: "i32", scratch: "i32", rows: "i32", panel: "i32", end: "i32" } as const),
    ...more,
  };
  module.define("run", parameters, (f, p) => {
    const finish = finishIn(f, epilogue, p, tile);
    const [from, element, row] = [f.local("i32", "from"), f.local("i32", "element"), f.local("i32", "row")];
    const [own, column, remaining] = [f.local("i32", "own"), f.local("i32", "column"), f.local("i32", "remainingRows")];
    const emitRows = (height: number, columns: number) => {
      f.call(micro[height - 1]!, from, own, p.scratch, from.add(rowStep));
      const rows = Array.from({ length: height }, (_, i) => ({
        from: p.scratch,
        fromOffset: i * panelPitch,
        place: { element, elementOffset: i * pitch, column, columnOffset: 0, row: row.add(i * floatBytes) },
      }));
      finish(rows, columns);
      f.increase(from, height * rowStep);
      f.increase(element, height * pitch);
      f.increase(row, height * floatBytes);
      f.set(remaining, remaining.subtract(height));
    };
    const emitPanel = (columns: number) => {
      f.while(remaining.atLeast(tile.rows), () => emitRows(tile.rows, columns));
      for (let height = 1; height < tile.rows; height += 1)
        f.if(remaining.equals(height), () => emitRows(height, columns));
    };
    const most = rowsOfBlock(inputs, outputs, tile);
    const [panel, rows] = [f.local("i32", "panelOfBlock"), f.local("i32", "rowsOfBlock")];
    const [firstElement, firstRow] = [f.local("i32", "firstElement"), f.local("i32", "firstRow")];
    f.while(p.rows.greaterThan(0), () => {
      f.set(rows, p.rows.lessThan(most).select(p.rows as I32, I32.of(most)));
      f.set(panel, p.panel);
      f.while(panel.below(p.end), () => {
        f.set(own, p.panels.add(panel.multiply(panelPitch * inputs)));
        f.set(column, panel.multiply(panelPitch));
        f.set(from, p.input);
        f.set(element, firstElement.add(column));
        f.set(row, firstRow);
        f.set(remaining, rows);
        const [whole, rest] = [Math.floor(outputs / tile.columns), outputs % tile.columns];
        if (rest === 0) emitPanel(tile.columns);
        else
          f.if(
            panel.below(whole),
            () => emitPanel(tile.columns),
            () => emitPanel(rest),
          );
        f.increase(panel, 1);
      });
      f.increase(p.input, rows.multiply(rowStep));
      f.increase(firstElement, rows.multiply(pitch));
      f.increase(firstRow, rows.multiply(floatBytes));
      f.set(p.rows, p.rows.subtract(rows));
    });
  });
  return module;
}

export function linear(runtime: Runtime, sizes: Linear, at: LinearAddresses): void {
  const { rows, inputs, outputs } = sizes;
  const { epilogue } = at;
  const simd = getSimd();
  const tile = tiles[simd];
  const kernel = runtime.kernel(`linear ${simd} ${inputs} ${outputs} ${epilogue.name}`, () =>
    emitLinear(sizes, epilogue, tile),
  );
  const panels = Math.ceil(outputs / tile.columns);
  const panelBytes = floatBytes * panels * tile.columns * inputs;
  const layOut = (address: number) =>
    withWholeFours(runtime, [1, outputs, inputs], at.weight, (from) =>
      runtime.spread(Math.ceil(outputs / 4), nanosecondsOfWeight * inputs * outputs, (begin, end) =>
        runtime.call(kernel, "weights", from, address, begin, end),
      ),
    );
  const multiply = (copy: number) => {
    const part = (row: number, endRow: number, panel: number, endPanel: number) =>
      runtime.withScratch(floatBytes * tile.rows * tile.columns, (scratch) => {
        const own = argumentsOfEpilogue(epilogueFrom(epilogue, { each: row * outputs, row, column: 0 }));
        const input = at.input + row * floatBytes * inputs;
        runtime.call(kernel, "run", input, copy, scratch, endRow - row, panel, endPanel, ...own);
      });
    const work = rows * inputs * outputs * nanosecondsOfProduct;
    if (panels >= enoughPanels) runtime.spread(panels, work, (begin, end) => part(0, rows, begin, end));
    else runtime.spread(rows, work, (begin, end) => part(begin, end, 0, panels), tile.rows);
  };
  if (at.copies !== null) multiply(at.copies.copyAs(`panels ${simd} ${tile.columns}`, panelBytes, layOut));
  else
    runtime.withScratch(panelBytes, (address) => {
      layOut(address);
      multiply(address);
    });
}
