// How the examples are tested: see tooling/vitest.
import { testConfig } from "@tooling/vitest";

export default testConfig();
