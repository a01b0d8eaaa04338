// Walks the graph from results to leaves, newest computation first, and hands gradients on.
// The rules are the ops' own; this file only orders, adds up, and gives memory back.

import { apply, applyInPlace } from "../apply.js";
import { ArgumentError, AutogradError, ShapeError } from "../errors.js";
import { bytesBornOutside, closeScope, currentScope, escapeTo, openScope, type Scope } from "../memory/scope.js";
import { storageCounts } from "../memory/storage.js";
import { addOp } from "../ops/add.js";
import { clone } from "../ops/clone.js";
import { onesLike } from "../ops/creation.js";
import { checkOptions } from "../options.js";
import { formatShape, isContiguous, sameShape } from "../shape.js";
import { Tensor } from "../tensor.js";
import { warnOnce } from "../warn.js";
import { withGradMode } from "./grad-mode.js";
import { runHooks } from "./hooks.js";
import type { Edge, GradNode } from "./node.js";

export interface BackwardOptions {
  /** The gradient to start from; needed unless the tensor has one element. */
  readonly gradient?: Tensor;
  /** Keeps what the graph saved, so that backward can run again. Default: the value of `createGraph`. */
  readonly retainGraph?: boolean;
  /** Records the gradients' own computation, for second derivatives. */
  readonly createGraph?: boolean;
}

export interface GradOptions extends Omit<BackwardOptions, "gradient"> {
  /** Gradients to start from, one an output. */
  readonly gradOutputs?: readonly (Tensor | null)[];
  /** Gives null, instead of an error, for an input that the outputs do not depend on. */
  readonly allowUnused?: boolean;
}

/** Where a walk starts; without a gradient it starts from ones. */
interface Root {
  readonly output: Tensor;
  readonly edge: Edge;
  readonly gradient: Tensor | null;
}

interface Walk {
  readonly roots: readonly Root[];
  readonly retainGraph: boolean;
  readonly createGraph: boolean;
  /** The edges whose gradients are wanted; null accumulates into every leaf's `grad`. */
  readonly wanted: ReadonlySet<Edge> | null;
}

/**
 * Computes the gradients of `input` with respect to the leaves of its graph and adds them to their `grad`.
 * See https://pytorch.org/docs/stable/generated/torch.Tensor.backward.html.
 *
 * @throws AutogradError if nothing was recorded, if the graph was used up, or if a saved tensor was overwritten.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * const w = tensor([1, 2], { requiresGrad: true });
 * w.mul(3).sum().backward();
 * w.grad?.toArray(); // → [3, 3]
 * ```
 */
export function backward(input: Tensor, options: BackwardOptions = {}): void {
  checkOptions("backward", options, ["gradient", "retainGraph", "createGraph"]);
  const { createGraph = false, retainGraph = createGraph } = options;
  const root = rootOf("backward", input, options.gradient ?? null);
  walk({ roots: [root], retainGraph, createGraph, wanted: null });
  noticeGrowth();
}

/**
 * The gradients of `outputs` with respect to `inputs`, returned instead of accumulated.
 * See https://pytorch.org/docs/stable/generated/torch.autograd.grad.html.
 *
 * @throws AutogradError if an input is not part of the outputs' graph, unless `allowUnused`.
 * @example
 * ```ts
 * import { grad, tensor } from "@bernoulli/tensor";
 * const x = tensor(3, { requiresGrad: true });
 * const [first] = grad(x.pow(3), [x], { createGraph: true });
 * const [second] = grad(first, [x]);
 * [first.item(), second.item()]; // → [27, 18]
 * ```
 */
export function grad(
  outputs: Tensor | readonly Tensor[],
  inputs: readonly Tensor[],
  options: GradOptions & { readonly allowUnused: true },
): (Tensor | null)[];
export function grad<Count extends readonly Tensor[]>(
  outputs: Tensor | readonly Tensor[],
  inputs: readonly [...Count],
  options?: GradOptions,
): { [At in keyof Count]: Tensor };
export function grad(
  outputs: Tensor | readonly Tensor[],
  inputs: readonly Tensor[],
  options: GradOptions = {},
): (Tensor | null)[] {
  checkOptions("grad", options, ["gradOutputs", "retainGraph", "createGraph", "allowUnused"]);
  if (options.gradOutputs !== undefined && !Array.isArray(options.gradOutputs))
    throw new ArgumentError("grad: gradOutputs must be an array, one gradient an output: { gradOutputs: [gradient] }");
  const { createGraph = false, retainGraph = createGraph, allowUnused = false } = options;
  const list = outputs instanceof Tensor ? [outputs] : outputs;
  const roots = list.map((output, at) => rootOf("grad", output, options.gradOutputs?.[at] ?? null));
  const edges = inputs.map((input) => {
    if (!input.requiresGrad) throw new AutogradError("grad: one of the differentiated Tensors does not require grad");
    return input.gradNode ?? input;
  });
  const found = walk({ roots, retainGraph, createGraph, wanted: new Set<Edge>(edges) });
  return edges.map((edge, at) => {
    const result = found.get(edge) ?? null;
    if (result === null && !allowUnused) {
      throw new AutogradError(
        `grad: one of the differentiated Tensors (input ${at}) appears to not have been used in the graph. Set { allowUnused: true } if this is the desired behavior.`,
      );
    }
    return result;
  });
}

function rootOf(op: string, output: Tensor, gradient: Tensor | null): Root {
  if (!output.requiresGrad) {
    throw new AutogradError(
      `${op}: element 0 of tensors does not require grad and does not have a gradNode; was it computed inside noGrad, or from tensors without requiresGrad?`,
    );
  }
  const edge = output.gradNode ?? output;
  if (gradient === null && output.numel !== 1) {
    throw new AutogradError(
      `${op}: grad can be implicitly created only for scalar outputs; this one has shape ${formatShape(output.shape)}; reduce it with .sum() or .mean(), or give a gradient`,
    );
  }
  if (gradient !== null && !sameShape(gradient.shape, output.shape)) {
    throw new ShapeError(
      `${op}: mismatch in shape: the gradient has shape ${formatShape(gradient.shape)} and the output has shape ${formatShape(output.shape)}`,
    );
  }
  return { output, edge, gradient };
}

function walk({ roots, retainGraph, createGraph, wanted }: Walk): Map<Edge, Tensor> {
  const pending = new Map<Edge, Tensor>();
  const found = new Map<Edge, Tensor>();
  const outer = currentScope();
  const nursery = openScope("backward");
  const add = (a: Tensor, b: Tensor) => apply(addOp, [a, b], { alpha: 1 });
  try {
    withGradMode("backward", createGraph, () => {
      const order = reachable(
        roots.map(({ edge }) => edge),
        wanted,
      );
      const deliver = (edge: Edge, gradient: Tensor): void => {
        const present = pending.get(edge);
        pending.set(edge, present === undefined ? gradient : add(present, gradient));
      };
      for (const { output, edge, gradient } of roots) deliver(edge, gradient ?? onesLike(output));
      for (const node of order.nodes) {
        const arrived = pending.get(node);
        pending.delete(node);
        if (arrived === undefined) continue;
        const gradient = runHooks(node, arrived);
        if (wanted?.has(node) === true) found.set(node, gradient);
        if (node.retains !== null && wanted === null) retain(node.retains, gradient, nursery, outer);
        const results = runNode(node, gradient, order.useful);
        for (let at = 0; at < results.length; at++) {
          const edge = node.edges[at] ?? null;
          const result = results[at] ?? null;
          if (edge !== null && result !== null && order.useful.has(edge)) deliver(edge, checked(node, at, result));
        }
        if (!retainGraph) node.release();
        if (!createGraph) freeUnused(nursery, pending, found);
      }
      for (const [edge, arrived] of pending) {
        if (!(edge instanceof Tensor)) continue;
        if (wanted !== null && !wanted.has(edge)) continue;
        const gradient = runHooks(edge, arrived);
        if (wanted === null) accumulate(edge, gradient, nursery, createGraph);
        else found.set(edge, gradient);
      }
    });
  } finally {
    for (const gradient of found.values()) escapeTo(nursery, outer, gradient.storage);
    // A recorded gradient computation may be read again by the next backward.
    if (createGraph) for (const storage of nursery.born) escapeTo(nursery, outer, storage);
    closeScope(nursery);
  }
  return found;
}

/** Everything behind `roots`, newest first, and, where only some gradients are wanted, which edges lead to them. */
function reachable(
  roots: readonly Edge[],
  wanted: ReadonlySet<Edge> | null,
): { nodes: GradNode[]; useful: ReadonlySet<Edge> } {
  const seen = new Set<Edge>();
  const nodes: GradNode[] = [];
  const stack = [...roots];
  while (stack.length > 0) {
    const edge = stack.pop()!;
    if (edge === null || seen.has(edge)) continue;
    seen.add(edge);
    if (edge instanceof Tensor) continue;
    nodes.push(edge);
    stack.push(...edge.edges);
  }
  nodes.sort((a, b) => b.id - a.id);
  if (wanted === null) return { nodes, useful: seen };
  const useful = new Set<Edge>(wanted);
  for (let at = nodes.length - 1; at >= 0; at--) {
    const node = nodes[at]!;
    if (node.edges.some((edge) => useful.has(edge))) useful.add(node);
  }
  return { nodes: nodes.filter((node) => useful.has(node)), useful };
}

function runNode(node: GradNode, gradient: Tensor, useful: ReadonlySet<Edge>): readonly (Tensor | null)[] {
  const needs = node.edges.map((edge) => edge !== null && useful.has(edge));
  if (!needs.includes(true)) return [];
  // Written into what was unpacked: V8 is slow to spread objects whose keys vary.
  const context = node.unpack() as Record<string, unknown>;
  Object.assign(context, { grad: gradient, attributes: node.attributes, inputs: node.inputs, needs });
  return node.op.backward!(context as never);
}

function checked(node: GradNode, at: number, gradient: Tensor): Tensor {
  const wanted = node.inputs[at]!;
  if (!sameShape(gradient.shape, wanted.shape) || gradient.dtype !== wanted.dtype) {
    throw new AutogradError(
      `${node.name}: returned a gradient of shape ${formatShape(gradient.shape)} (${gradient.dtype}) for input ${at} of shape ${formatShape(wanted.shape)} (${wanted.dtype})`,
    );
  }
  return gradient;
}

/** Gives back what this walk made and no gradient still under way looks at. */
function freeUnused(nursery: Scope, pending: ReadonlyMap<Edge, Tensor>, found: ReadonlyMap<Edge, Tensor>): void {
  const inUse = new Set([...pending.values(), ...found.values()].map(({ storage }) => storage));
  for (const storage of nursery.born) {
    if (inUse.has(storage) || storage.kept) continue;
    storage.free();
    nursery.born.delete(storage);
  }
}

function accumulate(leaf: Tensor, gradient: Tensor, nursery: Scope, createGraph: boolean): void {
  const present = leaf.grad;
  if (present !== null) {
    if (createGraph) leaf.grad = apply(addOp, [present, gradient], { alpha: 1 });
    else applyInPlace("add_", addOp, [present, gradient], { alpha: 1 });
    return;
  }
  const { storage } = gradient;
  const whole =
    isContiguous(gradient) &&
    storage.byteLength <= Math.max(gradient.numel, 1) * (gradient.dtype === "float64" ? 8 : 4);
  // A gradient that nobody else can see becomes the leaf's own without a copy.
  leaf.grad = createGraph || (whole && nursery.born.has(storage) && !storage.kept) ? gradient : clone(gradient);
}

function retain(tensor: Tensor, gradient: Tensor, nursery: Scope, outer: Scope | null): void {
  const present = tensor.grad;
  const copy = present === null ? clone(gradient) : apply(addOp, [present, gradient], { alpha: 1 });
  escapeTo(nursery, outer, copy.storage);
  tensor.grad = copy;
}

let lastBytes = 0;
let lastOutside = 0;
let growths = 0;
const growthsBeforeNotice = 30;
const bytesBeforeNotice = 128 * 1024 * 1024;

/** A hand-made loop without a scope fills the memory slowly: one notice names the cure long before the end. */
function noticeGrowth(): void {
  const outside = bytesBornOutside();
  const grew = currentScope() === null && outside > lastOutside && storageCounts.bytes > lastBytes;
  growths = grew ? growths + 1 : 0;
  lastBytes = storageCounts.bytes;
  lastOutside = outside;
  if (growths < growthsBeforeNotice || storageCounts.bytes < bytesBeforeNotice) return;
  warnOnce(
    "growth",
    `memory grew at each of the last ${growths} calls of backward() and stands at ${Math.round(storageCounts.bytes / 2 ** 20)} MiB: ` +
      "this loop runs outside a step scope, so nothing is freed; take batches from a DataLoader, or wrap the step in scope(() => …)",
  );
}
