// Emits copies of a convolution's weights, [output][input][row][column] as PyTorch has them, in the orders that kernels read.
// Four elements that will lie together are gathered at a time; where channels do not come in fours, zeros fill them up.

import { type F32x4, type I32, loadF32x4Lane, loadF32x4Low, type ModuleBuilder } from "../../assembler/index.js";
import type { Runtime } from "../../runtime.js";
import type { Tile } from "../../simd.js";
import { clear, copyFloats } from "../copy.js";
import { forFours } from "./fours.js";
import { floatBytes, type PooledConvolution, vectorBytes } from "./pooled-sizes.js";

/** Up to four floats that lie `step` bytes apart, and zeros. */
export function gatherFour(address: I32, step: number, offset: number, count = 4): F32x4 {
  let four = loadF32x4Low(address, offset);
  for (const lane of ([1, 2, 3] as const).slice(0, count - 1))
    four = loadF32x4Lane(address, four, lane, offset + lane * step);
  return four;
}

/** Lends matrices of floats, with rows of zeros behind those of each where they do not come in fours. */
export function withWholeFours(
  runtime: Runtime,
  [matrices, rows, columns]: readonly [number, number, number],
  address: number,
  use: (address: number) => void,
): void {
  if (rows % 4 === 0) {
    use(address);
    return;
  }
  const [elements, paddedElements] = [rows * columns, 4 * Math.ceil(rows / 4) * columns];
  const bytes = floatBytes * matrices * paddedElements;
  runtime.withScratch(bytes, (padded) => {
    const from = { bytes: floatBytes, strides: [elements, 1], address };
    clear(runtime, padded, bytes);
    copyFloats(runtime, [matrices, elements], from, { ...from, strides: [paddedElements, 1], address: padded });
    use(padded);
  });
}

type Kernels = Pick<PooledConvolution, "inputChannels" | "kernelSize">;

function elementsOf({ kernelSize }: Kernels): number {
  return kernelSize[0] * kernelSize[1];
}

/** `panels(weight, panels, begin, end)`: panels of output channels, [panel][row][column][input][output]; four outputs a count. */
export function emitPanels(module: ModuleBuilder, sizes: Kernels, { columns }: Tile): void {
  const { inputChannels } = sizes;
  const elements = elementsOf(sizes);
  const outputBytes = floatBytes * inputChannels * elements;
  const parameters = { weight: "i32", panels: "i32", begin: "i32", end: "i32" } as const;
  module.define("weights", parameters, (f, { weight, panels, begin, end }) => {
    const to = f.local("i32", "to");
    const from = f.local("i32", "from");
    f.while(begin.lessThan(end), () => {
      f.set(to, panels.add(panelOffset(begin, inputChannels * elements, columns)));
      f.set(from, weight.add(begin.multiply(4 * outputBytes)));
      f.repeat(inputChannels, () => {
        for (let element = 0; element < elements; element += 1) {
          const four = gatherFour(from, outputBytes, floatBytes * element);
          f.store(to, four, floatBytes * columns * inputChannels * element);
        }
        f.increase(from, floatBytes * elements);
        f.increase(to, floatBytes * columns);
      });
      f.increase(begin, 1);
    });
  });
}

/** Where the outputs 4 · `four` … begin in panels of that depth, in bytes. */
export function panelOffset(four: I32, depth: number, columns: number): I32 {
  const foursOfPanel = columns / 4;
  const panel = four.divideUnsigned(foursOfPanel).multiply(floatBytes * columns * depth);
  return panel.add(four.and(foursOfPanel - 1).multiply(vectorBytes));
}

/** `weights(weight, rows, begin, end)`: [output][row][column][input]. */
export function emitInputsLast(module: ModuleBuilder, sizes: Kernels): void {
  const { inputChannels } = sizes;
  const elements = elementsOf(sizes);
  const outputBytes = floatBytes * inputChannels * elements;
  const parameters = { weight: "i32", rows: "i32", begin: "i32", end: "i32" } as const;
  module.define("weights", parameters, (f, { weight, rows, begin, end }) => {
    const to = f.local("i32", "to");
    const from = f.local("i32", "from", weight.add(begin.multiply(outputBytes)));
    const four = f.local("f32x4", "four");
    const turn = (inputs: number) => {
      for (let element = 0; element < elements; element += 1) {
        f.set(four, gatherFour(from, floatBytes * elements, floatBytes * element, inputs));
        f.storeLanes(to, four, inputs, floatBytes * inputChannels * element);
      }
      f.increase(from, inputs * floatBytes * elements);
      f.increase(to, inputs * floatBytes);
    };
    f.set(rows, rows.add(begin.multiply(outputBytes)));
    f.repeat(end.subtract(begin), () => {
      f.set(to, rows);
      forFours(f, inputChannels, turn);
      f.increase(rows, outputBytes);
    });
  });
}
