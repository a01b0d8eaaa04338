// Runs a plan for one recording: gives values memory while they are needed, and computes anew without fusions where one of
// them finds that its shortcuts do not hold.

import type { Storage } from "../memory/storage.js";
import { Generator } from "../random/generator.js";
import { type Graph, reachesOut } from "./graph.js";
import { type PlanCall, type Planners, type PreparedPlan, plainCall } from "./planner.js";
import { nothingFused, type Schedule, scheduleOf } from "./schedule.js";
import type { Precision, Run, Step } from "./step.js";
import { type ReadFor, type Recording, unrecorded } from "./trace.js";

export interface Plan {
  readonly graph: Graph;
  readonly schedule: Schedule;
  /** The same without fusions, made when it is first needed. */
  dense: Schedule | null;
  /** What its device made ready for it; null where that has no planner. */
  readonly prepared: PreparedPlan | null;
  lastUse: number;
  /** The ops that ended it by what they read, and what that was: empty for what ran to the end of the step, or to a read of its own. */
  readonly endedBy: Map<string, ReadFor>;
}

export function planOf(graph: Graph, planners: Planners, precision: Precision, use: number): Plan {
  const planner = planners[graph.allocator.device];
  const schedule = scheduleOf(
    graph,
    planner === null ? nothingFused : { rounds: planner.rules[precision], copyLayout: planner.copyLayout },
  );
  const prepared = planner?.prepare(graph, schedule) ?? null;
  return { graph, schedule, dense: null, prepared, lastUse: use, endedBy: new Map() };
}

/** Computes what was recorded. Afterwards the live storages hold what they should, and the others have no memory. */
export function runPlan(plan: Plan, recording: Recording): void {
  const run = (call: PlanCall) => runFused(plan, recording, call);
  if (unrecorded(() => plan.prepared?.withCall(run) ?? run(plainCall))) return;
  plan.dense ??= scheduleOf(plan.graph, nothingFused);
  const dense = new Execution(plan.graph, plan.dense, recording, plainCall);
  unrecorded(() => dense.runAll());
}

/** Returns whether it is done: if not all is as it was before, and is to be computed without fusions. */
function runFused({ graph, schedule }: Plan, recording: Recording, call: PlanCall): boolean {
  const guarded = schedule.steps.findLastIndex((step) => step.guarded) + 1;
  const restore = snapshot(graph, schedule, guarded, recording);
  const execution = new Execution(graph, schedule, recording, call);
  execution.run(0, guarded);
  if (!call.isFlagged()) {
    execution.run(guarded, schedule.steps.length);
    execution.finish();
    return true;
  }
  execution.undo();
  restore();
  return false;
}

/** Remembers what the first steps change beyond the values that they make; returns what brings it back. */
function snapshot({ nodes, values }: Graph, { steps }: Schedule, count: number, recording: Recording): () => void {
  const undo: (() => void)[] = [];
  for (const step of steps.slice(0, count)) {
    for (const value of step.writes) {
      if (values[value]?.made !== false) continue;
      const storage = recording.storages[value]!;
      const before = storage.elements("uint8").slice();
      undo.push(() => storage.elements("uint8").set(before));
    }
    for (const at of step.nodes) {
      if (!("generator" in (nodes[at]!.attributes as object))) continue;
      const { generator } = recording.nodes[at]!.attributes as { readonly generator: unknown };
      if (!(generator instanceof Generator)) continue;
      const state = generator.getState();
      undo.push(() => generator.setState(state));
    }
  }
  return () => {
    for (const one of undo.reverse()) one();
  };
}

/** One run of a schedule, as far as it has come. */
class Execution implements Run {
  readonly #call: PlanCall;
  readonly #schedule: Schedule;
  readonly #recording: Recording;
  readonly #graph: Graph;
  /** Made storages that have memory now, and the addresses of values beside the graph's. */
  readonly #present = new Set<Storage>();
  readonly #extras = new Map<number, number>();
  /** Values that were not computed, because a step failed. */
  readonly #lost = new Set<number>();
  readonly #failures: unknown[] = [];

  constructor(graph: Graph, schedule: Schedule, recording: Recording, call: PlanCall) {
    this.#call = call;
    this.#graph = graph;
    this.#schedule = schedule;
    this.#recording = recording;
  }

  get flag() {
    return this.#call.flag;
  }

  get nodes() {
    return this.#recording.nodes;
  }

  address(value: number): number {
    return this.#extras.get(value) ?? this.#recording.storages[value]!.address;
  }

  runAll(): void {
    this.run(0, this.#schedule.steps.length);
    this.finish();
  }

  run(from: number, to: number): void {
    const { steps, begins, ends } = this.#schedule;
    for (let at = from; at < to; at += 1) {
      const step = steps[at]!;
      if (this.#isLost(step)) {
        this.#lose(step.writes, []);
      } else {
        try {
          for (const value of begins[at]!) this.#begin(value);
          this.#call.perform(at, step, this);
        } catch (error) {
          this.#failures.push(error);
          this.#lose([...step.writes, ...this.#passing()], begins[at]!);
        }
      }
      for (const value of ends[at]!) this.#end(value);
    }
  }

  /** Op by op nothing would have run behind an error: where others outside would see that it did, nothing does. */
  #isLost({ nodes, reads }: Step): boolean {
    if (reads.some((value) => this.#lost.has(value))) return true;
    return this.#failures.length > 0 && nodes.some((at) => reachesOut(this.#graph.nodes[at]!));
  }

  /** Throws the error of the first step that failed. */
  finish(): void {
    if (this.#failures.length > 0) throw this.#failures[0];
  }

  /** Values that have memory now, and will not when all is done: the rest may need theirs. */
  #passing(): readonly number[] {
    const present = [...this.#present].map((storage) => this.#recording.numberOf(storage));
    return [...present.filter((value) => !this.#graph.values[value]!.live), ...this.#extras.keys()];
  }

  /**
   * Gives up values: what depends on them is not computed. Where one lives on, and has been written by an earlier step or before
   * the call, it stays as it is.
   */
  #lose(given: readonly number[], begun: readonly number[]): void {
    for (const value of given) {
      this.#lost.add(value);
      const { made, live } = this.#graph.values[value] ?? { made: true, live: false };
      if (made && (!live || begun.includes(value))) this.#end(value);
    }
  }

  /** Gives back all memory that it took. */
  undo(): void {
    for (const storage of this.#present) storage.evaporate();
    for (const value of [...this.#extras.keys()]) this.#end(value);
    this.#present.clear();
  }

  #begin(value: number): void {
    const storage = this.#recording.storages[value];
    const place = this.#call.addressOf(value);
    if (storage !== undefined) {
      storage.materialize(place);
      this.#present.add(storage);
      return;
    }
    const bytes = this.#schedule.extraBytes[value - this.#graph.values.length]!;
    this.#extras.set(value, place ?? this.#graph.allocator.allocate(bytes));
  }

  #end(value: number): void {
    const storage = this.#recording.storages[value];
    if (storage !== undefined) {
      storage.evaporate();
      this.#present.delete(storage);
      return;
    }
    const address = this.#extras.get(value);
    if (address === undefined) return;
    if (this.#call.addressOf(value) === null) this.#graph.allocator.free(address);
    this.#extras.delete(value);
  }
}
