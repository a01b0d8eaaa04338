// How the test tooling itself is tested.
import { testConfig } from "./config.js";

// Without the leak guard: nothing here makes tensors.
export default testConfig({ setupFiles: [] });
