// x · Wᵀ + b, rectified or not: the weight is laid out in panels, the rows of x are read as they lie. A weight that stays as it is
// from call to call lies ready, so that what is left to do is to multiply.

import { loadF32x4, ModuleBuilder } from "../../assembler/index.js";
import type { Runtime } from "../../runtime.js";
import { getSimd, type Tile, tiles } from "../../simd.js";
import { storeAbreast } from "../abreast.js";
import { nanosecondsOfProduct } from "../product.js";
import { emitRegisterTiles } from "../register-tile.js";
import { floatBytes, vectorBytes } from "./pooled-sizes.js";
import { emitPanels, withWholeFours } from "./weight-layouts.js";

export interface Linear {
  readonly rows: number;
  readonly inputs: number;
  readonly outputs: number;
  readonly biased: boolean;
  readonly rectified: boolean;
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
  readonly bias: number | null;
  /** [rows, outputs] */
  readonly output: number;
}

/** From so many panels on they are what threads share; of fewer, rows are. */
const enoughPanels = 8;
const nanosecondsOfWeight = 1;

function emitLinear(sizes: Linear, tile: Tile): ModuleBuilder {
  const module = new ModuleBuilder();
  const { inputs, outputs, biased, rectified } = sizes;
  emitPanels(module, { inputChannels: inputs, kernelSize: [1, 1] }, tile);
  const panelPitch = floatBytes * tile.columns;
  const layout = {
    rowStep: floatBytes * inputs,
    depthStep: floatBytes,
    rightPitch: panelPitch,
    productPitch: panelPitch,
  };
  const micro = emitRegisterTiles(module, tile, layout);
  const parameters = {
    input: "i32",
    panels: "i32",
    bias: "i32",
    output: "i32",
    scratch: "i32",
    rows: "i32",
    panel: "i32",
    end: "i32",
  } as const;
  module.define("run", parameters, (f, p) => {
    const [from, to, remaining] = [f.local("i32", "from"), f.local("i32", "to"), f.local("i32", "remainingRows")];
    const [own, first] = [f.local("i32", "ownPanel"), f.local("i32", "firstColumn")];
    const vectors = f.locals("f32x4", "bias", tile.columns / 4);
    const values = f.locals("f32x4", "value", tile.abreast);
    const emitRows = (height: number, columns: number) => {
      f.call(micro[height - 1]!, from, own, p.scratch, from.add(floatBytes * inputs));
      for (let row = 0; row < height; row += 1) {
        const finish = (at: number, count: number) => {
          const value = values[at % tile.abreast]!;
          const sum = loadF32x4(p.scratch, row * panelPitch + vectorBytes * at);
          f.set(value, biased ? sum.add(vectors[at]!) : sum);
          if (rectified) f.set(value, value.replaceBelow(0));
          f.storeLanes(to, value, count, row * floatBytes * outputs + vectorBytes * at);
        };
        const whole = Math.floor(columns / 4);
        storeAbreast(f, whole, tile.abreast, (at) => finish(at, 4));
        if (columns % 4 > 0) finish(whole, columns % 4);
      }
      f.increase(from, height * layout.rowStep);
      f.increase(to, height * floatBytes * outputs);
      f.set(remaining, remaining.subtract(height));
    };
    const emitPanel = (columns: number) => {
      f.while(remaining.atLeast(tile.rows), () => emitRows(tile.rows, columns));
      for (let height = 1; height < tile.rows; height += 1)
        f.if(remaining.equals(height), () => emitRows(height, columns));
    };
    f.while(p.panel.below(p.end), () => {
      f.set(own, p.panels.add(p.panel.multiply(panelPitch * inputs)));
      f.set(first, p.panel.multiply(panelPitch));
      f.set(from, p.input);
      f.set(to, p.output.add(first));
      f.set(remaining, p.rows);
      if (biased)
        for (const [at, vector] of vectors.entries()) f.set(vector, loadF32x4(p.bias.add(first), vectorBytes * at));
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

export function linear(runtime: Runtime, sizes: Linear, at: LinearAddresses): void {
  const { rows, inputs, outputs, biased, rectified } = sizes;
  const simd = getSimd();
  const tile = tiles[simd];
  const kernel = runtime.kernel(`linear ${simd} ${inputs} ${outputs} ${biased} ${rectified}`, () =>
    emitLinear(sizes, tile),
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
        const [input, output] = [at.input + row * floatBytes * inputs, at.output + row * floatBytes * outputs];
        const addresses = [input, copy, at.bias ?? 0, output, scratch];
        runtime.call(kernel, "run", ...addresses, endRow - row, panel, endPanel);
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
