// How the checks themselves are tested.
import { testConfig } from "@tooling/vitest";

// Without the leak guard: nothing here makes tensors.
export default testConfig({ setupFiles: [] });
