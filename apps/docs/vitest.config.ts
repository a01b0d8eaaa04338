import { testConfig } from "@tooling/vitest";

export default testConfig();
