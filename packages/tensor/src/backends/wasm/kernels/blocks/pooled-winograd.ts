// Emits a convolution of 3 × 3 in steps of one with bias, ReLU and max pooling of 2 × 2 by Winograd's F(2 × 2, 3 × 3): a tile of
// outputs is a window of the pool, so that a tile's transform pools it in registers.
// A. Lavin and S. Gray, arXiv:1509.09308, whose matrices these are: U = G g Gᵀ of each kernel g, V = Bᵀ d B of each patch d of
// 4 × 4, and Y = Aᵀ (U ⊙ V) A, a tile. A plane holds what stands in one of the sixteen places of a matrix: for U panels of
// outputs, [panel][input][output]; for V [tile][input]; for their products [tile][output].

import { type F32x4, type FunctionBuilder, I32, type Local, loadF32x4, ModuleBuilder } from "../../assembler/index.js";
import type { Tile } from "../../simd.js";
import { eachAbreast, repeatAbreast, repeatFloatsAbreast } from "../abreast.js";
import { emitReport } from "../finite.js";
import { emitRegisterTiles } from "../register-tile.js";
import {
  codesOf,
  floatBytes,
  forwardParameters,
  imageBytesOf,
  type PooledConvolution,
  paddedChannels,
  pooledSizeOf,
  vectorBytes,
  windowStepsOf,
} from "./pooled-sizes.js";
import { gatherFour, panelOffset } from "./weight-layouts.js";
import { WindowMaximum } from "./window-maximum.js";

const patch = 4;
const planes = patch * patch;
/** Between planes: at a distance of a power of two they would fall into the same few places of a cache. */
const planePadding = 64;
/** Whole rows of tiles, up to so many, are taken at once: their planes lie in the second cache. */
const tilesAtOnce = 40;
const leastChannels = 16;

/** Whether the transforms are possible, and worth it. */
export function suitsPooledWinograd(sizes: PooledConvolution): boolean {
  const { inputChannels, outputChannels, kernelSize, stride, poolSize, poolStride } = sizes;
  return (
    kernelSize.every((size) => size === 3) &&
    stride.every((step) => step === 1) &&
    [...poolSize, ...poolStride].every((size) => size === 2) &&
    inputChannels % 4 === 0 &&
    Math.min(inputChannels, outputChannels) >= leastChannels
  );
}

interface Layout {
  readonly rowsAtOnce: number;
  /** Bytes of a plane, its padding included. */
  readonly weightsPlane: number;
  readonly patchesPlane: number;
  readonly productsPlane: number;
}

function layoutOf(sizes: PooledConvolution, tile: Tile): Layout {
  const [, columns] = pooledSizeOf(sizes);
  const rowsAtOnce = Math.max(1, Math.floor(tilesAtOnce / columns));
  const [inputs, outputs] = [sizes.inputChannels, paddedChannels(sizes, tile)];
  const plane = (floats: number) => floatBytes * floats + planePadding;
  return {
    rowsAtOnce,
    weightsPlane: plane(inputs * outputs),
    patchesPlane: plane(rowsAtOnce * columns * inputs),
    productsPlane: plane(rowsAtOnce * columns * outputs),
  };
}

/** Bytes of the transformed weights, and of the work space. */
export function winogradBytes(sizes: PooledConvolution, tile: Tile): { weights: number; scratch: number } {
  const { weightsPlane, patchesPlane, productsPlane } = layoutOf(sizes, tile);
  return { weights: planes * weightsPlane, scratch: planes * (patchesPlane + productsPlane) };
}

export function emitPooledWinograd(sizes: PooledConvolution, tile: Tile, withCodes: boolean): ModuleBuilder {
  const module = new ModuleBuilder();
  emitWeights(module, sizes, tile);
  const transform = emitPatches(module, sizes, tile);
  const multiply = emitProducts(module, sizes, tile);
  const pool = emitPooledTiles(module, sizes, tile, withCodes);
  const { rowsAtOnce, patchesPlane } = layoutOf(sizes, tile);
  const [rowsOfImage, columns] = pooledSizeOf(sizes);
  const [down] = windowStepsOf(sizes);
  const bytes = imageBytesOf(sizes);
  module.define("run", forwardParameters, (f, p) => {
    const [rows, patches, tiles] = [f.local("i32", "rowsAtOnce"), f.local("i32", "patches"), f.local("i32", "tiles")];
    const rowOfImage = f.local("i32", "rowOfImage", p.firstRow);
    const products = f.local("i32", "products", p.scratch.add(planes * patchesPlane));
    f.while(p.rows.greaterThan(0), () => {
      f.set(rows, p.rows.lessThan(rowsAtOnce).select(p.rows as I32, I32.of(rowsAtOnce)));
      f.set(patches, p.scratch);
      f.repeat(rows, () => {
        f.call(transform, p.image, patches);
        f.increase(patches, floatBytes * columns * sizes.inputChannels);
        f.increase(p.image, down);
        f.increase(rowOfImage, 1);
        f.if(rowOfImage.equals(rowsOfImage), () => {
          f.increase(p.image, bytes.image - rowsOfImage * down);
          f.set(rowOfImage, 0);
        });
      });
      f.set(tiles, rows.multiply(columns));
      f.call(multiply, p.scratch, p.weights, products, tiles);
      f.call(pool, products, p.bias, p.pooled, p.codes, p.flag, tiles);
      for (const address of [p.pooled, p.codes]) f.increase(address, tiles.multiply(floatBytes * sizes.outputChannels));
      f.set(p.rows, p.rows.subtract(rows));
    });
  });
  return module;
}

/** `weights(weight, transformed, begin, end)`: U; four outputs a count. */
function emitWeights(module: ModuleBuilder, sizes: PooledConvolution, tile: Tile): void {
  const { inputChannels } = sizes;
  const outputBytes = floatBytes * inputChannels * 9;
  const { weightsPlane } = layoutOf(sizes, tile);
  const parameters = { weight: "i32", transformed: "i32", begin: "i32", end: "i32" } as const;
  module.define("weights", parameters, (f, { weight, transformed, begin, end }) => {
    const [from, to] = [f.local("i32", "from"), f.local("i32", "to")];
    const kernel = f.locals("f32x4", "kernel", 9);
    const half = f.locals("f32x4", "half", 12);
    const [ends, middle] = [f.local("f32x4", "ends"), f.local("f32x4", "middle")];
    /** G's four combinations of three numbers. */
    const combine = ([a, b, c]: readonly F32x4[], use: (value: F32x4, at: number) => void) => {
      f.set(ends, a!.add(c!).multiply(0.5));
      f.set(middle, b!.multiply(0.5));
      use(a!, 0);
      use(ends.add(middle), 1);
      use(ends.subtract(middle), 2);
      use(c!, 3);
    };
    f.while(begin.lessThan(end), () => {
      f.set(from, weight.add(begin.multiply(4 * outputBytes)));
      f.set(to, transformed.add(panelOffset(begin, inputChannels, tile.columns)));
      f.repeat(inputChannels, () => {
        for (const [i, own] of kernel.entries()) f.set(own, gatherFour(from, outputBytes, floatBytes * i));
        for (const column of [0, 1, 2])
          combine([kernel[column]!, kernel[3 + column]!, kernel[6 + column]!], (value, row) =>
            f.set(half[3 * row + column]!, value),
          );
        for (const row of [0, 1, 2, 3])
          combine(half.slice(3 * row, 3 * row + 3), (value, column) =>
            f.store(to, value, (patch * row + column) * weightsPlane),
          );
        f.increase(from, floatBytes * 9);
        f.increase(to, floatBytes * tile.columns);
      });
      f.increase(begin, 1);
    });
  });
}

type Four = readonly [Local<F32x4>, Local<F32x4>, Local<F32x4>, Local<F32x4>];

const columnOf = (matrix: readonly Local<F32x4>[], column: number) =>
  [0, 1, 2, 3].map((row) => matrix[patch * row + column]!) as unknown as Four;
const rowOf = (matrix: readonly Local<F32x4>[], row: number) =>
  matrix.slice(patch * row, patch * row + patch) as unknown as Four;

/** `patches(image, to)`: V of a row of tiles. */
function emitPatches(module: ModuleBuilder, sizes: PooledConvolution, tile: Tile): FunctionBuilder {
  const { inputChannels } = sizes;
  const position = floatBytes * inputChannels;
  const { row: rowBytes } = imageBytesOf(sizes);
  const { patchesPlane } = layoutOf(sizes, tile);
  return module.define("patches", { image: "i32", to: "i32" }, (f, { image, to }) => {
    const lanes = eachAbreast(tile.abreast, () => ({
      matrix: f.locals("f32x4", "element", planes),
      kept: f.local("f32x4", "kept"),
    }));
    const transform = (neighbour: number) => {
      const { matrix, kept } = lanes[neighbour]!;
      const offset = neighbour * vectorBytes;
      for (const [i, element] of matrix.entries())
        f.set(element, loadF32x4(image, offset + Math.floor(i / patch) * rowBytes + (i % patch) * position));
      for (let column = 0; column < patch; column += 1) {
        const [a, b, c, d] = columnOf(matrix, column);
        f.set(a, a.subtract(c));
        f.set(d, b.subtract(d));
        f.set(kept, b.add(c));
        f.set(c, c.subtract(b));
        f.set(b, kept as F32x4);
      }
      for (let row = 0; row < patch; row += 1) {
        const [a, b, c, d] = rowOf(matrix, row);
        for (const [column, value] of [a.subtract(c), b.add(c), c.subtract(b), b.subtract(d)].entries())
          f.store(to, value, offset + (patch * row + column) * patchesPlane);
      }
    };
    f.repeat(pooledSizeOf(sizes)[1], () => {
      repeatAbreast(f, inputChannels / 4, tile.abreast, transform, (vectors) => {
        for (const address of [image, to]) f.increase(address, vectors * vectorBytes);
      });
      f.increase(image, position);
    });
  });
}

/** `products(patches, weights, products, tiles)`: sixteen products of matrices, a panel of outputs at a time. */
function emitProducts(module: ModuleBuilder, sizes: PooledConvolution, tile: Tile): FunctionBuilder {
  const { weightsPlane, patchesPlane, productsPlane } = layoutOf(sizes, tile);
  const [rowPitch, productPitch] = [floatBytes * sizes.inputChannels, floatBytes * paddedChannels(sizes, tile)];
  const rightPitch = floatBytes * tile.columns;
  const micro = emitRegisterTiles(module, tile, { rowStep: rowPitch, depthStep: floatBytes, rightPitch, productPitch });
  const panelBytes = tile.columns * rowPitch;
  const parameters = { patches: "i32", weights: "i32", products: "i32", tiles: "i32" } as const;
  return module.define("products", parameters, (f, { patches, weights, products, tiles }) => {
    const [from, to, remaining] = [f.local("i32", "from"), f.local("i32", "to"), f.local("i32", "remainingTiles")];
    const multiply = (height: number) => f.call(micro[height - 1]!, from, weights, to, from.add(rowPitch));
    const multiplyRest = (height: number): void => {
      if (height > 0)
        f.if(
          remaining.equals(height),
          () => multiply(height),
          () => multiplyRest(height - 1),
        );
    };
    f.repeat(planes, () => {
      f.repeat(productPitch / (floatBytes * tile.columns), () => {
        f.set(from, patches);
        f.set(to, products);
        f.set(remaining, tiles);
        f.while(remaining.atLeast(tile.rows), () => {
          multiply(tile.rows);
          f.increase(from, tile.rows * rowPitch);
          f.increase(to, tile.rows * productPitch);
          f.set(remaining, remaining.subtract(tile.rows));
        });
        multiplyRest(tile.rows - 1);
        f.increase(weights, panelBytes);
        f.increase(products, floatBytes * tile.columns);
      });
      f.increase(weights, weightsPlane - (productPitch / (floatBytes * tile.columns)) * panelBytes);
      f.increase(patches, patchesPlane);
      f.increase(products, productsPlane - productPitch);
    });
  });
}

/** `pool tiles(products, bias, pooled, codes, flag, tiles)`: Y of each tile, pooled. */
function emitPooledTiles(
  module: ModuleBuilder,
  sizes: PooledConvolution,
  tile: Tile,
  withCodes: boolean,
): FunctionBuilder {
  const { outputChannels } = sizes;
  const { productsPlane } = layoutOf(sizes, tile);
  const surplus = floatBytes * (paddedChannels(sizes, tile) - outputChannels);
  const parameters = {
    products: "i32",
    bias: "i32",
    pooled: "i32",
    codes: "i32",
    flag: "i32",
    tiles: "i32",
  } as const;
  return module.define("pool tiles", parameters, (f, { products, bias, pooled, codes, flag, tiles }) => {
    const lanes = eachAbreast(tile.abreast, () => ({
      matrix: f.locals("f32x4", "element", planes),
      outputs: f.locals("f32x4", "output", 4),
      maximum: new WindowMaximum(f, codesOf(sizes)),
    }));
    const biasAt = f.local("i32", "biasAt");
    const upper = ([a, b, c]: Four) => a.add(b).add(c);
    const lower = ([, b, c, d]: Four) => b.subtract(c).subtract(d);
    const pool = (neighbour: number, count: number) => {
      const { matrix, outputs, maximum } = lanes[neighbour]!;
      const offset = neighbour * vectorBytes;
      for (const [i, element] of matrix.entries()) f.set(element, loadF32x4(products, offset + i * productsPlane));
      for (let at = 0; at < patch; at += 1) {
        const column = columnOf(matrix, at);
        f.set(column[0], upper(column));
        f.set(column[1], lower(column));
      }
      for (const row of [0, 1]) {
        f.set(outputs[2 * row]!, upper(rowOf(matrix, row)));
        f.set(outputs[2 * row + 1]!, lower(rowOf(matrix, row)));
      }
      const target = { bias: loadF32x4(biasAt, offset), pooled, codes: withCodes ? codes : null, offset, count };
      maximum.emit(outputs, target);
    };
    f.repeat(tiles, () => {
      f.set(biasAt, bias);
      repeatFloatsAbreast(f, outputChannels, tile.abreast, pool, (floats) => {
        for (const address of [products, biasAt, pooled, codes]) f.increase(address, floatBytes * floats);
      });
      f.increase(products, surplus);
    });
    emitReport(
      f,
      lanes.map(({ maximum }) => maximum.watch),
      flag,
    );
  });
}
