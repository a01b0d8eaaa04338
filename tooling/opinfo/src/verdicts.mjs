// What a call can come to beside being right, as errors of two kinds: it has no counterpart here, or it gave something else.

/**
 * Why there may be no such call: PyTorch's dtype is not among ours (int64 beyond int32 included), complex numbers, sparse or
 * quantised tensors, a result written to `out`, or a name that docs/compatibility.md does not have.
 */
export const absences = ["dtype", "complex", "sparse or quantised", "out=", "name"];

/** There is no such call here. */
export class Inexpressible extends Error {
  constructor(absence, what) {
    if (!absences.includes(absence)) throw new TypeError(`${absence} is no reason`);
    super(`${absence}: ${what}`);
  }
}

/** Ends a call that cannot be made here. */
export function cannot(absence, what) {
  throw new Inexpressible(absence, what);
}

/** It ran, and gave something else than PyTorch did. */
export class Mismatch extends Error {}

/** A difference that docs/compatibility.md tells of; the key is one of documented.mjs. */
export class Documented extends Error {}

export function differs(key) {
  throw new Documented(key);
}
