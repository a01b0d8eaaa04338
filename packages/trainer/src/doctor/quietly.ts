// Runs a model again without a trace: in evaluation mode, on copies of the random streams, with everything that it makes freed, and without a
// word to other ranks, which run nothing meanwhile.

import { type Module, SyncBatchNorm } from "@bernoulli/nn";
import { Generator, scope } from "@bernoulli/tensor";
import { evaluatingAtOnce } from "../evaluating.js";
import { withoutOthers } from "../ranks.js";

let isQuiet = false;

/** Whether the model is run by the doctor, who does not look at himself. */
export function isRunQuietly(): boolean {
  return isQuiet;
}

/**
 * Runs `body`, which may call the model as often as it likes, in evaluation mode. Streams of modules' own are brought back where they were.
 * What `body` returns must be plain numbers.
 */
export function quietly<Result>(model: Module, body: () => Result): Result {
  const streams = [...model.modules()].flatMap((module) => {
    const { generator } = module as { generator?: unknown };
    return generator instanceof Generator ? [[generator, generator.getState()] as const] : [];
  });
  const groups = [...model.modules()].flatMap((module) =>
    module instanceof SyncBatchNorm ? [[module, module.processGroup] as const] : [],
  );
  const before = isQuiet;
  isQuiet = true;
  for (const [norm] of groups) norm.processGroup = null;
  try {
    return evaluatingAtOnce(model, () => withoutOthers(model, () => scope(body)));
  } catch {
    // A model that cannot be run so proves nothing.
    return null as Result;
  } finally {
    isQuiet = before;
    for (const [norm, group] of groups) norm.processGroup = group;
    for (const [generator, state] of streams) generator.setState(state);
  }
}
