// Emits the pooling of a convolution's outputs that lie in memory: of each window the largest, with bias, ReLU and code. For
// windows that overlap, or that no tile of the convolution holds whole.

import { loadF32x4, ModuleBuilder } from "../../assembler/index.js";
import type { Tile } from "../../simd.js";
import { eachAbreast, repeatFloatsAbreast } from "../abreast.js";
import { emitReport } from "../finite.js";
import {
  codesOf,
  convolvedSizeOf,
  floatBytes,
  type PooledConvolution,
  pooledSizeOf,
  vectorBytes,
} from "./pooled-sizes.js";
import { WindowMaximum } from "./window-maximum.js";

/** `pool(convolved, bias, pooled, codes, flag)`: one image. */
export function emitPooledWindows(sizes: PooledConvolution, { abreast }: Tile, withCodes: boolean): ModuleBuilder {
  const module = new ModuleBuilder();
  const { outputChannels, poolSize, poolStride } = sizes;
  const position = floatBytes * outputChannels;
  const row = convolvedSizeOf(sizes)[1] * position;
  const [rows, columns] = pooledSizeOf(sizes);
  const places = Array.from({ length: poolSize[0] * poolSize[1] }, (_, at) => {
    return Math.floor(at / poolSize[1]) * row + (at % poolSize[1]) * position;
  });
  const parameters = { convolved: "i32", bias: "i32", pooled: "i32", codes: "i32", flag: "i32" } as const;
  module.define("pool", parameters, (f, { convolved, bias, pooled, codes, flag }) => {
    const maximums = eachAbreast(abreast, () => new WindowMaximum(f, codesOf(sizes)));
    const [from, biasAt] = [f.local("i32", "from"), f.local("i32", "biasAt")];
    f.repeat(rows, () => {
      f.set(from, convolved);
      f.repeat(columns, () => {
        f.set(biasAt, bias);
        repeatFloatsAbreast(
          f,
          outputChannels,
          abreast,
          (neighbour, count) => {
            const offset = neighbour * vectorBytes;
            const elements = places.map((place) => loadF32x4(from, offset + place));
            const target = { bias: loadF32x4(biasAt, offset), pooled, codes: withCodes ? codes : null, offset, count };
            maximums[neighbour]!.emit(elements, target);
          },
          (floats) => {
            for (const address of [from, biasAt, pooled, codes]) f.increase(address, floatBytes * floats);
          },
        );
        f.increase(from, (poolStride[1] - 1) * position);
      });
      f.increase(convolved, poolStride[0] * row);
    });
    emitReport(
      f,
      maximums.map(({ watch }) => watch),
      flag,
    );
  });
  return module;
}
