// What happens around a module's forward: an error learns the path of the module it came from, and an observer (the
// summary) sees inputs and outputs. Nothing is computed here.

import { BernoulliError } from "@bernoulli/tensor";
import { settle } from "./callable.js";
import { runWithHooks } from "./hooks.js";
import type { Module } from "./module.js";
import { hasUnlisted, lookForUnlisted } from "./parameter.js";
import { ownParameters, walk } from "./walk.js";

type Observer = (module: Module, inputs: readonly unknown[], output: unknown) => void;

let depth = 0;
let observer: Observer | null = null;

/** Runs `body` while `watch` is told of every module call that returns. */
export function observeCalls<Result>(watch: Observer, body: () => Result): Result {
  const before = observer;
  observer = watch;
  try {
    return body();
  } finally {
    observer = before;
  }
}

/** The innermost module that an error left; null once the message has been written. */
const origins = new WeakMap<Error, Module | null>();

/** Modules that were called from outside, and have listed what is on their fields. */
const called = new WeakSet<Module>();

export function callModule(module: Module, inputs: readonly unknown[]): unknown {
  if (depth === 0 && hasUnlisted()) {
    listAll(module);
    lookForUnlisted(module);
  }
  depth += 1;
  try {
    if (typeof module.forward !== "function") {
      throw new BernoulliError(`Module [${module.constructor.name}] is missing the required "forward" function`);
    }
    module[settle]();
    const output = runWithHooks(module, inputs, (given): unknown => module.forward(...given));
    // Once at least, so that a net that nobody has asked for its parameters is not taken for one that lacks them. Behind the
    // first forward, which may make parameters, and before any of them can get a gradient.
    if (depth === 1 && !called.has(module)) {
      listAll(module);
      called.add(module);
    }
    observer?.(module, inputs, output);
    return output;
  } catch (error) {
    if (error instanceof Error) {
      if (!origins.has(error)) origins.set(error, module);
      if (depth === 1) writePath(error, module);
    }
    throw error;
  } finally {
    depth -= 1;
  }
}

/** Puts "in Net.conv1 (Conv2d): " before the message, once. The error stays the same object, of the same class. */
function writePath(error: Error, root: Module): void {
  const origin = origins.get(error);
  if (origin === null || origin === undefined) return;
  origins.set(error, null);
  const rootName = root.constructor.name;
  let where = rootName;
  if (origin !== root) {
    const path = [...walk(root, { settles: false })].find(([, node]) => node === origin)?.[0];
    where =
      path === undefined
        ? `${rootName} (in a ${origin.constructor.name} that hangs on none of its fields)`
        : `${rootName}.${path} (${origin.constructor.name})`;
  }
  const { message, stack } = error;
  const named = `in ${where}: ${message}`;
  // Reflect.set does not throw where an error is frozen.
  Reflect.set(error, "message", named);
  if (stack !== undefined)
    Reflect.set(
      error,
      "stack",
      stack.replace(message, () => named),
    );
}

/** The walk itself marks what it lists. */
function listAll(root: Module): void {
  for (const [, node] of walk(root)) for (const _ of ownParameters(node));
}
