// What compile gives: a step as one plan. The JavaScript body runs at every call, between a recorder's begin and end (recorder.ts); what was
// recorded is matched with the plans that there are, and run. So whatever the body decides anew at each call is seen. Here it is
// decided what outlives the call. What devices do for plans is given: compile.ts has all of it, lean.ts what most nets want.

import { GradNode, nextNodeId } from "../autograd/node.js";
import { isAsynchronous } from "../checks/asynchronous.js";
import { describe } from "../checks/describe.js";
import { ArgumentError } from "../checks/errors.js";
import { checkOptions } from "../checks/options.js";
import { closeScope, currentScope, escapeTo, openScope, type Scope } from "../memory/scope.js";
import { tensorsIn } from "../memory/step-scope.js";
import { type Storage, smallStorageBytes } from "../memory/storage.js";
import { type ExplainOptions, explainPlans } from "./explain.js";
import type { Planners } from "./planner.js";
import { Recorder } from "./recorder.js";
import { type Precision, precisions } from "./step.js";
import { currentRecording, type Recording } from "./trace.js";

export interface CompileOptions {
  /**
   * Whether gradients of parameters can be read, and added to, after the call. Default true, as in the plain call. With false they
   * end with it, unless they are returned or kept: memory for whoever sets them anew in each call.
   */
  readonly keepGrads?: boolean;
  /**
   * How near fused layers keep to the plain ones. Default "high": convolutions may use larger tiles of Winograd's algorithm, which
   * err by some 1e-6 of a result's norm, and of a pool's equal elements may take another. "highest": no more than the plain
   * kernels do, 2 to 4e-7, and equals stay equal. Either way an output errs by at most 16 · 2⁻²⁴ of the sum of |w| over its kernel
   * and channels times the largest |x| near it, of its tile; where an image or a gradient holds a number more than 2¹⁰ times as large as most
   * of its others, as where one is not finite, the call is computed by the plain sums: then it takes longer.
   */
  readonly precision?: Precision;
}

/** A compiled function: called like the body that it was made of. */
export interface Compiled<Arguments extends readonly unknown[], Result> {
  (...inputs: Arguments): Result;
  /**
   * The plans there are: their steps, in order, with what was fused and how much memory the values take, and the op that ended it, where
   * one read values, as those do whose shape depends on them; with `why`, what kept the other steps from being fused.
   */
  explain(options?: ExplainOptions): string;
}

/** What compile makes, with what devices do for plans. */
export function compiledBy<Arguments extends readonly unknown[], Result>(
  planners: Planners,
  body: (...inputs: Arguments) => Result,
  options: CompileOptions,
): Compiled<Arguments, Result> {
  if (typeof body !== "function")
    throw new ArgumentError(`compile: expected a function or a model, but got ${describe(body)}`);
  checkOptions("compile", options, ["keepGrads", "precision"]);
  const { keepGrads = true, precision = "high" } = options;
  if (typeof keepGrads !== "boolean")
    throw new ArgumentError(`compile: keepGrads must be true or false, but got ${describe(keepGrads)}`);
  if (!precisions.includes(precision))
    throw new ArgumentError(`compile: precision must be "high" or "highest", but got ${describe(precision)}`);
  const recorder = new Recorder({ planners, precision, ended, lost });

  const call = (...inputs: Arguments): Result => {
    if (currentRecording() !== null) {
      const result = body(...inputs);
      checkSynchronous(result);
      return result;
    }
    const recording = recorder.begin();
    const outer = currentScope();
    const scope = openScope("compile(…)");
    const firstNode = nextNodeId();
    let returned: ReadonlySet<Storage> = new Set();
    try {
      const result = body(...inputs);
      checkSynchronous(result);
      returned = storagesBehind(result, firstNode);
      for (const storage of returned) escapeTo(scope, outer, storage);
      endBefore(scope, recording);
      recorder.flush([...keptOf(recording, keepGrads), ...returned]);
      return result;
    } catch (error) {
      // As far as the body came it counts. Where a kernel failed nothing is left of the recording.
      try {
        if (recording.nodes.length > 0) recorder.flush(keptOf(recording, keepGrads));
      } catch {
        // Two errors; the first is the one to tell.
      }
      throw error;
    } finally {
      recorder.end();
      if (!keepGrads) endGradients(recording, returned);
      closeScope(scope);
    }
  };
  const explain = (options?: ExplainOptions) => explainPlans(recorder.plans, recorder.uses, options);
  return Object.assign(call, { explain });
}

function checkSynchronous(result: unknown): void {
  if (!isAsynchronous(result)) return;
  throw new ArgumentError("compile: the body returned a promise; a step is synchronous, so await before or after it");
}

/** Of the tensors in a result: their storages, those of their gradients, and of what a backward from them would read. */
function storagesBehind(result: unknown, firstNode: number): ReadonlySet<Storage> {
  const storages = new Set<Storage>();
  const nodes: GradNode[] = [];
  for (const { storage, grad, gradNode } of tensorsIn(result)) {
    storages.add(storage);
    if (grad !== null) storages.add(grad.storage);
    if (gradNode !== null) nodes.push(gradNode);
  }
  const seen = new Set(nodes);
  for (const { saved, edges } of nodes) {
    for (const one of saved?.values() ?? []) if (one !== null) storages.add(one.tensor.storage);
    for (const edge of edges) {
      const node = edge?.node;
      // Nodes from before the call saved nothing that was made in it.
      if (!(node instanceof GradNode) || node.id < firstNode || seen.has(node)) continue;
      seen.add(node);
      nodes.push(node);
    }
  }
  return storages;
}

/**
 * Ends what would end with the call anyway, and is no more to be read: gradients that were zeroed, as those of the call before. What the
 * plan reads ends behind it.
 */
function endBefore({ born }: Scope, { promised }: Recording): void {
  for (const storage of born)
    if (!storage.kept && !storage.freed && !promised.has(storage) && storage.byteLength > smallStorageBytes)
      storage.free();
}

/** What outlives a call, beside what it returns. */
function keptOf({ promised, leaves, kept }: Recording, keepGrads: boolean): ReadonlySet<Storage> {
  const live = new Set<Storage>();
  for (const storage of promised) if (storage.kept) live.add(storage);
  for (const { grad } of leaves) {
    if (grad === null) continue;
    if (keepGrads) live.add(grad.storage);
    else if (!kept.has(grad.storage)) live.delete(grad.storage);
  }
  return live;
}

/** Gradients that were computed where the body read something end too. */
function endGradients({ leaves, made, kept }: Recording, returned: ReadonlySet<Storage>): void {
  for (const { grad } of leaves) {
    if (grad === null || !made.has(grad.storage) || grad.storage.freed) continue;
    if (!kept.has(grad.storage) && !returned.has(grad.storage)) grad.storage.abandon(ended);
  }
}

const ended =
  "was made inside a compiled function and ended with the call; return it, alone or in an array or a plain object, or .keep() it inside (gradients end so only with keepGrads: false)";
const lost = "was to be computed by a compiled function, and a kernel failed before";
