// Plans on the `cpu` device: its fusions, one block of memory for the values that only a plan knows, and calls that are done again
// from notes.

import type { Graph, GraphNode } from "../../../compile/graph.js";
import type { PlanCall, Planner, PreparedPlan } from "../../../compile/planner.js";
import type { Schedule } from "../../../compile/schedule.js";
import type { Run, Step } from "../../../compile/step.js";
import { wasmAllocator } from "../allocator.js";
import { copyLayout } from "../fusions/image-access.js";
import { rules } from "../fusions/rules.js";
import { numbersOfReplayable } from "../replayable.js";
import { runtimeFor } from "../runtime.js";
import { type Arena, type MemoryPlan, memoryPlanOf, withArena } from "./arena.js";
import { CallLogs } from "./call-logs.js";

export const wasmPlanner: Planner = {
  rules,
  copyLayout,
  prepare: (graph, schedule) => new WasmPlan(graph, schedule),
};

/** What a step depends on beside addresses, in one call. */
type NumbersOf = (run: Run) => readonly number[];

class WasmPlan implements PreparedPlan {
  readonly logs = new CallLogs(runtimeFor(wasmAllocator));
  /** By step; null where it cannot be done again from notes. */
  readonly numbers: readonly (NumbersOf | null)[];
  readonly #memory: MemoryPlan;

  constructor(graph: Graph, schedule: Schedule) {
    this.#memory = memoryPlanOf(graph, schedule);
    this.numbers = schedule.steps.map((step) => numbersOf(graph.nodes, step));
  }

  withCall<T>(use: (call: PlanCall) => T): T {
    const { logs } = this;
    return withArena(wasmAllocator, this.#memory, logs.areaBytes, (arena) => {
      try {
        if (arena !== null) return use(new WasmCall(this, arena.flag, arena));
        return wasmAllocator.withScratch(4, (flag) => use(new WasmCall(this, flag, null)));
      } finally {
        logs.endCall(arena?.area ?? null);
      }
    });
  }
}

function numbersOf(nodes: readonly GraphNode[], step: Step): NumbersOf | null {
  if (!step.isKernel) return step.numbers ?? null;
  const [at] = step.nodes as readonly [number];
  const ofAttributes = numbersOfReplayable(nodes[at]!.kernel.run);
  return ofAttributes && ((run) => ofAttributes(run.nodes[at]!.attributes));
}

class WasmCall implements PlanCall {
  readonly flag: number;
  readonly #plan: WasmPlan;
  /** Null where there was no room for it. */
  readonly #arena: Arena | null;

  constructor(plan: WasmPlan, flag: number, arena: Arena | null) {
    this.#plan = plan;
    this.flag = flag;
    this.#arena = arena;
    this.#flagged()[0] = 0;
  }

  isFlagged(): boolean {
    return this.#flagged()[0] !== 0;
  }

  #flagged(): Int32Array {
    const { buffer, byteOffset } = wasmAllocator.locate(this.flag);
    return new Int32Array(buffer, byteOffset, 1);
  }

  addressOf(value: number): number | null {
    const offset = this.#arena?.plan.offsets.get(value);
    return offset === undefined ? null : this.#arena!.address + offset;
  }

  perform(at: number, step: Step, run: Run): void {
    const { logs, numbers } = this.#plan;
    const numbersOf = numbers[at]!;
    const arena = this.#arena;
    if (arena === null || numbersOf === null || !logs.wants(at)) {
      step.run(run);
      return;
    }
    const key = [this.flag, ...numbersOf(run)];
    for (const value of step.reads) key.push(run.address(value));
    for (const value of step.writes) key.push(run.address(value));
    step.run(run, (perform) => logs.perform(at, arena.area, key, perform));
  }
}
