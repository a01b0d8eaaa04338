// compile: a step as one plan. The JavaScript body runs at every call, with `apply` recording instead of computing; what was
// recorded is matched with the plans that there are, and run. So whatever the body decides anew at each call is seen.

import { ArgumentError } from "../errors.js";
import { closeScope, currentScope, escapeTo, openScope, registerBirth, scopeOf } from "../memory/scope.js";
import { tensorsIn } from "../memory/step-scope.js";
import type { Storage } from "../memory/storage.js";
import { checkOptions } from "../options.js";
import { explainPlans } from "./explain.js";
import { graphOf, isSameStep } from "./graph.js";
import { rules } from "./rules/rules.js";
import { type Plan, runPlan } from "./run.js";
import { scheduleOf } from "./schedule.js";
import { currentRecording, Recording, withRecording } from "./trace.js";

/** Steps of different shapes and options have plans of their own; those that were used longest ago are dropped. */
const mostPlans = 16;

export interface CompileOptions {
  /** Whether gradients of parameters can be read after the call. Default false: they end with it. */
  readonly keepGrads?: boolean;
}

/** A compiled function: called like the body that it was made of. */
export interface Compiled<Arguments extends readonly unknown[], Result> {
  (...inputs: Arguments): Result;
  /** The plans there are: their steps, in order, with what was fused and how much memory the values take. */
  explain(): string;
}

/**
 * Makes a faster function of a step of training, or of a model. Each call runs `body` to record what it computes, and then
 * computes that as a whole: with layers fused, with memory reused, and without what nobody asked for. Results agree with
 * the plain call to rounding, and masks are the same.
 *
 * What the body returns (tensors, alone or in arrays and plain objects) can be read afterwards, and so can what it wrote or
 * kept: parameters, optimizer state, buffers. Other tensors made inside end with the call, gradients too unless `keepGrads`.
 * Reading a tensor inside the body computes what was recorded so far; the parts before and behind are then planned apart.
 * See https://pytorch.org/docs/stable/generated/torch.compile.html.
 *
 * @throws ArgumentError if the body is no function, or returns a promise.
 * @example
 * ```ts
 * import { compile, tensor } from "@bernoulli/tensor";
 * const weight = tensor([1, 2], { requiresGrad: true });
 * const loss = compile((x: typeof weight) => weight.mul(x).relu().sum());
 * loss(tensor([3, -4])).item(); // → 3
 * ```
 */
export function compile<Arguments extends readonly unknown[], Result>(
  body: (...inputs: Arguments) => Result,
  options: CompileOptions = {},
): Compiled<Arguments, Result> {
  if (typeof body !== "function")
    throw new ArgumentError(`compile: expected a function or a model, got ${typeof body}`);
  checkOptions("compile", options, ["keepGrads"]);
  const { keepGrads = false } = options;
  const plans: Plan[] = [];
  let uses = 0;

  const planFor = (recording: Recording, live: ReadonlySet<Storage>): Plan => {
    uses += 1;
    let plan = plans.find(({ graph, schedule }) => isSameStep(graph, recording, live, schedule.fixed));
    if (plan === undefined) {
      if (plans.length >= mostPlans)
        plans.splice(plans.indexOf(plans.reduce((a, b) => (a.lastUse < b.lastUse ? a : b))), 1);
      const graph = graphOf(recording, live);
      plan = { graph, schedule: scheduleOf(graph, rules), dense: null, lastUse: uses };
      plans.push(plan);
    }
    plan.lastUse = uses;
    return plan;
  };

  /** Computes what was recorded, so that the storages in `live` can be read, and ends the others. */
  const compute = (recording: Recording, live: ReadonlySet<Storage>): void => {
    try {
      if (recording.nodes.length > 0) runPlan(planFor(recording, live), recording);
      for (const storage of live) storage.materialize();
    } catch (error) {
      abandon(recording, new Set());
      throw error;
    }
    for (const storage of live) if (!storage.kept && scopeOf(storage) === null) registerBirth(storage);
    abandon(recording, live);
  };

  const call = (...inputs: Arguments): Result => {
    if (currentRecording() !== null) return body(...inputs);
    const recording = new Recording((unfinished) =>
      compute(unfinished, new Set([...unfinished.promised].filter((storage) => !storage.freed))),
    );
    const outer = currentScope();
    const scope = openScope("compile(…)");
    try {
      const result = withRecording(recording, () => body(...inputs));
      if (typeof (result as { then?: unknown } | null | undefined)?.then === "function")
        throw new ArgumentError(
          "compile: the body returned a promise; a step is synchronous, so await before or after it",
        );
      const live = new Set<Storage>();
      for (const storage of recording.promised) if (storage.kept) live.add(storage);
      for (const { grad } of recording.leaves) {
        if (grad === null || !recording.promised.has(grad.storage)) continue;
        if (keepGrads) live.add(grad.storage);
        else live.delete(grad.storage);
      }
      for (const { storage } of tensorsIn(result)) {
        escapeTo(scope, outer, storage);
        if (recording.promised.has(storage)) live.add(storage);
      }
      compute(recording, live);
      return result;
    } finally {
      abandon(recording, new Set());
      closeScope(scope);
    }
  };
  return Object.assign(call, { explain: () => explainPlans(plans) });
}

const obituary =
  "was made inside a compiled function and ended with the call; return it, or .keep() it inside (for gradients: compile(body, { keepGrads: true }))";

/** Ends a recording: storages in `live` go on as ordinary ones, other promised ones are no more. */
function abandon(recording: Recording, live: ReadonlySet<Storage>): void {
  for (const storage of recording.promised) {
    if (live.has(storage)) storage.settle();
    else storage.abandon(obituary);
  }
  for (const storage of recording.storages) if (!recording.promised.has(storage)) storage.settle();
  recording.restart();
}
