// How this package is tested: see tooling/vitest.
import { testConfig } from "@tooling/vitest";

// A process a file: its tests start threads, choose instructions and let memories grow, which nothing can take back.
export default testConfig({ isolate: true });
