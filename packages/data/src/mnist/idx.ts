// The IDX layout of MNIST: bytes to an array with its shape, checked. Not where the bytes come from.

import { ArgumentError, checkArgument, describe } from "@bernoulli/tensor";
import { DataFileError } from "../errors.js";

/** An array of unsigned bytes. */
export interface IdxArray {
  readonly shape: readonly number[];
  readonly data: Uint8Array;
}

const unsignedByte = 0x08;

/**
 * Reads an IDX file of unsigned bytes: two zeros, the type 8, the number of dimensions, each size as four bytes, then
 * the elements. The result shares memory with `bytes`.
 * See https://yann.lecun.com/exdb/mnist/ (“The IDX file format”).
 *
 * @param source What errors call the bytes: a path or an address.
 * @throws DataFileError if the header is no such header, or the length is not what it says.
 * @example
 * ```ts
 * import { parseIdx } from "@bernoulli/data";
 * const { shape, data } = parseIdx(Uint8Array.of(0, 0, 8, 2, 0, 0, 0, 1, 0, 0, 0, 3, 7, 8, 9), "three bytes");
 * shape; // → [1, 3]
 * [...data]; // → [7, 8, 9]
 * ```
 */
export function parseIdx(bytes: Uint8Array, source: string): IdxArray {
  checkArgument("parseIdx", "source", source, "string");
  if (!(bytes instanceof Uint8Array))
    throw new ArgumentError(`parseIdx: expected the bytes as a Uint8Array, but got ${describe(bytes)}`);
  const fail = (text: string): never => {
    throw new DataFileError(`IDX: ${source} ${text}; it may be cut short or be another format`);
  };
  if (bytes.length < 4) fail(`has ${bytes.length} bytes, and no header`);
  const [first, second, type, dimensions] = bytes as unknown as [number, number, number, number];
  if (first !== 0 || second !== 0 || type !== unsignedByte || dimensions === 0)
    fail(
      `begins with the bytes ${[...bytes.subarray(0, 4)].join(", ")}: expected 0, 0, 8 (unsigned bytes) and the number of dimensions`,
    );
  const start = 4 + 4 * dimensions;
  if (bytes.length < start) fail(`ends inside its header of ${dimensions} dimensions`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shape = Array.from({ length: dimensions }, (_, at) => view.getUint32(4 + 4 * at));
  const count = shape.reduce((product, size) => product * size, 1);
  if (bytes.length - start !== count)
    fail(
      `has ${(bytes.length - start).toLocaleString("en-US")} elements, expected ${shape.join(" × ")} = ${count.toLocaleString("en-US")}`,
    );
  return { shape, data: bytes.subarray(start) };
}
