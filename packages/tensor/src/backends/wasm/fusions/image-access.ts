// Copies of operands in other layouts: of images, which are steps of a plan, and of weights, which are kept from call to call.

import type { Graph, ValueView } from "../../../compile/graph.js";
import type { CopyLayout, Located } from "../../../compile/layouts/copies.js";
import { borderOf, channelsLast, elementsOf, liesAs } from "../../../compile/layouts/layout.js";
import type { Run } from "../../../compile/step.js";
import type { Operand } from "../../../kernels/contract.js";
import { wasmAllocator } from "../allocator.js";
import { addBorder, toChannelsFirst, toChannelsLast } from "../kernels/blocks/channels-last.js";
import type { Copies } from "../kernels/blocks/linear.js";
import { clear, copyFloats } from "../kernels/copy.js";
import { runtimeFor } from "../runtime.js";

export const runtime = runtimeFor(wasmAllocator);

type Four = readonly [number, number, number, number];

/** Whether a value was there before the call, which does not write it: copies of it serve later calls too. */
export function isConstant({ values }: Graph, { value }: ValueView): boolean {
  const { made, writers } = values[value]!;
  return !made && writers.length === 0;
}

/** Copies of an operand, which end with its storage; other operands may lie in the same one. */
export function copiesOf({ storage, offset, shape, strides }: Operand): Copies {
  const place = [offset, ...shape, ...strides].join();
  // To fill a copy belongs to one weight; a later one may come to lie where that lay, and its copy elsewhere.
  const filling = (fill: (address: number) => void) => (address: number) => {
    runtime.cannotRepeat();
    fill(address);
  };
  return { copyAs: (name, byteLength, fill) => storage.copyAs(`${name} ${place}`, byteLength, filling(fill)) };
}

/** What a step depends on that may use copies of a weight, the second input of a node: see {@link Step.numbers}. */
export function numbersOfCopies(graph: Graph, node: number, weight: ValueView): (run: Run) => readonly number[] {
  if (!isConstant(graph, weight)) return () => [];
  return ({ nodes }) => nodes[node]!.inputs[1]!.storage.copiesState;
}

/** Float32 images of any strides to channels last, or to PyTorch's order. */
export const copyLayout: CopyLayout = (from, to) => {
  const [batch, channels, height, width] = from.shape as Four;
  const images = { batch, channels, size: [height, width], from: from.address } as const;
  const last = channelsLast(from.shape);
  const isLast = liesAs(from, last);
  // What lies in either order, as images of one channel do, goes the way of those with channels last.
  const isToLast = to.border !== undefined || liesAs(to, last);
  if (isLast && !isToLast) {
    toChannelsFirst(runtime, { ...images, to: to.address, border: [0, 0] });
    return;
  }
  const begin = to.border === undefined ? to.address : to.address - 4 * to.offset;
  const bordered = { ...images, to: begin, border: borderOf(to) };
  const pitch = from.strides[0]!;
  // A part of all channels is whole within each image.
  if (isToLast && liesAs({ ...from, strides: [pitch, height * width, width, 1] }, from))
    toChannelsLast(runtime, batch === 1 ? bordered : { ...bordered, pitch });
  else if (isToLast && isLast) addBorder(runtime, bordered);
  else {
    if (to.border !== undefined) clear(runtime, bordered.to, 4 * elementsOf(to));
    const walked = ({ address, strides: [image, channel, row, pixel] }: Located) => {
      return { address, bytes: 4, strides: [image!, row!, pixel!, channel!] };
    };
    copyFloats(runtime, [batch, height, width, channels], walked(from), walked(to));
  }
};
