// scope(() => …): frees what a step made, for hand-made loops. What loops do is loop-scope.ts's.

import { isAsynchronous } from "../checks/asynchronous.js";
import { ScopeError } from "../checks/errors.js";
import { checkArgument } from "../checks/options.js";
import { isTensor, type Tensor } from "../tensor/tensor.js";
import { closeScope, currentScope, escapeTo, openScope } from "./scope.js";

/**
 * Runs `body` and frees every tensor that it made, but for those it returns (alone, or in arrays and plain objects),
 * those that are kept (parameters, gradients, optimizer state, `keep()`), and those of up to 1 kB, which move to
 * JavaScript memory. The body must be synchronous: other steps would run in between.
 *
 * @throws ScopeError if the body returns a promise.
 * @example
 * ```ts
 * import { memoryStats, ones, scope } from "@bernoulli/tensor";
 * const before = memoryStats().bytes;
 * const loss = scope(() => ones(1000, 1000).mul(2).sum());
 * loss.item(); // → 2000000
 * memoryStats().bytes - before < 1024; // → true
 * ```
 */
export function scope<Result>(body: () => Result): Result {
  checkArgument("scope", "body", body, "function");
  const outer = currentScope();
  const opened = openScope("scope(…)");
  try {
    const result = body();
    if (isAsynchronous(result)) {
      throw new ScopeError(
        "scope: the body returned a promise; a scope covers synchronous code only, so await before or after it",
      );
    }
    for (const tensor of tensorsIn(result)) {
      escapeTo(opened, outer, tensor.storage);
      if (tensor.grad !== null) escapeTo(opened, outer, tensor.grad.storage);
    }
    return result;
  } finally {
    closeScope(opened);
  }
}

/** The tensors in a value: alone, in arrays, in plain objects. */
export function* tensorsIn(value: unknown, seen = new Set<unknown>()): Generator<Tensor> {
  if (isTensor(value)) {
    yield value;
    return;
  }
  if (value === null || typeof value !== "object" || seen.has(value)) return;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (!Array.isArray(value) && prototype !== Object.prototype && prototype !== null) return;
  seen.add(value);
  for (const inner of Object.values(value)) yield* tensorsIn(inner, seen);
}
