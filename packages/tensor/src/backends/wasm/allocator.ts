// The one memory of the `cpu` device.

import { WasmMemory } from "./memory.js";

export const wasmAllocator = new WasmMemory();
