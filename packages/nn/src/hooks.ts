// Hooks on modules: functions that run before and behind a module's forward, and on its way back. The way back is hooked by
// two identities around the forward, which see the gradients pass.

import {
  ArgumentError,
  autograd,
  checkArgument,
  checkOptions,
  checkSynchronous,
  isFloating,
  isTensor,
  type RemovableHandle,
  type Tensor,
} from "@bernoulli/tensor";
import type { Module } from "./module.js";
import type { ForwardHookOptions } from "./module-options.js";

export type Gradients = readonly (Tensor | null)[];

interface Kinds {
  /** May return other inputs: an array of them, or the only one. */
  readonly forwardPre: (module: any, inputs: any) => unknown;
  /** May return another output. */
  readonly forward: (module: any, inputs: any, output: any) => unknown;
  /** May return other gradients of the inputs. */
  readonly backward: (module: any, gradInput: Gradients, gradOutput: Gradients) => unknown;
}
type Kind = keyof Kinds;
/** In the order in which they run. */
type Hooks = { readonly [K in Kind]: { readonly hook: Kinds[K]; readonly always: boolean }[] };

const hooksOf = new WeakMap<Module, Hooks>();

export function register<K extends Kind>(
  module: Module,
  kind: K,
  hook: Kinds[K],
  options: ForwardHookOptions = {},
): RemovableHandle {
  checkArgument("registerHook", "hook", hook, "function");
  checkOptions("registerHook", options, { prepend: "boolean", withKwargs: "boolean", alwaysCall: "boolean" });
  if (options.withKwargs === true)
    throw new ArgumentError(
      "registerHook: withKwargs is not there, since forwards have no arguments by name: options are the last of the inputs",
    );
  const hooks: Hooks = hooksOf.get(module) ?? { forwardPre: [], forward: [], backward: [] };
  hooksOf.set(module, hooks);
  const entry = { hook, always: options.alwaysCall ?? false };
  if (options.prepend === true) hooks[kind].unshift(entry);
  else hooks[kind].push(entry);
  return {
    remove: () => {
      const at = hooks[kind].indexOf(entry);
      if (at >= 0) hooks[kind].splice(at, 1);
    },
  };
}

/** Has a module call the hooks that another has now. */
export function copyHooks(from: Module, to: Module): void {
  const hooks = hooksOf.get(from);
  if (hooks === undefined) return;
  const { forwardPre, forward, backward } = hooks;
  hooksOf.set(to, { forwardPre: [...forwardPre], forward: [...forward], backward: [...backward] });
}

/** Runs a module's forward with its hooks around it. */
export function runWithHooks(
  module: Module,
  given: readonly unknown[],
  forward: (inputs: readonly unknown[]) => unknown,
) {
  const hooks = hooksOf.get(module);
  if (hooks === undefined) return forward(given);
  let inputs = given;
  for (const { hook } of [...hooks.forwardPre]) {
    const result = checkSynchronous("registerForwardPreHook", "the hook", hook(module, inputs));
    if (result !== undefined && result !== null) inputs = Array.isArray(result) ? result : [result];
  }
  const back = hooks.backward.length > 0 ? new WayBack(module, hooks.backward) : null;
  if (back !== null) inputs = back.throughInputs(inputs);
  let output: unknown;
  try {
    output = forward(inputs);
  } catch (error) {
    for (const { hook, always } of [...hooks.forward]) if (always) hook(module, inputs, undefined);
    throw error;
  }
  for (const { hook } of [...hooks.forward]) {
    output = checkSynchronous("registerForwardHook", "the hook", hook(module, inputs, output)) ?? output;
  }
  return back === null ? output : back.throughOutputs(output);
}

/** What the identities tell of the gradients that pass them; returns others, or null. */
type Passing = (gradients: readonly Tensor[]) => Gradients | null;

/** Hands tensors on, and shows their gradients. */
class Passage extends autograd.Function {
  static forward(context: autograd.FunctionContext, passing: Passing, ...tensors: Tensor[]): Tensor[] {
    context["passing"] = passing;
    return tensors;
  }
  static backward(context: autograd.FunctionContext, ...gradients: Tensor[]): (Tensor | null)[] {
    return [null, ...((context["passing"] as Passing)(gradients) ?? gradients)];
  }
}

/** One call's way back: gradients of the outputs come first, those of the inputs, and with them the hooks, later. */
class WayBack {
  readonly #module: Module;
  readonly #hooks: Hooks["backward"];
  /** How many inputs there are, and which of them have gradients; none where the hooks are to run at the outputs. */
  #inputs = 0;
  #wanting: readonly number[] = [];
  /** Lives as long as the step: a walk keeps what a rule of a user's has seen, since a hook may. */
  #gradOutput: Gradients = [];

  constructor(module: Module, hooks: Hooks["backward"]) {
    this.#module = module;
    this.#hooks = hooks;
  }

  throughInputs(inputs: readonly unknown[]): readonly unknown[] {
    const tensors = [...inputs.keys()].filter((at) => isTensor(inputs[at]));
    this.#inputs = tensors.length;
    this.#wanting = tensors.filter((at) => (inputs[at] as Tensor).requiresGrad);
    const passing: Passing = (gradients) => {
      const gradInput = tensors.map((at) => gradients[this.#wanting.indexOf(at)] ?? null);
      const replaced = this.#runHooks(gradInput);
      return replaced === null ? null : this.#wanting.map((at) => replaced[tensors.indexOf(at)] ?? null);
    };
    return through(inputs, this.#wanting, passing);
  }

  throughOutputs(output: unknown): unknown {
    const outputs: readonly unknown[] = Array.isArray(output) ? output : [output];
    const wanting = [...outputs.keys()].filter((at) => {
      const value = outputs[at];
      return isTensor(value) && value.requiresGrad && isFloating(value.dtype);
    });
    const passing: Passing = (gradients) => {
      const gradOutput = outputs.map((_, at) => gradients[wanting.indexOf(at)] ?? null);
      this.#gradOutput = gradOutput;
      if (this.#wanting.length === 0) this.#runHooks(Array.from({ length: this.#inputs }, () => null));
      return null;
    };
    const passed = through(outputs, wanting, passing);
    return Array.isArray(output) ? passed : passed[0];
  }

  #runHooks(gradInput: Gradients): Gradients | null {
    let current: Gradients | null = null;
    for (const { hook } of [...this.#hooks]) {
      const returned = hook(this.#module, current ?? gradInput, this.#gradOutput);
      const result = checkSynchronous("registerFullBackwardHook", "the hook", returned) ?? null;
      if (result !== null) current = (Array.isArray(result) ? result : [result]) as Gradients;
    }
    this.#gradOutput = [];
    return current;
  }
}

/** Values of which those at `places` go through a {@link Passage}. */
function through(values: readonly unknown[], places: readonly number[], passing: Passing): readonly unknown[] {
  if (places.length === 0) return values;
  const passed = Passage.apply(passing, ...places.map((at) => values[at] as Tensor));
  return values.map((value, at) => (places.includes(at) ? passed[places.indexOf(at)] : value));
}
