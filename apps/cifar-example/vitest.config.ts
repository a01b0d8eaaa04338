// How this app is tested: see tooling/vitest.
import { testConfig } from "@tooling/vitest";

// A process a file: the losses are compared in one set of instructions, chosen for good.
export default testConfig();
