// Walks the graph from results to leaves, newest computation first, and hands gradients on; a leaf gets its own as soon as the last that leads
// to it has run. The rules are the ops' own; this file only orders, adds up, and gives memory back.

import { AutogradError } from "../checks/errors.js";
import { apply } from "../door/apply.js";
import { applyInPlace } from "../door/apply-in-place.js";
import { clone } from "../ops/creation/clone.js";
import { onesLike } from "../ops/creation/creation.js";
import { fillOp } from "../ops/creation/fill.js";
import { to } from "../ops/creation/to.js";
import { addOp } from "../ops/pointwise/add.js";
import { formatShape, sameShape } from "../tensor/shape.js";
import type { Tensor } from "../tensor/tensor.js";
import { anomalies } from "./anomalies.js";
import { behindEach } from "./behind.js";
import { withGradMode } from "./grad-mode.js";
import { hasHooks, hooksBehind, runHooks } from "./hooks.js";
import type { Edge, GradNode, InputMeta, OutputMeta } from "./node.js";
import { type Order, PerEdge, reachable } from "./order.js";
import { waiting } from "./recomputing.js";
import { WalkMemory } from "./walk-memory.js";

/** Where a walk starts; without a gradient it starts from ones. */
export interface Root {
  readonly output: Tensor;
  readonly edge: NonNullable<Edge>;
  readonly gradient: Tensor | null;
}

interface Walk {
  readonly roots: readonly Root[];
  readonly retainGraph: boolean;
  readonly createGraph: boolean;
  /** The edges whose gradients are wanted; null accumulates into every leaf's `grad`. */
  readonly wanted: PerEdge<true> | null;
}

export function walk({ roots, retainGraph, createGraph, wanted }: Walk): PerEdge<Tensor> {
  const pending = new PerEdge<Tensor>();
  const found = new PerEdge<Tensor>();
  const memory = new WalkMemory();
  try {
    withGradMode("backward", createGraph, () => {
      const order = reachable(
        roots.map(({ edge }) => edge.node),
        wanted,
      );
      const behind = retainGraph ? null : behindEach(order.all, order.leaves);
      const deliver = (edge: NonNullable<Edge>, gradient: Tensor): void => {
        const present = pending.get(edge);
        const all = present === undefined ? gradient : apply(addOp, [present, gradient], { alpha: 1 });
        memory.hold(all);
        if (present !== undefined) memory.drop(present.storage);
        pending.set(edge, all);
      };
      // As in PyTorch a gradient of another dtype is converted.
      for (const { output, edge, gradient } of roots)
        deliver(edge, gradient === null ? onesLike(output) : to(gradient, output.dtype));
      const find = (edge: NonNullable<Edge>, gradient: Tensor): void => {
        memory.hold(gradient);
        found.set(edge, gradient);
      };
      const complete = (leaf: Tensor): void => {
        const [arrived] = pending.take(leaf) ?? [];
        if (arrived === undefined) return;
        memory.drop(arrived.storage);
        const edge = { node: leaf, output: 0 };
        if (wanted !== null && wanted.get(edge) !== true) return;
        const gradient = hooked(edge, arrived, memory);
        if (wanted !== null) {
          find(edge, gradient);
          return;
        }
        accumulate(leaf, gradient, memory, createGraph);
        for (const hook of hooksBehind(leaf)) {
          if (leaf.grad !== null) memory.show(leaf.grad);
          memory.withUsersCode(() => hook(leaf));
        }
      };
      const pass = (node: GradNode, arrived: readonly (Tensor | undefined)[]): void => {
        for (const gradient of arrived) if (gradient !== undefined) memory.drop(gradient.storage);
        const gradients = node.outputs.map((_, output) => {
          if (arrived[output] === undefined) return null;
          const edge = { node, output };
          const gradient = hooked(edge, arrived[output]!, memory);
          if (wanted?.get(edge) === true) find(edge, gradient);
          const retaining = node.retaining(output);
          if (retaining !== null) memory.retain(retaining, gradient);
          return gradient;
        });
        // The code of a hook or a user's rule may release the node meanwhile.
        const { edges, inputs } = node;
        const results = runNode(node, gradients, order, memory);
        for (const storage of waiting.take(node)) memory.leaveOpen(storage);
        if (results !== null) anomalies()?.check(node, results);
        for (const [at, result] of results?.entries() ?? []) {
          const edge = edges[at] ?? null;
          if (edge !== null && result !== null && order.useful.has(edge.node))
            deliver(edge, checked(node, at, result, inputs[at]!));
        }
        // One whose gradients nobody asked for can still be asked: as in PyTorch a graph may go back part by part.
        if (results !== null && behind !== null) node.release(behind.get(node)!);
      };
      for (const leaf of order.completed.get(null) ?? []) complete(leaf);
      for (const node of order.all) {
        if (!order.useful.has(node)) continue;
        const arrived = pending.take(node);
        if (arrived !== undefined) pass(node, arrived);
        // Also behind one that nothing arrived at: others may have brought what there is.
        for (const leaf of order.completed.get(node) ?? []) complete(leaf);
        if (arrived !== undefined && !createGraph) memory.freeUnused();
      }
    });
  } finally {
    memory.close(found, createGraph);
  }
  return found;
}

/** The gradients of a computation's inputs; null where none of them is wanted. */
function runNode(
  node: GradNode,
  arrived: readonly (Tensor | null)[],
  { useful, leading }: Order,
  memory: WalkMemory,
): readonly (Tensor | null)[] | null {
  if (!leading.has(node)) return null;
  const needs = node.edges.map((edge) => edge !== null && useful.has(edge.node));
  const { attributes, inputs, outputs } = node;
  // Written into what was unpacked: V8 is slow to spread objects whose keys vary.
  const unpacked = node.unpack();
  const grads = outputs.map((meta, at) => arrived[at] ?? (meta === null ? null : zeros(meta)));
  const context = Object.assign(unpacked, { grad: grads[0] ?? null, grads, attributes, inputs, needs });
  const backward = () => node.rule.backward(context);
  if (node.rule.isUsers !== true) return backward();
  for (const gradient of grads) if (gradient !== null) memory.show(gradient);
  return memory.withUsersCode(backward);
}

/** A gradient as the hooks of its edge leave it. */
function hooked(edge: NonNullable<Edge>, gradient: Tensor, memory: WalkMemory): Tensor {
  return hasHooks(edge) ? memory.withUsersCode(() => runHooks(edge, gradient, memory.show)) : gradient;
}

function zeros({ shape, dtype, device }: OutputMeta): Tensor {
  return apply(fillOp, [], { value: 0, shape, dtype }, { device });
}

function checked(node: GradNode, at: number, gradient: Tensor, wanted: InputMeta): Tensor {
  if (!sameShape(gradient.shape, wanted.shape) || gradient.dtype !== wanted.dtype) {
    throw new AutogradError(
      `${node.name}: returned a gradient of shape ${formatShape(gradient.shape)} (${gradient.dtype}) for input ${at} of shape ${formatShape(wanted.shape)} (${wanted.dtype})`,
    );
  }
  return gradient;
}

function accumulate(leaf: Tensor, gradient: Tensor, memory: WalkMemory, createGraph: boolean): void {
  // Frozen since the forward pass: PyTorch asks here too.
  if (!leaf.requiresGrad) return;
  if (!leaf.isLeaf)
    throw new AutogradError(
      "leaf variable has been moved into the graph interior: it was written in place, by a recorded op, after it was used; write to a clone() of it",
    );
  if (gradient.device !== leaf.device || gradient.dtype !== leaf.dtype)
    throw new AutogradError(
      `a leaf variable has been moved since it was used: it is ${leaf.dtype} on ${leaf.device} now, and its gradient ${gradient.dtype} on ${gradient.device}; ` +
        "move the module before the forward, or call backward first",
    );
  const present = leaf.grad;
  if (present !== null) {
    if (createGraph) leaf.grad = apply(addOp, [present, gradient], { alpha: 1 });
    else applyInPlace("add_", addOp, [present, gradient], { alpha: 1 });
    return;
  }
  leaf.grad = !createGraph && memory.isOwn(gradient) ? gradient : clone(gradient);
}
