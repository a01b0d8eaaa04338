// What a device may do for plans beyond running kernels one by one: fusions, memory that is laid out once, steps that are repeated.
// The contract only. A device without a planner is given each node's kernel in turn, which is always right.

import type { Device } from "../memory/storage.js";
import type { Graph } from "./graph.js";
import type { CopyLayout } from "./layouts/copies.js";
import type { Schedule } from "./schedule.js";
import type { Precision, Rule, Run, Step } from "./step.js";

/** By device; null: each node's kernel in turn. */
export type Planners = { readonly [D in Device]: Planner | null };

export interface Planner {
  /**
   * The fusions that it can do, those that save more first. In rounds: what takes any nodes that go element by element comes when
   * patterns have found theirs, which may begin behind such nodes.
   */
  readonly rules: { readonly [P in Precision]: readonly (readonly Rule[])[] };
  /** Copies what its steps want in another layout, within zeros where that has a border. Without fusions it is never asked. */
  readonly copyLayout: CopyLayout;
  /** Makes ready what all calls of a plan share. */
  prepare(graph: Graph, schedule: Schedule): PreparedPlan;
}

export interface PreparedPlan {
  /** Lends one call of the plan what it needs, for as long as `use` takes. */
  withCall<T>(use: (call: PlanCall) => T): T;
  /** For `explain`: what the device takes for a call, as far as calls have shown it. */
  readonly memory?: PlanMemory;
}

export interface PlanMemory {
  /** The block in which values and work space have their places. */
  readonly blockBytes: number;
  /** What a step takes beside values while it runs. */
  workBytes(step: number): number;
}

/** One call of a plan on its device. */
export interface PlanCall {
  /** The address of a number that guarded steps set to 1 when their results are of no use. */
  readonly flag: number;
  /** Whether one has. */
  isFlagged(): boolean;
  /** Where a value lies that only the plan knows; null where it takes memory of its own. */
  addressOf(value: number): number | null;
  /** Does a step, the one at a place of the schedule, by whatever means. */
  perform(at: number, step: Step, run: Run): void;
}

/** A call in which nothing was made ready. */
export const plainCall: PlanCall = {
  flag: 0,
  isFlagged: () => false,
  addressOf: () => null,
  perform: (_, step, run) => step.run(run),
};
