// Every adapter there is. Only re-exports, and the modules that define them.

import "./convolutions.mjs";
import "./counts.mjs";
import "./creation.mjs";
import "./dropouts.mjs";
import "./elimination.mjs";
import "./layouts.mjs";
import "./like.mjs";
import "./linalg.mjs";
import "./linear.mjs";
import "./losses.mjs";
import "./math.mjs";
import "./norms.mjs";
import "./orders.mjs";
import "./parts.mjs";
import "./places.mjs";
import "./pointwise.mjs";
import "./reductions.mjs";
import "./shapes.mjs";
import "./special.mjs";
import "./subscripts.mjs";
import "./vision.mjs";

export { adapters } from "./define.mjs";
export { modules, optimizerOptions, optimizers } from "./modules.mjs";
