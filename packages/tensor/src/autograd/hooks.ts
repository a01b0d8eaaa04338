// Hooks on tensors: functions that see a gradient on its way, and may give another in its place. Who calls them is
// backward.ts.

import { checkSynchronous } from "../checks/asynchronous.js";
import { AutogradError } from "../checks/errors.js";
import { checkArgument, checkTensor } from "../checks/options.js";
import { clone } from "../ops/creation/clone.js";
import { formatShape, sameShape } from "../tensor/shape.js";
import { isTensor, type Tensor } from "../tensor/tensor.js";
import type { Edge, GradNode } from "./node.js";

/** Gets a gradient; what it returns, if anything, takes the gradient's place. */
// biome-ignore lint/suspicious/noConfusingVoidType: a hook that returns nothing need not say so
export type GradHook = (grad: Tensor) => Tensor | null | undefined | void;

/** What takes a hook away again. */
export interface RemovableHandle {
  /** Takes the hook away; a second time does nothing. */
  remove(): void;
}

type Hooks = Set<{ readonly hook: GradHook }>;

// By what the edges name, so that what was recorded keeps its hooks when the tensor is written in place afterwards.
const hooks = new WeakMap<GradNode | Tensor, Map<number, Hooks>>();

/**
 * Has `hook` called with the gradient of `input` whenever one is computed, before it is accumulated or goes further back.
 * What the hook returns, if anything, takes its place; it must not write to what it is given. Hooks run in the order of
 * their registration. Whoever keeps the gradient can read it after the walk, like any tensor made in the same step.
 * See https://pytorch.org/docs/stable/generated/torch.Tensor.register_hook.html.
 *
 * @throws AutogradError if the tensor requires no gradient; backward throws one if a hook returns what is no such gradient.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * const x = tensor([1, 2], { requiresGrad: true });
 * const handle = x.registerHook((grad) => grad.mul(10));
 * x.mul(3).sum().backward();
 * x.grad?.toArray(); // → [30, 30]
 * handle.remove();
 * ```
 */
export function registerHook(input: Tensor, hook: GradHook): RemovableHandle {
  checkTensor("registerHook", "input", input);
  checkArgument("registerHook", "hook", hook, "function");
  if (!input.requiresGrad)
    throw new AutogradError("registerHook: cannot register a hook on a tensor that doesn't require gradient");
  const { node, output } = input.gradEdge!;
  const ofNode = hooks.get(node) ?? new Map<number, Hooks>();
  hooks.set(node, ofNode);
  const present: Hooks = ofNode.get(output) ?? new Set();
  ofNode.set(output, present);
  // The same function may be registered twice.
  const entry = { hook };
  present.add(entry);
  return { remove: () => void present.delete(entry) };
}

/** Is told of a leaf whose gradient is complete. */
export type PostAccumulateGradHook = (param: Tensor) => void;

const afterwards = new WeakMap<Tensor, Set<{ readonly hook: PostAccumulateGradHook }>>();

/**
 * Has `hook` called with a leaf after backward has added to its `grad`: a step of an optimizer may be taken there, and the gradient given
 * up. A leaf gets its own as soon as nothing more can come, from the last layer to the first. See
 * https://pytorch.org/docs/stable/generated/torch.Tensor.register_post_accumulate_grad_hook.html.
 *
 * @throws AutogradError if the tensor requires no gradient, or is no leaf.
 * @example
 * ```ts
 * import { noGrad, tensor } from "@bernoulli/tensor";
 * const w = tensor([1, 2], { requiresGrad: true });
 * const handle = w.registerPostAccumulateGradHook((param) => {
 *   noGrad(() => param.sub_(param.grad, { alpha: 0.5 }));
 *   param.grad = null;
 * });
 * w.mul(2).sum().backward();
 * w.toArray(); // → [0, 1]
 * handle.remove();
 * ```
 */
export function registerPostAccumulateGradHook(input: Tensor, hook: PostAccumulateGradHook): RemovableHandle {
  checkTensor("registerPostAccumulateGradHook", "input", input);
  checkArgument("registerPostAccumulateGradHook", "hook", hook, "function");
  if (!input.requiresGrad)
    throw new AutogradError(
      "registerPostAccumulateGradHook: cannot register a hook on a tensor that doesn't require gradient",
    );
  if (!input.isLeaf)
    throw new AutogradError(
      "registerPostAccumulateGradHook: post accumulate grad hooks cannot be registered on non-leaf tensors; registerHook sees their gradients",
    );
  const present = afterwards.get(input) ?? new Set();
  afterwards.set(input, present);
  const entry = { hook };
  present.add(entry);
  return { remove: () => void present.delete(entry) };
}

/** What is called behind the accumulation of a leaf's gradient. */
export function hooksBehind(leaf: Tensor): readonly PostAccumulateGradHook[] {
  return Array.from(
    afterwards.get(leaf) ?? [],
    ({ hook }) =>
      (param) =>
        void checkSynchronous("registerPostAccumulateGradHook", "the hook", hook(param)),
  );
}

export function hasHooks({ node, output }: NonNullable<Edge>): boolean {
  const present = hooks.get(node)?.get(output);
  return present !== undefined && present.size > 0;
}

/** What the hooks of an edge make of a gradient. `shown` is told of each gradient that a hook has seen, and may hold. */
export function runHooks(
  { node, output }: NonNullable<Edge>,
  gradient: Tensor,
  shown: (gradient: Tensor) => void,
): Tensor {
  const present = hooks.get(node)?.get(output);
  if (present === undefined) return gradient;
  let current = gradient;
  for (const { hook } of [...present]) {
    shown(current);
    const result = checkSynchronous("registerHook", "the hook", hook(current)) ?? null;
    if (result === null || result === current) continue;
    if (!isTensor(result))
      throw new AutogradError(`registerHook: expected the hook to return a Tensor or nothing, got ${typeof result}`);
    if (!sameShape(result.shape, gradient.shape) || result.dtype !== gradient.dtype) {
      throw new AutogradError(
        `registerHook: the hook returned a gradient of shape ${formatShape(result.shape)} (${result.dtype}) for one of shape ${formatShape(gradient.shape)} (${gradient.dtype})`,
      );
    }
    // A copy: what the hook returned may be held by others, and a leaf takes over the gradient that it gets.
    current = clone(result);
  }
  return current;
}
