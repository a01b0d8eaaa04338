// Emits a convolution of 3 × 3 in steps of one, with bias, ReLU and max pooling of 2 × 2, by Winograd's F(2 × 2, 3 × 3): a tile of
// outputs is a window of the pool, so that the way back from the transform does bias, pool and ReLU in registers.
// See Lavin and Gray, "Fast Algorithms for Convolutional Neural Networks" (2015), https://arxiv.org/abs/1509.09308.

import { type F32x4, type FunctionBuilder, type Local, loadF32x4, ModuleBuilder } from "../../assembler/index.js";
import type { Tile } from "../../simd.js";
import { emitMicroKernels } from "./micro-kernel.js";
import { emitMaximum } from "./pooled-direct.js";
import { evenParts, imageSteps, type PooledConvolution, pooledSize, windowCodes } from "./sizes.js";

/** A tile of 2 × 2 outputs sees 4 × 4 inputs: 16 products an input and output channel. */
const patch = 4;
const planes = patch * patch;
/** Keeps planes off the powers of two, which would crowd a few sets of the cache. */
const planePadding = 64;
/** About as many tiles are taken at once; their planes lie in the second cache. */
const tilesAtOnce = 36;

export function imagesAtOnce(sizes: PooledConvolution): number {
  const [rows, columns] = pooledSize(sizes);
  return Math.max(1, Math.round(tilesAtOnce / (rows * columns)));
}

interface Planes {
  readonly tiles: number;
  /** Bytes from one plane to the next: of the patches, of the products. */
  readonly patches: number;
  readonly products: number;
}

function planesOf(sizes: PooledConvolution, images: number): Planes {
  const [rows, columns] = pooledSize(sizes);
  const tiles = images * rows * columns;
  const plane = (channels: number) => 4 * tiles * channels + planePadding;
  return { tiles, patches: plane(sizes.inputChannels), products: plane(sizes.outputChannels) };
}

/** Bytes of the transformed kernels, of the patches and of their products. */
export function winogradBytes(sizes: PooledConvolution): { weights: number; patches: number; products: number } {
  const { patches, products } = planesOf(sizes, imagesAtOnce(sizes));
  return {
    weights: planes * weightsPlane(sizes),
    patches: planes * patches,
    products: planes * products,
  };
}

function weightsPlane({ inputChannels, outputChannels }: PooledConvolution): number {
  return 4 * inputChannels * outputChannels + planePadding;
}

/** `weights(…)` transforms kernels, then `run(…)` convolves images. */
export function emitPooledWinograd(sizes: PooledConvolution, tile: Tile, withCodes: boolean): ModuleBuilder {
  const module = new ModuleBuilder();
  emitWeights(module, sizes, tile);
  const several = imagesAtOnce(sizes);
  const blocks = [...new Set([several, 1])].map((images) => ({
    images,
    block: emitBlock(module, sizes, tile, images, withCodes),
  }));
  const parameters = {
    image: "i32",
    weights: "i32",
    bias: "i32",
    pooled: "i32",
    codes: "i32",
    flag: "i32",
    patches: "i32",
    products: "i32",
    images: "i32",
  } as const;
  const [rows, columns] = pooledSize(sizes);
  const pooledBytes = 4 * rows * columns * sizes.outputChannels;
  const imageBytes = sizes.imageSize[0] * imageSteps(sizes)[0];
  module.define("run", parameters, (f, p) => {
    for (const { images, block } of blocks) {
      f.while(p.images.atLeast(images), () => {
        f.call(block, p.image, p.weights, p.bias, p.pooled, p.codes, p.flag, p.patches, p.products);
        f.increase(p.image, images * imageBytes);
        f.increase(p.pooled, images * pooledBytes);
        if (withCodes) f.increase(p.codes, images * pooledBytes);
        f.set(p.images, p.images.subtract(images));
      });
    }
  });
  return module;
}

/**
 * `weights(kernels, transformed, from, to)`: G g Gᵀ of the output channels from … to, out of [output][3][3][input] into panels
 * of output channels, a plane an element.
 */
function emitWeights(module: ModuleBuilder, sizes: PooledConvolution, { columns }: Tile): void {
  const { inputChannels } = sizes;
  const parameters = { kernels: "i32", transformed: "i32", from: "i32", to: "i32" } as const;
  module.define("weights", parameters, (f, { kernels, transformed, from, to }) => {
    const kernel = f.locals("f32x4", "kernel", 9);
    const rows = f.locals("f32x4", "rows", 12);
    const value = f.local("f32x4", "value");
    const target = f.local("i32", "target");
    const transform = ([a, b, c]: readonly F32x4[]): readonly F32x4[] => [
      a!,
      a!.add(b!).add(c!).multiply(0.5),
      a!.subtract(b!).add(c!).multiply(0.5),
      c!,
    ];
    f.set(kernels, kernels.add(from.multiply(36 * inputChannels)));
    f.while(from.lessThan(to), () => {
      const panel = from.divideUnsigned(columns);
      const lane = from.and(columns - 1);
      f.set(target, transformed.add(panel.multiply(4 * columns * inputChannels)).add(lane.shiftLeft(2)));
      f.repeat(inputChannels / 4, () => {
        for (const [i, one] of kernel.entries()) f.set(one, loadF32x4(kernels, 4 * i * inputChannels));
        for (let column = 0; column < 3; column += 1) {
          const results = transform([0, 1, 2].map((row) => kernel[3 * row + column]!));
          for (const [row, result] of results.entries()) f.set(rows[3 * row + column]!, result);
        }
        for (let row = 0; row < patch; row += 1) {
          const results = transform(rows.slice(3 * row, 3 * row + 3));
          for (const [column, result] of results.entries()) {
            f.set(value, result);
            const plane = (row * patch + column) * weightsPlane(sizes);
            for (const i of [0, 1, 2, 3] as const) f.storeLane(target, value, i, plane + 4 * i * columns);
          }
        }
        f.increase(kernels, 16);
        f.increase(target, 16 * columns);
      });
      f.increase(kernels, 32 * inputChannels);
      f.increase(from, 1);
    });
  });
}

/** `block(image, weights, bias, pooled, codes, flag, patches, products)` for some images together. */
function emitBlock(
  module: ModuleBuilder,
  sizes: PooledConvolution,
  tile: Tile,
  images: number,
  withCodes: boolean,
): FunctionBuilder {
  const sizesOfPlanes = planesOf(sizes, images);
  const transform = emitPatches(module, sizes, images, sizesOfPlanes);
  const multiply = emitProducts(module, sizes, images, tile, sizesOfPlanes);
  const pool = emitTiles(module, sizes, images, sizesOfPlanes, withCodes);
  const parameters = {
    image: "i32",
    weights: "i32",
    bias: "i32",
    pooled: "i32",
    codes: "i32",
    flag: "i32",
    patches: "i32",
    products: "i32",
  } as const;
  return module.define(`block${images}`, parameters, (f, p) => {
    f.call(transform, p.image, p.patches);
    f.call(multiply, p.patches, p.weights, p.products);
    f.call(pool, p.products, p.bias, p.pooled, p.codes, p.flag);
  });
}

/** `patches(image, patches)`: Bᵀ d B of each tile's patch d, a plane an element. */
function emitPatches(
  module: ModuleBuilder,
  sizes: PooledConvolution,
  images: number,
  { patches }: Planes,
): FunctionBuilder {
  const [tileRows, tileColumns] = pooledSize(sizes);
  const [rowStep, columnStep] = imageSteps(sizes);
  const parameters = { image: "i32", patches: "i32" } as const;
  return module.define(`patches${images}`, parameters, (f, p) => {
    const elements = f.locals("f32x4", "element", planes);
    const kept = f.local("f32x4", "kept");
    f.repeat(images, () => {
      f.repeat(tileRows, () => {
        f.repeat(tileColumns, () => {
          f.repeat(sizes.inputChannels / 4, () => {
            for (const [i, element] of elements.entries())
              f.set(element, loadF32x4(p.image, Math.floor(i / patch) * rowStep + (i % patch) * columnStep));
            for (let column = 0; column < patch; column += 1) {
              const [a, b, c, d] = [0, 1, 2, 3].map((row) => elements[patch * row + column]!) as unknown as Four;
              f.set(a, a.subtract(c));
              f.set(d, b.subtract(d));
              f.set(kept, b.add(c));
              f.set(c, c.subtract(b));
              f.set(b, kept as F32x4);
            }
            for (let row = 0; row < patch; row += 1) {
              const [a, b, c, d] = elements.slice(patch * row, patch * (row + 1)) as unknown as Four;
              const results = [a.subtract(c), b.add(c), c.subtract(b), b.subtract(d)];
              for (const [column, result] of results.entries())
                f.store(p.patches, result, (patch * row + column) * patches);
            }
            f.increase(p.image, 16);
            f.increase(p.patches, 16);
          });
          f.increase(p.image, columnStep);
        });
        f.increase(p.image, 2 * rowStep - 2 * tileColumns * columnStep);
      });
      f.increase(p.image, sizes.imageSize[0] * rowStep - 2 * tileRows * rowStep);
    });
  });
}

type Four = readonly [Local<F32x4>, Local<F32x4>, Local<F32x4>, Local<F32x4>];

/** `products(patches, weights, products)`: a matrix product a plane, tiles by input channels by output channels. */
function emitProducts(
  module: ModuleBuilder,
  sizes: PooledConvolution,
  images: number,
  tile: Tile,
  { tiles, patches, products }: Planes,
): FunctionBuilder {
  const { inputChannels, outputChannels } = sizes;
  const parts = evenParts(tiles, tile.rows);
  const [rowBytes, productBytes] = [4 * inputChannels, 4 * outputChannels];
  const layout = { rowBytes, productBytes, byTable: false };
  const micro = emitMicroKernels(module, `multiply${images}x`, tile, parts, layout);
  const parameters = { patches: "i32", weights: "i32", products: "i32" } as const;
  // Parts of one height lie together, so that each is one loop.
  const runs = [...micro.keys()].map((height) => ({ height, count: parts.filter((part) => part === height).length }));
  return module.define(`products${images}`, parameters, (f, p) => {
    const [from, to] = [f.local("i32", "from"), f.local("i32", "to")];
    f.repeat(planes, () => {
      f.repeat(outputChannels / tile.columns, () => {
        f.set(from, p.patches);
        f.set(to, p.products);
        for (const { height, count } of runs) {
          f.repeat(count, () => {
            f.call(micro.get(height)!, from, from, from.add(rowBytes), p.weights, to);
            f.increase(from, height * rowBytes);
            f.increase(to, height * productBytes);
          });
        }
        f.increase(p.weights, rowBytes * tile.columns);
        f.increase(p.products, 4 * tile.columns);
      });
      f.increase(p.weights, planePadding);
      f.increase(p.patches, patches);
      f.increase(p.products, products - productBytes);
    });
  });
}

/** `tiles(products, bias, pooled, codes, flag)`: Aᵀ m A of each tile, and the pool over its four outputs. */
function emitTiles(
  module: ModuleBuilder,
  sizes: PooledConvolution,
  images: number,
  { tiles, products }: Planes,
  withCodes: boolean,
): FunctionBuilder {
  const parameters = { products: "i32", bias: "i32", pooled: "i32", codes: "i32", flag: "i32" } as const;
  return module.define(`tiles${images}`, parameters, (f, p) => {
    const elements = f.locals("f32x4", "element", planes);
    const outputs = f.locals("f32x4", "output", 4);
    const bias = f.local("i32", "biasAt");
    const maximum = emitMaximum(f, windowCodes(sizes), withCodes);
    const [upper, lower] = [
      (a: F32x4, b: F32x4, c: F32x4) => a.add(b).add(c),
      (a: F32x4, b: F32x4, c: F32x4) => a.subtract(b).subtract(c),
    ];
    f.repeat(tiles, () => {
      f.set(bias, p.bias);
      f.repeat(sizes.outputChannels / 4, () => {
        for (const [i, element] of elements.entries()) f.set(element, loadF32x4(p.products, i * products));
        for (let column = 0; column < patch; column += 1) {
          const [a, b, c, d] = [0, 1, 2, 3].map((row) => elements[patch * row + column]!) as unknown as Four;
          f.set(a, upper(a, b, c));
          f.set(b, lower(b, c, d));
        }
        for (const row of [0, 1]) {
          const [a, b, c, d] = elements.slice(patch * row, patch * (row + 1)) as unknown as Four;
          f.set(outputs[2 * row]!, upper(a, b, c));
          f.set(outputs[2 * row + 1]!, lower(b, c, d));
        }
        maximum.four(outputs, bias, p.pooled, p.codes);
        for (const address of [p.products, bias, p.pooled, ...(withCodes ? [p.codes] : [])]) f.increase(address, 16);
      });
    });
    maximum.raise(p.flag);
  });
}
