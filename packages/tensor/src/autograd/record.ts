// Puts a computation into the graph: what of it is recorded, and what is saved for backward. When it is, apply.ts and
// apply-in-place.ts decide; how gradients go back, the op tells.

import type { AnyOp, Saving, ViewsOp } from "../door/op.js";
import { isFloating } from "../tensor/dtype.js";
import type { Tensor } from "../tensor/tensor.js";
import { isGradEnabled } from "./grad-mode.js";
import { type Edge, type GradientRule, GradNode, inputMetaOf, metaOf, type SavedTensor, savedAs } from "./node.js";

export function edgeOf(input: Tensor | null): Edge {
  return input === null ? null : input.gradEdge;
}

/** Gives the outputs of an op their history, where gradients are recorded and one of its inputs requires one. */
export function record(
  op: AnyOp | ViewsOp,
  inputs: readonly (Tensor | null)[],
  attributes: unknown,
  outputs: readonly Tensor[],
): void {
  if (!isGradEnabled() || op.backward === undefined) return;
  const edges = inputs.map(edgeOf);
  if (!edges.some((edge) => edge !== null)) return;
  const count = op.differentiable ?? 1;
  if (!outputs.some((output, at) => at < count && isFloating(output.dtype))) return;
  const node = nodeOf(op, inputs, attributes, outputs, edges);
  for (const [output, meta] of node.outputs.entries()) if (meta !== null) outputs[output]!.gradEdge = { node, output };
}

/** The node of a computation, with what the gradients that `edges` ask for read. */
export function nodeOf(
  op: AnyOp | ViewsOp,
  inputs: readonly (Tensor | null)[],
  attributes: unknown,
  outputs: readonly Tensor[],
  edges: readonly Edge[],
): GradNode {
  const saved = new Map<string, SavedTensor | null>();
  for (const saving of op.save) {
    if (!isRead(saving, edges)) continue;
    saved.set(saving.name, savedAs((saving.from === "inputs" ? inputs : outputs)[saving.at]!));
  }
  const count = op.differentiable ?? 1;
  const metas = outputs.map((output, at) => (at < count && isFloating(output.dtype) ? metaOf(output) : null));
  const given = inputs.map((input) => (input === null ? null : inputMetaOf(input)));
  return new GradNode(op as unknown as GradientRule, attributes, edges, given, metas, saved);
}

/** Whether a gradient that is asked for reads it. */
export function isRead({ readers }: Saving, edges: readonly Edge[]): boolean {
  return readers.some((reader) => edges[reader] !== null);
}
