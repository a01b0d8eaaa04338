// Emits the pooling of a convolution's outputs that lie in memory: of each window the largest, with bias, ReLU and code. For
// windows that overlap, or that no tile of the convolution holds whole.

import { loadF32x4, ModuleBuilder } from "../../assembler/index.js";
import { forFours } from "./fours.js";
import { codesOf, convolvedSizeOf, floatBytes, type PooledConvolution, pooledSizeOf } from "./pooled-sizes.js";
import { WindowMaximum } from "./window-maximum.js";

/** `pool(convolved, bias, pooled, codes, flag)`: one image. */
export function emitPooledWindows(sizes: PooledConvolution, withCodes: boolean): ModuleBuilder {
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
    const maximum = new WindowMaximum(f, codesOf(sizes));
    const [from, biasAt] = [f.local("i32", "from"), f.local("i32", "biasAt")];
    const emit = (count: number) => {
      const elements = places.map((place) => loadF32x4(from, place));
      const target = { bias: loadF32x4(biasAt), pooled, codes: withCodes ? codes : null, offset: 0, count };
      maximum.emit(elements, target);
      for (const address of [from, biasAt, pooled, codes]) f.increase(address, floatBytes * count);
    };
    f.repeat(rows, () => {
      f.set(from, convolved);
      f.repeat(columns, () => {
        f.set(biasAt, bias);
        forFours(f, outputChannels, emit);
        f.increase(from, (poolStride[1] - 1) * position);
      });
      f.increase(convolved, poolStride[0] * row);
    });
    maximum.emitReport(flag);
  });
  return module;
}
