// How the committed sample is compared: see tooling/vitest.
import { testConfig } from "@tooling/vitest";

export default testConfig();
