// What each device does for plans: all of it. Apart from backends.ts, so that who compiles nothing loads no fusions.

import type { Planners } from "../compile/planner.js";
import { allMethods } from "./wasm/fusions/convolutions/methods/all.js";
import { wasmPlanner } from "./wasm/plans/planner.js";

export const planners: Planners = { cpu: wasmPlanner(allMethods), reference: null };
