// Linear against PyTorch's.

import { Linear } from "../index.js";
import { testLayerGoldens } from "./golden.testing.js";

testLayerGoldens({ Linear });
