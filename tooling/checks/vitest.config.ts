// How the checks themselves are tested.
import { testConfig } from "@tooling/vitest";

export default testConfig();
