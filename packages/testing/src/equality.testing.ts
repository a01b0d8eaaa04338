// A vitest setup file: long arrays of numbers that are equal are found so at once. `toEqual` takes some four microseconds an
// element of a typed array, which was most of the time of the kernels' tests. Whatever is not plainly equal is left to it.

import { expect } from "vitest";

expect.addEqualityTesters([(a: unknown, b: unknown): true | undefined => (plainlyEqual(a, b) ? true : undefined)]);

function plainlyEqual(a: unknown, b: unknown): boolean {
  if (Array.isArray(a)) {
    if (!Array.isArray(b) || a.length !== b.length) return false;
    return a.every((value, at) => typeof value === "number" && Object.is(value, b[at]));
  }
  if (!ArrayBuffer.isView(a) || !ArrayBuffer.isView(b)) return false;
  // The same bits of the same type are the same numbers, NaN and the zeros' signs included.
  if (a.constructor !== b.constructor || a.byteLength !== b.byteLength) return false;
  const [ofA, ofB] = [bytes(a), bytes(b)];
  return ofA.every((byte, at) => byte === ofB[at]);
}

function bytes({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
