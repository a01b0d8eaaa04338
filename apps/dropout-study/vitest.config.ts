// How this app is tested: see tooling/vitest.
import { testConfig } from "@tooling/vitest";

// A process a file: results are compared to the last bit, in one set of instructions.
export default testConfig();
