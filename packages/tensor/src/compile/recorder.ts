// A Recorder makes one plan of what is computed between three calls: begin, flush(outlives), end. From `begin` on the door records
// instead of computing (trace.ts), so that whatever it makes is promised; `flush` runs what was recorded, of which `outlives`
// go on as ordinary storages and the others end, and recording goes on; `end` stops it, and gives up what was not flushed.
// What must be known before, a read or the use of another device, flushes by itself, and lets all that was not disposed of outlive.
// Who calls, and what is to outlive, it does not know: `compile` calls for a function's body (compile.ts).

import { BernoulliError } from "../checks/errors.js";
import type { Storage } from "../memory/storage.js";
import { graphOf, isSameStep } from "./graph.js";
import type { Planners } from "./planner.js";
import { type Plan, planOf, runPlan } from "./run.js";
import type { Precision } from "./step.js";
import { beginRecording, currentRecording, endRecording, Recording } from "./trace.js";

/** Steps of different shapes and options have plans of their own; those that were used longest ago are dropped. */
const mostPlans = 16;

export interface RecorderOptions {
  readonly planners: Planners;
  readonly precision: Precision;
  /** What a use is told of what did not outlive, and of what depends on a kernel that failed. */
  readonly ended: string;
  readonly lost: string;
}

export class Recorder {
  /** For recordings of each kind that there were, whenever they were begun. */
  readonly plans: Plan[] = [];
  readonly #options: RecorderOptions;
  #uses = 0;
  #recording: Recording | null = null;

  constructor(options: RecorderOptions) {
    this.#options = options;
  }

  /** How many plans were run. */
  get uses(): number {
    return this.#uses;
  }

  /** @throws BernoulliError while another recorder, or this one, is recording: what is made belongs to that. */
  begin(): Recording {
    if (currentRecording() !== null) throw new BernoulliError("begin: a step is being recorded already; end it first");
    const recording = new Recording(({ promised }) => this.flush([...promised].filter((storage) => !storage.freed)));
    this.#recording = recording;
    beginRecording(recording);
    return recording;
  }

  /**
   * Runs what was recorded since `begin`, or the last flush. Of `outlives` those count that are promised.
   *
   * @throws the error of the first kernel that failed. What depends on it is lost, and what would have been written by that is as it was.
   */
  flush(outlives: Iterable<Storage>): void {
    const recording = this.#current("flush");
    const live = new Set<Storage>();
    for (const storage of outlives) if (recording.promised.has(storage)) live.add(storage);
    let computed: ReadonlySet<Storage> = new Set();
    try {
      if (recording.nodes.length > 0) runPlan(this.#planFor(recording, live), recording);
      for (const storage of live) storage.materialize();
      computed = live;
    } catch (error) {
      computed = new Set([...live].filter((storage) => !storage.promised));
      throw error;
    } finally {
      recording.settle(computed, computed === live ? this.#options.ended : this.#options.lost);
    }
  }

  end(): void {
    const recording = this.#current("end");
    this.#recording = null;
    endRecording();
    recording.settle(new Set(), this.#options.ended);
  }

  #current(call: string): Recording {
    if (this.#recording === null || currentRecording() !== this.#recording)
      throw new BernoulliError(`${call}: nothing is being recorded; begin first`);
    return this.#recording;
  }

  #planFor(recording: Recording, live: ReadonlySet<Storage>): Plan {
    this.#uses += 1;
    const { plans } = this;
    const { planners, precision } = this.#options;
    let plan = plans.find(({ graph, schedule }) => isSameStep(graph, recording, live, schedule.fixed));
    if (plan === undefined) {
      if (plans.length >= mostPlans)
        plans.splice(plans.indexOf(plans.reduce((a, b) => (a.lastUse < b.lastUse ? a : b))), 1);
      plan = planOf(graphOf(recording, live), planners, precision, this.#uses);
      plans.push(plan);
    }
    plan.lastUse = this.#uses;
    if (recording.reader !== null) plan.endedBy.set(recording.reader.op, recording.reader.what);
    return plan;
  }
}
