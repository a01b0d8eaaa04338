// Puts a computation into the graph: what of it is recorded, and what is saved for backward. When it is, apply.ts and
// apply-in-place.ts decide; how gradients go back, the op tells: it is the node's rule.

import type { AnyOp, Saving, ViewsOp } from "../door/op.js";
import { isFloating } from "../tensor/dtype.js";
import type { Tensor } from "../tensor/tensor.js";
import { anomalies } from "./anomalies.js";
import { isRecording } from "./grad-mode.js";
import {
  type Edge,
  type GradientRule,
  GradNode,
  inputMetaOf,
  outputMetaOf,
  type Recorded,
  type SavedTensor,
  savedAs,
} from "./node.js";

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
  if (!isRecording() || !hasRule(op)) return;
  anomalies()?.made?.(op.name, inputs, outputs);
  const edges = inputs.map(edgeOf);
  if (!edges.some((edge) => edge !== null)) return;
  const count = op.differentiable ?? 1;
  if (!outputs.some((output, at) => at < count && isFloating(output.dtype))) return;
  const node = new GradNode(recordedOf(op, inputs, attributes, outputs, edges));
  for (const [output, meta] of node.outputs.entries()) if (meta !== null) outputs[output]!.gradEdge = { node, output };
}

/** What the graph holds of a computation: of tensors, those that the gradients that `edges` ask for read. */
export function recordedOf(
  op: (AnyOp | ViewsOp) & GradientRule,
  inputs: readonly (Tensor | null)[],
  attributes: unknown,
  outputs: readonly Tensor[],
  edges: readonly Edge[],
): Recorded {
  const saved = new Map<string, SavedTensor | null>();
  for (const saving of op.save) {
    if (!isRead(saving, edges)) continue;
    saved.set(saving.name, savedAs((saving.from === "inputs" ? inputs : outputs)[saving.at]!));
  }
  const count = op.differentiable ?? 1;
  const metas = outputs.map((output, at) => (at < count && isFloating(output.dtype) ? outputMetaOf(output) : null));
  const given = inputs.map((input) => (input === null ? null : inputMetaOf(input)));
  return { rule: op, attributes, edges, inputs: given, outputs: metas, saved };
}

/** Whether an op has a gradient: then it is its own rule. */
export function hasRule<Op extends AnyOp | ViewsOp>(op: Op): op is Op & GradientRule {
  return op.backward !== undefined;
}

/** Whether a gradient that is asked for reads it. */
export function isRead({ readers }: Saving, edges: readonly Edge[]): boolean {
  return readers.some((reader) => edges[reader] !== null);
}
