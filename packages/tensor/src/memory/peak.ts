// peakMemory: the most that a piece of code holds at once. What is held at a moment is stats.ts's.

import { wasmAllocator } from "../backends/wasm/allocator.js";
import { checkArgument } from "../checks/options.js";

/**
 * Runs `body`, and returns the most bytes that were taken at once on the cpu meanwhile: what tensors hold, those from before included,
 * the work areas of kernels, the blocks that plans run in, and copies of weights that are kept. To be compared with the running
 * maximum of allocations and frees of PyTorch's profiler, beside what there was before.
 * See https://pytorch.org/docs/stable/generated/torch.cuda.memory.max_memory_allocated.html, which is of another device.
 *
 * @throws ArgumentError for what is no function.
 * @example
 * ```ts
 * import { peakMemory, zeros } from "@bernoulli/tensor";
 * const before = peakMemory(() => {});
 * peakMemory(() => zeros(1000).dispose()) >= before + 4000; // → true
 * ```
 */
export function peakMemory(body: () => void): number {
  checkArgument("peakMemory", "body", body, "function");
  return wasmAllocator.peakOf(body);
}
