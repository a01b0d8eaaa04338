// The greatest common divisor, in formulas.

import { emitGcd, emitLcm } from "../../backends/wasm/kernels/math/integers.js";
import { defineBinary } from "./define.js";

/** Of sizes; that of 0 and a number is the number. */
export const gcd = defineBinary({
  name: "gcd",
  integers: {
    value: (a, b) => {
      let [larger, smaller] = [Math.abs(a!), Math.abs(b!)];
      while (smaller !== 0) [larger, smaller] = [smaller, larger % smaller];
      return larger;
    },
    lanes: emitGcd,
  },
  adjoint: () => [],
});

/** The least multiple of both, not negative; 0 where one is 0. What is beyond int32 wraps. */
export const lcm = defineBinary({
  name: "lcm",
  integers: {
    value: (a, b) => {
      let [larger, smaller] = [Math.abs(a!), Math.abs(b!)];
      while (smaller !== 0) [larger, smaller] = [smaller, larger % smaller];
      return larger === 0 ? 0 : Math.abs(Math.imul(a! / larger, b!));
    },
    lanes: emitLcm,
  },
  adjoint: () => [],
});
