// The devices there are, each with its memory. What each computes an op by, the op's kernel knows (kernels/kernels.ts), and what it
// does for plans, planners.ts: so that a bundle has what is used.

import type { Allocator, Device } from "../memory/storage.js";
import { referenceAllocator } from "./reference/allocator.js";
import { wasmAllocator } from "./wasm/allocator.js";

interface Backend {
  readonly allocator: Allocator;
}

export const backends: { readonly [D in Device]: Backend } = {
  cpu: { allocator: wasmAllocator },
  reference: { allocator: referenceAllocator },
};
