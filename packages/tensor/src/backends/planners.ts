// What each device does for plans. Apart from backends.ts, so that who compiles nothing loads no fusions.

import type { Planner } from "../compile/planner.js";
import type { Device } from "../memory/storage.js";
import { wasmPlanner } from "./wasm/plans/planner.js";

/** Null: each node's kernel in turn. */
export const planners: { readonly [D in Device]: Planner | null } = { cpu: wasmPlanner, reference: null };
