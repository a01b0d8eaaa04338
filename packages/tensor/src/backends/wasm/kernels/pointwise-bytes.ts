// Rows of bytes in the loops of pointwise kernels, sixteen at a time: what pointwise-emitter.ts does four at a time.

import {
  type F32x4,
  type FunctionBuilder,
  I8x16,
  type I32,
  type I32x4,
  type Local,
  loadI8x16Splat,
  loadI32x4,
} from "../assembler/index.js";
import type { Motion } from "./walk.js";

/** An operation that may be of bytes alone; of scalars the low bytes must do. */
export interface BytesOfPointwise {
  readonly inputs: readonly unknown[];
  /** The inputs are locals. */
  readonly computeBytes?: (f: FunctionBuilder, inputs: readonly I8x16[], scalars: readonly I8x16[]) => I8x16;
}

interface Row {
  readonly motions: readonly Motion[];
  readonly addresses: readonly Local<I32>[];
  readonly scalars: readonly (F32x4 | I32x4)[];
}

/**
 * Emits what comes before all rows of bytes, a cache line a turn, then sixteen; the result emits the loops and gives what is left. Null
 * where lanes are to do.
 */
export function emitBytesOfRow(
  f: FunctionBuilder,
  { inputs, computeBytes }: BytesOfPointwise,
  { motions, addresses, scalars }: Row,
): ((size: I32) => I32) | null {
  if (computeBytes === undefined || motions.includes("apart") || motions[inputs.length] !== "together") return null;
  const lanes = inputs.map((_, at) => f.local("i8x16", `bytes${at}`));
  const numbers = scalars.map((scalar, at) => {
    return f.local("i8x16", `byteOfScalar${at}`, I8x16.read(scalar.asI32x4().and(0xff).multiply(0x01010101)));
  });
  const load = (at: number, offset: number) =>
    motions[at] === "together" ? I8x16.read(loadI32x4(addresses[at]!, offset)) : loadI8x16Splat(addresses[at]!);
  const loadAll = (motion: Motion, offset = 0) => {
    for (const [at, own] of lanes.entries()) if (motions[at] === motion) f.set(own, load(at, offset));
  };
  const turn = (bytes: number) => {
    for (let offset = 0; offset < bytes; offset += 16) {
      loadAll("together", offset);
      f.store(addresses[inputs.length]!, computeBytes(f, lanes, numbers), offset);
    }
    for (const [at, motion] of motions.entries()) if (motion === "together") f.increase(addresses[at]!, bytes);
  };
  return (size) => {
    loadAll("broadcast");
    f.repeat(size.shiftRightUnsigned(6), () => turn(64));
    f.repeat(size.shiftRightUnsigned(4).and(3), () => turn(16));
    return size.and(15);
  };
}
