// How this package is tested: see tooling/vitest.
import { testConfig } from "@tooling/vitest";

/**
 * What a process keeps for good, threads and the instructions chosen, or has only once: the first module compiled, a small
 * memory, nothing that the collector may still end.
 */
const alone = [
  "src/backends/wasm/{instances,memory,simd}.test.ts",
  "src/backends/wasm/threads/*.test.ts",
  "src/backends/wasm/kernels/blocks/*.test.ts",
  "src/compile/replay.test.ts",
  "src/compile/rules/{unit,winograd,pooled}-convolution.test.ts",
  "src/memory/*.test.ts",
];

export default testConfig({ alone });
