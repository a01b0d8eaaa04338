// Plans on the `cpu` device: its fusions, one block of memory for the values that only a plan knows, and calls that are done again
// from notes.

import type { Graph, GraphNode } from "../../../compile/graph.js";
import type { PlanCall, PlanMemory, Planner, PreparedPlan } from "../../../compile/planner.js";
import type { Schedule } from "../../../compile/schedule.js";
import type { Run, Step } from "../../../compile/step.js";
import { wasmAllocator } from "../allocator.js";
import { LentSpace, type WorkArea } from "../call-log.js";
import type { Methods } from "../fusions/convolutions/method.js";
import { copyLayout } from "../fusions/image-access.js";
import { rulesOf } from "../fusions/rules.js";
import { numbersOfReplayable } from "../replayable.js";
import { runtimeFor } from "../runtime.js";
import { type Arena, type MemoryPlan, memoryPlanOf, withArena } from "./arena.js";
import { CallLogs } from "./call-logs.js";

/**
 * With the ways to compute convolutions that its plans are to choose from.
 *
 * @__NO_SIDE_EFFECTS__
 */
export function wasmPlanner(convolutions: Methods): Planner {
  return {
    rules: rulesOf(convolutions),
    copyLayout,
    prepare: (graph, schedule) => new WasmPlan(graph, schedule),
  };
}

/** What a step depends on beside addresses, in one call. */
type NumbersOf = (run: Run) => readonly number[];

class WasmPlan implements PreparedPlan {
  readonly logs = new CallLogs(wasmRuntime());
  /** By step; null where it cannot be done again from notes. */
  readonly numbers: readonly (NumbersOf | null)[];
  readonly memory: PlanMemory;
  readonly #lay: (works: readonly number[]) => MemoryPlan;
  /** By step: the most bytes of work space that it has wanted. It never shrinks: another size would come to lie elsewhere. */
  readonly #wanted: number[];
  #laid: MemoryPlan;

  constructor(graph: Graph, schedule: Schedule) {
    this.numbers = schedule.steps.map((step) => numbersOf(graph.nodes, step));
    this.#lay = (works) => memoryPlanOf(graph, schedule, works);
    this.#wanted = schedule.steps.map(() => 0);
    this.#laid = this.#lay(this.#wanted);
    const [laid, wanted] = [() => this.#laid, this.#wanted];
    this.memory = {
      get blockBytes() {
        return laid().byteLength;
      },
      workBytes: (step) => wanted[step]!,
    };
  }

  withCall<T>(use: (call: PlanCall) => T): T {
    if (this.#wanted.some((bytes, at) => bytes > this.#laid.works[at]!.byteLength))
      this.#laid = this.#lay(this.#wanted);
    return withArena(wasmAllocator, this.#laid, (arena) => {
      if (arena !== null) return use(new WasmCall(this, arena.flag, arena));
      return wasmAllocator.withScratch(4, (flag) => use(new WasmCall(this, flag, null)));
    });
  }

  /** Notes what a step has wanted: the next call has room for it. */
  ended(at: number, { wanted }: WorkArea): void {
    this.#wanted[at] = Math.max(this.#wanted[at]!, wanted);
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
    const arena = this.#arena;
    if (arena === null) {
      step.run(run);
      return;
    }
    this.#performIn(arena, at, step, run);
    const remains = arena.plan.remains[at]!;
    if (remains !== null) wasmAllocator.shorten(arena.address, remains);
  }

  #performIn({ address, plan }: Arena, at: number, step: Step, run: Run): void {
    const { logs, numbers } = this.#plan;
    const { offset, byteLength } = plan.works[at]!;
    const area = { address: address + offset, byteLength, wanted: 0 };
    const numbersOf = numbers[at]!;
    if (numbersOf === null || !logs.wants(at))
      step.run(run, (perform) => wasmRuntime().lend(new LentSpace(area), perform));
    else {
      const key = [this.flag, ...numbersOf(run)];
      for (const value of step.reads) key.push(run.address(value));
      for (const value of step.writes) key.push(run.address(value));
      step.run(run, (perform) => logs.perform(at, area, key, perform));
    }
    this.#plan.ended(at, area);
  }
}

const wasmRuntime = () => runtimeFor(wasmAllocator);
