// Hands an image to kernels that want channels last: where it lies, if it lies so, or a passing copy.

import type { Graph, ValueView } from "../../../compile/graph.js";
import { copyStep, type Planning, type Run, type Step } from "../../../compile/step.js";
import type { Operand, Pair } from "../../../kernels/contract.js";
import { contiguousStrides, numberOfElements } from "../../../tensor/shape.js";
import { wasmAllocator } from "../allocator.js";
import { addBorder, toChannelsFirst, toChannelsLast } from "../kernels/blocks/channels-last.js";
import type { Copies } from "../kernels/blocks/linear.js";
import { addressOf } from "../kernels/walk.js";
import { runtimeFor } from "../runtime.js";

export const runtime = runtimeFor(wasmAllocator);

type Four = readonly [number, number, number, number];

const noBorder = [0, 0] as const;

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

/** `use` finds the image at the address that it is given, and leaves it there: whichever of the two it says. */
export function placing(
  operand: Operand,
  isChannelsLast: boolean,
  { reads, writes }: { readonly reads: boolean; readonly writes: boolean },
  use: (address: number) => void,
): void {
  const address = addressOf(operand);
  if (isChannelsLast) {
    use(address);
    return;
  }
  const [batch, channels, height, width] = operand.shape as Four;
  const images = { batch, channels, size: [height, width], border: noBorder } as const;
  runtime.withScratch(4 * numberOfElements(operand.shape), (copy) => {
    if (reads) toChannelsLast(runtime, { from: address, to: copy, ...images });
    use(copy);
    if (writes) toChannelsFirst(runtime, { from: copy, to: address, ...images });
  });
}

/** `use` reads at the address that it is given. */
export function reading(operand: Operand, isChannelsLast: boolean, use: (address: number) => void): void {
  placing(operand, isChannelsLast, { reads: true, writes: false }, use);
}

/** `use` writes at the address that it is given. */
export function writing(operand: Operand, isChannelsLast: boolean, use: (address: number) => void): void {
  placing(operand, isChannelsLast, { reads: false, writes: true }, use);
}

/** An image as kernels want it. */
export interface PlacedImage {
  readonly value: number;
  address(run: Run): number;
}

/** The first input of a node with channels last and a border of zeros, and the steps that bring it there. */
export function imageStep(
  planning: Planning,
  node: number,
  border: Pair,
): readonly [image: PlacedImage, steps: readonly Step[]] {
  const { graph } = planning;
  const input = graph.nodes[node]!.inputs[0]!;
  const isLast = planning.isChannelsLast(input.value);
  if (isLast && border[0] + border[1] === 0)
    return [{ value: input.value, address: (run) => run.address(input.value) }, []];
  const [batch, channels, height, width] = input.shape as Four;
  const shape = [batch, channels, height + 2 * border[0], width + 2 * border[1]];
  const value = planning.newValue(4 * numberOfElements(shape));
  const strides = contiguousStrides(shape);
  const images = { batch, channels, size: [height, width], border } as const;
  const copy = copyStep(
    isLast ? "border" : "channels last",
    node,
    input,
    { ...input, value, shape, strides },
    (run) => {
      const from = addressOf(run.nodes[node]!.inputs[0]!);
      const lay = isLast ? addBorder : toChannelsLast;
      lay(runtime, { from, to: run.address(value), ...images });
    },
  );
  return [{ value, address: (run) => run.address(value) }, [copy]];
}
