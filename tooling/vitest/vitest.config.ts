// How the test tooling itself is tested.
import { testConfig } from "./config.js";

export default testConfig();
