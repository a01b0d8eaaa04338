// The floats beside floats, in formulas.

import { emitNeighbour } from "../../backends/wasm/kernels/math/bits.js";
import { emitNeighbour as emitDoubleNeighbour } from "../../backends/wasm/kernels/math/double-bits.js";
import { defineBinary } from "./define.js";

/** The number beside the first on the way to the second; the second where they are equal. As C's nextafter. */
export const neighbour = defineBinary({
  name: "neighbour",
  floats: {
    value: (a, b) => beside(a!, b!, doubleBits),
    float32: (a, b) => beside(a!, b!, floatBits),
    lanes: emitNeighbour,
    doubles: emitDoubleNeighbour,
  },
  adjoint: ({ grad }) => [grad, null],
});

interface Bits {
  /** The least number above 0. */
  readonly least: number;
  /** With so much more to its bits, as an integer; not of 0. */
  moved(x: number, by: 1 | -1): number;
}

const scratch = new DataView(new ArrayBuffer(8));
const floatBits: Bits = {
  least: 2 ** -149,
  moved: (x, by) => {
    scratch.setFloat32(0, x);
    scratch.setInt32(0, scratch.getInt32(0) + by);
    return scratch.getFloat32(0);
  },
};
const doubleBits: Bits = {
  least: Number.MIN_VALUE,
  moved: (x, by) => {
    scratch.setFloat64(0, x);
    scratch.setBigInt64(0, scratch.getBigInt64(0) + BigInt(by));
    return scratch.getFloat64(0);
  },
};

function beside(a: number, b: number, { least, moved }: Bits): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number.NaN;
  if (a === b) return b;
  if (a === 0) return b > 0 ? least : -least;
  return moved(a, a < b === a > 0 ? 1 : -1);
}
