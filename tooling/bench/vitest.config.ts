// How the benchmark's nets are compared: see tooling/vitest.
import { testConfig } from "@tooling/vitest";

export default testConfig();
