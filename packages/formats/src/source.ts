// Where bytes are read from: a buffer here, a file in files/open.ts.

import { FormatError } from "./errors.js";

/** Bytes at places, of a known number. */
export interface ByteSource {
  /** What messages call it. */
  readonly name: string;
  readonly size: number;
  /** Fills `target` with the bytes from `begin` on; throws where there are not as many. */
  read(begin: number, target: Uint8Array): Promise<void>;
}

export function bytesAsSource(bytes: Uint8Array, name: string): ByteSource {
  return {
    name,
    size: bytes.length,
    read: async (begin, target) => {
      const part = bytes.subarray(begin, begin + target.length);
      if (part.length < target.length) throw endedEarly(name, begin + target.length, bytes.length);
      target.set(part);
    },
  };
}

export function endedEarly(file: string, wanted: number, size: number): FormatError {
  return new FormatError(`expected at least ${wanted} bytes, but it ends after ${size}`, { file });
}
