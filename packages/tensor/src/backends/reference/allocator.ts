// The reference device's memory: an ordinary ArrayBuffer a storage. The garbage collector does the rest.

import type { Allocator } from "../../memory/storage.js";

const buffers = new Map<number, ArrayBuffer>();
let nextAddress = 16;

export const referenceAllocator: Allocator = {
  device: "reference",
  allocate(byteLength) {
    const address = nextAddress;
    nextAddress += 16;
    buffers.set(address, new ArrayBuffer(byteLength));
    return address;
  },
  free(address) {
    buffers.delete(address);
  },
  locate(address) {
    return { buffer: buffers.get(address)!, byteOffset: 0 };
  },
};
