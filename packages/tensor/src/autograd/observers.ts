// Who wants to see each result that backward is asked of, before the walk, and may do something behind it: tools that look for faults in
// training, and those that send gradients elsewhere. What a walk does is walk.ts's.

import { checkArgument } from "../checks/options.js";
import type { Tensor } from "../tensor/tensor.js";
import type { RemovableHandle } from "./hooks.js";

/** Told of a result before the walk; what it returns, if anything, is called when the leaves have their gradients. */
// biome-ignore lint/suspicious/noConfusingVoidType: an observer that returns nothing need not say so
export type BackwardObserver = (output: Tensor) => (() => void) | undefined | void;

let observers: readonly BackwardObserver[] = [];

/**
 * Has `watch` called with the tensor of each `backward`, while its graph is whole, until the handle is removed. Of `grad`, which
 * accumulates nothing, it hears nothing. It must not write to what it is given, and in a compiled function not read it. A function that it returns is
 * called when all leaves have their gradients, before `backward` returns, of one within another's hook when that one's leaves have theirs; where the
 * walk throws it is not.
 *
 * @throws ArgumentError if `watch` is no function.
 * @example
 * ```ts
 * import { observeBackward, tensor } from "@bernoulli/tensor";
 * const names: string[] = [];
 * const handle = observeBackward((loss) => void names.push(loss.gradNode?.name ?? "a leaf"));
 * tensor(2, { requiresGrad: true }).exp().backward();
 * handle.remove();
 * names; // → ["ExpBackward0"]
 * ```
 */
export function observeBackward(watch: BackwardObserver): RemovableHandle {
  checkArgument("observeBackward", "watch", watch, "function");
  // The same function may observe twice.
  const observer: BackwardObserver = (output) => watch(output);
  observers = [...observers, observer];
  return {
    remove: () => {
      observers = observers.filter((other) => other !== observer);
    },
  };
}

/** What is wanted behind the outermost backward under way; null while there is none. */
let behindAll: (() => void)[] | null = null;

/** Runs a backward of `output`: tells the observers before, and does what they want behind it, or behind the one within which it is called. */
export function observed(output: Tensor, run: () => void): void {
  const acts = observers.map((observer) => observer(output)).filter((act) => typeof act === "function");
  if (behindAll !== null) {
    // Where it throws nothing of it is behind, though a hook may go on with the other.
    run();
    behindAll.push(...acts);
    return;
  }
  behindAll = acts;
  try {
    run();
  } finally {
    behindAll = null;
  }
  for (const act of acts) act();
}
