// Nests of loops over strided operands: dimensions that lie together are merged into one, and each operand's strides
// become steps in bytes. The nest's shape (its rank) is emitted; its sizes and steps are arguments, so that one kernel
// serves every size, and any range of the outermost dimension.

import type { Operand } from "../../../kernels/contract.js";
import { dtypeTraits } from "../../../tensor/dtype.js";
import type { FunctionBuilder, I32, Kind, Local } from "../assembler/index.js";

/** What a walk needs to know of an operand: all but its dtype's name. */
export interface Walked {
  readonly address: number;
  readonly bytes: number;
  readonly strides: readonly number[];
}

/** Loops, outermost first, and how far each operand moves from one turn of a loop to the next, in elements. */
export interface Walk {
  readonly sizes: readonly number[];
  /** `strides[operand][loop]` */
  readonly strides: readonly (readonly number[])[];
}

/** How an operand moves along the innermost loop. A broadcast one is loaded once a row. */
export type Motion = "together" | "broadcast" | "apart";

export function motionOf(stride: number): Motion {
  return stride === 1 ? "together" : stride === 0 ? "broadcast" : "apart";
}

/** The address of an operand's first element. */
export function addressOf({ storage, offset, dtype }: Operand): number {
  return storage.address + offset * dtypeTraits[dtype].bytes;
}

export function walked(operand: Operand): Walked {
  return { address: addressOf(operand), bytes: dtypeTraits[operand.dtype].bytes, strides: operand.strides };
}

/** Drops dimensions of size 1 and merges neighbours that every operand walks as one. */
export function mergeDimensions(shape: readonly number[], strides: readonly (readonly number[])[]): Walk {
  const sizes: number[] = [];
  const merged: number[][] = strides.map(() => []);
  shape.forEach((size, dimension) => {
    if (size === 1) return;
    const last = sizes.length - 1;
    const joins =
      last >= 0 && merged.every((own, operand) => own[last] === (strides[operand]?.[dimension] as number) * size);
    if (joins) sizes[last] = (sizes[last] as number) * size;
    else sizes.push(size);
    merged.forEach((own, operand) => {
      own[sizes.length - 1] = strides[operand]?.[dimension] as number;
    });
  });
  return { sizes, strides: merged };
}

/**
 * The steps in bytes of one operand: how far its address moves at the end of each turn of each loop, when the loops
 * inside have already carried it over all of their turns.
 */
export function stepsOf(sizes: readonly number[], strides: readonly number[], bytes: number): number[] {
  return strides.map((stride, loop) => {
    const travelled = loop + 1 < sizes.length ? (sizes[loop + 1] as number) * (strides[loop + 1] as number) : 0;
    return (stride - travelled) * bytes;
  });
}

/** The names of `count` parameters of one kind, for a nest of unknown depth. */
export function numbered<K extends Kind>(kind: K, name: string, count: number): Record<string, K> {
  return Object.fromEntries(Array.from({ length: count }, (_, i) => [`${name}${i}`, kind]));
}

/** The parameters that {@link numbered} named. */
export function pick(parameters: Readonly<Record<string, unknown>>, name: string, count: number): Local<I32>[] {
  return Array.from({ length: count }, (_, i) => parameters[`${name}${i}`] as Local<I32>);
}

/** Emits loops over `sizes` around `body`; `advance(loop)` ends each turn. */
export function emitNest(
  f: FunctionBuilder,
  sizes: readonly I32[],
  body: () => void,
  advance: (loop: number) => void,
  loop = 0,
): void {
  const size = sizes[loop];
  if (size === undefined) {
    body();
    return;
  }
  f.repeat(size, () => {
    emitNest(f, sizes, body, advance, loop + 1);
    advance(loop);
  });
}
