// How this app is tested: see tooling/vitest.
import { testConfig } from "@tooling/vitest";

export default testConfig();
