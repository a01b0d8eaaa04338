// How this package is tested: see tooling/vitest.
import { testConfig } from "@tooling/vitest";

// Without the leak guard: nothing here makes tensors.
export default testConfig({ setupFiles: [] });
