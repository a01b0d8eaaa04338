// What each device does for plans of the lean entry: without the rarer convolutions.

import type { Planners } from "../compile/planner.js";
import { leanMethods } from "./wasm/fusions/convolutions/methods/lean.js";
import { wasmPlanner } from "./wasm/plans/planner.js";

export const leanPlanners: Planners = { cpu: wasmPlanner(leanMethods), reference: null };
